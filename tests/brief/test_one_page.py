"""The brief on one page; the dead under codebooks; who told first; and the last look that stops a broken sentence."""

import csv
import io
import re
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from crossreport.brief import render, write_brief
from crossreport.brief.catalogue import Catalogue
from crossreport.brief.evidence import anchor
from crossreport.brief.gravity import is_lesser
from crossreport.brief.headlines import Headline
from crossreport.brief.resolved import Unresolved, check, sentences
from crossreport.brief.situation import Situation, situation
from crossreport.brief.window import Window
from crossreport.export import acled, ucdp
from crossreport.model import Actor, Side
from tests.brief.hand import REJECTIONS, records
from tests.brief.test_browser import CHROMIUM
from tests.export.test_formats import SHELLING

OPEN = Window(None, None)


@pytest.fixture(scope="module")
def made() -> Situation:
    return situation(*records(), REJECTIONS, window=OPEN)


def test_the_page_names_the_records_behind_its_headlines(made: Situation) -> None:
    catalogue = Catalogue(*records())
    html, text = render.page_html(made), render.page_markdown(made)
    named = [one for ids in re.findall(r'data-records="([^"]+)"', html) for one in ids.split()]
    assert len(made.headlines) > 2
    assert all(catalogue.holds(one) for one in named)
    shown = [head for head in made.headlines if head.records[0] in named]
    assert len(shown) > 2
    for head in shown:
        assert head.records[0] in text
        assert head.text.replace("“", "").split(":")[0] in text.replace("\\", "")
    assert len(html) < len(render.html(made)) / 2
    assert "<script" not in html


def test_the_page_keeps_the_grave_and_counts_the_rest(made: Situation) -> None:
    lesser = {entry.event.id for entry in made.entries if is_lesser(entry)}
    heads = [head for head in made.headlines if head.opens not in lesser]
    html, text = render.page_html(made), render.page_markdown(made)
    assert html.count("<li data-records=") >= len(heads)
    assert not any(f'id="{anchor(key)}"' in html for key in lesser)
    events = sum(head.opens.startswith("event-") for head in heads)
    said = f"{len(made.entries) - events} further event"
    assert said in html
    assert said in text
    assert f"{len(lesser)} of them without force" in text


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_it_prints_on_one_page(tmp_path: Path) -> None:
    write_brief(*records(), REJECTIONS, pdf=tmp_path / "one.pdf", one_page=True)
    assert len(pypdfium2.PdfDocument(tmp_path / "one.pdf")) == 1


def test_codebooks_give_what_the_exports_give(made: Situation) -> None:
    pages, linked = records()
    assert len(made.booked) > 2
    army, front = Actor("army", "Army", "state_forces", "SY"), Actor("front", "Front", "rebel_group", "SY")
    known = {
        "type": SHELLING,
        "sides": (Side("agent", (army,)), Side("target", (front,))),
    }  # codes that exports ask for
    linked = replace(linked, events=tuple(replace(event, **known) for event in linked.events))
    rows: dict[str, dict[str, dict[str, str]]] = {}
    for module, column in ((acled, "fatalities"), (ucdp, "best")):
        stream = io.BytesIO()
        module.write(stream, pages, linked)
        for row in csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")):
            rows.setdefault(row.get("event_id_cnty") or row["id"], {})[column] = row
    seen = set()
    for one in made.booked:
        held = rows.get(one.event, {})
        if "fatalities" in held:
            assert one.acled == held["fatalities"]["fatalities"]
        if "best" in held:
            assert one.ucdp == " / ".join(held["best"][name] for name in ("low", "best", "high"))
        seen |= set(held)
    assert seen == {"fatalities", "best"}


def test_who_told_first_is_said_with_its_pages(made: Situation) -> None:
    assert made.told
    for line in made.told:
        assert re.search(r"told first|alone told|may have told", line.text)
        assert line.evidence
    assert "Who told it first" in render.html(made)
    assert "Who told it first" in render.markdown(made)


def test_every_sentence_resolves_and_a_broken_one_is_named(made: Situation) -> None:
    catalogue = Catalogue(*records())
    assert sum(1 for _ in sentences(made)) > 30
    first, entry = made.headlines[0], made.entries[0]
    line = next(line for line in entry.lines if line.evidence)
    span = line.evidence[0].spans[0]
    wrong = replace(line.evidence[0], spans=(replace(span, quote="somebody else's words"),))
    broken = (
        replace(made, headlines=(replace(first, records=("event-none",)),)),
        replace(made, headlines=(replace(first, records=()),)),
        replace(made, entries=(replace(entry, lines=(replace(line, evidence=(wrong,)),)),)),
        replace(made, told=(replace(made.told[0], evidence=(replace(line.evidence[0], page="page-none"),)),)),
    )
    for one in broken:
        with pytest.raises(Unresolved):
            check(one, catalogue)


def test_a_broken_sentence_stops_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = Headline("Somebody did something", ("event-none",), "event-none", "contested", "Contested")
    monkeypatch.setattr("crossreport.brief.situation.headlines", lambda *_, **__: [bad])
    path = tmp_path / "brief.html"
    with pytest.raises(Unresolved, match="event-none is not in the record"):
        write_brief(*records(), REJECTIONS, html=path)
    assert not path.exists()
