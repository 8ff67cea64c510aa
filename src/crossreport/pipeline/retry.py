"""The inputs that failed, tried again: from their kept bytes where the record has them, else where they were found."""

from collections.abc import Iterable, Iterator

from crossreport.model import Capture, Duplicate, Rejection, former_names
from crossreport.pipeline import parts
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import NO_FAILURES, Summary
from crossreport.pipeline.run import Engine, Progress, keeper, run_captures
from crossreport.record import Record


def failures(record: Record, rules: Iterable[str] = ()) -> list[Rejection]:
    """What a retry would try: rejections of these rules, or of all that are failures."""
    wanted = frozenset(rules)
    return [
        rejection
        for rejection in record.rejections()
        if (rejection.rule in wanted if wanted else rejection.rule not in NO_FAILURES)
    ]


def retry(
    record: Record,
    options: Options,
    *,
    rules: Iterable[str] = (),
    progress: Progress,
    engine: Engine | None = None,
) -> Summary:
    """Try the failures again; those that fail again keep their reason, or get a new one."""
    wanted = failures(record, rules)
    return run_captures(_found(record, wanted, options), options, record, progress=progress, engine=engine)


def _found(record: Record, wanted: list[Rejection], options: Options) -> Iterator[Capture | Rejection | Duplicate]:
    left: dict[str, Rejection] = {}
    for rejection in wanted:
        capture = record.rejected_capture(rejection.name)
        if capture is not None:
            yield capture
        else:
            left[rejection.name] = rejection
    if not left:
        return
    for outcome in parts.take_in(record.paths(), None, options, keep=keeper(record, options), only=frozenset(left)):
        for name in former_names(outcome.name):
            left.pop(name, None)
        yield outcome
    yield from left.values()  # they are no longer where they were: the reason stands
