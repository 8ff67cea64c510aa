"""The floors that the gate holds, as Markdown: read when the site is built, so that they are never old."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from tools.reference.markdown import cell, table

EVALS = Path(__file__).parents[2] / "evals"


def reference() -> str:
    """A section a suite, by name: what it measures, in its module's own words, and its floors."""
    return "\n".join(_section(path) for path in sorted((EVALS / "floors").glob("*.json")))


def _section(path: Path) -> str:
    floors = json.loads(path.read_text(encoding="utf-8"))
    rows = [(cell(name.replace("_", " ")), f"{floor:g}") for name, floor in floors.items()]
    return f"## {cell(path.stem)}\n\n{cell(_says(path.stem))}\n\n{table(('measure', 'floor'), rows)}"


def _says(suite: str) -> str:
    """The first line of the suite's module."""
    module = next(_modules(suite), None)
    if module is None:
        raise ValueError(f"evals/floors/{suite}.json: no module of evals measures it")
    return (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n\n")[0].replace("\n", " ")


def _modules(suite: str) -> Iterator[Path]:
    words = suite.split("_")
    for end in range(len(words), 0, -1):
        path = EVALS / f"{'_'.join(words[:end])}.py"
        if path.exists():
            yield path
