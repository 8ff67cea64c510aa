"""The app in a real browser: reviewing by keys alone, ties, contrast, and that no payload runs."""

import re

import pytest
from playwright.sync_api import expect

from crossreport.brief import write_brief
from crossreport.web import deciding
from tests.web import browser, hand, test_hostile
from tests.web.browser import AXE, FAULTS, HANDLERS, RUN, opened, served, shot
from tests.web.hostile import PAYLOADS, thousand

chromium, hostile = browser.chromium, test_hostile.hostile
pytestmark = browser.MARKS


def open_reports(page):
    return int(page.locator(".states a", has_text="open").locator("b").inner_text())


def left(page, count):
    """Waits until the queue holds so many reports and hears keys again."""
    expect(page.locator(".item")).to_have_count(count)
    page.wait_for_load_state()


def test_a_queue_is_reviewed_by_keys_alone(chromium, desk, coded):
    first, second, third = (page.reports[0].id for page in coded)
    with opened(chromium, desk) as page:
        assert page.evaluate("document.activeElement.id") == f"r-{first}"
        page.keyboard.press("a")
        left(page, 2)
        assert page.evaluate("document.activeElement.id") == f"r-{second}"
        page.keyboard.press("j")
        page.keyboard.press("w")
        page.keyboard.type("a yearly sum")
        page.keyboard.press("Enter")
        page.keyboard.press("x")
        left(page, 1)
        page.keyboard.press("u")
        left(page, 2)
        page.keyboard.press("d")
        left(page, 1)
        page.keyboard.press("e")
        page.keyboard.type("siege_blockade")
        page.keyboard.press("Enter")
        left(page, 0)
    said = [(one.subjects[0], one.verdict, one.why) for one in desk.ledger().all()]
    assert [one for one in said if one[0] in (first, second, third)] == [
        (first, "accept", "The passage says so"),
        (third, "reject", "a yearly sum"),
        (second, "defer", "To be looked at again"),
        (third, "correct", "Corrected by the reviewer"),
    ]
    assert desk.ledger().decision(third).changes[0][:2] == ("type", "siege_blockade")


def test_keys_lead_through_the_views(chromium, desk):
    with opened(chromium, desk) as page:
        page.keyboard.press("o")
        page.wait_for_url("**/page/*")
        page.keyboard.press("v")
        page.wait_for_url("**/event/*")
        page.keyboard.press("g")
        page.keyboard.press("e")
        page.wait_for_url("**/events")
        page.keyboard.press("/")
        page.keyboard.type("hamrin")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=hamrin")
        page.keyboard.press("Tab")
        page.locator("body").click()
        page.keyboard.press("?")
        assert page.locator("dialog[open]").count() == 1
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0


def test_record_and_passage_are_tied_both_ways(chromium, desk, coded):
    report, figure = coded[0].reports[0].id, coded[0].figures[0].id
    with opened(chromium, desk) as page:
        page.goto(f"/page/{coded[0].page.id}")
        page.locator(f"#rec-{report} h3").hover()
        lit = "".join(page.locator("mark.lit").all_inner_texts())
        assert lit.startswith("Dair Alwan on Monday")
        page.locator("mark.k-figure").hover()
        assert page.locator(f"#rec-{figure}.lit").count() == 1
        page.locator(f"#rec-{figure}").focus()
        assert "".join(page.locator("mark.lit").all_inner_texts()) == "4"
        page.locator("mark[tabindex]").first.focus()
        assert page.locator(f"#rec-{report}.lit").count() == 1


