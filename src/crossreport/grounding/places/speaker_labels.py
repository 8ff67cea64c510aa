"""Who speaks in a transcript: names in capitals that open lines before a colon, and open them again after others.

In: the text of a page. Out: the passages of such names. Refuses datelines and rounds of towns: each stands once.
"""

import re

_LABEL = re.compile(r"(?m)^[ \t]*(?P<name>[^\W\d_a-zß-ÿ][^\n:a-zß-ÿ]{1,40}?)(?: ?\([^()\n]{1,40}\))?:(?=\s)")
_LEAST_TURNS = 3  # lines with a label: two speakers, of whom one answers


def speaker_labels(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each label, if the page's labels take turns.

    >>> [text[start:end] for text in ["ANN LEE: Why?\\nTOM ROE: They fled.\\nANN LEE: When?"]
    ...  for start, end in speaker_labels(text)]
    ['ANN LEE', 'TOM ROE', 'ANN LEE']
    >>> speaker_labels("KYIV: Two died.\\nLVIV: Three died.\\nODESA: Nobody died.")
    ()
    """
    found = [match for match in _LABEL.finditer(text) if match["name"].isupper()]
    names = [match["name"] for match in found]
    turns = any(name in names[at + 2 :] and name != names[at + 1] for at, name in enumerate(names[:-2]))
    return tuple(match.span("name") for match in found) if turns and len(found) >= _LEAST_TURNS else ()
