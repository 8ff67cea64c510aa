"""Who counts the dead killed nobody, whose claim is denied denies nothing, and counts of no deed told before."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    "text",
    [
        "The Health Ministry in Khartoum corrected its toll on Sunday. In the morning it had given 30 killed.",
        "The Colombian police had earlier counted 12 killed in Tumaco.",
        "The Malian Ministry of Defence put the toll at 21 killed. A day before, the ministry had recorded 17 killed.",
        "M23 gave 8 killed in Sake.",
    ],
)
def test_who_counts_the_dead_killed_nobody(text: str) -> None:
    coded = code_text(text)
    assert coded.figures
    assert not any(names(report) for report in coded.reports)


def test_a_side_that_counts_its_fallen_foes_still_killed_them() -> None:
    (report,) = code_text("The Philippine military had claimed 20 militants killed in Butig.").reports
    assert names(report, "agent") == {"Armed Forces of the Philippines"}
    assert names(report, "target") == {"Philippine opposition armed groups"}


@pytest.mark.parametrize(
    ("text", "deniers"),
    [
        (
            "The claim of Armenian media that an Azerbaijani drone struck a church in Shusha on Monday "
            "does not correspond to reality.",
            [],
        ),
        (
            "Reports by Russian media that the Ukrainian army shelled a school in Horlivka on Friday are untrue, "
            "the Ukrainian army said.",
            ["Armed Forces of Ukraine"],
        ),
        (
            "The rebels' claim that the army bombed a clinic in Kachin on Sunday is false, the junta said.",
            ["Government of Myanmar"],
        ),
        (
            "The army denied a claim by JNIM that soldiers killed 12 herders in Boni on Saturday.",
            ["Malian Armed Forces"],
        ),
        (
            "Armenian media said that an Azerbaijani drone struck a church in Shusha on Monday. "
            "This is false, the Azerbaijani army said.",
            ["Azerbaijani Armed Forces"],
        ),
    ],
)
def test_whose_claim_is_denied_is_no_voice_of_the_denial(text: str, deniers: list[str]) -> None:
    (report,) = code_text(text).reports
    assert report.status == "denied"
    assert [voice.speaker for voice in report.attribution] == deniers


@pytest.mark.parametrize(
    ("text", "best", "own"),
    [
        (
            "The leader of the Mai-Mai said the villagers had themselves to blame because they stood by while "
            "soldiers killed his men. The governor of Ituri put the number of the dead at 40.",
            40,
            False,
        ),
        (
            "Rebels shelled Bria on 3 May 2016, killing two traders. In March the observatory registered 25 deaths "
            "in Bambari.",
            25,
            False,
        ),
        (
            "A bomb killed four people in Jolo on Sunday. On Monday the mayor gave the number of the dead as six.",
            6,
            True,
        ),
    ],
)
def test_a_count_of_another_month_or_behind_a_mere_reason_is_of_no_deed_before_it(
    text: str, best: int, own: bool
) -> None:
    (figure,) = [each for each in code_text(text).figures if each.best == best]
    assert (figure.event_report is not None) is own
