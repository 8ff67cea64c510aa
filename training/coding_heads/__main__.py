"""Whether heads on the frozen encoder would help the coding room: `python -m training.coding_heads`.

Logistic heads on the states of the shipped encoder, in five folds by outlet and war, over the dev parts of real pages,
our own, our corpus and its single sentences: which reports a coder records (selection), which words tell an event
(triggers), who does it to whom (arcs), its status, its voice; each beside what the rules know. Nothing is written: none
of them pays (`evals/README.md`).
"""

import sys

from evals.corpora import Absent
from training.coding_heads.arcs import arcs
from training.coding_heads.in_place import in_place
from training.coding_heads.pages import pages
from training.coding_heads.words import Judged, selection, status, telling, voice


def main() -> int:
    """Print one paragraph a head."""
    try:
        every = list(pages())
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    judged: Judged = {}
    heads = (
        ("selection", selection(every)),
        ("triggers", telling(every, judged)),
        ("triggers in place, F1/strict", in_place(every, judged)),
        ("role arcs", arcs(every)),
        ("status", status(every)),
        ("voice", voice(every)),
    )
    for name, lines in heads:
        sys.stdout.write(f"{name}\n")
        for line in lines:
            sys.stdout.write(f"  {line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
