"""The scorer of lines: what it drops, what it never drops, and what it says about it."""

import numpy as np
import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.extracted import choose_text
from crossreport.reading.judgement import mark_unlikely
from crossreport.reading.line_features import FEATURES, features
from crossreport.reading.line_scorer import judge, neighbour_words, neighbours
from crossreport.reading.text import draft_of_text
from crossreport.words.loader import load

REPORT = [
    "Gunmen on motorcycles attacked the market of Oro Kende before dawn on Thursday, killing at least nine traders.",
    "Residents told reporters by telephone that the attackers burned two lorries and took grain with them.",
    "The provincial police commissioner said soldiers had been sent and that three suspects were being questioned.",
    "No group has said it carried out the attack, the second on the road to the river in a week.",
    "Traders have asked for an escort since the rains ended and the ferries began to run again, a union leader said.",
]
SITE = ["Ana Sayfa", "Son Dakika", "Giriş yap", "Bizi takip edin", "Paylaş", "Tümünü gör"]
TEASERS = [
    "Five ways to dry mangoes",
    "Pop star says sorry to her fans",
    "Win a weekend at the coast",
    "Quiz: how well do you know the lakes",
]


def page_of(lines: list[str]) -> Page:
    outcome = read_page(capture_bytes("\n".join(lines).encode(), "page.txt"))
    assert isinstance(outcome, Page), outcome
    return outcome


def test_report_lines_are_likelier_than_the_site_around_them():
    lines = [*SITE, "Nine killed at market of Oro Kende", *REPORT, *SITE, *TEASERS]
    likely = judge(lines).likely
    report = likely[len(SITE) + 1 : len(SITE) + 1 + len(REPORT)]
    assert report.min() > 0.5
    assert likely[: len(SITE)].max() < 0.4
    assert likely[-len(TEASERS) :].max() < 0.5


def test_a_report_alone_loses_nothing():
    page = page_of([*REPORT, "The market was to stay closed until Sunday, the union said."])
    assert not page.dropped


def test_dropped_lines_say_why_in_words():
    page = page_of([*SITE, "Nine killed at market of Oro Kende", *REPORT, *SITE, *TEASERS])
    reasons = [each.reason for each in page.dropped if each.reason.startswith("furniture:")]
    known = {word for pair in [*FEATURES.values(), *neighbour_words()] for word in pair}
    assert reasons
    for reason in reasons:
        told = reason.removeprefix("furniture:").split("; ")
        assert 1 <= len(told) <= 3
        assert set(told) <= known
    kept = {page.text[block.start : block.end] for block in page.blocks}
    assert set(REPORT) <= kept


def test_a_timeline_is_text():
    entries = [
        "June 9 – Shells hit the northern quarter",
        "June 10 – Convoy turned back at the bridge",
        "June 12 – Talks moved to Port Salm",
    ]
    page = page_of(["Week of shelling in Port Salm", *REPORT, *entries])
    kept = {page.text[block.start : block.end] for block in page.blocks}
    assert set(entries) <= kept


def test_features_have_a_column_each_and_do_not_depend_on_names():
    rows = features(REPORT)
    assert rows.shape == (len(REPORT), len(FEATURES))
    assert np.isfinite(rows).all()
    swapped = [line.replace("Oro Kende", "Abu Tarim") for line in REPORT]
    assert np.allclose(judge(swapped).likely, judge(REPORT).likely, atol=0.05)
    assert features([]).shape == (0, len(FEATURES))


def test_every_neighbour_column_has_words():
    assert neighbours(np.array([0.1, 0.9, 0.5])).shape[1] == len(list(neighbour_words()))


def test_both_tables_hold_the_same_languages_or_say_less():
    from crossreport.reading.line_features import FurnitureWords

    words = load("furniture_words.yaml", FurnitureWords)
    needed = {"ar", "fr", "es", "ru", "tr", "pt", "de", "fa", "uk", "my", "sw"}
    assert needed <= set(words.phrases)
    assert needed <= set(words.function_words)
    assert all(phrase == phrase.lower() for many in words.phrases.values() for phrase in many)


