"""How far a report can be trusted: the share of reports like it that were right on coded pages.

A logistic regression over what the page itself ties to the trigger; its weights are data, fitted by
`training/confidence.py` on pages coded by hand. It says nothing about whether the world is as the page tells it.
"""

import math
from functools import cache

from msgspec import Struct

from crossreport.coding.page.draft import Draft
from crossreport.model import Band, Confidence
from crossreport.model.statuses import NOT_DONE
from crossreport.words.loader import load


class Weights(Struct, frozen=True):
    """`words/data/confidence.yaml`: weights by feature, the bands' lower ends, and below what p a draft is no event."""

    weights: dict[str, float]
    high: float
    medium: float
    floor: float
    fitted_on: str
    figures: dict[str, float] = {}  # share of right figures by measure, with and without an event


@cache
def weights() -> Weights:
    """The shipped weights."""
    return load("confidence.yaml", Weights)


def features(draft: Draft) -> dict[str, float]:
    """What speaks for and against the draft being an event that a coder records, each 0 or 1 but for counts."""
    return {
        "bias": 1.0,
        "doer": float(bool(draft.ids("agent", "party"))),
        "hit": float(bool(draft.ids("target", "recipient", "victim"))),
        "two_sides": float(len(draft.ids()) > 1),
        "place": float(bool(draft.places) and not draft.place_inherited),
        "place_inherited": float(draft.place_inherited),
        "fine_place": float(any(p.kind not in ("country", "region", "admin1") for p, _ in draft.places)),
        "day": float(draft.when is not None and not draft.when_inherited and draft.when.precision == "day"),
        "time": float(draft.when is not None and not draft.when_inherited),
        "no_time": float(draft.when is None),
        "weak_word": float(draft.weak),
        "toll_only": float(draft.toll_only),
        "definite": float(draft.anaphoric),
        "told_again": float(min(len(draft.words), 4) - 1) / 3,
        "lead": float(draft.core),
        "unreal": float(draft.status in NOT_DONE),
        "alleged": float(draft.status in ("alleged", "denied")),
        "voiced": float(bool(draft.chain)),
        "statement": float(draft.scheme == "speaker"),
        f"type:{draft.type}": 1.0,
    }


def probability(draft: Draft) -> float:
    """The share of right reports among those like it."""
    known = weights().weights
    return 1 / (1 + math.exp(-sum(known.get(name, 0.0) * value for name, value in features(draft).items())))


def confidence_of(draft: Draft) -> Confidence:
    """The probability in two digits, with its band."""
    return _banded(probability(draft))


def figure_key(measure: str, *, owned: bool) -> str:
    """The class of figures whose share of right ones is known."""
    return f"{measure}:{'event' if owned else 'alone'}"


def confidence_in_figure(measure: str, *, owned: bool) -> Confidence:
    """The share of right figures among those of the same measure on coded pages."""
    known = weights().figures
    return _banded(known.get(figure_key(measure, owned=owned), known.get("any", 0.5)))


def _banded(share: float) -> Confidence:
    p = round(share, 2)
    band: Band = "high" if p >= weights().high else "medium" if p >= weights().medium else "low"
    return Confidence(band, p)
