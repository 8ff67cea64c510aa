"""`--sources FILE` and `--facts FILE`: the user's outlets and dated facts, read before any page is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crossreport.cli.errors import Stop

if TYPE_CHECKING:
    from crossreport.pipeline.options import OwnWords

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


def own_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Both options."""
    facts = click.option("--facts", type=_FILE, help="Your own dated facts (YAML), beside those that are shipped.")
    sources = click.option("--sources", type=_FILE, help="Your own outlets (YAML), beside those that are shipped.")
    return sources(facts(command))


def own_words(sources: Path | None, facts: Path | None) -> "tuple[OwnWords, ...]":
    """The files' texts."""
    from crossreport.pipeline.options import OwnWords

    found: list[OwnWords] = []
    if sources is not None:
        found.append(OwnWords("sources", str(sources), _text(sources)))
    if facts is not None:
        found.append(OwnWords("facts", str(facts), _text(facts)))
    return tuple(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Stop(f"{path}: this is no UTF-8 text; save the file as UTF-8") from error
