"""Runs the cells of `docs/notebook.ipynb` without Jupyter, and gives the notebook with its outputs as Markdown.

The notebook is kept without outputs: the site shows what its cells give when the site is built.
"""

import ast
import contextlib
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
SAMPLES = ROOT / "src" / "crossreport" / "samples" / "pages"


class Cell(Struct, frozen=True):
    """A cell's text; of code, what it printed and its last value."""

    kind: str
    source: str
    printed: str = ""
    value: Any = None


def run(path: Path = NOTEBOOK) -> Iterator[Cell]:
    """Run every cell in order, in a folder that holds the sample pages in `pages`; an error in a cell is raised."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(SAMPLES, Path(folder) / "pages")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            yield _run(source, names) if cell["cell_type"] == "code" else Cell("markdown", source)


def _run(source: str, names: dict[str, Any]) -> Cell:
    tree = ast.parse(source)
    last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(last, "cell", "eval"), names) if last is not None else None
    return Cell("code", source, printed.getvalue(), value)


def as_markdown(path: Path = NOTEBOOK) -> str:
    """The notebook with what its cells give now."""
    return "\n\n".join(_shown(cell) for cell in run(path))


def _shown(cell: Cell) -> str:
    if cell.kind == "markdown":
        return cell.source
    shown = [f"```python\n{cell.source}\n```"]
    if cell.printed:
        shown.append(f"```text\n{cell.printed.rstrip()}\n```")
    if cell.value is not None and hasattr(cell.value, "to_html"):
        shown.append(f"```{{raw}} html\n{_table(cell.value)}\n```")
    elif cell.value is not None:
        shown.append(f"```text\n{cell.value!r}\n```")
    return "\n\n".join(shown)


def _table(frame: Any) -> str:
    return f'<div class="table-wrapper">{frame.to_html(border=0, classes="docutils", na_rep="")}</div>'
