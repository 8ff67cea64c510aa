"""The file is built whole or not at all, once, and the same every time; a user's list goes beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crossreport.gazetteer import add_places, build, lists_pcodes, sources
from crossreport.gazetteer.divisions import shipped_divisions
from crossreport.gazetteer.entry import Row
from crossreport.gazetteer.importer import ImportRefused
from crossreport.gazetteer.store import Gazetteer, gazetteer
from crossreport.gazetteer.where import cache_folder


def _row(number: int, name: str, admin1: str, people: int) -> Row:
    return Row(number, name, (name,), "SY", admin1, "settlement", 35.0 + number, 36.0, people, "test")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CROSSREPORT_CACHE", str(tmp_path))
    rows = [_row(1, "Aleppo", "09", 2_000_000), _row(2, "Tell Rif`at", "09", 20_000), _row(3, "Binnish", "12", 30_000)]
    monkeypatch.setattr(sources, "settlements", lambda: rows)
    monkeypatch.setattr(sources, "villages", list)
    monkeypatch.setattr(sources, "second_order", dict)
    monkeypatch.setattr(sources, "natural_features", list)
    divisions = sources.divisions
    monkeypatch.setattr(sources, "divisions", lambda level: divisions(level) if level == 1 else [])
    for cached in (shipped_divisions, lists_pcodes._shipped_units):
        cached.cache_clear()
    yield tmp_path
    for cached in (shipped_divisions, lists_pcodes._shipped_units):
        cached.cache_clear()


def test_built_once_under_a_name_of_its_content(small: Path) -> None:
    first = build.built()
    written = first.stat().st_mtime_ns
    assert first.parent == small == cache_folder()
    assert build.content_version() in first.name
    assert build.built() == first
    assert first.stat().st_mtime_ns == written
    assert not list(small.glob("*.part"))


def test_two_builds_hold_the_same_rows(small: Path) -> None:
    build.build(small / "one.sqlite")
    build.build(small / "two.sqlite")
    dumps = []
    for name in ("one", "two"):
        with closing(sqlite3.connect(small / f"{name}.sqlite")) as connection:
            dumps.append(list(connection.iterdump()))
    assert dumps[0] == dumps[1]


def test_a_failed_build_leaves_nothing(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[Row]:
        raise OSError("disk full")

    monkeypatch.setattr(sources, "extras", broken)
    with pytest.raises(OSError, match="disk full"):
        build.built()
    assert not [path for path in small.iterdir() if path.suffix in {".sqlite", ".part"}]


@pytest.mark.usefixtures("small")
def test_divisions_have_a_point_and_people() -> None:
    store = Gazetteer(build.built())
    division = store.division("SY", "09")
    assert division is not None
    assert division.population == 2_020_000
    assert division.lat is not None
    assert 36.0 <= division.lat <= 37.0
    store.close()


def test_a_table_of_the_user_is_found_and_replaced(small: Path) -> None:
    listing = small / "mine.tsv"
    listing.write_text(
        "name\tcountry\tlat\tlon\talternates\nQaryat Tajriba\tSY\t36.1\t37.2\tTajribah\n", encoding="utf-8"
    )
    assert add_places(listing, source="field notes").places == 1
    assert [hit.entry.source for hit in gazetteer().exact("Tajribah")] == ["field notes"]
    assert add_places(listing, source="field notes").places == 1
    assert len(gazetteer().exact("qaryat tajriba")) == 1
    assert gazetteer().sounding("Kariat Tejriba", ("SY",))[0].entry.name == "Qaryat Tajriba"


def test_a_geonames_country_file_is_read(small: Path) -> None:
    cells = [
        "99000001",
        "Tall Mithal",
        "Tall Mithal",
        "Tell Mithal,تل مثال",
        "36.5",
        "37.5",
        "P",
        "PPL",
        "SY",
        "",
        "09",
    ]
    listing = small / "SY.txt"
    listing.write_text(
        "\t".join([*cells, "", "", "", "120", "", "400", "Asia/Damascus", "2026-01-01"]) + "\n", encoding="utf-8"
    )
    assert add_places(listing).places == 1
    (hit,) = gazetteer().exact("Tell Mithal")
    assert (hit.entry.geonameid, hit.entry.region, hit.entry.source) == (99000001, "Aleppo", "SY.txt")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name\tlat\tlon\nX\t1\t2\n", "country"),
        ("name,country,lat,lon\nX,SY,north,2\n", "line 2"),
        ("name,country,lat,lon\n,SY,1,2\n", "no name"),
        ("name,country,lat,lon,kind\nX,SY,1,2,castle\n", "castle"),
        ("name,country,lat,lon\nX,SY,1,999\n", "999"),
    ],
)
def test_a_bad_list_is_refused_with_its_line(small: Path, content: str, says: str) -> None:
    listing = small / "bad.txt"
    listing.write_text(content, encoding="utf-8")
    with pytest.raises(ImportRefused, match=says):
        add_places(listing)
    assert not (small / "places-user.sqlite").exists()


@pytest.mark.parametrize(
    ("name", "country"),
    [("Lanao del Norte", "PH"), ("Oudalan", "BF"), ("West Shewa", "ET"), ("Chayanta", "BO"), ("Krông Năng", "VN")],
)
def test_a_division_is_found_by_its_name_without_the_word_for_its_kind(name: str, country: str) -> None:
    found = [hit.entry for hit in gazetteer().find(name) if hit.entry.kind == "admin2"]
    assert [entry.country for entry in found] == [country]
    assert found[0].name in (name, "Krong Nang")
