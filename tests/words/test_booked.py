"""What a codebook enters for each voice: the dead of several groups are a sum, a part stands for no whole."""

import pytest

from crossreport.model import Confidence, Counted, Figure, Scope, Span, VoiceToll
from crossreport.words.booked import booked

SURE = Confidence("high", 0.9)


def figure(name: str, count: float, kind: str) -> Figure:
    span = Span(0, 1, "1")
    return Figure(
        name, "page", "report", "killed", Counted(kind, kind), count, count, count, f"{count:g}", "exact",
        Scope(None, None), False, None, (), "happened", span, SURE,
    )  # fmt: skip


def entered(*given: tuple[str, float, str, str], profile: str = "acled") -> list[float | None]:
    figures = {str(at): figure(str(at), count, kind) for at, (_, count, kind, _) in enumerate(given)}
    tolls = [
        VoiceToll(voice, str(at), count, count, count, f"{count:g}", side)
        for at, (voice, count, _, side) in enumerate(given)
    ]
    return sorted(one.best or 0 for one in booked(profile, tolls, figures))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "entries"),
    [
        # a front mourns nine of its own, whose side nothing says, and counts 84 of the army's
        ([("front", 84, "combatants", "state"), ("front", 9, "combatants", "")], [93]),
        # villagers and those who attacked them
        ([("council", 17, "civilians", ""), ("council", 9, "people", "armed")], [26]),
        # "60 were killed, 10 soldiers" by one voice: the ten are no rival of the sixty
        ([("envoy", 60, "people", ""), ("envoy", 10, "people", "state")], [60]),
        # each side counts the other's dead: two one-sided claims, and nobody's sum
        ([("army", 38, "people", "armed"), ("rebels", 60, "people", "state")], [38, 60]),
        # nor is a third voice's count of one side added to what the other side claims
        (
            [("army", 38, "people", "armed"), ("rebels", 60, "people", "state"), ("clinic", 20, "people", "armed")],
            [20, 38, 60],
        ),
        # the ministry's eleven, a militia's three of its own, the other side's nine: three claims
        (
            [("ministry", 11, "combatants", "armed"), ("guard", 3, "people", ""), ("front", 9, "combatants", "state")],
            [3, 9, 11],
        ),
        # one voice counts the dead of both: a rival's claim of one side is no rival of the sum
        ([("front", 3, "people", "armed"), ("front", 20, "people", "state"), ("army", 9, "people", "armed")], [23]),
        # "five civilians died, a boy on the way to hospital": the boy is one of them
        ([("clinic", 5, "civilians", ""), ("clinic", 1, "children", "")], [5]),
        # rivals stay rivals
        ([("army", 4, "people", ""), ("clinic", 7, "people", "")], [4, 7]),
    ],
)
def test_one_voice_is_one_entry(given: list[tuple[str, float, str, str]], entries: list[float]) -> None:
    assert entered(*given) == entries
