"""The words of grammar, and the stems that most conflict news uses: what says nothing on where a text comes from."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class _Common(Struct, frozen=True):
    function: frozenset[str]
    stems: frozenset[str]


@cache
def _common() -> _Common:
    return load("newsroom_stems.yaml", _Common)


def function_words() -> frozenset[str]:
    """Words of grammar, in small letters."""
    return _common().function


def common_stems() -> frozenset[str]:
    """Stems of words that half of all conflict news uses."""
    return _common().stems
