import pytest

from crossreport.language.conllu import (
    ConlluError,
    Fused,
    Table,
    parse_conllu,
    parse_text,
    read_tables,
    write_sentence,
)
from crossreport.model import Name, Sentence, Token

TEXT = "Adel didn't flee."
SENTENCE = Sentence(
    0,
    17,
    0,
    (
        Token(0, 4, "Adel", "Adel", "PROPN", "NNP", 3, "nsubj"),
        Token(5, 8, "did", "do", "AUX", "VBD", 3, "aux"),
        Token(8, 11, "n't", "n't", "PART", "RB", 3, "advmod"),
        Token(12, 16, "flee", "flee", "VERB", "VB", -1, "root"),
        Token(16, 17, ".", ".", "PUNCT", ".", 3, "punct"),
    ),
    (Name(0, 1, "PER"),),
)


def test_what_is_written_reads_back() -> None:
    fused = (Fused(1, 3, "didn't", True),)
    written = write_sentence(TEXT, SENTENCE, fused=fused)
    (table,) = read_tables(written.splitlines(keepends=True))
    assert table.text() == TEXT
    assert table.spans() == [(t.start, t.end) for t in SENTENCE.tokens]
    assert table.fused == fused
    assert table.comments == (f"# text = {TEXT}",)


def test_columns() -> None:
    rows = [line.split("\t") for line in write_sentence(TEXT, SENTENCE).splitlines() if line[:1].isdigit()]
    assert all(len(row) == 10 for row in rows)
    assert [row[6] for row in rows] == ["4", "4", "4", "0", "4"]
    assert rows[0][9] == "Name=B-PER|TokenRange=0:4"
    assert rows[1][9] == "SpaceAfter=No|TokenRange=5:8"


def test_empty_nodes_and_missing_columns() -> None:
    lines = ["# sent_id = a", "1\tMen", "1.1\tleft", "2\tran", "", "1\tGone"]
    assert list(read_tables(lines)) == [
        Table(("# sent_id = a",), ("Men", "ran"), (True, True)),
        Table((), ("Gone",), (True,)),
    ]


def test_another_format_is_refused_with_its_line() -> None:
    with pytest.raises(ConlluError, match="line 2"):
        list(read_tables(["1\tMen", "no table"]))


def test_text_to_tables_and_back_to_the_same_tables() -> None:
    text = (
        "Rebels left Adra\n\nThe army entered Tripoli at dawn. Nobody was hurt in the fighting that followed the\n"
        "retreat."
    )
    written = parse_text(text)
    tables = list(read_tables(written.splitlines()))
    assert [" ".join(table.words) for table in tables] == [
        "Rebels left Adra",
        "The army entered Tripoli at dawn .",
        "Nobody was hurt in the fighting that followed the retreat .",
    ]
    assert "Name=B-LOC" in written
    again = parse_conllu(written)
    assert [line.split("\t")[:9] for line in again.split("\n")] == [
        line.split("\t")[:9] for line in written.split("\n")
    ]