@pytest.mark.parametrize("wrapped", ["<article>{}</article>", "<div><div>{}</div></div>"])
def test_the_chosen_extractor_finds_the_report(wrapped: str):
    body = "".join(f"<p>{line}</p>" for line in REPORT)
    menu = "".join(f"<li><a href='/{at}'>{line}</a></li>" for at, line in enumerate([*SITE, *TEASERS]))
    html = f"<html><body><ul>{menu}</ul>{wrapped.format(body)}<footer>{SITE[0]}</footer></body></html>"
    text = choose_text(html) or ""
    assert all(line in text for line in REPORT)
    assert TEASERS[0] not in text


def test_an_empty_page_has_no_main_text():
    assert not choose_text("<html><body></body></html>")


@pytest.mark.parametrize(("again", "is_repeat"), [("in the late evening", True), ("on Friday evening", False)])
def test_a_passage_said_again_is_a_repeat_unless_a_fact_changed(again: str, is_repeat: bool):
    said = "Shelling of 7 villages along the river killed 7 people and cut the road to Port Salm {}, medics said."
    lines = [said.format("in the evening"), *REPORT[:3], said.format(again)]
    page = page_of(lines)
    assert any(part.reason.startswith("repeat") and again in part.quote for part in page.dropped) == is_repeat


def test_a_number_that_stands_twice_can_change_once():
    said = "Shelling of 7 villages along the river killed {} people and cut the road to Port Salm, medics said."
    page = page_of([said.format(7), *REPORT[:3], said.format(9)])
    assert not any(part.reason.startswith("repeat") for part in page.dropped)


def test_a_page_without_spaces_loses_its_site():
    report = [
        "武装集団が木曜日の未明に市場を襲撃し、少なくとも商人九人が死亡したと、州警察の責任者が記者団に電話で語った。",
        "住民によると、襲撃者はトラック二台に火をつけ、穀物を奪って川の方へ逃げたという。軍が現場に派遣されている。",
        "犯行声明は出ていない。この道路では一週間で二度目の襲撃であり、商人組合は護衛を求めていると代表は述べた。",
    ]
    site = ["ホーム", "お問い合わせ", "プライバシーポリシー", "カテゴリ", "新着記事", "月別"]
    draft = draft_of_text("\n".join([*site, *report, *site]))
    mark_unlikely(draft)
    assert [piece.dropped is None for piece in draft.pieces[len(site) : len(site) + len(report)]] == [True] * 3
    assert sum(piece.dropped is not None for piece in draft.pieces) >= 6


POSTS = [
    "SIREN OF THE DUNES",
    "@sirenofthedunes",
    "[3 May 2024, 22:10]",
    "🔴 A drone struck a lorry with gold panners south of Oro Kende this morning. Four are dead, all panners. #Dunes",
    "[3 May 2024, 23:02]",
    'UPDATE Oro Kende: two of the wounded have died. The toll is six. The staff speaks of "bandits". Lies!',
    "[4 May 2024, 12:40]",
    "At Wadi Safra a trader was arrested by soldiers on Monday. His body was found yesterday. Who gave the order?",
    "[4 May 2024, 15:00]",
    "Rumours of a raid on the town tonight are false.",
    "Forwarded from Dune Monitor   5.2K views",
]


def test_no_post_of_a_channel_is_a_comment():
    page = page_of(POSTS)
    kept = [page.text[block.start : block.end] for block in page.blocks]
    assert kept == POSTS[3:10:2]


def test_what_stands_below_days_behind_a_report_may_be_comments():
    thread = ["4 May 2024", "they should all go home now.", "5 May 2024", "lol who even reads this.", "6 May 2024"]
    page = page_of(["Nine killed at market of Oro Kende", *REPORT, "Comments", *thread, "so sad for our town."])
    assert not any("lol" in page.text[block.start : block.end] for block in page.blocks)
