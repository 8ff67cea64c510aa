"""What the person at a desk decides: checked against what stands, signed, and put into the journal.

Every function gives the judgement that it made, or raises `Refused`, whose words say why and what to do.
"""

from collections.abc import Sequence

from crossreport.linking import contradicted
from crossreport.model import CodedPage, Judgement, content_id
from crossreport.model.judgement import Verdict
from crossreport.record import decide, thing_of
from crossreport.record.corrections import SAME, Several, Thing, things_of
from crossreport.web.desk import Desk
from crossreport.web.ledger import WHOLE, Ledger

BULK = 5000  # reports that one decision may cover
# What a decision says when its maker gives no words of their own: what one key means.
REASONS: dict[str, str] = {
    "correct": "Corrected by the reviewer",
    "accept": "The passage says so",
    "reject": "The passage does not say so",
    "defer": "To be looked at again",
}
_MOVES_EVENTS = frozenset({"reject", "correct", "merge", "split"})


class Refused(Exception):
    """A judgement that cannot be made; the message says why and what to do.

    `offers` are places to choose from, each with what is to be given for it, where the words name several.
    """

    def __init__(self, says: str, offers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(says)
        self.offers = tuple(offers)


class Unknown(Exception):
    """The record holds no such thing."""


def thing(desk: Desk, subject: str) -> tuple[CodedPage, Thing]:
    """A report, figure or claim as the machine read it, with its page.

    Raises:
        Unknown: the record holds none of that id.
    """
    coded = desk.record.page_of(subject)
    if coded is None:
        raise Unknown(f"The record holds no report, figure or claim {subject[:80]}.")
    return coded, thing_of(coded, subject)


def decide_one(
    desk: Desk,
    verdict: Verdict,
    subject: str,
    why: str = "",
    changes: Sequence[tuple[str, str]] = (),
    seen: str | None = None,
) -> Judgement:
    """One decision on one thing; `seen` is the judgement that its maker saw standing ("" for none).

    Raises:
        Refused: it cannot be made: another judgement stands since, or the changes do not fit the thing.
    """
    coded, found = thing(desk, subject)
    with desk.lock:
        ledger = desk.ledger()
        _refuse_stale(ledger, subject, seen)
        if verdict == "correct" and not changes:
            raise Refused("A correction needs at least one field that is to be otherwise.")
        held = _superseded(ledger, verdict, subject, [field for field, _ in changes])
        try:
            made = decide(
                verdict, found, by=desk.by, at=desk.now(), why=_reason(why or REASONS[verdict]), changes=changes,
                supersedes=held.id if held else None, figures=coded.figures,
                stands=_standing(desk, coded, subject),
            )  # fmt: skip
        except Several as error:
            raise Refused(_sentence(str(error)), error.offers) from error
        except ValueError as error:
            raise Refused(_sentence(str(error))) from error
        _keep(desk, [*_restored(desk, ledger, verdict, subject, held), made])
    if verdict in _MOVES_EVENTS or (held is not None and held.verdict in _MOVES_EVENTS):
        desk.relink(patience=0)
    return made


def _standing(desk: Desk, coded: CodedPage, subject: str) -> Thing | None:
    """The thing as earlier judgements left it; None if they took it out."""
    left = desk.coded([coded.page.id], by=desk.ledger())
    return next((one for page in left for one in things_of(page) if one.id == subject), None)


def decide_many(desk: Desk, verdict: Verdict, subjects: Sequence[str], why: str) -> Judgement:
    """One decision on many things: one judgement, which can be taken back as one.

    Raises:
        Refused: they are too many, or would be corrected.
    """
    if not 0 < len(subjects) <= BULK:
        raise Refused(f"One decision can cover 1 to {BULK} reports, these are {len(subjects)}: narrow the filter.")
    if verdict not in WHOLE:
        raise Refused("Many reports cannot be corrected at once.")
    made = _made(desk, verdict, tuple(subjects), why)
    with desk.lock:
        _keep(desk, [made])
    if verdict in _MOVES_EVENTS:
        desk.relink(patience=0)
    return made


def merge(desk: Desk, events: Sequence[str], why: str) -> Judgement:
    """Say that these events are one happening.

    Raises:
        Refused: they are fewer than two, or one of them is not there any more.
    """
    rows = [desk.event(event) for event in sorted(set(events))]
    if None in rows:
        raise Refused("There is no event of that id (any more): look at the list of events.")
    if len(rows) < 2:
        raise Refused("A merge needs another event: tick one, or give its id.")
    return _joined(desk, "merge", tuple(sorted({name for row in rows if row for name in row.reports})), (), why)


def split(desk: Desk, ident: str, reports: Sequence[str], why: str) -> Judgement:
    """Say that these reports of an event tell another happening.

    Raises:
        Refused: the event is not there any more, or none or all of its reports were named.
    """
    event = desk.event(ident)
    if event is None:
        raise Refused("There is no event of that id any more: look at the list of events.")
    subjects = tuple(sorted(set(reports) & set(event.reports)))
    rest = tuple(name for name in event.reports if name not in subjects)
    if not subjects or not rest:
        raise Refused("Tick the reports that tell another happening, and leave at least one.")
    return _joined(desk, "split", subjects, rest, why)


def undo(desk: Desk, ident: str, why: str = "") -> Judgement:
    """Take a judgement back; that it was made stays in the journal.

    Raises:
        Refused: it does not stand, or takes another back itself.
    """
    with desk.lock:
        ledger = desk.ledger()
        held = ledger.get(ident)
        if held is None or not ledger.stands(ident):
            raise Refused("That judgement does not stand: it was taken back or superseded before.")
        if held.subjects[0].startswith("judgement-"):
            raise Refused("Taking back cannot be taken back: decide again instead.")
        made = _made(desk, "reject", (ident,), why or "Taken back", supersedes=ident)
        _keep(desk, [made])
    if held.verdict in _MOVES_EVENTS:
        desk.relink(patience=5 if held.verdict in ("merge", "split") else 0)
    return made


def _joined(desk: Desk, verdict: Verdict, subjects: tuple[str, ...], apart: tuple[str, ...], why: str) -> Judgement:
    made = _made(desk, verdict, subjects, why, apart=apart)
    with desk.lock:
        for held in contradicted(made, desk.ledger().standing()):
            raise Refused(
                f"{held.by} said the opposite on {held.at} ({held.why}). Take that judgement back first: {held.id}"
            )
        _keep(desk, [made])
    desk.relink()
    return made


def _made(
    desk: Desk,
    verdict: Verdict,
    subjects: tuple[str, ...],
    why: str,
    *,
    apart: tuple[str, ...] = (),
    supersedes: str | None = None,
) -> Judgement:
    at, why = desk.now(), _reason(why)
    ident = content_id("judgement", verdict, subjects, apart, desk.by, at, why, supersedes)
    return Judgement(ident, verdict, subjects, desk.by, at, why, supersedes, apart)


def _keep(desk: Desk, made: Sequence[Judgement]) -> None:
    try:
        desk.record.judge_all(made)
    except ValueError as error:
        raise Refused(_sentence(str(error))) from error


def _refuse_stale(ledger: Ledger, subject: str, seen: str | None) -> None:
    """Stop who decides on what they did not see: somebody else decided meanwhile."""
    held = ledger.decision(subject)
    if seen is not None and held is not None and held.judgement.id != seen:
        one = held.judgement
        raise Refused(f"{one.by} decided on it meanwhile: {held.state}, “{one.why}”. Look again before you decide.")


def _superseded(ledger: Ledger, verdict: Verdict, subject: str, fields: Sequence[str]) -> Judgement | None:
    """The judgement that the new one takes the place of: the last on the same matter, if it is about this thing alone.

    One about many things goes on standing for the others; on this one, the later holds.
    """
    if verdict in WHOLE:
        rivals = [one for one in ledger.of(subject) if one.verdict in WHOLE]
    else:
        named = {SAME.get(field, field) for field in fields}
        rivals = [
            one for one in ledger.of(subject) if one.verdict == "correct" and named >= {f for f, _ in one.changes}
        ]
        rivals = rivals or [one for one in ledger.of(subject) if one.verdict == "reject"]
    return rivals[-1] if rivals and len(rivals[-1].subjects) == 1 else None


def _restored(desk: Desk, ledger: Ledger, verdict: Verdict, subject: str, held: Judgement | None) -> list[Judgement]:
    """Who corrects what a decision on many rejected wants it back."""
    whole = next((one for one in reversed(ledger.of(subject)) if one.verdict in WHOLE), None)
    if verdict != "correct" or whole is None or whole.verdict != "reject" or whole is held:
        return []
    return [_made(desk, "accept", (subject,), "Kept, as it is corrected")]


def _reason(why: str) -> str:
    if not why.strip():
        raise Refused("A judgement needs a reason: say why.")
    return why.strip()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
