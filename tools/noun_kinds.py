"""Builds `words/data/noun_kinds.yaml` from WordNet 3.0: `python tools/noun_kinds.py DIRECTORY` (of `data.noun`).

A noun is of a kind if its first sense is, and with it most of what its senses were counted for in WordNet's tagged
texts. Fighters, officials, leaders and wrongdoers are people, no civilians.
"""

import re
import sys
import textwrap
from collections import Counter
from functools import cache
from pathlib import Path

KINDS = {
    "building": "building edifice room place_of_worship penal_institution shed dwelling stable shop tower hospital "
    "station power_station factory medical_building",
    "vehicle": "vehicle",
    "weapon": "weapon ammunition explosive explosive_device weaponry",
    "aircraft": "heavier-than-air_craft",
    "people_noun": "person",
    "civilian_noun": "worker relative traveler juvenile adult professional intellectual peer learner acquirer consumer "
    "unfortunate religious_person child",
}
NO_CIVILIANS = (
    "serviceman combatant leader official criminal wrongdoer warrior policeman killer military_officer bad_person "
    "unpleasant_person adversary guard captor assailant ruler rebel terrorist prisoner"
)
NO_MEMBERS = frozenset(
    {"abm", "exocet", "sam", "icbm", "missile", "rocket", "shrapnel", "limber", "balloon", "trailer"}
)
SHARE = 0.7  # of a noun's counted senses; one count is added to the first, a fifth to every other
HEAD = """# Nouns by what they are, beyond the lists of `events.yaml`: what WordNet 3.0 holds under a few of its nouns.
# Built by `tools/noun_kinds.py`. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this database for any purpose and without fee or royalty is granted by
# Princeton University, provided as is, without warranty: https://wordnet.princeton.edu/license-and-commercial-use
"""


class WordNet:
    """The nouns of one copy of WordNet."""

    def __init__(self, directory: Path) -> None:
        self.above: dict[str, tuple[str, ...]] = {}
        self.named: set[str] = set()
        for line in _lines(directory / "data.noun"):
            parts = line.split(" | ")[0].split()
            at = 4 + 2 * int(parts[3], 16)
            links = [parts[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(parts[at]))]
            self.above[parts[0]] = tuple(link[1] for link in links if link[0] in ("@", "@i") and link[2] == "n")
            if any(link[0] == "@i" for link in links):
                self.named.add(parts[0])
        self.senses = {
            parts[0]: parts[6 + int(parts[3]) :] for parts in map(str.split, _lines(directory / "index.noun"))
        }
        self.counts: Counter[tuple[str, int]] = Counter()
        for line in (directory / "cntlist.rev").read_text(encoding="utf-8").splitlines():
            key, sense, count = line.split()
            if key.split("%")[1].startswith("1:"):
                self.counts[key.split("%")[0], int(sense)] += int(count)
        self.over = cache(self._over)

    def _over(self, sense: str) -> frozenset[str]:
        return frozenset({sense}).union(*(self.over(each) for each in self.above[sense]))

    def members(self, heads: str) -> list[str]:
        """The nouns under any of these, in order of the alphabet."""
        roots = {self.senses[head][0] for head in heads.split()}
        return sorted(lemma for lemma, senses in self.senses.items() if self._is(lemma, senses, roots))

    def _is(self, lemma: str, senses: list[str], roots: set[str]) -> bool:
        if not re.fullmatch(r"[a-z][a-z-]{2,}", lemma) or senses[0] in self.named:
            return False
        weights = [self.counts[lemma, i + 1] + (0.2 if i else 1) for i in range(len(senses))]
        inside = sum(weight for weight, sense in zip(weights, senses, strict=True) if self.over(sense) & roots)
        return bool(self.over(senses[0]) & roots) and inside >= SHARE * sum(weights)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  ")]


def main(directory: Path) -> None:
    """Write the file."""
    wordnet, text = WordNet(directory), HEAD
    found = {kind: set(wordnet.members(heads)) - NO_MEMBERS for kind, heads in KINDS.items()}
    found["civilian_noun"] &= found["people_noun"]
    found["civilian_noun"] -= set(wordnet.members(NO_CIVILIANS))
    for kind, nouns in found.items():
        body = textwrap.fill(", ".join(sorted(nouns)), 118, initial_indent="  ", subsequent_indent="  ", **_WHOLE)
        text += f"{kind}: [\n{body}]\n"
    target = Path(__file__).parents[1] / "src" / "crossreport" / "words" / "data" / "noun_kinds.yaml"
    target.write_text(text, encoding="utf-8")


_WHOLE = {"break_on_hyphens": False, "break_long_words": False}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
