"""A "bomber": one who carries a bomb, or a plane that drops them.

In: what stands before the noun. Out: whether it is a person. Alone in the plural it flies ("bombers attacked the
town"); alone in the singular it walks or drives ("the bomber struck at noon"). What else shows that it flies (a
country, an army, a make before it), the rooms see each in their own way.
"""

from collections.abc import Iterable

from crossreport.words.actor_nouns import word_set


def carries_bomb(before: Iterable[str], *, plural: bool, flown: bool) -> bool:
    """Whether it is a person; `flown`: something before it says whose plane, or which.

    >>> carries_bomb(["motorcycle"], plural=True, flown=False), carries_bomb([], plural=True, flown=False)
    (True, False)
    """
    return not word_set("bomber_words").isdisjoint(before) or not (plural or flown)
