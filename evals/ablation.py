"""What each part of the coding room gives: the record scored with one part after the other taken out.

    python -m evals.ablation [--part dev|test] [--only PART …]

A part is taken out by putting something in its place that any system would have without it: the nearest mention for
the syntax of roles, a trigger's word alone for its conditions, "happened" for every status. Real pages (dev: train and
dev parts), pages of our own (`evals/pages`) and of our corpus, with the days that `evals.confidence` gives them. The
test part is looked at only as sums.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from msgspec import Struct, structs

from crossreport.coding import coder, selecting
from crossreport.coding.completing import completing
from crossreport.coding.drafting import confidence as confidence_of_reports
from crossreport.coding.drafting import telling
from crossreport.coding.events import means, triggers
from crossreport.coding.events.triggers import Found
from crossreport.coding.joining import absorbing, joining
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import is_passive, is_verb
from crossreport.coding.phrases.capacity import could
from crossreport.coding.roles import described, participants
from crossreport.coding.status import status
from crossreport.coding.voices import sayings
from crossreport.grounding.ground import ground
from crossreport.model import Actor, Analysis, Mention, Page, Role, Sentence
from crossreport.words.events import Trigger, ontology
from evals import confidence
from evals.convert import coding_of
from evals.corpora import Absent
from evals.fa_kes import Scores
from evals.rooms import capture_of

FLOOR = 0.5  # of confidence, in the row that lets the score select
SHARES = ("type", "agent", "sides", "place", "status", "said_by")
_ANY: frozenset[str] = frozenset()


class Swap(Struct, frozen=True):
    """A name in a module and what stands in its place."""

    module: Any
    name: str
    value: Any


class Read(Struct, frozen=True):
    """A page with its gold, up to what the coding room is given."""

    wanted: confidence.Wanted
    page: Page
    analysis: Analysis
    mentions: tuple[Mention, ...]

    @property
    def group(self) -> str:
        """The rows of the table are by these."""
        return self.wanted.corpus if self.wanted.corpus in ("own", "corpus") else "real"


class Part(Struct, frozen=True):
    """A part of the room: what stands in its place, and whether the trees are taken away, too."""

    swaps: tuple[Swap, ...] = ()
    treeless: bool = False


def nearest(doc: Document, found: Found) -> list[Taking]:
    """Roles without syntax: the last actor named in front of the word does it, the first behind it suffers it."""
    told = [(word, mention) for mention, word in doc.told_in(found.word.sentence, "actor")]
    told = sorted(((w, m) for w, m in told if isinstance(m.value, Actor)), key=lambda each: each[0])
    before = [each for each in told if each[0] < found.word][-1:]
    behind = [each for each in told if each[0] > found.word][:1]
    if is_verb(doc, found.word) and is_passive(doc, found.word):
        before, behind = behind, before
    fought = ontology().types[found.type].scheme == "parties"
    roles: tuple[Role, Role] = ("party", "party") if fought else ("agent", "target")
    takings = [Taking(role, m, w) for role, side in zip(roles, (before, behind), strict=True) for w, m in side]
    return [taking for taking in takings if could(taking, found.type)]


def flat(analysis: Analysis) -> Analysis:
    """The page without trees: every word hangs on the one before."""
    return structs.replace(analysis, sentences=tuple(_chain(sentence) for sentence in analysis.sentences))


def _chain(sentence: Sentence) -> Sentence:
    tokens = (
        structs.replace(token, head=index - 1, rel="dep" if index else "root")
        for index, token in enumerate(sentence.tokens)
    )
    return structs.replace(sentence, tokens=tuple(tokens))


def _told_alone(*names: str) -> Callable[[Document, Word, Trigger], bool]:
    """`triggers.fits` that asks for no conditions of these names."""
    fits, bare = triggers.fits, {name: None if name == "preposition" else _ANY for name in names}

    def without(doc: Document, word: Word, trigger: Trigger) -> bool:
        return fits(doc, word, structs.replace(trigger, **bare))

    return without


def _in_order(drafts: list[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: draft.word)


def parts() -> dict[str, Part]:
    """Every part by what the table calls it; the first takes nothing out."""
    positive = ("object", "subject", "preposition", "prepositional", "content", "within")
    floor = structs.replace(confidence_of_reports.weights(), floor=FLOOR)
    return {
        "all of it": Part(),
        "syntax of roles (nearest mention)": put(participants.participants, nearest),
        "trees (each word hangs on the last)": Part(treeless=True),
        "ontology's “only with …”": put(triggers.fits, _told_alone(*positive)),
        "ontology's “unless …”": put(triggers.fits, _told_alone("unless")),
        "ontology's means": put(means.means_of, lambda *_: None),
        "what only names a happening": put(telling.passed_over, lambda *_: False),
        "people without a name": Part((Swap(described, "_described", lambda *_: None),)),
        "status (all happened)": put(status.status_of, lambda *_: ("happened", None, False)),
        "voices": put(sayings.sayings_of, lambda _: []),
        "joining": Part((*put(joining.join, _in_order).swaps, *put(absorbing.absorb, lambda _, drafts: drafts).swaps)),
        "completing from neighbours": put(completing.complete, lambda _, drafts: _in_order(drafts)),
        "selecting": put(selecting.select, lambda drafts: drafts),
        f"(added) a score of {FLOOR} asked for": put(confidence_of_reports.weights, lambda: floor),
    }


def put(function: Callable[..., Any], other: Callable[..., Any]) -> Part:
    """Another function in the place of one, wherever the room has taken it up."""
    room = sorted(name for name in sys.modules if name.startswith("crossreport.coding."))
    users = [sys.modules[name] for name in room if getattr(sys.modules[name], function.__name__, None) is function]
    return Part(tuple(Swap(module, function.__name__, other) for module in users))


@contextmanager
def without(part: Part) -> Iterator[None]:
    """The coding room with something else in the place of a part."""
    with ExitStack() as stack:
        for swap in part.swaps:
            stack.enter_context(patch.object(swap.module, swap.name, swap.value))
        yield


def read(part: str) -> list[Read]:
    """The pages of a part, up to grounding."""
    found = []
    for wanted in confidence.pages(part):
        page = confidence.ROOMS.read(capture_of(wanted.name, wanted.text), wanted.day)
        analysis = confidence.ROOMS.analyse(page)
        found.append(Read(wanted, page, analysis, tuple(ground(page, analysis))))
    return found


def scored(pages: Sequence[Read], part: Part) -> dict[str, Scores]:
    """Sums by group, with a part taken out."""
    found: dict[str, Scores] = {}
    with without(part):
        for each in pages:
            analysis, mentions = each.analysis, each.mentions
            if part.treeless:
                analysis = flat(analysis)
                mentions = tuple(ground(each.page, analysis))
            ours = coding_of(coder.code(each.page, analysis, mentions))
            found.setdefault(each.group, Scores()).add(each.wanted.gold, ours)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="evals.ablation", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--only", nargs="+", metavar="PART", help="only parts whose names hold these words")
    options = parser.parse_args(arguments)
    try:
        pages = read(options.part)
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    sys.stdout.write("| without | pages | F1 | strict | P | R | type | agent | sides | place | status | voice |\n")
    sys.stdout.write("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
    for name, part in parts().items():
        if not options.only or any(word in name for word in options.only):
            for group, scores in scored(pages, part).items():
                sys.stdout.write(row(name, group, scores))
                sys.stdout.flush()
    return 0


def row(name: str, group: str, scores: Scores) -> str:
    """A line of the table: event F1s, then what agrees on matched events."""
    shares = [scores.fields[each] / max(1, scores.events.hits) for each in SHARES]
    rates = [scores.events.f1, scores.strict.f1, scores.events.precision, scores.events.recall, *shares]
    return f"| {name} | {group} | {' | '.join(f'{each:.3f}' for each in rates)} |\n"


if __name__ == "__main__":
    sys.exit(main())
