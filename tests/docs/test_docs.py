"""The docs name only commands, options and files that there are, and what the code has is in the reference."""

import csv
import re
from pathlib import Path

import click
import pytest
import yaml
from markdown_it import MarkdownIt

import crossreport
from crossreport.export import tables
from tools.reference import commands, exports, records

ROOT = Path(__file__).parents[2]
DOCS = sorted((ROOT / "docs").rglob("*.md"))
OTHERS = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "evals/README.md", "src/crossreport/samples/README.md")
]
COMMANDS = dict(commands.commands())


def called(path):
    """Every line of code, and every piece of code in a sentence, that calls the command."""
    text = path.read_text(encoding="utf-8")
    lines = re.findall(r"^(?:\$ )?(crossreport .+)$", text, re.MULTILINE)
    return lines + [" ".join(code.split()) for code in re.findall(r"`(crossreport\s[^`]+)`", text)]


def wrong(line):
    """What in a call the program does not know."""
    words = re.split(r"\s+#|\s*[|>]\s|&&|;", line)[0].split()
    path = ("crossreport",)
    while len(words) > len(path) and (*path, words[len(path)]) in COMMANDS:
        path = (*path, words[len(path)])
    command = COMMANDS[path]
    if isinstance(command, click.Group) and len(words) > len(path) and re.fullmatch(r"[a-z]+", words[len(path)]):
        return f"no command {' '.join([*path, words[len(path)]])}"
    some = [command]  # of a group, what any of its commands knows: "crossreport judge … --blind"
    if words[len(path) : len(path) + 1] == ["…"]:
        some = [each for below, each in COMMANDS.items() if below[: len(path)] == path]
    known = {name for one in some for each in one.params for name in (*each.opts, *each.secondary_opts)}
    known |= {"--help", "-h"}
    given = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", " ".join(words[len(path) :])))
    unknown = sorted(given - known - {"-"})
    return f"{' '.join(path)} has no {', '.join(unknown)}" if unknown else None


@pytest.mark.parametrize("path", [*DOCS, *OTHERS], ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_called_can_be_called(path):
    assert [found for line in called(path) if (found := wrong(line))] == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("crossreport judge marry A B", "no command crossreport judge marry"),
        ("crossreport read pages --quick", "crossreport read has no --quick"),
        ("crossreport judge … --blind ROUND", None),
        ("crossreport export acled -o a.csv  # or ucdp --never", None),
    ],
)
def test_a_call_that_nobody_answers_is_found(line, says):
    assert wrong(line) == says


def targets(path):
    """What the page links to: (address, text)."""
    agenda = MarkdownIt().enable("table").parse(path.read_text(encoding="utf-8"))
    while agenda:
        token = agenda.pop()
        agenda += token.children or []
        if token.type in ("link_open", "image"):
            yield str(token.attrs.get("href", token.attrs.get("src")))


@pytest.mark.parametrize("path", [*DOCS, *OTHERS], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path):
    files = [target.partition("#")[0] for target in targets(path) if not re.match(r"[a-z]+:", target)]
    assert [name for name in files if name and not (path.parent / name).exists()] == []


def test_every_page_is_in_the_table_of_contents():
    listed = set()
    for page in DOCS:
        for body in re.findall(
            r"^```\{toctree\}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            names = [line for line in body.splitlines() if line.strip() and not line.startswith(":")]
            listed |= {found.with_suffix("") for name in names for found in page.parent.glob(f"{name}.md")}
    assert [page for page in DOCS if page.with_suffix("") not in listed and page.name != "index.md"] == []


def test_every_command_and_option_is_in_the_reference():
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `([^`]+)`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    for path, command in COMMANDS.items():
        section = sections[" ".join(path)]
        for each in command.params:
            assert isinstance(each, click.Argument) or each.opts[0] in section, (path, each.opts)


def test_every_field_is_in_the_reference():
    text = (ROOT / "docs/reference/record.md").read_text(encoding="utf-8")
    for name, kind in records.LINES.items():
        section = text.partition(f"## `{name}`\n")[2].partition("\n## ")[0]
        assert [field for field in records.fields_of(name, kind) if f"| `{field}` |" not in section] == []


def test_a_command_without_words_is_an_error():
    silent = click.Command("silent", params=[click.Option(["--loud"])], help="Does nothing.")
    with pytest.raises(ValueError, match="crossreport silent --loud says nothing"):
        list(commands._section(("crossreport", "silent"), silent))


def test_a_field_without_words_is_an_error():
    said = {name: dict.fromkeys(["_", *records.fields_of(name, kind)], "…") for name, kind in records.LINES.items()}
    records._check(records.LINES, said)
    del said["event"]["grade"]
    said["event"]["mood"] = "…"
    with pytest.raises(ValueError, match=r"event.grade is not described; event has no mood"):
        records._check(records.LINES, said)


def test_a_column_without_words_is_an_error():
    with pytest.raises(ValueError, match=r"acled: year is not described; acled has no yeer"):
        exports.check({"acled": ("year",)}, {"acled": {"yeer": "…"}})


def test_every_column_is_in_the_reference():
    text = (ROOT / "docs/reference/exports.md").read_text(encoding="utf-8")
    for name, known in exports.columns().items():
        section = text.partition(f"## `{name}`\n")[2].partition("\n## ")[0]
        assert [column for column in known if f"| `{column}` |" not in section] == []
    for name in tables.KINDS:
        section = text.partition(f"### `{name}`\n")[2].partition("\n### ")[0]
        assert [column.name for column in tables.columns(name) if f"| `{column.name}` |" not in section] == []


@pytest.mark.parametrize("name", ["acled", "ucdp", "gdelt", "polecat"])
def test_columns_that_are_said_to_stay_empty_do(name, sample_record, tmp_path):
    said = yaml.safe_load(exports.DESCRIBED.read_text(encoding="utf-8"))[name]
    crossreport.load(sample_record).export(name, tmp_path / "rows")
    lines = (tmp_path / "rows").read_text(encoding="utf-8")
    given = csv.reader(lines.splitlines(), delimiter="," if name in ("acled", "ucdp") else "\t")
    rows = list(given)[0 if name == "gdelt" else 1 :]
    empty = {column for column, cells in zip(said, zip(*rows, strict=True), strict=True) if not any(cells)}
    promised = {column for column, text in said.items() if text.startswith("Stays empty")}
    assert promised <= empty