def every_view(event, page):
    """All addresses of the app, with the page and the event that hold most."""
    lists = (
        "/queue",
        "/queue?state=all",
        "/queue?outlet=nobody",
        "/events",
        "/events?actor=Civilians",
        "/search?q=shells",
    )
    pictures = ("/map", "/map?around=35.5,36.7,100", "/timeline", "/actors")
    sources = ("/sources", "/source?name=Example+Post", "/links", "/without", "/without?source=Example+Post")
    return (
        *lists,
        *pictures,
        *sources,
        "/judgements",
        "/exports?format=acled",
        "/nowhere",
        f"/event/{event}",
        f"/page/{page.page.id}",
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_view_can_be_read(chromium, desk, coded, scheme, width):
    deciding.decide_one(desk, "accept", coded[0].reports[0].id, "so it is")
    with opened(chromium, desk, color_scheme=scheme, viewport={"width": width, "height": 800}, refused="404") as page:
        event = desk.shelf().select("SELECT id FROM event ORDER BY reports DESC, id")[0][0]
        for view in every_view(event, coded[0]):
            page.goto(view)
            shot(page, *view.replace(event, "most").replace(coded[0].page.id, "first").split("?"), width, scheme)
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            assert page.evaluate(FAULTS) == [], view
            page.evaluate(AXE)
            assert page.evaluate(RUN) == [], view


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_refused_correction_can_be_read_and_mended(chromium, desk, coded, scheme):
    report = coded[0].reports[0].id
    with opened(chromium, desk, color_scheme=scheme, refused="409") as page:
        item = page.locator(f"#r-{report}")
        item.locator("summary", has_text="Edit").click()
        item.locator("input[name=f-place]").fill("Azaz")
        item.locator(".edit input[name=why]").fill("the map says so")
        item.get_by_role("button", name="Correct").click()
        expect(page.locator("main")).to_contain_text("choose the one that is meant")
        shot(page, "refused", scheme)
        assert page.evaluate(FAULTS) == []
        page.evaluate(AXE)
        assert page.evaluate(RUN) == []
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="Correct").click()
        expect(page.locator("form.note")).to_contain_text("the map says so")
    assert desk.ledger().decision(report).state == "corrected"


def test_axe_finds_what_is_wrong(chromium, desk):
    with opened(chromium, desk) as page:
        page.evaluate("document.documentElement.removeAttribute('lang')")
        page.evaluate(AXE)
        assert "html-has-lang" in page.evaluate("axe.run().then((done) => done.violations.map((one) => one.id))")


def test_events_are_split_and_merged_like_a_user_does(chromium, desk):
    event = desk.shelf().select("SELECT id FROM event WHERE reports = 2")[0][0]
    with opened(chromium, desk) as page:
        page.goto(f"/event/{event}")
        page.locator("ul.told input[name=report]").first.check()
        page.locator("form[action='/split'] input[name=why]").fill("another street")
        with page.expect_navigation():
            page.get_by_role("button", name="split").click()
        page.get_by_role("button", name="Take it back").click()
        page.wait_for_url("**/events")
        page.goto(f"/event/{event}")
        page.locator("ul.told input[name=other]").first.check()
        page.locator("form[action='/merge'] input[name=why]").fill("one town")
        with page.expect_navigation():
            page.get_by_role("button", name="merge").click()
    assert [one.verdict for one in desk.ledger().all()] == ["split", "reject", "merge"]


def test_the_record_is_exported_like_a_user_does(chromium, desk, coded):
    assert coded
    with opened(chromium, desk) as page:
        page.get_by_role("link", name="Export").click()
        page.get_by_role("link", name="ucdp", exact=True).click()
        with page.expect_download() as downloading:
            page.get_by_role("link", name="Download").click()
        assert downloading.value.suggested_filename == "crossreport-ucdp.csv"
        assert downloading.value.path().read_text(encoding="utf-8-sig").startswith("id,")


def test_what_a_colleague_decides_is_told_while_one_looks(chromium, desk, coded, path):
    report = coded[0].reports[0].id
    with opened(chromium, desk) as page:
        page.wait_for_load_state()
        colleague = hand.desk_at(path, "N. Okoye")
        deciding.decide_one(colleague, "reject", report, "a copy")
        colleague.close()
        expect(page.locator("#news")).to_contain_text("N. Okoye decided on 1", timeout=9000)
        expect(page.locator(f"#r-{report}")).to_have_class(re.compile("taken"))
        page.locator("#news a").click()
        expect(page.locator(".item")).to_have_count(2)


def test_filters_apply_by_themselves_and_stand_in_the_address(chromium, desk):
    with opened(chromium, desk) as page:
        page.locator("select[name=outlet]").select_option("Voice of the Coast")
        page.wait_for_url("**outlet=Voice*")
        left(page, 1)
        page.go_back()
        left(page, 3)


def test_right_to_left_text_runs_right_to_left(chromium, tmp_path):
    text = "قصفت المدفعية Dair Alwan on Monday, killing 4 people, the governor"
    (coded,) = hand.record_at(tmp_path / "r.db", [text], language="ar", titles=["قصف على السوق"])
    desk = hand.desk_at(tmp_path / "r.db")
    with opened(chromium, desk) as page:
        page.goto(f"/page/{coded.page.id}")
        assert page.evaluate("getComputedStyle(document.querySelector('.text')).direction") == "rtl"
        box, start = page.locator(".text").bounding_box(), page.evaluate(
            "(() => { const r = document.createRange(); const t = document.querySelector('.text').firstChild;"
            " r.setStart(t, 0); r.setEnd(t, 1); return r.getBoundingClientRect().right; })()"
        )  # fmt: skip
        assert box["x"] + box["width"] - start < 40  # the first letter stands at the right edge
    desk.close()


