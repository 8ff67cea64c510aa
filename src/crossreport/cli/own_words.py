"""`--sources`, `--facts` and `--ontology`: the user's outlets, dated facts and event types, read before any page is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crossreport.cli.errors import Stop

if TYPE_CHECKING:
    from crossreport.pipeline.options import OwnWords

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


def own_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """All three options."""
    facts = click.option("--facts", type=_FILE, help="Your own dated facts (YAML), beside those that are shipped.")
    sources = click.option("--sources", type=_FILE, help="Your own outlets (YAML), beside those that are shipped.")
    ontology = click.option("--ontology", type=_FILE, help="Your own event types (YAML), beside those shipped.")
    return sources(facts(ontology(command)))


def own_words(sources: Path | None, facts: Path | None, ontology: Path | None) -> "tuple[OwnWords, ...]":
    """The files' texts."""
    from crossreport.pipeline.options import OwnWords

    given = (("sources", sources), ("facts", facts), ("events", ontology))
    return tuple(OwnWords(kind, str(path), _text(path)) for kind, path in given if path is not None)  # type: ignore[arg-type]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Stop(f"{path}: this is no UTF-8 text; save the file as UTF-8") from error
