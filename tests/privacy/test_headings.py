"""Lines of capitals hide where a name begins and ends: none is printed there that is withheld below."""

import pytest

from crossreport.privacy.headings import named_in_capitals, spellings

BODIES = (
    "Four people died when shells fell on the market of the town on Tuesday, residents said. {last}, 41, a welder, was "
    "one of them.",
    "Shells hit the market of the town on Tuesday and killed four people, among them the welder {full}, witnesses "
    "said. {last} had two children.",
    "Gunmen killed four people near the market on Tuesday. A cousin of {full} said that the shooting lasted an hour.",
)
HEADINGS = (
    "{FULL} KILLED IN STRIKE",
    "{FULL} - welder, father, neighbour",
    "{FULL}, 41",
    "{LAST} FAMILY BURIES ITS DEAD",
    "{FULL}",
    "FUNERAL OF {FULL} DRAWS HUNDREDS",
    "MARKET ATTACK: {FULL} DIED AT 41",
)
NAMES = ("Baran Çelik", "Jean-Robert Destine", "Sunita Gurung", "Yoweri Kabanda", "Benny Wanimbo", "Tarek al-Masri")


@pytest.mark.parametrize("number", range(len(HEADINGS)))
def test_a_heading_names_nobody_whom_the_page_below_withholds(tmp_path, monkeypatch, crossreport, number):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for at, name in enumerate(NAMES):
        last = name.split()[-1]
        heading = HEADINGS[number].format(FULL=name.upper(), LAST=last.upper())
        body = BODIES[(number + at) % len(BODIES)].format(full=name, last=last[:1].upper() + last[1:])
        (tmp_path / "pages" / f"{at}.txt").write_text(f"{heading}\n\nMay 4, 2016 - {body}\n")
    crossreport("read", "pages", "--quiet")
    crossreport("brief", "--markdown", "brief.md", "--html", "brief.html")
    crossreport("export", "jsonl", "-o", "out.jsonl")
    for written in ("brief.md", "brief.html", "out.jsonl"):
        said = (tmp_path / written).read_text().casefold()
        assert [word for name in NAMES for word in name.casefold().split() if word in said] == [], written


def test_words_of_the_language_are_no_names():
    text = "STRIKE KILLS WELDER OBEID\n\nA strike on the town killed a welder. Obeid, 41, had two children."
    assert named_in_capitals({"Obeid"}, text, ()) == set()
    text = "SAMIR OBEID BURIED\n\nA strike on the town killed a welder. Obeid, 41, had two children."
    assert named_in_capitals({"Obeid"}, text, ()) == {"SAMIR OBEID"}
    assert named_in_capitals({"Obeid"}, text, [(0, 5)]) == set()  # the register knows what SAMIR is


def test_a_name_is_one_in_and_outside_of_capitals():
    assert spellings("OBEID") == ("OBEID", "Obeid")
    assert "al-Masri" in spellings("AL-MASRI")
    assert spellings("Obeid") == ("Obeid", "OBEID")
    assert spellings("RK") == ("RK",)
