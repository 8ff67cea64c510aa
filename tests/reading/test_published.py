"""The page's own date: what each clue says, and that a day is given only where the clues leave one."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.intake import capture_bytes, read_paths
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.calendars import islamic, solar_hijri
from crossreport.reading.published.age import known_until
from crossreport.reading.published.clue import Clue, Passage, Reading
from crossreport.reading.published.days import EXCLUDED, day_at, free, index_of, lag_since, month_days, outside
from crossreport.reading.published.facts import facts
from crossreport.reading.published.infer import given_published
from crossreport.reading.published.mentions import mention_clues
from crossreport.reading.published.solve import edtf_of, solve
from crossreport.reading.sources import register, source_by_domain, source_by_name
from crossreport.reading.written_dates import header_dates, is_date_line, written_dates

END = "Nobody could say how many people had been in the building when the shell came down, a medic added."


def published(*lines: str, name: str = "page.txt", **kwargs):
    outcome = read_page(capture_bytes("\n\n".join([*lines, END]).encode(), name), **kwargs)
    assert isinstance(outcome, Page), outcome
    return outcome.published


def rules(found):
    return {basis.rule for basis in found.basis}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published July 27 2016", "2016-07-27"),
        ("Thu Jul 7 2016", "2016-07-07"),
        ("6 April 2017", "2017-04-06"),
        ("Wed 05 Apr 2017 at 09:14", "2017-04-05"),
        ("Posted on: 2 February 2019, 18:20 GMT", "2019-02-02"),
        ("2021-11-03", "2021-11-03"),
        ("31.08.2014", "2014-08-31"),
    ],
)
def test_header_dates_as_a_line_and_before_running_text(line, day):
    news = "Shells hit the grain market of the district town and wounded eleven traders, residents said."
    assert published("Shells hit grain market", line, news).edtf == day
    assert published("Shells hit grain market", f"{line} {news}").edtf == day


def test_a_date_within_a_sentence_is_no_header():
    text = "On 6 April 2017 shells hit the market. July 4 2015 was worse, they say."
    assert header_dates(text, 0, len(text)) == []


PRESS = "Five traders were shot dead near the bridge on Saturday, police said, and the governor ordered a curfew."


def recorded(published, opening, *more):
    """A record of a crawl: the day that it states, and the text with its dateline."""
    row = {"title": "Traders shot dead", "date_publish": published, "maintext": f"{opening} {PRESS} {END}"}
    return json.dumps(row | dict(more))


@pytest.mark.parametrize("opening", ["KASSALA, May 13:", "KASSALA, May 13, 2023 (AFP) -"])
@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2023-05-13 22:10:00", "2023-05-13"),
        ("2023-05-14 07:30:00", "2023-05-14"),
        ("2023-05-15", "2023-05-15"),
        ("2023-05-12", "2023-05-13"),  # a stamp of another time zone
        ("2023-05-29", "2023-05-13"),  # an old text brought out again
    ],
)
def test_a_dateline_some_days_before_publication(tmp_path, opening, stated, day):
    (tmp_path / "rows.jsonl").write_text(recorded(stated, opening))
    (capture,) = read_paths([tmp_path / "rows.jsonl"])
    page = read_page(capture)
    assert isinstance(page, Page)
    assert page.published.edtf == day
    says = next(basis.says for basis in page.published.basis if basis.rule == "dateline")
    assert ("the day of publication by another clue" in says) is (
        stated[:10] in ("2023-05-14", "2023-05-15", "2023-05-12")
    )


def test_a_printed_day_has_no_neighbours():
    html = (
        f"<html><body><h1>Traders shot dead</h1><p>Kassala Post 14 May 2023</p><p>{PRESS}</p><p>{END}</p></body></html>"
    )
    page = read_page(capture_bytes(html.encode(), "page.html"))
    assert isinstance(page, Page)
    assert page.published.edtf == "2023-05-14"


@pytest.mark.parametrize("told", ["The Islamic State", "Boko Haram"])
def test_old_facts_alone_end_no_stretch(told):
    found = published("Market bombed", f"{told} bombed the market of the district town, a medic said on Thursday.")
    assert found.earliest is not None
    assert found.latest is not None
    assert found.latest >= f"{known_until().year}-12-01"


def test_update_line_bounds_from_above():
    found = published("Last updated at Feb 092015", "Two soldiers died in the valley, the ministry said.")
    assert found.latest == "2015-02-09"
    assert "updated_line" in rules(found)


def test_dateline_without_a_year_needs_the_weekday_and_the_years_of_the_war():
    found = published(
        "JUBA, March 4 (Reuters) - Gunmen attacked a barge on Wednesday, the army said.",
        "The war in South Sudan, now in its second year, began in December 2013.",
    )
    assert found.edtf == "2015-03-04"
    assert {"dateline", "news_weekday", "duration"} <= rules(found)


def test_without_the_year_clues_the_day_stays_open():
    found = published("JUBA, March 4 (Reuters) - Gunmen attacked a barge on the river, an officer told reporters.")
    assert found.edtf == "../.."
    assert "dateline" in rules(found)


def test_no_clue_is_an_open_interval():
    found = published("Gunmen attacked a barge on the river at night and took its crew away, an officer said.")
    assert (found.edtf, found.earliest, found.latest) == ("../..", None, None)
    assert found.basis[-1].rule == "remaining_days"


def test_photo_id_is_only_a_lower_bound():
    found = published("Raid on depot", "13960512000145_PhotoI", "The army raided a depot on the coast, it said.")
    assert found.earliest == "2017-08-03"
    assert found.latest != found.earliest


def test_day_of_month_and_weekday_after_it_give_the_week():
    found = published(
        "The truce, announced on March 11, was to begin on Friday, mediators told reporters in the capital.",
        "The war in South Sudan, now in its third year, began in December 2013.",
    )
    assert (found.earliest, found.latest) == ("2016-03-11", "2016-03-12")


def test_office_holders_bound_from_both_sides_and_former_ones_from_below():
    now = published("Prime Minister Haider al-Abadi ordered the brigade to leave the town, his office said in a note.")
    assert "2014-08" <= now.earliest <= "2014-09-08"
    assert "2018-10-25" <= now.latest <= "2018-11-30"
    former = published(
        "Former prime minister Haider al-Abadi called on the brigade to leave the town, his office said."
    )
    assert former.earliest >= "2018-10-01"
    assert former.latest == known_until().isoformat()
    held = published("Supporters of detained president Mohamed Bazoum were to march to the river, a lawyer said.")
    assert held.earliest >= "2023-07-01"
    assert held.latest == known_until().isoformat()


def test_a_name_is_a_lower_bound():
    found = published("Fighters of Hayat Tahrir al-Sham took two villages in the hills, a monitor said on the phone.")
    assert found.earliest == "2017-01-28"
    assert "2022" < found.latest <= known_until().isoformat()


def test_a_death_with_its_weekday_gives_the_week():
    found = published("On Friday, air strikes killed the commander Zahran Alloush and five others, the rebels said.")
    assert found.earliest >= "2015-12-25"
    assert found.latest <= "2015-12-31"


def test_announced_events_lie_ahead():
    text = "Talks in Addis Ababa are scheduled for February 20, mediators said."
    (clue,) = mention_clues(Reading(text, "x.txt", (Passage(0, len(text), "body", text),), None))
    cost = {day: clue.costs[index_of(dt.date.fromisoformat(day))] for day in ("2015-02-10", "2014-12-01", "2015-02-25")}
    assert clue.rule == "scheduled"
    assert cost["2015-02-10"] == 0 < cost["2014-12-01"] < cost["2015-02-25"]


def test_the_same_page_with_the_sides_swapped_has_the_same_date():
    text = "The {a} shelled the {b} near the dam on Tuesday, 3 May 2016, and the {b} shelled back, both sides said."
    assert published(text.format(a="army", b="rebels")).edtf == published(text.format(a="rebels", b="army")).edtf


@pytest.mark.parametrize(
    ("value", "edtf", "earliest", "latest"),
    [
        ("2015-01-30", "2015-01-30", "2015-01-30", "2015-01-30"),
        ("2015-02", "2015-02", "2015-02-01", "2015-02-28"),
        ("2015", "2015", "2015-01-01", "2015-12-31"),
        ("2015-01-30/2015-01-31", "2015-01-30/2015-01-31", "2015-01-30", "2015-01-31"),
        ("2015-01/..", "2015-01-01/..", "2015-01-01", None),
        ("2015-01~", "2015-01~", "2015-01-01", "2015-01-31"),
    ],
)
def test_a_given_date_overrides(value, edtf, earliest, latest):
    found = published("Published July 27 2016", "Two soldiers died in the valley.", published=value)
    assert (found.edtf, found.earliest, found.latest) == (edtf, earliest, latest)
    contradicted = {"override_contradicted"} if latest is not None else set()  # the page says 27 July 2016
    assert rules(found) == {"override"} | contradicted


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2015-13-01", "2015-02-30", "30/01/2015", "../..", "2015-03/2015-01", "20150130"]
)
def test_a_bad_date_is_refused_in_clear_words(value):
    with pytest.raises(ValueError, match=r"date"):
        given_published(value)


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1393, 11, 10, "2015-01-30"),
        (1393, 9, 23, "2014-12-14"),
        (1395, 12, 30, "2017-03-20"),
        (1399, 1, 1, "2020-03-20"),
        (1357, 11, 22, "1979-02-11"),
    ],
)
def test_solar_hijri(year, month, day, gregorian):
    assert solar_hijri(year, month, day).isoformat() == gregorian


@pytest.mark.parametrize(("year", "month", "day"), [(1394, 12, 30), (1393, 7, 31), (1393, 13, 1), (900, 1, 1)])
def test_days_that_the_solar_hijri_calendar_lacks(year, month, day):
    with pytest.raises(ValueError, match="no day"):
        solar_hijri(year, month, day)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sept 23", (23, 9, None, None)),
        ("Wednesday, September 23, 2015", (23, 9, 2015, 2)),
        ("23rd of September 2015", (23, 9, 2015, None)),
        ("Feb 092015", (9, 2, 2015, None)),
        ("March 2011", (None, 3, 2011, None)),
        ("2016-07-27", (27, 7, 2016, None)),
    ],
)
def test_written_dates(text, parts):
    (found,) = written_dates(text)
    assert (found.day, found.month, found.year, found.weekday) == parts
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize("text", ["February 30", "31 June 2016", "2016-13-01", "Section 4 may 2", "1993110112"])
def test_what_is_no_date(text):
    assert [found for found in written_dates(text) if found.day not in (None, 2)] == []


def test_a_numeric_date_keeps_its_second_reading():
    (found,) = written_dates("6/09/2013")
    assert (found.day, found.month, found.other) == (6, 9, (9, 6))


def test_with_hyphens_the_day_comes_first():
    (found,) = written_dates("03-08-2016")
    assert (found.day, found.month, found.other) == (3, 8, None)


days = st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31))


@given(days)
def test_day_indices_go_both_ways(day):
    assert day_at(index_of(day)) == day


@given(days, days)
def test_solving_bounds_gives_the_bounds(one, other):
    first, last = sorted((one, other))
    found = solve([Clue("test", None, "says.", outside(first, last, EXCLUDED, EXCLUDED))])
    assert found.earliest in (None, first.isoformat())
    assert found.latest in (None, last.isoformat())
    assert found.edtf


@given(days, st.integers(0, 400))
def test_edtf_of_a_stretch_holds_both_ends(first, more):
    last = first + dt.timedelta(days=more)
    again = given_published(edtf_of(first, last))
    assert (again.earliest, again.latest) == (first.isoformat(), last.isoformat())


def test_lags_count_from_the_last_such_day():
    lags = lag_since(month_days(3, 15))
    assert lags[index_of(dt.date(2015, 3, 15))] == 0
    assert lags[index_of(dt.date(2016, 3, 14))] == 365
    assert len(lags) == len(free())


def test_the_table_of_facts_is_wide_and_in_order():
    table = facts()
    assert len(table) >= 250
    assert all(fact.last is None or fact.first <= fact.last for fact in table)
    assert all(fact.titles for fact in table if fact.kind == "office")
    assert all(fact.source for fact in table)
    named = " ".join(fact.source + " " + fact.name for fact in table)
    for place in (
        "Syria",
        "Iraq",
        "Yemen",
        "Sudan",
        "Ukrain",
        "Nigeria",
        "Myanmar",
        "Colombia",
        "Mali",
        "Congo",
        "Somali",
    ):
        assert place in named


def test_the_register_of_sources_is_wide_and_unambiguous():
    sources = register()
    assert len(sources) >= 150
    assert len({source.country for source in sources}) >= 40
    names = [name for source in sources for name in (source.name, *source.aliases)]
    domains = [domain for source in sources for domain in source.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))
    assert source_by_name("the jordan times").name == "The Jordan Times"
    assert source_by_domain("https://english.ahram.org.eg/News/1.aspx").name == "Al-Ahram"
    assert source_by_domain("https://notreuters.community/") is None


@pytest.mark.corpora
def test_reference_pages_are_dated_within_what_a_coder_accepts(seeds):
    accepted = {
        "000": ("2015-01-30", "2015-01-31"),
        "001": ("2016-10-18", "2016-10-19"),
        "002": ("2013-07-13", "2013-07-14"),
        "003": ("2014-12-14", "2015-01-25"),
        "004": ("2015-09-23", "2015-09-24"),
    }
    for capture in read_paths([seeds]):
        found = read_page(capture).published
        earliest, latest = accepted[capture.name[:3]]
        assert earliest <= found.earliest <= found.latest <= latest, capture.name


@pytest.mark.corpora
def test_dates_of_real_pages(fa_kes):
    """Measured: 449 of 476 exact, 473 within the interval; the floor leaves room for a handful."""
    exact = held = many = 0
    for row in fa_kes[::4]:
        truth = header_truth(row)
        if truth is None:
            continue
        found = read_page(
            capture_bytes(f"{row['article_title']}\n\n{row['article_content']}".encode(), "x.txt")
        ).published
        many += 1
        exact += (found.earliest, found.latest) == (truth, truth)
        held += (found.earliest or "0") <= truth <= (found.latest or "9")
    assert exact >= 0.85 * many
    assert held >= 0.95 * many


def header_truth(row):
    """The csv's day, if the page's text has it among its first dates: many csv days are the event's, not the page's."""
    month, day, year = map(int, row["date"].split("/"))
    wanted = dt.date(year, month, day)
    named = {(found.year, found.month, found.day) for found in written_dates(row["article_content"], 0, 260)}
    return wanted.isoformat() if (wanted.year, wanted.month, wanted.day) in named else None


@pytest.mark.parametrize(
    "line",
    [
        "24 August 2023",
        "Wednesday, August 23",
        "Situation on 18 June 2023",
        "[Tuesday, 5 July 2016]",
        "Wed 12-Feb-2003",
        "2022-05-05 14:20",
        "2022-05-05T14:20:00+03:00",
        "Posted by Hadi Noor on 3/10/2022",
        "5 Rajab 1437",
        "12 April 2016 - 5 Rajab 1437",
        "20 Temmuz 2016",
        "KORDOFAN POST | Thursday 24 August 2023",
        "3 May 2022, 14:20 | Updated 4 May 2022",
        "14:20 | 24.08.2023",
    ],
)
def test_lone_date_lines(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Army takes village on 3 May 2022",
        "Attack on market in Aleppo, 24 August 2023",
        "The strike was on 24 August 2023.",
        "20 mars rovers",
    ],
)
def test_lines_that_only_name_a_date(line):
    assert not is_date_line(line)


REPORT = "Gunmen attacked a barge on the river near the old bridge and took its crew away, an officer told reporters."


@pytest.mark.parametrize(
    ("lines", "edtf"),
    [
        (("5 Rajab 1437", REPORT), "2016-04-12/2016-04-14"),
        (("Situation on 18 June 2023", REPORT), "2023-06-18"),
        (("2 kasım 2021", REPORT), "2021-11-02"),
        (("Posted by Hadi Noor on 3/10/2022", REPORT), "2022-10-03"),
        (("Posted by Hadi Noor on 3/10/2022", REPORT.replace("barge", "barge on Thursday")), "2022-03-10"),
        (("Thursday, 5 May 2022", REPORT.replace("barge", "barge on Friday")), "2022-05-05"),
        (
            ("Wednesday, August 23", REPORT.replace("officer", "officer in Khartoum"), "The war began on April 15."),
            "2023-08-23",
        ),
        (
            (
                "DOOMA, Feb 12 - " + REPORT.replace("barge", "barge on Tuesday"),
                "The report is our own, and so is the text.",
            ),
            "../..",
        ),
    ],
)
def test_days_of_pages(lines, edtf):
    assert published("Gunmen attack barge", *lines).edtf == edtf


def test_the_copyright_year_chooses_among_the_years_of_a_weekday():
    found = published(
        "Gunmen attack barge",
        "DOOMA, Feb 12 - " + REPORT.replace("barge", "barge on Wednesday, Feb 12"),
        "Copyright 2003 The River Gazette. All rights reserved.",
    )
    assert found.edtf == "2003-02-12"


def test_a_round_up_of_a_day_comes_out_when_it_is_over():
    def days(title):
        return published(
            title, "24 hours: 3 June 2013 to 9 June 2013", REPORT.replace("barge", "barge on Thursday")
        ).edtf

    assert days("The valley in the last 24 hours: barge attacked") != days("The valley this week: barge attacked")


def test_months_since_are_told_when_they_are_over():
    found = published(
        "Gunmen attack barge",
        "Fighting on the river since mid-September has killed 90 people over the past four months,"
        " more than before November 2016.",
        "The envoy Staffan de Mistura announced talks scheduled for January 26.",
        "President François Hollande agreed. The monitor released its count on Friday, and it was told on Friday.",
    )
    assert found.earliest >= "2017-01-12"
    assert found.latest <= "2017-01-25"


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [(1437, 7, 5, "2016-04-13"), (1445, 1, 1, "2023-07-19"), (1444, 9, 1, "2023-03-23"), (1400, 1, 1, "1979-11-21")],
)
def test_islamic_days(year, month, day, gregorian):
    assert islamic(year, month, day).isoformat() == gregorian


@pytest.mark.parametrize(("year", "month", "day"), [(1437, 2, 30), (1437, 13, 1), (900, 1, 1)])
def test_days_that_the_islamic_calendar_lacks(year, month, day):
    with pytest.raises(ValueError, match="no day"):
        islamic(year, month, day)


def test_a_name_that_only_opens_a_longer_one_bounds_nothing():
    found = published(
        "Fighters of the Islamic State of Iraq and the Levant left two villages, a monitor said on the phone."
    )
    assert found.earliest == "2013-04-08"
    later = published("Fighters of the Islamic State left two villages in the hills, a monitor said on the phone.")
    assert later.earliest == "2014-06-29"


def test_a_leap_day_without_a_year_leaves_leap_years_alone():
    news = "President Ashraf Ghani sent troops to Ghazni on Tuesday 12 May, the office of the governor said."
    wide = published("Troops sent to Ghazni", news)
    assert (wide.earliest or "")[:4] < "2020"
    found = published("Troops sent to Ghazni", news, "The pact that was signed on 29 February brought no calm.")
    assert found.earliest
    assert found.latest
    assert "2020-05-12" <= found.earliest <= found.latest <= "2020-05-15"


def test_a_day_that_months_are_counted_from_is_not_one_of_the_last_weeks():
    told = "Army chief Herzi Halevi spoke on Wednesday of the strike on a convoy near the coast."
    counted = published("Army chief speaks", told, "It is almost six months since the raid of 7 October.")
    assert (counted.earliest or "") <= "2024-04-03" <= (counted.latest or "9")
    assert "named_day" not in rules(counted)
    near = published("Army chief speaks", told, "The raid of 7 October killed six guards.")
    assert "named_day" in rules(near)


def test_two_days_after_may_count_the_first_day():
    told = "M23 walked through the streets of Goma on Tuesday, two days after its fighters entered."
    found = published(
        "Rebels in Goma", told, "President Félix Tshisekedi did not speak; Corneille Nangaa, AFC head, did."
    )
    assert (found.earliest or "") <= "2025-01-28" <= (found.latest or "9")
