"""The notebook runs from top to bottom on the sample pages, and is kept without outputs."""

import json

from tools import notebook


def test_every_cell_runs_and_says_something():
    cells = list(notebook.run())
    assert sum(cell.kind == "code" for cell in cells) >= 5
    assert [cell.source for cell in cells if cell.kind == "code" and not cell.printed and cell.value is None] == []


def test_it_is_a_notebook_without_outputs():
    held = json.loads(notebook.NOTEBOOK.read_text(encoding="utf-8"))
    assert held["nbformat"] == 4
    for cell in held["cells"]:
        assert cell["cell_type"] in ("code", "markdown")
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None


def test_a_cell_that_fails_is_an_error(tmp_path):
    import pytest

    (tmp_path / "bad.ipynb").write_text(json.dumps({"cells": [{"cell_type": "code", "source": ["1 / 0"]}]}))
    with pytest.raises(ZeroDivisionError):
        list(notebook.run(tmp_path / "bad.ipynb"))
