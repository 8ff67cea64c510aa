"""Which drafts a coder would put in a table: what is told with company, not what is named in passing."""

from crossreport.coding.draft import Draft


def select(drafts: list[Draft]) -> list[Draft]:
    """The drafts that are events of the page, in reading order."""
    return [draft for draft in drafts if _is_event(draft)]


def _is_event(draft: Draft) -> bool:
    if draft.scheme == "speaker":
        return bool(draft.takings)
    own_place = bool(draft.places) and not draft.place_inherited
    if draft.toll_only:
        return bool(draft.takings) and (own_place or draft.when is not None)
    if draft.weak:
        return bool(draft.takings) or own_place
    return bool(draft.takings) or bool(draft.places)
