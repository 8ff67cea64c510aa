"""The card's table, measured anew with the weights of a folder: `evals.language --full` into `CARD.md`."""

import re
from collections.abc import Mapping
from pathlib import Path

_ROWS = (
    ("EWT test", "ewt"),
    ("GUM test, free documents", "gum"),
    ("LinES test, other guidelines", "lines"),
    ("EWT test, from raw text", "ewt_raw"),
    ("GUM test, free documents, from raw text", "gum_raw"),
    ("GUM news and interviews, from raw text", "gum_news_raw"),
    ("LinES test, from raw text", "lines_raw"),
)
_NAMES = (
    ("re3d, every third document", "re3d_names"),
    ("conflict, test part", "conflict_test"),
    ("conflict, test part, no capitals", "conflict_test_lower_case"),
)
_COLUMNS = ("sentences", "words", "upos", "uas", "las", "names")
_TABLE = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- /measured -->)", re.DOTALL)


def write_card(folder: Path) -> None:
    """Measure the weights of `folder` and put the figures into its card."""
    from evals import language

    measured = language.measure(full=True, weights=folder)
    card = folder / "CARD.md"
    card.write_text(with_table(card.read_text(encoding="utf-8"), measured), encoding="utf-8")


def with_table(card: str, measured: Mapping[str, float]) -> str:
    """The card with another table; a card without a place for it is refused."""
    if not _TABLE.search(card):
        raise ValueError("the card has no lines <!-- measured --> and <!-- /measured --> around its table")
    return _TABLE.sub(lambda _: table(measured), card)


def table(measured: Mapping[str, float]) -> str:
    """Percent, one decimal; what was not measured is left out."""
    lines = ["| | sentences | words | UPOS | UAS | LAS | names F1 |", "|---|---|---|---|---|---|---|"]
    for told, bank in _ROWS:
        cells = [_cell(measured, f"{bank}_{column}") for column in _COLUMNS]
        lines += [f"| {told} | {' | '.join(cells)} |"] if any(cells) else []
    lines += [f"| {told} | | | | | | {_cell(measured, name)} |" for told, name in _NAMES if name in measured]
    return "\n".join(lines) + "\n"


def _cell(measured: Mapping[str, float], name: str) -> str:
    return f"{100 * measured[name]:.1f}" if name in measured else ""
