"""Makes `words/data/newsroom_stems.yaml`: the stems that conflict and crime news use whatever they tell.

    python tools/newsroom_stems.py

Counts, page by page, the stems of FA-KES dev and of the papers of gva_longtail (dev incidents), and keeps those on more
than `SHARE` of the pages of either. Single words and their frequency are taken from the corpora, no text.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from crossreport.linking.stems import plain_stems  # noqa: E402
from evals.corpora import fa_kes_articles, find  # noqa: E402

SHARE = 0.05
LONGEST = 3000  # characters of a page that are counted
OUT = ROOT / "src" / "crossreport" / "words" / "data" / "newsroom_stems.yaml"


def frequent(texts: Iterable[str]) -> set[str]:
    """Stems on more than `SHARE` of the texts."""
    pages = [plain_stems(text, 0, min(len(text), LONGEST)) for text in texts]
    counts = Counter(stem for page in pages for stem in page)
    return {stem for stem, count in counts.items() if count > SHARE * len(pages)}


def main() -> None:
    """Write the list; the words above `stems:` are kept."""
    with gzip.open(find("data/gva_longtail/documents.jsonl.gz"), "rt", encoding="utf-8") as lines:
        papers = [json.loads(line)["text"] for line in lines]
    found = frequent(article.text for article in fa_kes_articles().values()) | frequent(papers[::2])
    head = OUT.read_text(encoding="utf-8").partition("stems:")[0]
    rows, line = [], ""
    for stem in sorted(found):
        word = f"{json.dumps(stem)}, "
        if len(line) + len(word) > 110:
            rows.append(line.rstrip())
            line = ""
        line += word
    OUT.write_text(head + "stems: [\n  " + "\n  ".join([*rows, line.rstrip()]) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
