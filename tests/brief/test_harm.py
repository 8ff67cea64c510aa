"""Names of private persons are withheld everywhere; those of officials are not."""

import msgspec
import pytest

from crossreport.brief import render
from crossreport.brief.catalogue import Catalogue
from crossreport.brief.situation import situation
from crossreport.brief.voices import Voice
from crossreport.brief.window import Window
from crossreport.model import Actor, Attribution, Mention, Span, VoiceKind
from crossreport.privacy import WITHHELD, Privacy
from tests.brief.hand import REJECTIONS, records


def made(*, names: bool = False) -> str:
    coded, linked = records()
    brief = situation(coded, linked, REJECTIONS, window=Window(None, None), names=names)
    return render.html(brief) + render.markdown(brief)


def test_a_witness_is_not_named() -> None:
    text = made()
    assert "al-Sari" not in text
    assert WITHHELD in text
    assert "1 name of private persons withheld" in text


def test_the_words_of_a_figure_name_no_private_person() -> None:
    coded, linked = records()
    told = "a farmer, Mahmoud al-Sari, and his sons"
    coded = tuple(
        msgspec.structs.replace(
            page, figures=tuple(msgspec.structs.replace(figure, wording=told) for figure in page.figures)
        )
        for page in coded
    )
    text = render.html(brief := situation(coded, linked, REJECTIONS, window=Window(None, None))) + render.markdown(
        brief
    )
    assert "a farmer, " in text
    assert "al-Sari" not in text


def test_names_are_printed_on_request() -> None:
    assert "Mahmoud al-Sari" in made(names=True)


def known_as(actor: Actor | None, quote: str = "Mahmoud al-Sari") -> Privacy:
    """What is withheld if a mention of the first page, whose words tell nothing of him, was grounded to `actor`."""
    coded, _ = records()
    text = coded[0].page.text.replace(", a baker who lives", ", who lives")
    coded = (msgspec.structs.replace(coded[0], page=msgspec.structs.replace(coded[0].page, text=text)),)
    start = text.index(quote)
    mention = Mention(
        "m", coded[0].page.id, "person", Span.of(coded[0].page.text, start, start + len(quote)), actor, (), (), start
    )
    return Privacy([msgspec.structs.replace(coded[0], mentions=(mention,))])


@pytest.mark.parametrize(
    ("actor", "printed"),
    [
        (None, WITHHELD),
        (Actor("person:1", "Mahmoud al-Sari", "person", "SY"), WITHHELD),
        (Actor("person:1", "Mahmoud al-Sari", "person", "SY", affiliation="government-of-syria"), "Mahmoud al-Sari"),
        (Actor("person:1", "Brigadier Mahmoud al-Sari", "person", "SY"), "Mahmoud al-Sari"),
        (Actor("mahmoud-al-sari", "Mahmoud al-Sari", "rebel_group", "SY"), "Mahmoud al-Sari"),
    ],
)
def test_rank_office_or_organisation_makes_a_name_public(actor: Actor | None, printed: str) -> None:
    assert known_as(actor).mask("Mahmoud al-Sari") == printed


def test_a_trade_beside_the_name_outweighs_the_organisation_that_the_rooms_took_it_for() -> None:
    coded, _ = records()
    assert Privacy(coded[:1]).mask("Mahmoud al-Sari") == WITHHELD


def test_a_pronoun_of_a_private_person_is_no_name() -> None:
    privacy = known_as(Actor("person:1", "Mahmoud al-Sari", "person", "SY"), "he")
    assert privacy.mask("he said that Mahmoud al-Sari had left") == f"he said that {WITHHELD} had left"


def test_a_private_person_who_is_quoted_as_an_official_stays_private() -> None:
    coded, linked = records()
    person = Actor("person:1", "Mahmoud al-Sari", "person", "SY")
    mention = msgspec.structs.replace(coded[0].mentions[0], value=person)
    pages = (msgspec.structs.replace(coded[0], mentions=(mention,)), *coded[1:])
    said = Attribution("Mahmoud al-Sari", "person:1", "official", "said", None, mention.span)
    assert Voice(Catalogue(pages, linked), Privacy(pages)).speaker(said) == "a named person"


def test_witnesses_keep_their_description_and_lose_their_name() -> None:
    span = Span(0, 1, "x")
    coded, linked = records()
    voice = Voice(Catalogue(coded, linked), Privacy(coded))
    names = {
        "Mahmoud Darwish": "a witness",
        "a shopkeeper named Omar": "a witness",
        "doctor at a hospital in Anadan": "a doctor at a hospital in Anadan",
        "Medical staff in Zalingei": "medical staff in Zalingei",
        "the Lawyers' Circle": "the Lawyers' Circle",
        "Eyewitnesses": "eyewitnesses",
        "Omar": "a witness",
        "residents": "residents",
    }
    for speaker, printed in names.items():
        assert voice.speaker(Attribution(speaker, None, "witness", "said", None, span)) == printed


def test_a_spokeswoman_gets_an_article_and_a_source_no_name() -> None:
    coded, linked = records()
    voice = Voice(Catalogue(coded, linked), Privacy(coded))

    def said(speaker: str, kind: VoiceKind, hedge: str | None = None, cue: str = "said") -> str:
        return voice.inner("p", (Attribution(speaker, "x", kind, cue, hedge, Span(0, 1, "x")),))

    assert said("United Nations spokeswoman", "official") == "citing a United Nations spokeswoman"
    assert said("Russian Defence Ministry", "official") == "citing the Russian Defence Ministry"
    assert said("the source", "anonymous") == "citing an unnamed source"
    assert said("a local source", "witness", "claim", "claimed") == "citing a local source (“claimed”)"
    assert said("residents", "witness", "reportedly") == "citing residents (hedged: “reportedly”)"


def test_a_bodys_name_keeps_its_capital_and_takes_no_article() -> None:
    coded, linked = records()
    voice = Voice(Catalogue(coded, linked), Privacy(coded))

    def said(speaker: str) -> str:
        return voice.speaker(Attribution(speaker, "x", "monitor", "said", None, Span(0, 1, "x")))

    assert said("Human Rights Watch") == "Human Rights Watch"
    assert said("Human rights groups") == "human rights groups"


def test_a_name_that_was_read_as_a_place_is_in_no_heading_label_or_title() -> None:
    coded, linked = records()
    lead = next(event for event in linked.events if event.place is not None)

    def misread(place):
        return msgspec.structs.replace(place, name="Mahmoud al-Sari") if place == lead.place else place

    pages = [
        msgspec.structs.replace(
            one, reports=tuple(msgspec.structs.replace(r, place=misread(r.place)) for r in one.reports)
        )
        for one in coded
    ]
    events = tuple(msgspec.structs.replace(event, place=misread(event.place)) for event in linked.events)
    brief = situation(pages, msgspec.structs.replace(linked, events=events), REJECTIONS, window=Window(None, None))
    assert "al-Sari" not in render.html(brief) + render.markdown(brief)


def test_a_body_that_the_register_lacks_is_no_unnamed_source() -> None:
    coded, linked = records()
    voice = Voice(Catalogue(coded, linked), Privacy(coded))

    def said(speaker: str) -> str:
        return voice.speaker(Attribution(speaker, None, "anonymous", "said", None, Span(0, 1, "x")))

    assert said("Darfur Lawyers' Circle") == "the Darfur Lawyers' Circle"
    assert said("Omar Darwish") == "an unnamed source"
