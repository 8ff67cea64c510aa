"""Names of private persons are withheld everywhere; those of officials are not."""

import msgspec

from crossreport.brief import render
from crossreport.brief.privacy import WITHHELD, Privacy
from crossreport.brief.situation import situation
from crossreport.brief.voices import Voice
from crossreport.brief.window import Window
from crossreport.model import Actor, Attribution, Mention, Span
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


def test_names_are_printed_on_request() -> None:
    assert "Mahmoud al-Sari" in made(names=True)


def test_an_official_is_named() -> None:
    coded, _ = records()
    page = next(one for one in coded if one.page.name == "meridian-convoy-arrives.txt")
    start = page.page.text.index("Ivar Lindqvist")
    span = Span.of(page.page.text, start, start + len("Ivar Lindqvist"))
    mention = Mention("m", page.page.id, "person", span, None, (), (), start)
    said = Attribution("Ivar Lindqvist", None, "official", "said", None, span)
    report = msgspec.structs.replace(page.reports[0], attribution=(said,))
    quoted = msgspec.structs.replace(page, mentions=(mention,), reports=(report,))
    assert Privacy([msgspec.structs.replace(page, mentions=(mention,))]).mask("Ivar Lindqvist") == WITHHELD
    assert Privacy([quoted]).mask("Ivar Lindqvist") == "Ivar Lindqvist"


def test_a_person_whom_the_register_knows_is_named() -> None:
    coded, _ = records()
    span = coded[0].mentions[0].span
    known = Actor("someone-known", span.quote, "person", "SY")
    mention = msgspec.structs.replace(coded[0].mentions[0], value=known)
    assert Privacy([msgspec.structs.replace(coded[0], mentions=(mention,))]).mask(span.quote) == span.quote


def test_witnesses_keep_their_description_and_lose_their_name() -> None:
    span = Span(0, 1, "x")
    coded, linked = records()
    from crossreport.brief.catalogue import Catalogue

    voice = Voice(Catalogue(coded, linked), Privacy(coded))
    names = {
        "Mahmoud Darwish": "a witness",
        "a shopkeeper named Omar": "a witness",
        "doctor at a hospital in Anadan": "a doctor at a hospital in Anadan",
        "residents": "residents",
    }
    for speaker, printed in names.items():
        assert voice.speaker(Attribution(speaker, None, "witness", "said", None, span)) == printed
