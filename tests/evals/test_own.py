import json
from pathlib import Path

import msgspec
import pytest
import yaml

from crossreport.model import Block, Dropped, Page, Published
from evals import coded, own
from evals.fa_kes import Scores
from evals.own import Day, OwnGold, OwnPage, Reading, day_allowed, day_inside, furniture, is_dropped, is_lost, own_pages
from evals.rooms import WORDS, Rooms
from evals.same import interval

SITE = "Share this\nTroops left Sake on Monday.\nRead also: Goma\n"
TYPES = set(yaml.safe_load((WORDS / "events.yaml").read_text(encoding="utf-8"))["types"])
STATUSES = {"happened", "ongoing", "planned", "threatened", "called_for", "alleged", "denied", "hypothetical"}
COUNTED = {"killed", "wounded", "killed_and_wounded", "displaced", "detained", "abducted", "missing"}
MEASURES = COUNTED | {"troops", "vehicles", "area", "other"}


def read(text: str, *, body: str, earliest: str | None = "2023-02-28", latest: str | None = "2023-02-28") -> Page:
    """A page whose only block is `body`; the rest is dropped."""
    at = text.index(body)
    ends = [(0, at), (at + len(body), len(text))]
    dropped = tuple(Dropped(start, end, "furniture", text[start:end]) for start, end in ends if end > start)
    blocks = (Block(at, at + len(body), "paragraph"),)
    published = Published(f"{earliest}/{latest}", earliest, latest)
    return Page("page", "capture", "page.txt", None, None, "en", text, blocks, dropped, published)


@pytest.mark.parametrize("part", own.PARTS)
def test_every_page_has_gold_and_every_gold_a_page(part: str) -> None:
    pages = own_pages(part)
    assert len(pages) == 10
    assert {path.stem for path in (own.PAGES / part).glob("*.txt")} == set(pages)


@pytest.mark.parametrize("part", own.PARTS)
def test_gold_points_into_its_page(part: str) -> None:
    for name, page in own_pages(part).items():
        pointers = [event.cue or "" for event in page.coding.events]
        pointers += [figure.words or "" for figure in page.coding.figures]
        assert [each for each in pointers if not each or each not in page.text or len(each.split()) > 6] == [], name
        assert [each for each in page.gold.drop if not furniture(page.text, each)] == [], name


@pytest.mark.parametrize("part", own.PARTS)
def test_gold_keeps_to_the_codebook(part: str) -> None:
    for page in own_pages(part).values():
        for event in page.coding.events:
            assert event.type in TYPES
            assert event.status in STATUSES
            assert event.when is None or interval(event.when)
        assert {figure.measure for figure in page.coding.figures} <= MEASURES
        assert page.gold.published.earliest <= page.gold.published.latest
        assert any(event.core for event in page.coding.events)


@pytest.mark.parametrize("part", own.PARTS)
def test_a_part_agrees_with_itself(part: str, tmp_path: Path) -> None:
    saved = tmp_path / "ours.json"
    saved.write_bytes(coded.dump({name: page.coding for name, page in own_pages(part).items()}))
    scores = Scores()
    for name, ours in coded.load(saved).items():
        scores.add(own_pages(part)[name].coding, ours)
    assert scores.strict.f1 == scores.events.f1 == scores.figures.f1 == 1.0


def test_the_parts_share_no_page() -> None:
    dev, test = own_pages("dev"), own_pages("test")
    assert not {page.text for page in dev.values()} & {page.text for page in test.values()}
    assert not dev.keys() & test.keys()


def test_a_day_is_inside_only_with_both_bounds() -> None:
    wanted = Day("2023-02-27", "2023-02-28")
    assert day_inside(wanted, read(SITE, body="Troops"))
    assert not day_inside(wanted, read(SITE, body="Troops", earliest=None))
    assert not day_inside(wanted, read(SITE, body="Troops", latest="2023-03-01"))


def test_a_wide_day_is_allowed_and_a_false_one_is_not() -> None:
    wanted = Day("2023-02-27", "2023-02-28")
    assert day_allowed(wanted, read(SITE, body="Troops", earliest="2011-01-01", latest=None))
    assert not day_allowed(wanted, read(SITE, body="Troops", earliest="2023-03-01", latest=None))
    assert not day_allowed(wanted, read(SITE, body="Troops", earliest=None, latest="2023-02-26"))


def test_furniture_is_found_by_line_and_else_by_passage() -> None:
    assert [SITE[slice(*each)] for each in furniture(SITE, "Read also")] == ["Read also: Goma"]
    assert [SITE[slice(*each)] for each in furniture(SITE, "on Monday")] == ["on Monday"]
    assert furniture(SITE, "Next page") == []


def test_a_passage_half_dropped_is_not_dropped() -> None:
    page = read(SITE, body="Troops left Sake on Monday.\nRead")
    assert is_dropped(page, (0, len("Share this\n")))
    assert not is_dropped(page, furniture(SITE, "Read also")[0])


def test_a_cue_is_kept_if_one_of_its_places_is() -> None:
    twice = "Troops left.\nTroops left.\n"
    assert not is_lost(read(twice, body="Troops left."), "Troops left")
    assert is_lost(read(SITE, body="Troops"), "left Sake")


def test_reading_counts_and_says_what_is_wrong() -> None:
    gold = OwnGold(Day("2023-03-01", "2023-03-01"), ("Share this", "Read also"))
    event = coded.CodedEvent("territory_lost", cue="left Sake")
    page = OwnPage("sake", SITE, gold, coded.Coding((event,)))
    reading = Reading()
    wrong = reading.add(page, read(SITE, body="Monday.\nRead also: Goma\n"))
    assert reading.measures() == {"day_inside": 0.0, "day_allowed": 0.0, "dropped": 0.5, "kept": 0.0}
    assert [each.split(" ")[0] for each in wrong] == ["day", "still", "lost:"]


def test_a_day_is_given_only_where_it_is_certain() -> None:
    page = OwnPage("sake", SITE, OwnGold(Day("2023-03-01", "2023-03-01")), coded.Coding())
    assert page.known_day == "2023-03-01"
    wide = msgspec.structs.replace(page, gold=OwnGold(Day("2023-03-01", "2023-03-02")))
    assert wide.known_day is None


def test_a_saved_coding_is_scored_without_the_rooms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = OwnPage("sake", SITE, OwnGold(Day("2023-02-28", "2023-02-28"), ("Share this",)), coded.Coding())
    monkeypatch.setattr(own, "own_pages", lambda part: {f"{part}-sake": page})
    monkeypatch.setattr(Rooms, "read", lambda *_: read(SITE, body="Troops left Sake on Monday."))
    saved = tmp_path / "ours.json"
    saved.write_text(json.dumps({"sake": {}}))
    assert own.main(["--against", str(saved), "--show", "dev-sake", "--text"]) == 0
    said = capsys.readouterr().out
    assert "| Troops left Sake on Monday." in said
    assert "- furniture: Share this" in said
    assert "day      1.000  (1 of 1)" in said
