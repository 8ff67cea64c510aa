import pytest

from crossreport.language.conllu import (
    ConlluError,
    Empty,
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
    given = Table((), tuple(t.text for t in SENTENCE.tokens), (True, False, True, False, True), fused)
    written = write_sentence(TEXT, SENTENCE, given)
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
        Table(("# sent_id = a",), ("Men", "ran"), (True, True), (), (Empty(1, "1.1", "left"),)),
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


def test_fused_words_that_their_words_do_not_spell_share_a_span() -> None:
    (table,) = read_tables(["1\tHall", "2-3\tdu\t" + "\t".join("_" * 7) + "\tSpaceAfter=No", "2\tde", "3\tle", "4\t."])
    assert table.text() == "Hall du."
    assert table.spans() == [(0, 4), (5, 7), (5, 7), (7, 8)]


def test_comments_fused_words_and_empty_nodes_come_through() -> None:
    lines = ["# newdoc id = d", "0.1\tIt", "1-2\tdon't", "1\tdo", "2\tn't", "3\tstay", "3.1\tthere", ""]
    written = parse_conllu("\n".join(lines)).split("\n")
    assert [line.split("\t")[:2] for line in written] == [line.split("\t")[:2] for line in [*lines, ""]]


def test_spacing_comes_through_and_stands_on_the_range_of_fused_words() -> None:
    none, glued = "\t".join("_" * 7) + "\t_", "\t".join("_" * 7) + "\tSpaceAfter=No"
    lines = [f"1-2\tdon't\t{glued}", f"1\tdo\t{none}", f"2\tn't\t{none}", f"3\t-\t{none}", f"4\tstay\t{glued}", ""]
    rows = [line.split("\t") for line in parse_conllu("\n".join(lines)).splitlines() if "\t" in line]
    assert [row[0] for row in rows if "SpaceAfter=No" in row[9]] == ["1-2", "4"]


def test_marks_of_windows_files_are_no_words() -> None:
    (table,) = read_tables(["\ufeff# sent_id = a\r\n", "1\tMen\t_\r\n", "\r\n"])
    assert (table.comments, table.words) == (("# sent_id = a",), ("Men",))


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["1\tMen", "3\tran"], 2),
        (["1\tMen", "1\tran"], 2),
        (["2-1\tdu", "1\tde"], 1),
        (["1-3\tdu", "1\tde", "2\tle"], 3),
        (["1-2\tdu", "1\tde", "2-3\tle", "2\tle", "3\tla"], 3),
        (["1\tde", "1-2\tdu", "2\tle"], 2),
        (["1\tMen", "2\t "], 2),
        (["1\tMen", "2.1\tran"], 2),
        (["1.1\tran"], 1),
        (["1\tMen", "", "# sent_id = b"], 3),
        (["²\tMen"], 1),
    ],
)
def test_tables_that_do_not_hold_together_are_refused_with_their_line(lines: list[str], line: int) -> None:
    with pytest.raises(ConlluError, match=f"line {line}:"):
        list(read_tables(lines))
