"""One pattern for many names, as written: what `|` between them would match, without trying each name at each place."""

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]  # by next character; "" where a name ends


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of `names`, the longest that fits first.

    >>> any_of(["Mali", "Malian", "Malta"])
    '(?:Mal(?:i(?:an)?|ta))'
    """
    tree: _Tree = {}
    for name in sorted(set(names)):
        here = tree
        for character in name:
            here = here.setdefault(character, {})
        here[""] = {}
    return f"(?:{_spell(tree)})"


def _spell(tree: _Tree) -> str:
    ends = "" in tree
    branches = [re.escape(character) + _spell(below) for character, below in sorted(tree.items()) if character]
    if not branches:
        return ""
    if ends:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
