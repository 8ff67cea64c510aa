"""What a keyboard reaches, and what an address holds: every control by Tab, every filter of every view in its URL."""

import pytest

from crossreport.web import deciding
from tests.web import browser
from tests.web.browser import opened

chromium = browser.chromium
pytestmark = browser.MARKS
LISTS = ("/queue", "/events", "/map", "/timeline", "/actors")
# What can be acted on and seen: each must get the focus by Tab, and show that it has it.
CONTROLS = """() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => !one.disabled && one.type !== "hidden" && seen(one) && !one.closest("dialog"));
  window.wanted = new Set(all);
  return [all.length, document.querySelectorAll("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").length];
}"""
REACHED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  window.wanted.delete(one);
  const shows = one === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none"
    || (one instanceof SVGElement && style.outlineStyle !== "none");
  return [window.wanted.size, shows ? "" : one.outerHTML.slice(0, 120)];
}"""
LEFT = "() => [...window.wanted].map((one) => one.outerHTML.slice(0, 120))"


def views(desk, coded):
    event = desk.shelf().select("SELECT id FROM event ORDER BY reports DESC, id")[0][0]
    return (*LISTS, "/sources", "/source?name=Example+Post", "/links", "/without", "/judgements",
            "/exports?format=acled", "/search?q=shells", f"/event/{event}", f"/page/{coded[0].page.id}")  # fmt: skip


def test_every_control_is_reached_by_tab_and_shows_it(chromium, desk, coded):
    deciding.decide_one(desk, "accept", coded[0].reports[0].id, "so it is")
    with opened(chromium, desk) as page:
        for view in views(desk, coded):
            page.goto(view)
            page.evaluate("document.activeElement.blur()")
            count, ordered = page.evaluate(CONTROLS)
            assert ordered == 0, view  # the order of the page is the order of Tab
            assert count > 10
            left = count
            for _ in range(2 * count + 20):
                page.keyboard.press("Tab")
                left, hidden = page.evaluate(REACHED)
                assert hidden == "", view
                if not left:
                    break
            assert page.evaluate(LEFT) == [], view


def test_an_event_is_split_and_merged_by_keys_alone(chromium, desk):
    event = desk.shelf().select("SELECT id FROM event WHERE reports = 2")[0][0]
    with opened(chromium, desk) as page:
        page.goto(f"/event/{event}")
        tab_to(page, "ul.told input[name=report]")
        page.keyboard.press("Space")
        tab_to(page, "form[action='/split'] input[name=why]")
        page.keyboard.type("another street")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.goto("/judgements")
        tab_to(page, "form[action='/undo'] button")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.locator("tr.gone").wait_for()
        page.goto(f"/event/{event}")
        tab_to(page, "ul.told input[name=other]")
        page.keyboard.press("Space")
        tab_to(page, "form[action='/merge'] input[name=why]")
        page.keyboard.type("one town")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.locator("main", has_text="one town").wait_for()
    assert [one.verdict for one in desk.ledger().all()] == ["split", "reject", "merge"]


def tab_to(page, selector):
    """Press Tab until the focus stands on what the selector names."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached")


@pytest.mark.parametrize("view", LISTS)
def test_every_filter_of_a_view_stands_in_its_address(chromium, desk, view):
    """Each choice that a form offers is chosen; a second browser that opens the address sees the same."""
    with opened(chromium, desk) as page, opened(chromium, desk) as other:
        page.goto(view)
        names = page.locator(".filters select").evaluate_all("all => all.map((one) => one.name)")
        assert len(names) >= 4
        for name in names:
            page.goto(view)
            value = page.locator(f".filters select[name={name}] option").last.get_attribute("value")
            with page.expect_navigation():
                page.locator(f".filters select[name={name}]").select_option(value)
            same(page, other)
            held = other.locator(f".filters select[name={name}]").input_value()
            assert held == value, name
        page.goto(view)
        with page.expect_navigation():
            page.locator(".filters input[name=from]").fill("2015-09-01")
        page.locator(".filters input[name=words]").fill("hamrin")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "from=2015-09-01" in page.url
        assert "words=hamrin" in page.url
        same(page, other)
        assert other.locator(".filters input[name=words]").input_value() == "hamrin"
        assert other.locator(".filters input[name=from]").input_value() == "2015-09-01"


def same(page, other):
    """What the address alone shows is what is shown."""
    path = page.url.split("/", 3)[3]
    other.goto(f"/{path}")
    assert other.locator(".count").first.inner_text() == page.locator(".count").first.inner_text()
