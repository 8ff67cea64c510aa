"""Runs the code of every page of the docs, each page in a folder of its own that holds the sample pages in `pages`.

`python` blocks run as doctests or as code, `bash` blocks in bash (any failure fails). A comment in front of a block
says more: `<!-- file: NAME -->` writes the block to a file, `<!-- output -->` wants its lines in what the last bash
block printed (`...` stands for anything), `<!-- exit: N -->` wants that exit code. Comments of their own:
`<!-- record -->` puts a record of the sample pages, `crossreport.db`, into the folder; `<!-- file: NAME` with the text
behind it is a file that no reader sees; `<!-- set: NAME=COMMAND -->` gives what a command prints to later blocks as
`$NAME`. A block in any other language must be `text`, or say what it is by one of these comments.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sybil import Document, Example, Region, Sybil
from sybil.parsers.myst import PythonCodeBlockParser

SAMPLES = Path(__file__).parents[1] / "src" / "crossreport" / "samples" / "pages"
FENCE = re.compile(
    r"^(?:<!-- (?P<note>file: \S+|output|exit: \d+) -->\n+)?```(?P<language>\S*)[^\n]*\n(?P<body>.*?)^```$", re.M | re.S
)
HIDDEN = re.compile(r"^<!-- (?:(?P<note>record|set: [^\n]+) -->|(?P<file>file: \S+)\n(?P<body>.*?)-->)$", re.M | re.S)
PLAIN = ("text", "yaml", "json")
LONGEST = 600  # seconds of a bash block

# Where the record of the sample pages is made once for all; the user's own words and places are nobody's here.
_set: dict[str, str] = {}
_session = Path(tempfile.mkdtemp(prefix="crossreport-docs-"))


def environment() -> dict[str, str]:
    """The shell's, with our command first on its path and an empty folder for what a user adds."""
    mine = {name: value for name, value in os.environ.items() if name != "CROSSREPORT_CACHE"}
    return (
        mine
        | _set
        | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "XDG_DATA_HOME": str(Path.cwd() / ".own")}
    )


def bash(script: str) -> "subprocess.CompletedProcess[str]":
    """Run a script in the page's folder."""
    command = ["bash", "-euo", "pipefail", "-c", script]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=LONGEST, check=False)


@cache
def sample_record() -> Path:
    """A record of the sample pages."""
    made = _session / "crossreport.db"
    done = bash(f"crossreport read {SAMPLES} --quiet --record {made}")
    assert done.returncode == 0, done.stderr
    return made


def fences(document: Document) -> Iterable[Region]:
    """Every block but Python's and Sphinx's, and what hides in comments."""
    for match in FENCE.finditer(document.text):
        if match["language"] != "python" and not match["language"].startswith("{"):
            yield Region(match.start(), match.end(), match.groupdict(), evaluate)
    for match in HIDDEN.finditer(document.text):
        yield Region(
            match.start(),
            match.end(),
            {"language": "hidden", "note": match["note"] or match["file"], "body": match["body"]},
            evaluate,
        )


def evaluate(example: Example) -> str | None:
    """What is wrong with a block, if anything."""
    language, note, body = example.parsed["language"], example.parsed["note"] or "", example.parsed["body"] or ""
    if note == "record":
        shutil.copy(sample_record(), "crossreport.db")
    elif note.startswith("file: "):
        Path(note.removeprefix("file: ")).write_text(body, encoding="utf-8")
    elif note.startswith("set: "):
        name, _, command = note.removeprefix("set: ").partition("=")
        _set[name] = bash(command).stdout.strip()
        return None if _set[name] else f"{command} prints nothing"
    elif language == "bash":
        return _run(example, body, int(note.removeprefix("exit: ")) if note else 0)
    elif note == "output":
        return _missing(body, example.namespace["printed"])
    elif language not in PLAIN:
        return f"nobody knows what to do with a block in {language or 'no language'}: name one, or say what it is"
    elif language == "yaml":
        yaml.safe_load(body)
    return None


def _run(example: Example, body: str, wanted: int) -> str | None:
    done = bash(body)
    example.namespace["printed"] = done.stdout + done.stderr
    if done.returncode != wanted:
        return f"exit code {done.returncode}, not {wanted}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
    return None


def _missing(wanted: str, printed: str) -> str | None:
    """The lines that were not printed; spaces do not count."""
    told = " ".join(printed.split())
    for line in filter(str.strip, wanted.splitlines()):
        pattern = ".*?".join(re.escape(" ".join(part.split())) for part in re.split(r"\.\.\.|…", line))
        if not re.search(pattern, told):
            return f"not printed: {line}\nbut:\n{printed[-3000:]}"
    return None


def begin(namespace: dict[str, Any]) -> None:
    """A folder of its own for each page of the docs."""
    folder = Path(tempfile.mkdtemp(dir=_session))
    shutil.copytree(SAMPLES, folder / "pages")
    namespace |= {"came_from": Path.cwd(), "folder": folder, "printed": ""}
    os.chdir(folder)


def end(namespace: dict[str, Any]) -> None:
    """Back to where the run began; the folder goes."""
    _set.clear()
    os.chdir(namespace["came_from"])
    shutil.rmtree(namespace["folder"])


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE), fences],
    pattern="*.md",
    setup=begin,
    teardown=end,
).pytest()


def pytest_sessionfinish() -> None:
    """Nothing stays behind."""
    shutil.rmtree(_session, ignore_errors=True)
