"""Values of the record as short words for one table cell."""

from collections.abc import Iterable

from rich.markup import escape

from crossreport.model import EventReport, Page, Place, Toll, Voices, When

STDIN = "standard input"
_TWO_SIDED = {"party": " and ", "agent": ", ", "target": ", "}


def place_of(place: Place | None) -> str:
    """`Idlib, SY`; a place that was not found is marked."""
    if place is None:
        return "not said"
    if place.geonameid is None and place.country is None:
        return escape(f"{place.name} (?)")
    return escape(f"{place.name}, {place.country}" if place.country else place.name)


def day_of(when: When | None) -> str:
    """The EDTF value, or that no day is known."""
    return escape(when.edtf) if when else "not said"


def sides_of(roles: Iterable[tuple[str, str]]) -> str:
    """`A → B` for a deed, `A and B` for two-sided fighting or talks."""
    by_role: dict[str, list[str]] = {}
    for role, name in roles:
        if name not in by_role.setdefault(role, []):
            by_role[role].append(name)
    named = {role: _TWO_SIDED.get(role, ", ").join(names) for role, names in by_role.items()}
    sides = [named.get("party", "")]
    hit = named.get("target") or named.get("victim") or named.get("recipient")
    if "agent" in named or hit:
        sides.append(" → ".join((named.get("agent", "?"), hit)) if hit else named["agent"])
    return escape("; ".join(side for side in sides if side))


def killed_words(toll: Toll | None) -> str:
    """The toll as its voices give it: one number if they agree, the range if they do not, never an average."""
    if toll is None:
        return ""
    words = dict.fromkeys(voice.wording for voice in toll.by_voice if voice.wording)
    told = " / ".join(f"“{word}”" for word in words)
    return escape(" ".join(part for part in (_span(toll.low, toll.high), told) if part))


def _span(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"{number(low)} or more"
    return "" if high is None else f"up to {number(high)}"


def number(value: float | None) -> str:
    """A number without needless digits; empty if open.

    >>> number(1100.0), number(None)
    ('1,100', '')
    """
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def chain_of(report: EventReport, page: Page) -> str:
    """Who says so, outermost voice first: the outlet, then whom it quotes."""
    return escape(
        " ← ".join(
            (
                page.outlet or (STDIN if page.name == "-" else page.name),
                *(voice.speaker for voice in report.attribution),
            )
        )
    )


def words_of(code: str) -> str:
    """A code of the record as words.

    >>> words_of("single_source")
    'single source'
    """
    return code.replace("_", " ")


def voices_of(voices: Voices) -> str:
    """Independent voices, and the pages they were told on if those are more."""
    if voices.pages == voices.independent:
        return str(voices.independent)
    return f"{voices.independent} (on {voices.pages} page{'s' if voices.pages > 1 else ''})"
