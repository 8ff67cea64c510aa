"""The lines of a form, "Location: Banibangou", "Alleged perpetrators: gunmen": kept from what drops a site's labels.

Spot reports of police, guards and clusters say where, by whom and to whom in lines of their own, which are short and
have no verb. The page's day, on a line "Date: …", goes as any date line does.
"""

from crossreport.reading.draft import Draft
from crossreport.reading.written_dates import is_date_line
from crossreport.words.columns import field_of, is_form


def mark_form(draft: Draft) -> None:
    """Keeps the labelled lines of a form, for what they are."""
    kept = draft.kept()
    if not is_form(piece.text for piece in kept):
        return
    for piece in kept:
        field = field_of(piece.text)
        if field is not None and not (field[1] == "day" or is_date_line(piece.text)):
            piece.heads = piece.entry = True
