"""Every export of the sample pages, read again by parsers that are not ours and hold it to its format.

pandas, polars and geopandas read the tables; PROV-JSON the W3C's Python model; JSON is held against schemas of the
formats (`schemas/`, written from their specifications); a WACZ file is checked record by record with hashes.
"""

import gzip
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import geopandas
import pandas as pd
import polars as pl
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from prov.model import ProvDocument

from crossreport.cli.main import main
from crossreport.export.formats import FORMATS
from tests.web.hand import ROOT

SAMPLES = ROOT / "src" / "crossreport" / "samples" / "pages"
SCHEMAS = Path(__file__).with_name("schemas")
# Headers as the makers of the data sets and their readers write them; the sources stand in words/data.
ACLED = """event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,
inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,
longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"""
UCDP = """id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,
dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,
source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,
adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,
deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"""
PLACES = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
ACTORS = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
GDELT = (
    ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
    + [f"Actor{number}{name}" for number in (1, 2) for name in ACTORS.split()]
    + ["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"]
    + ["NumMentions", "NumSources", "NumArticles", "AvgTone"]
    + [f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in PLACES.split()]
    + ["DATEADDED", "SOURCEURL"]
)
POLECAT = """Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,
Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,
Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,
Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,
Publication Date,Story People,Story Organizations,Story Locations,Language,Version"""
HASHTAG = re.compile(r"#[a-z][a-z0-9_]*(?: ?\+[a-z][a-z0-9_]*)*")


def names(header):
    return header.replace("\n", "").split(",")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A function from a format's name to the bytes of its file."""
    folder = tmp_path_factory.mktemp("strict")
    pages = folder / "pages.jsonl"
    told = {"url": "https://example.org/2016/09/16/strike?a=1&b=2", "title": "Strike on Azaz", "text":
            "AZAZ, Syria, Sept 16, 2016 - An air strike on the market of Azaz killed at least six people on Friday, "
            "the governor said."}  # fmt: skip
    pages.write_text(json.dumps(told) + "\n", encoding="utf-8")
    run("read", str(SAMPLES), str(pages), "--record", str(folder / "r.db"), "--quiet")

    def written(name, *more):
        target = folder / f"{name}{len(more)}"
        if not target.exists():
            more += ("--names",) if name == "wacz" else ()
            run("export", name, "--record", str(folder / "r.db"), "-o", str(target), *more)
        return target.read_bytes()

    return written


def run(*arguments):
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output


def frame(data, **how):
    """A table as strings, with an error for any row of another width."""
    return pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, on_bad_lines="error", **how)


