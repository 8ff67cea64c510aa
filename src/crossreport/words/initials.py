"""Whether an abbreviation stands for a name."""

import re

_LETTERS = re.compile(r"[^\W\d_]+")


def opens(name: str, short: str) -> bool:
    """Whether the letters of `short` open words of `name`, in order, some left out.

    >>> opens("River Rights Observatory", "RRO"), opens("Observatory of the Rights of Rivers", "ORR")
    (True, True)
    >>> opens("River Rights Observatory", "ROR")
    False
    """
    opening = iter(word[0].upper() for word in _LETTERS.findall(name))
    return all(letter in opening for letter in short.upper() if letter.isalpha())


def abbreviates(short: str, name: str) -> bool:
    """Whether `short`, in capitals, is what a longer name is called by its initials, the first of them included.

    >>> abbreviates("RRO", "River Rights Observatory"), abbreviates("RO", "River Rights Observatory")
    (True, False)
    """
    return (
        short.isupper() and short.isalpha() and len(short) > 2 and short[0] == name[:1].upper() and opens(name, short)
    )
