"""`crossreport read --sources FILE --facts FILE`."""

import json

from click.testing import CliRunner

from crossreport.cli.main import main

PAGE = """Harbour Lamp | News

Shells fall on the quay

Shells fell on the quay before dawn and wounded two porters, Governor Brenna Oskald said in the harbour office.
The porters were carried to the clinic on a door, and the nurse said that both would live.
"""
FACTS = "- {name: Brenna Oskald, kind: office, from: 2018-03, to: 2019, titles: [governor], source: State gazette}\n"
SOURCES = "- {name: Harbour Lamp, kind: private, side: family-owned, country: 'NO', source: Own imprint}\n"


def run(folder, *more):
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    out = folder / "record.jsonl"
    command = ["read", str(folder / "page.txt"), "--jsonl", str(out), "--stop-after", "reading", "--quiet", *more]
    result = CliRunner().invoke(main, command)
    pages = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] if result.exit_code == 0 else []
    return result, next((each for each in pages if each["record"] == "page"), None)


def test_own_outlets_and_facts_count(tmp_path):
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    own = ("--facts", str(tmp_path / "facts.yaml"), "--sources", str(tmp_path / "sources.yaml"))
    result, page = run(tmp_path, *own)
    assert result.exit_code == 0, result.output
    assert page["outlet"] == "Harbour Lamp"
    assert page["published"]["earliest"].startswith("2018-02")
    _, without = run(tmp_path)
    assert without["published"]["earliest"] is None


def test_a_bad_file_ends_the_run_with_a_line_that_names_it(tmp_path):
    (tmp_path / "facts.yaml").write_text("- {name: A, kind: group, from: never, source: s}\n", encoding="utf-8")
    result, _ = run(tmp_path, "--facts", str(tmp_path / "facts.yaml"))
    assert result.exit_code == 2
    assert "facts.yaml, entry 1 (A): 'never' is no date" in result.output


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "sources.yaml").write_bytes(b"\xff\xfe\x00bad")
    result, _ = run(tmp_path, "--sources", str(tmp_path / "sources.yaml"))
    assert result.exit_code == 2
    assert "save the file as UTF-8" in result.output