def held(data, schema, *, lines=False):
    """The data, once every document in it is as the schema wants."""
    validator = Draft202012Validator(json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8")))
    documents = [json.loads(line) for line in data.splitlines()] if lines else [json.loads(data)]
    assert documents
    for document in documents:
        faults = [f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in validator.iter_errors(document)]
        assert faults == []
    return documents


def numbers(column):
    return pd.to_numeric(column[column != ""], errors="raise")


def days(column):
    return pd.to_datetime(column[column != ""], format="%Y-%m-%d", errors="raise")


def test_acled_is_read_by_pandas_and_holds_to_its_codebook(exported):
    rows = frame(exported("acled"))
    assert list(rows.columns) == names(ACLED)
    assert len(rows) >= 25
    assert rows.event_id_cnty.is_unique
    assert (days(rows.event_date).dt.year.astype(str) == rows.year).all()
    assert set(rows.time_precision) <= {"1", "2", "3"}
    assert set(rows.geo_precision) <= {"1", "2", "3", ""}
    assert set(rows.disorder_type) <= {"Political violence", "Demonstrations", "Strategic developments"}
    for inter in (rows.inter1, rows.inter2):
        assert set(inter) <= {"", *"012345678"}
    assert rows.interaction.str.fullmatch("[1-8][0-8]|").all()
    assert numbers(rows.latitude).between(-90, 90).all()
    assert numbers(rows.longitude).between(-180, 180).all()
    assert (numbers(rows.fatalities) % 1 == 0).all()
    assert set(rows.civilian_targeting) <= {"", "Civilian targeting"}


def test_ucdp_is_read_by_pandas_and_its_deaths_add_up(exported):
    rows = frame(exported("ucdp"))
    assert list(rows.columns) == names(UCDP)
    assert len(rows) > 3
    deaths = rows[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].astype(int).sum(axis=1)
    assert (deaths == rows.best.astype(int)).all()
    assert (rows.low.astype(int) <= rows.best.astype(int)).all()
    assert (rows.best.astype(int) <= rows.high.astype(int)).all()
    assert (days(rows.date_start) <= days(rows.date_end)).all()
    assert set(rows.type_of_violence) <= {"1", "2", "3"}
    assert set(rows.where_prec) <= set("1234567")
    assert set(rows.date_prec) <= set("12345")
    assert set(rows.event_clarity) <= {"1", "2"}
    located = rows[rows.geom_wkt != ""]
    points = geopandas.GeoSeries.from_wkt(located.geom_wkt)
    assert (points.x == located.longitude.astype(float)).all()
    assert (points.y == located.latitude.astype(float)).all()
    assert set(rows.region) <= {"Africa", "Americas", "Asia", "Europe", "Middle East"}


def test_gdelt_is_read_by_pandas_under_its_61_names(exported):
    rows = frame(exported("gdelt"), sep="\t", header=None, names=GDELT, quoting=3, index_col=False)
    assert len(GDELT) == 61
    assert exported("gdelt").count(b"\t") == 60 * len(rows)
    assert rows.GLOBALEVENTID.is_unique
    assert pd.to_datetime(rows.SQLDATE, format="%Y%m%d").notna().all()
    assert (rows.SQLDATE.str[:6] == rows.MonthYear).all()
    assert rows.EventCode.str.fullmatch(r"\d{3,4}").all()
    assert (rows.EventCode.str[:2] == rows.EventRootCode).all()
    assert set(rows.QuadClass) <= {"1", "2", "3", "4"}
    assert numbers(rows.GoldsteinScale).between(-10, 10).all()
    assert numbers(rows.ActionGeo_Lat).between(-90, 90).all()
    assert set(rows.ActionGeo_Type) <= {"", "1", "2", "3", "4", "5"}
    assert (rows.Actor1Code.str[:3] == rows.Actor1CountryCode).where(rows.Actor1CountryCode != "", other=True).all()
    assert "https://example.org/2016/09/16/strike?a=1&b=2" in set(rows.SOURCEURL)


def test_polecat_is_read_by_polars(exported):
    rows = pl.read_csv(exported("polecat"), separator="\t", infer_schema=False, quote_char=None)
    assert rows.columns == names(POLECAT)
    assert rows["Event Date"].str.to_date("%Y-%m-%d", strict=True).null_count() == 0
    assert set(rows["Quad Code"].to_list()) <= {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                                "MATERIAL CONFLICT", "1", "2", "3", "4"}  # fmt: skip


def test_ranges_and_memberships_are_numbers(exported):
    rows = frame(exported("airwars"))
    low, high = (numbers(rows[name]) for name in ("civilians_killed_min", "civilians_killed_max"))
    assert (low <= high.reindex(low.index).fillna(low)).all()
    table = frame(exported("membership"))
    counted = table.loc[:, [name for name in table.columns if set(table[name]) <= {"0", "1"}]]
    assert counted.shape[1] >= 10
    assert (counted.astype(int).sum(axis=1) >= 1).all()


@pytest.mark.parametrize("name", ["acled", "ucdp"])
def test_hashtags_are_hashtags(exported, name):
    rows = frame(exported(name, "--hxl"))
    tags = [tag for tag in rows.iloc[0] if tag]
    assert len(tags) > 10
    assert all(HASHTAG.fullmatch(tag) for tag in tags)
    assert len(rows) == len(frame(exported(name))) + 1


def test_geojson_is_read_by_geopandas(exported, tmp_path):
    (document,) = held(exported("geojson"), "geojson")
    path = tmp_path / "events.geojson"
    path.write_bytes(exported("geojson"))
    rows = geopandas.read_file(path)
    assert len(rows) == len(document["features"]) > 20
    assert rows.crs.to_epsg() == 4326
    assert rows.geometry.is_valid.all()
    assert rows.cx[10:50, -5:45].shape[0] == len(rows)  # longitude first: Near East, Sudan, Chad


def test_parquet_is_read_by_another_reader_with_ids_that_meet(exported):
    archive = zipfile.ZipFile(io.BytesIO(exported("parquet")))
    tables = {Path(name).stem: pl.read_parquet(io.BytesIO(archive.read(name))) for name in archive.namelist()}
    assert set(tables["reports"]["page"]) <= set(tables["pages"]["id"])
    assert set(tables["claims"]["page"]) <= set(tables["pages"]["id"])
    assert set(tables["figures"]["event_report"].drop_nulls()) <= set(tables["reports"]["id"])
    assert tables["events"]["id"].is_unique().all()


def test_plover_holds_to_its_manual(exported):
    for event in held(exported("plover"), "plover", lines=True):
        assert event["date"] <= event.get("enddate", event["date"])


def test_annotations_hold_to_the_web_annotation_model(exported):
    (page,) = held(exported("annotations"), "annotations")
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)