def test_no_payload_runs(chromium, hostile):
    """A thousand strings as title, outlet, address, passage, place, actor, speaker; every view of the app."""
    assert len(thousand()) >= 1000
    shelf = hostile.shelf()
    numbers = range(
        1, 2 + shelf.select("SELECT max((SELECT count(*) FROM report), (SELECT count(*) FROM event))")[0][0] // 50
    )
    views = [f"/queue?page={number}&state=all" for number in numbers] + [
        f"/events?page={number}" for number in (1, 2, 9)
    ]
    views += [
        "/map",
        "/timeline",
        "/actors",
        "/sources",
        "/links",
        "/judgements",
        "/search?q=shells",
        f"/queue?words={PAYLOADS[0]}",
    ]
    some = [row[0] for row in shelf.select("SELECT id FROM page ORDER BY id")][:: len(thousand()) // 25]
    views += [f"/page/{ident}" for ident in some]
    views += [f"/event/{row[0]}" for row in shelf.select("SELECT id FROM event ORDER BY reports DESC LIMIT 2")]
    seen = set()
    with opened(chromium, hostile) as page:
        for view in views:
            page.goto(view, wait_until="domcontentloaded")
            page.mouse.move(300, 300)
            assert page.evaluate("window.pwned") is None, view
            assert page.evaluate(HANDLERS) == 0, view
            if view.startswith("/queue?page"):
                seen |= set(page.locator(".queue .meta bdi:first-child").all_inner_texts())
    assert len(seen) > 900  # they were shown


def test_no_payload_runs_in_the_brief(chromium, hostile, tmp_path):
    """The same thousand in the file that is sent on, whole and on one page."""
    record = hostile.record
    for one_page in (False, True):
        path = tmp_path / f"{one_page}.html"
        write_brief(record.coded_pages(), record.linked(), (), html=path, one_page=one_page)
        page = chromium.new_page()
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        assert page.evaluate("window.pwned") is None
        assert page.locator("script").count() == (0 if one_page else 1)
        assert page.evaluate(HANDLERS.replace("main", "body")) == 0
        links = page.evaluate("[...document.links].filter((one) => !one.getAttribute('href').startsWith('#')).length")
        assert links == 0
        assert page.locator("iframe, object, embed, form, link, base, meta[http-equiv=refresh], img").count() == 0
        assert "pwned" in page.inner_text("body")  # they are shown, as text
        page.close()


def test_the_policy_stops_a_script_that_got_in(chromium, desk):
    with served(desk) as (base, token):
        page = chromium.new_page(base_url=base)
        page.goto(f"/?token={token}")
        # In a timer: what the debugger itself evaluates is allowed more than a page is.
        stopped = page.evaluate("""() => new Promise((tell) => setTimeout(() => { const tried = [];
          const script = document.createElement("script");
          try { script.text = "window.pwned = 1"; document.body.append(script); } catch { tried.push("text"); }
          try { document.body.innerHTML = "<img src=x onerror='window.pwned=1'>"; } catch { tried.push("html"); }
          try { new Function("window.pwned = 1")(); } catch { tried.push("eval"); }
          tell([window.pwned, tried.length]); }))""")
        assert stopped == [None, 3]
        page.close()


def test_another_site_can_neither_read_nor_decide(chromium, desk, coded):
    with served(desk) as (base, token):
        context = chromium.new_context()
        mine = context.new_page()
        mine.goto(f"{base}/?token={token}")
        port = base.rpartition(":")[2]
        theirs = context.new_page()
        theirs.route("http://evil.example/", lambda route: route.fulfill(content_type="text/html", body="<p>x</p>"))
        theirs.goto("http://evil.example/")
        form = f"report={coded[0].reports[0].id}&verdict=accept&back=/queue"
        theirs.evaluate(
            """([url, body]) => fetch(url, {method: "POST", mode: "no-cors", credentials: "include", body,
               headers: {"content-type": "application/x-www-form-urlencoded"}}).catch(() => null)""",
            [f"http://127.0.0.1:{port}/judge", form],
        )
        assert desk.ledger().standing() == []
        context.close()
