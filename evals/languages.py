"""Whether a page is read as English: on passages of our own in many languages, and on the openings of FA-KES pages.

    python -m evals.languages

Short and name-heavy pages are the hard ones: a headline with three foreign names has hardly an English word in it. The
thresholds were set on our own passages; FA-KES, all English, was looked at only for the count.
"""

import sys

import msgspec
import yaml

from crossreport.reading.language import page_language
from crossreport.reading.text import draft_of_text
from evals.corpora import ROOT, Absent, fa_kes_articles

OPENINGS = (5, 10, 20)  # words


class Passage(msgspec.Struct, frozen=True):
    language: str
    kind: str
    text: str


def passages() -> list[Passage]:
    """Our own passages."""
    source = (ROOT / "corpus" / "languages.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(source), list[Passage])


def is_english(text: str) -> bool:
    """What the room says of a plain text."""
    return page_language(draft_of_text(text)) == "en"


def measure() -> dict[str, float]:
    """Share of English passages taken for English, of others turned away, and of FA-KES openings taken for English."""
    own = [(passage.language == "en", is_english(passage.text)) for passage in passages()]
    measures = {
        "english_read": _share([said for english, said in own if english]),
        "others_turned_away": _share([not said for english, said in own if not english]),
    }
    texts = [article.text for article in fa_kes_articles().values()]
    for words in OPENINGS:
        measures[f"fa_kes_first_{words}_words"] = _share([is_english(" ".join(t.split()[:words])) for t in texts])
    return measures


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def main() -> int:
    """Print the measures, and each passage that is judged wrongly."""
    for passage in passages():
        if is_english(passage.text) != (passage.language == "en"):
            print(f"wrong: {passage.language} {passage.kind}: {passage.text[:70]}")
    try:
        for name, value in measure().items():
            print(f"{name:24} {value:.3f}")
    except Absent as absent:
        print(absent)
    return 0


if __name__ == "__main__":
    sys.exit(main())