def test_entities_hold_to_follow_the_money(exported):
    found = held(exported("ftm"), "ftm", lines=True)
    ids = {one["id"] for one in found}
    pointing = ("organizer", "involved", "proof")
    assert {each for one in found for name in pointing for each in one["properties"].get(name, ())} <= ids


def test_provenance_is_read_by_the_prov_package(exported):
    document = ProvDocument.deserialize(content=exported("prov").decode(), format="json")
    kinds = [type(record).__name__ for record in document.get_records()]
    assert {"ProvEntity", "ProvActivity", "ProvAgent", "ProvDerivation", "ProvGeneration"} <= set(kinds)
    assert "prov:Quotation" in exported("prov").decode()
    again = document.serialize(format="json")
    assert ProvDocument.deserialize(content=again, format="json") == document


def test_the_archive_holds_what_its_index_and_its_hashes_say(exported):
    archive = zipfile.ZipFile(io.BytesIO(exported("wacz")))
    package = json.loads(archive.read("datapackage.json"))
    named = {each["path"]: each for each in package["resources"]}
    assert set(named) == set(archive.namelist()) - {"datapackage.json", "datapackage-digest.json"}
    for path, each in named.items():
        data = archive.read(path)
        assert (each["hash"], each["bytes"]) == (f"sha256:{hashlib.sha256(data).hexdigest()}", len(data))
    digest = json.loads(archive.read("datapackage-digest.json"))
    assert digest["hash"] == f"sha256:{hashlib.sha256(archive.read('datapackage.json')).hexdigest()}"
    warc = archive.read("archive/data.warc.gz")
    lines = gzip.decompress(archive.read("indexes/index.cdx.gz")).decode().splitlines()
    assert lines == sorted(lines)
    urls = set()
    for line in lines:
        key, stamp, entry = line.split(" ", 2)
        where = json.loads(entry)
        member = warc[int(where["offset"]) : int(where["offset"]) + int(where["length"])]
        head, _, body = gzip.decompress(member).partition(b"\r\n\r\n")
        assert f"WARC-Target-URI: {where['url']}\r\n".encode() in head
        assert where["digest"] == "sha256:" + hashlib.sha256(body.removesuffix(b"\r\n\r\n")).hexdigest()
        assert re.fullmatch(r"\d{14}", stamp)
        assert " " not in key
        urls.add(where["url"])
    first, *pages = [json.loads(line) for line in archive.read("pages/pages.jsonl").splitlines()]
    assert first["format"] == "json-pages-1.0"
    assert {page["url"] for page in pages} == urls
    assert "https://example.org/2016/09/16/strike?a=1&b=2" in urls
    assert any(line.startswith("org,example)/2016/09/16/strike") for line in lines)


def test_no_format_is_forgotten():
    text = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in FORMATS if f'exported("{name}"' not in text and name != "jsonl"] == []
