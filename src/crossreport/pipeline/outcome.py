"""What became of one input, and of all of them."""

from msgspec import Struct, field

from crossreport.model import Analysis, Capture, CodedPage, Duplicate, Rejection


class Coded(Struct, frozen=True):
    """A capture that was read, as far as the run goes. `analysis` only if the run ends at language."""

    capture: Capture
    page: CodedPage
    analysis: Analysis | None = None


class Known(Struct, frozen=True):
    """An input whose page the record holds already, under the name `first`."""

    name: str
    capture: str
    first: str


# Rejections that nothing could or should be done about: an archive's pictures, its notes that nothing had changed, and
# pages about something else, where the user asked for pages on conflict only.
NOT_CONFLICT = "not_conflict"
NO_FAILURES = frozenset({"other_media", "revisit", "conversion", NOT_CONFLICT})

Outcome = Coded | Known | Duplicate | Rejection


class Summary(Struct):
    """Counts and reasons of one run: inputs = read + rejected + duplicate, where duplicate includes already known."""

    read: list[str] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    failures: list[Rejection] = field(default_factory=list)  # of rooms that see all pages together
    seen: set[str] = field(default_factory=set)  # captures of this run, read now or before
    captures: list[Capture] = field(default_factory=list)  # without their bytes; only if the run ends at intake
    analyses: list[Analysis] = field(default_factory=list)  # only if the run ends at language

    @property
    def inputs(self) -> int:
        """How many inputs were seen."""
        return len(self.read) + len(self.rejections) + len(self.known) + len(self.duplicates)

    @property
    def clean(self) -> bool:
        """Whether nothing was rejected that is a page, and no room failed."""
        return all(rejection.rule in NO_FAILURES for rejection in self.rejections) and not self.failures
