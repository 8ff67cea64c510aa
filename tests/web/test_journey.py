"""Two people and a record of the sample pages, from the first key to the file that goes out, in a real browser."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from crossreport.cli.main import main
from crossreport.record import open_record
from tests.record.conftest import address  # noqa: F401 - the fixture: SQLite, PostgreSQL
from tests.web import browser, hand
from tests.web.browser import opened, shot

chromium = browser.chromium
pytestmark = browser.MARKS
SAMPLES = hand.ROOT / "src" / "crossreport" / "samples" / "pages"
LINKED = 30_000  # milliseconds in which events are linked again


@pytest.fixture
def desks(address):  # noqa: F811
    """Two people at two desks over the sample pages."""
    done = CliRunner().invoke(main, ["read", str(SAMPLES), "--record", address, "--quiet"])
    assert done.exit_code == 0, done.output
    one, other = hand.desk_at(address, "R. Haddad"), hand.desk_at(address, "N. Okoye")
    yield one, other
    one.close()
    other.close()


def count(page, name):
    """What the queue says of a state."""
    return int(page.locator(".states a", has_text=name).locator("b").inner_text())


def saved(page, name):
    """The bytes of an export, as the browser saves them."""
    page.goto(f"/exports?format={name}")
    while not page.get_by_role("link", name="Download").count():
        page.wait_for_timeout(300)
        page.reload()
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Download").click()
    return downloading.value.path().read_bytes()


def test_a_record_is_reviewed_corrected_merged_split_and_exported(chromium, desks, address):  # noqa: F811
    mine, theirs = desks
    kind = "postgresql" if "://" in address else "sqlite"
    with opened(chromium, mine) as page, opened(chromium, theirs, refused="409") as other:
        total = count(page, "open")
        shot(page, kind, "1-queue")
        rejected = reviews(page, mine)
        assert (count(page, "open"), count(page, "accepted")) == (total - 3, 1)
        assert (count(page, "rejected"), count(page, "corrected")) == (1, 1)

        expect(other.locator("#news")).to_contain_text("R. Haddad decided on 3", timeout=15_000)
        shot(other, kind, "2-news")
        other.locator("#news a").click()
        expect(other.locator(".states a", has_text="open").locator("b")).to_have_text(str(total - 3))

        corrects_a_figure(page, kind)
        left, right = splits(page, mine, kind)
        refused(other, left, right, kind)
        merged = merges(other, theirs, kind)
        exports(page, mine, rejected, merged, kind)
    with open_record(address) as record:
        assert record.verify() == []
        made = record.judgements(superseded=True)
    assert [one.verdict for one in made].count("correct") == 2
    assert {one.by for one in made} == {"R. Haddad", "N. Okoye"}


def reviews(page, desk):
    """Accepts one report, rejects one for a reason, corrects one; gives the rejected one."""
    alone = desk.shelf().select(
        "SELECT r.id, r.place, r.outlet FROM report r JOIN event e ON e.id = r.event WHERE e.reports = 1 "
        "AND r.place = 'Suran'"
    )[0]
    page.locator(".item").first.get_by_role("button", name="Accept").click()
    expect(page.locator("form.note")).to_contain_text("Accepted")
    page.locator("input[name=words]").fill("suran")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**words=suran**")
    item = page.locator(f"#r-{alone['id']}")
    item.locator(".verdicts input[name=why]").fill("told of another day")
    item.get_by_role("button", name="Reject").click()
    expect(page.locator("form.note")).to_contain_text("told of another day")
    page.get_by_role("link", name="Clear").click()
    page.wait_for_url(re.compile("state=open$"))
    item = page.locator(".item").nth(1)
    item.locator("summary", has_text="Edit").click()
    item.locator("select[name=f-status]").select_option("alleged")
    item.locator("input[name=f-when]").fill("2016-09-15")
    for end, number in (("low", "30"), ("best", "33"), ("high", "40")):
        item.locator(f"input[name=f-killed-{end}]").fill(number)
    shot(page, "edit")
    item.locator(".edit input[name=why]").fill("said, not seen")
    item.get_by_role("button", name="Correct").click()
    expect(page.locator("form.note")).to_contain_text("Corrected")
    page.goto("/queue?state=corrected")
    expect(page.locator(".item")).to_contain_text("15 September 2016")
    expect(page.locator(".decision")).to_contain_text("the machine had")
    expect(page.locator(".item")).to_contain_text("killed: 30/33/40 (corrected)")
    return alone["id"]


def corrects_a_figure(page, kind):
    """Opens the page of the corrected report and says what a figure should be."""
    page.locator("a.open").first.click()
    page.wait_for_url("**/page/**")
    figure = page.locator("article[data-record^=figure]").first
    figure.locator("summary", has_text="Edit").click()
    figure.locator("input[name=f-low]").fill("37")
    figure.locator("input[name=f-high]").fill("40")
    figure.get_by_role("button", name="Correct").click()
    figure = page.locator("article[data-record^=figure]").first
    expect(figure.locator(".decision")).to_contain_text("low: 37")
    expect(figure).to_contain_text("low 37")
    shot(page, kind, "3-page")


def splits(page, desk, kind):
    """Takes the last report out of the event with most voices; gives the two events."""
    page.goto("/events?order=most+voices")
    page.locator("tbody a.open").first.click()
    page.wait_for_url("**/event/**")
    reports = page.locator("ul.told input[name=report]")
    told = reports.count()
    assert told > 2
    taken = reports.last.get_attribute("value")
    reports.last.check()
    page.locator("form[action='/split'] input[name=why]").fill("a second strike, on the other market")
    shot(page, kind, "4-event")
    page.get_by_role("button", name="split").click()
    expect(page.locator("ul.told input[name=report]")).to_have_count(told - 1, timeout=LINKED)
    rows = desk.shelf().among("SELECT id, event FROM report WHERE id IN (?*)", (taken,))
    return page.url.rpartition("/")[2].partition("?")[0], rows[0]["event"]


def refused(page, left, right, kind):
    """A colleague who merges what was split is told by whom and why; takes the split back; nothing is apart then."""
    page.goto(f"/event/{left}")
    page.locator("form[action='/merge'] input[name=id]").fill(right)
    page.locator("form[action='/merge'] input[name=why]").fill("one strike")
    page.get_by_role("button", name="merge").click()
    expect(page.locator("main")).to_contain_text("R. Haddad said the opposite")
    shot(page, kind, "5-refused")
    page.goto("/judgements")
    page.locator("tr", has_text="a second strike").get_by_role("button", name="Take back").click()
    expect(page.locator("tr.gone", has_text="a second strike")).to_have_count(1)
    shot(page, kind, "6-judgements")


def merges(page, desk, kind):
    """Ticks another event of those offered; gives the reports that are one event now."""
    shelf = desk.shelf()
    one = shelf.select("SELECT id, reports FROM event WHERE place = 'Kabkabiya' ORDER BY id LIMIT 1")[0]
    page.goto(f"/event/{one['id']}")
    box = page.locator("ul.told li", has_text="Kabkabiya").locator("input[name=other]").first
    reports = {row[0] for row in shelf.among("SELECT id FROM report WHERE event IN (?*)",
                                             (one["id"], box.get_attribute("value")))}  # fmt: skip
    box.check()
    page.locator("form[action='/merge'] input[name=why]").fill("one raid on one day")
    page.get_by_role("button", name="merge").click()
    expect(page.locator("ul.told li[class], ul.told input[name=report]")).to_have_count(len(reports), timeout=LINKED)
    expect(page.locator("main")).to_contain_text("one raid on one day")
    shot(page, kind, "7-merged")
    return reports


def exports(page, desk, rejected, merged, kind):
    """What people decided is what goes out."""
    page.goto("/exports")
    shot(page, kind, "8-exports")
    lines = [json.loads(line) for line in saved(page, "jsonl").splitlines()]
    reports = {line["id"]: line for line in lines if line["record"] == "event_report"}
    assert rejected not in reports
    events = [line for line in lines if line["record"] == "event"]
    assert any(merged <= set(event["reports"]) for event in events)
    alleged = [one for one in reports.values() if one["status"] == "alleged" and one["when"] is not None]
    corrected = [one for one in alleged if one["when"]["edtf"] == "2016-09-15"]
    assert len(corrected) == 1
    assert [(line["low"], line["high"]) for line in lines if line["record"] == "figure" and line["low"] == 37] == [
        (37, 40)
    ]
    rows = list(csv.DictReader(io.StringIO(saved(page, "acled").decode("utf-8-sig"), newline="")))
    assert rows
    assert "Suran" not in {row["location"] for row in rows}
    assert {event["id"] for event in events} == {row[0] for row in desk.shelf().select("SELECT id FROM event")}
