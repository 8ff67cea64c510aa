"""News agencies by any of their names: a credit or an outlet's name in, the agency that it stands for out.

The agencies are those of `words/data/linking.yaml`. Whether a page took its text from one, linking and weighing decide.
"""

from functools import cache

from msgspec import Struct

from crossreport.names.normalise import fold_name
from crossreport.words.loader import load


class _Agencies(Struct, frozen=True):
    agencies: dict[str, tuple[str, ...]]


def agency_called(name: str) -> str | None:
    """The agency of that name or alias, however it is spelled; None for any other outlet.

    >>> agency_called("AFP"), agency_called("Aleppo Gazette")
    ('Agence France-Presse', None)
    """
    return _by_name().get(fold_name(name))


@cache
def _by_name() -> dict[str, str]:
    named = load("linking.yaml", _Agencies).agencies
    full = {fold_name(name): name for name in named}
    return full | {fold_name(alias): name for name, aliases in named.items() for alias in aliases}
