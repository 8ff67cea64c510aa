"""Bombs whose layers are caught, or which are found in time, have not gone off."""

import pytest

from crossreport.coding.drafting.drafting import drafts_of
from crossreport.coding.voices.attribution import Voices
from tests.coding.test_attribution import document


def types(text: str) -> set[str]:
    """The types of all happenings that are drafted."""
    doc = document(text)
    return {draft.type for draft in drafts_of(doc, Voices(doc))}


@pytest.mark.parametrize(
    "text",
    [
        "One militant was apprehended in Khuzdar while planting an IED on the highway.",
        "Police in Mogadishu seized two men attaching a bomb to a car.",
        "Soldiers defused a bomb planted near the school of Saravena.",
        "Engineers cleared 40 mines laid by M23 near Sake.",
    ],
)
def test_what_did_not_go_off_is_no_explosion(text):
    assert "explosion" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "A mine laid by rebels killed a farmer near Sake.",
        "Gunmen planted a bomb under a bridge in Narathiwat and detonated it on Monday.",
        "Two boys were killed by a bomb left in a market in Maiduguri.",
    ],
)
def test_what_went_off_is_one(text):
    assert "explosion" in types(text)
