"""A round of blind coding: who coded what, what all agree on, and a third person's judgement that settles a thing.

In: the round's standing judgements and the pages as the machine read them. Out: codings by thing; judgements to be
kept. It refuses that somebody settles what they coded themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from crossreport.model import CodedPage, Figure, Judgement
from crossreport.record.codings import Coding, agree, codings, taken_over
from crossreport.record.corrections import Thing, things_of


class Round:
    """Codings of a round; a thing of a page that is gone or is read otherwise now has none."""

    def __init__(self, name: str, judgements: Iterable[Judgement], pages: Iterable[CodedPage]) -> None:
        self.name = name
        self.things: dict[str, Thing] = {}
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        for page in pages:
            self.things |= {thing.id: thing for thing in things_of(page)}
            for figure in page.figures:
                self._figures[figure.event_report or ""].append(figure)
        self._by_coder = codings(judgements, self.things)

    @property
    def coders(self) -> list[str]:
        """Who coded anything in it."""
        return sorted(self._by_coder)

    def figures(self, report: str) -> list[Figure]:
        """The machine's figures of a report; none of anything else."""
        return self._figures.get(report, [])

    def of(self, thing: str) -> dict[str, Coding]:
        """What each coder says of a thing."""
        return {coder: self._by_coder[coder][thing] for coder in self.coders if thing in self._by_coder[coder]}

    def agreed(self) -> list[str]:
        """The things that two or more coded, and of which all say the same, by page and id."""
        coded = sorted({name for each in self._by_coder.values() for name in each})
        both = {name: said.values() for name in coded if len(said := self.of(name)) > 1}
        found = [name for name, said in both.items() if agree(self.things[name], said, self.figures(name))]
        return sorted(found, key=lambda name: (self.things[name].page, name))

    def settles(self, thing: str, by: str) -> tuple[str, ...]:
        """The coders' judgements that a decision of `by` on this thing settles.

        Raises:
            ValueError: fewer than two coded it, or `by` is one of them.
        """
        said = self.of(thing)
        if len(said) < 2:
            raise ValueError(f"{thing} was not coded by two in {self.name!r}: there is nothing to settle")
        if by.casefold() in (coder.casefold() for coder in said):
            raise ValueError(f"{by} coded {thing} in {self.name!r}: a third person settles it")
        return tuple(sorted(name for coding in said.values() for name in coding.judgements))

    def taken(self, thing: str, coder: str | None, *, by: str, at: str, why: str) -> Judgement:
        """The judgement of `by` that takes over what a coder (or any, where all agree) says of a thing.

        Raises:
            ValueError: that coder did not code it, or `by` cannot settle it.
        """
        settles, said = self.settles(thing, by), self.of(thing)
        if coder is not None and coder not in said:
            raise ValueError(f"{coder!r} did not code {thing} in {self.name!r}; its coders: {', '.join(said)}")
        chosen = said[coder if coder is not None else next(iter(said))]
        figures = self.figures(thing)
        return taken_over(self.things[thing], chosen, by=by, at=at, why=why, settles=settles, figures=figures)


def sampled(reports: Sequence[str], size: int, seed: str) -> list[str]:
    """So many of the reports, in their order: the same ones for one `seed`, whoever draws them."""
    drawn = set(sorted(reports, key=lambda report: sha256(f"{seed}\n{report}".encode()).digest())[:size])
    return [report for report in reports if report in drawn]
