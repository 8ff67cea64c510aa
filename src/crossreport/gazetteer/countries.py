"""A country's code or name in, its ISO 3166-1 alpha-2 code out; None for what is no country."""

from functools import cache

from crossreport.gazetteer.sources import countries
from crossreport.names.normalise import fold_name


@cache
def _by_name() -> dict[str, str]:
    import pycountry

    codes = {country.alpha_3.casefold(): country.alpha_2 for country in pycountry.countries}
    named = {fold_name(name): row.country or "" for row in countries() for name in (row.name, *row.names)}
    own = {(row.country or "").casefold(): row.country or "" for row in countries()}
    return {**named, **codes, **own, "xkx": "XK"}


def country_code(said: str) -> str | None:
    """The alpha-2 code of an alpha-2 code, an alpha-3 code or a name.

    >>> country_code("sy"), country_code("YEM"), country_code("South Sudan"), country_code("Atlantis")
    ('SY', 'YE', 'SS', None)
    """
    return _by_name().get(said.strip().casefold()) or _by_name().get(fold_name(said))
