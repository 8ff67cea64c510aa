"""A PDF in, its text layer out. A scan without one is refused: what its pictures say is for OCR, not for us."""

import msgspec

from crossreport.model import Capture, Rejection
from crossreport.reading.child import child

MAX_PAGES = 1000  # a report with annexes; the rest of a longer one is named as left out
_LEAST_LETTERS = 60  # of the whole text layer: a scan's stamp or page numbers have fewer
_SOFT_HYPHEN = "\ufffe"  # PDFium's mark where a word was broken at a line's end


class TextLayer(msgspec.Struct, frozen=True):
    """The text of all pages, what the document says about itself, and how many pages there are."""

    text: str
    title: str | None
    created: str | None
    pages: int


class _Refused(ValueError):
    pass


def text_layer(data: bytes) -> TextLayer:
    """What PDFium reads; runs in the child.

    Raises:
        ValueError: it is no PDF, or asks for a password.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _Refused(str(error)) from error
    pages = [_page_text(document, number) for number in range(min(len(document), MAX_PAGES))]
    about = document.get_metadata_dict()
    return TextLayer("\n\n".join(pages), about.get("Title") or None, about.get("CreationDate") or None, len(document))


def _page_text(document: object, number: int) -> str:
    page = document[number]  # type: ignore[index]
    layer = page.get_textpage()
    text = layer.get_text_bounded()
    layer.close()
    page.close()
    return str(text).replace(_SOFT_HYPHEN + "\r\n", "").replace(_SOFT_HYPHEN, "").replace("\x00", "")


def read_pdf(capture: Capture) -> TextLayer | Rejection:
    """The text layer of a captured PDF, or why there is none."""
    answer = child.ask("pdf", capture.data, parts=1)
    if answer.failure is not None:
        if "password" in answer.cause.lower():
            says = "The PDF asks for a password. Save it without one."
            return Rejection(capture.name, "encrypted", says)
        return Rejection(capture.name, "unparsed", f"{answer.says}. Save its text as .txt or .html.")
    found = msgspec.json.decode(answer.parts[0], type=TextLayer)
    if sum(character.isalpha() for character in found.text) < _LEAST_LETTERS:
        says = f"The PDF has no text layer on its {found.pages} pages: it is a scan. Run OCR over it (ocrmypdf) first."
        return Rejection(capture.name, "no_text_layer", says)
    return found
