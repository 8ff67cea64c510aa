"""Lists of places that users have: which form a file is in, what its rows become, and what is said of a broken one."""

import zipfile
from pathlib import Path

import pytest

from crossreport.gazetteer import add_places, added_lists, gazetteer, remove_places
from crossreport.gazetteer.lists import read_list
from crossreport.gazetteer.refused import ImportRefused

GEONAMES = (
    "99000002\tQaryat Mithal\tQaryat Mithal\tKariat Mithal,قرية مثال,XYZ,https://example.org/x\t14.5\t43.5\tP\tPPL"
    "\tYE\t\t08\t\t\t\t90\t\t1900\tAsia/Aden\t2026-01-01"
)
LONG = """Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date
#country+code,#adm+level,#adm+code,#adm+name,#adm+code+parent,#date+start
SYR,2,SY0203,Afrin,SY02,2020-12-17
SYR,1,SY02,Aleppo,SYR,2020-12-17
SYR,2,SY0299,Nahiyat Mithal,SY02,2020-12-17
"""
WIDE = (
    "admin0Name_en,admin0Pcode,admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Pcode,admin3Name_en,"
    "admin3Pcode,admin4Name_en,admin4Name_ar,admin4Pcode,latitude_y,longitude_x\n"
    "Syria,SY,Idleb,إدلب,SY07,Idleb,SY0700,Bennsh,SY070001,Tall Tajriba,تل تجربة,C9001,35.96,36.72\n"
    "Syria,SY,Idleb,إدلب,SY07,Idleb,SY0700,Bennsh,SY070001,Kafr Tajriba,كفر تجربة,C9002,35.97,36.75\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, with the shipped gazetteer."""
    shipped = gazetteer()._paths[0]
    monkeypatch.setenv("CROSSREPORT_CACHE", str(tmp_path))
    (tmp_path / Path(shipped).name).symlink_to(shipped)
    return tmp_path


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_geonames_file_keeps_its_names_and_drops_codes_and_links(folder: Path) -> None:
    found = read_list(_file(folder, "YE.txt", GEONAMES + "\n"), "YE.txt")
    (row,) = found.rows
    assert found.form == "GeoNames country file"
    assert (row.country, row.admin1, row.population) == ("YE", "08", 90)
    assert row.names == ("Qaryat Mithal", "Kariat Mithal", "قرية مثال")


def test_the_archive_that_geonames_hands_out_is_read_as_it_is(folder: Path) -> None:
    with zipfile.ZipFile(folder / "YE.zip", "w") as archive:
        archive.writestr("readme.txt", "Readme for GeoNames")
        archive.writestr("YE.txt", GEONAMES + "\n")
    assert [row.geonameid for row in read_list(folder / "YE.zip", "YE.zip").rows] == [99000002]


def test_p_codes_one_a_row_lie_in_their_parents(folder: Path) -> None:
    found = read_list(_file(folder, "pcodes.csv", LONG), "pcodes.csv")
    assert found.form == "OCHA P-codes"
    assert [(row.name, row.kind, row.country, row.admin1) for row in found.rows] == [
        ("Aleppo", "admin1", "SY", "09"),
        ("Afrin", "admin2", "SY", "09"),
        ("Nahiyat Mithal", "admin2", "SY", "09"),
    ]
    assert found.rows[0].geonameid
    assert found.rows[0].lat is not None
    assert found.rows[2].lat is None  # a unit that no source gives a point


def test_a_p_code_finds_its_unit(folder: Path) -> None:
    assert add_places(_file(folder, "pcodes.csv", LONG)).places == 3
    assert {hit.entry.name for hit in gazetteer().exact("SY0299")} == {"Nahiyat Mithal"}
    assert len([hit for hit in gazetteer().exact("Aleppo") if hit.entry.kind == "admin1"]) == 1


def test_p_codes_a_column_a_level_give_each_unit_once_and_the_villages_their_points(folder: Path) -> None:
    found = read_list(_file(folder, "syr_admin4.csv", WIDE), "syr_admin4.csv")
    assert [(row.names[-1], row.kind, row.lat) for row in found.rows if row.kind == "settlement"] == [
        ("C9001", "settlement", 35.96),
        ("C9002", "settlement", 35.97),
    ]
    assert [row.names[-1] for row in found.rows] == ["SY07", "SY0700", "SY070001", "C9001", "C9002"]
    assert {row.admin1 for row in found.rows} == {"12"}
    assert "تل تجربة" in found.rows[3].names


def test_a_table_goes_by_the_column_names_that_people_use(folder: Path) -> None:
    table = (
        "Village;Latitude;Longitude;Governorate\nTall Tajriba;35,96;36,72;Idleb Governorate\nBayt Tajriba;15.35;44.2;\n"
    )
    first, second = read_list(_file(folder, "v.csv", table), "v.csv", country="SYR").rows
    assert (first.name, first.country, first.admin1, first.lat) == ("Tall Tajriba", "SY", "12", 35.96)
    assert second.admin1 is None  # no settlement of that country lies near its point


def test_the_settlements_around_a_point_tell_its_division(folder: Path) -> None:
    table = "name\tcountry\tlat\tlon\nKafr Tajriba\tSyria\t35.95\t36.71\n"
    (row,) = read_list(_file(folder, "v.tsv", table), "v.tsv").rows
    assert (row.country, row.admin1) == ("SY", "12")


def test_what_was_added_is_listed_with_its_digest_and_taken_out_again(folder: Path) -> None:
    added = add_places(_file(folder, "YE.txt", GEONAMES + "\n"))
    assert [(one.source, one.form, one.places, len(one.digest)) for one in added_lists()] == [
        ("YE.txt", "GeoNames country file", 1, 64)
    ]
    assert added == added_lists()[0]
    assert gazetteer().exact("Kariat Mithal")
    assert remove_places("YE.txt")
    assert not remove_places("YE.txt")
    assert not gazetteer().exact("Kariat Mithal")


def test_a_place_that_both_files_hold_is_one_place(folder: Path) -> None:
    (own,) = [hit.entry for hit in gazetteer().exact("Binnish") if hit.entry.kind == "settlement"]
    again = GEONAMES.split("\t")
    again[0], again[1], again[2], again[8], again[10] = str(own.geonameid), "Binnish", "Binnish", "SY", "12"
    add_places(_file(folder, "SY.txt", "\t".join(again) + "\n"))
    assert [hit.entry.id for hit in gazetteer().exact("Binnish") if hit.entry.kind == "settlement"] == [own.id]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", "PK", "save the sheet as CSV"),
        ("a.csv", "", "empty"),
        ("a.csv", "name,country,lat,lon\n", "no place in it"),
        ("a.csv", "name,lat,lon\nX,1,2\n", "--country"),
        ("a.csv", "name,country,lat,lon\nX,Atlantis,1,2\n", "line 2: 'Atlantis' is no country"),
        ("a.csv", "name,country,lat,lon\nX,SY,91,2\n", "line 2: 91 degrees"),
        ("a.csv", "name,country,lat,lon,population\nX,SY,1,2,many\n", "line 2: population 'many'"),
        ("a.csv", "admin1Pcode,admin2Name_en\nSY01,X\n", "admin1Name_en"),
        ("a.csv", "P-Code,Name\nSY01,X\n", "no column admin level"),
        ("a.csv", "admin1Name_en,admin1Pcode\n,ZZ01\n", "ZZ01"),
        ("a.txt", GEONAMES + "\nbroken\tline\n", "line 2: 2 columns"),
        ("a.txt", GEONAMES.replace("14.5", "north") + "\n", "line 1: 'north'"),
    ],
)
def test_a_broken_list_is_refused_and_says_where(folder: Path, name: str, content: str, says: str) -> None:
    with pytest.raises(ImportRefused, match=says):
        add_places(_file(folder, name, content))
    assert not (folder / "places-user.sqlite").exists()


def test_a_list_in_another_encoding_names_the_line(folder: Path) -> None:
    path = folder / "a.csv"
    path.write_bytes("name,country,lat,lon\nBogotá,CO,4,-74\n".encode("latin-1"))
    with pytest.raises(ImportRefused, match="line 2: not UTF-8"):
        read_list(path, "a.csv")
