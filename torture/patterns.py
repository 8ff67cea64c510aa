"""Every pattern of the code and its lexicons against strings made to keep it busy (R8).

For each repetition within a pattern: a string that leads there, the repeated part many times, and an end that cannot
match. A pattern whose time grows with more than the square of the length is broken; so is one that takes long.
"""

import math
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from torture.trial import Trial

SIZES = (50, 100, 200, 400, 800, 1600)  # repetitions
ENOUGH = 0.1  # seconds after which a string is made no longer
SECONDS = 2.0  # for one search of the longest string
WORST = 2.5  # exponent of growth: a square is 2, and a little for the noise
LEAST = 0.02  # seconds from which a growth can be told from noise
ENDS = ("\x00", "!", " ")
OURS = "crossreport"


def trials(_seed: int) -> Iterator[Trial]:
    """A trial is one pattern."""
    for pattern in sorted(collected(), key=lambda one: (len(one.pattern), one.pattern)):  # long ones take minutes
        yield Trial(f"{pattern.pattern[:100]!r}", broke(pattern))


def collected() -> list[re.Pattern[str]]:
    """Patterns that our modules compile when sample pages are read, linked and told."""
    found: dict[tuple[str, int], re.Pattern[str]] = {}
    compile_: Callable[..., Any] = _compiler.compile

    def watched(source: Any, flags: int = 0) -> Any:
        made = compile_(source, flags)
        if isinstance(source, str) and _is_ours():
            found[source, made.flags] = made
        return made

    _compiler.compile = watched
    try:
        _use_everything()
    finally:
        _compiler.compile = compile_
    return [found[key] for key in sorted(found)]


def _is_ours() -> bool:
    frame = sys._getframe(2)
    while frame is not None and "/re/" in frame.f_code.co_filename:
        frame = frame.f_back  # type: ignore[assignment]
    return frame is not None and OURS in frame.f_globals.get("__name__", "")


def _use_everything() -> None:
    """Load every module anew, and read the samples into a brief."""
    import importlib
    import pkgutil
    from importlib.resources import files

    for name in [name for name in sys.modules if name.split(".")[0] == OURS]:
        del sys.modules[name]
    re.purge()
    import crossreport

    skipped = ("crossreport.engines.spark", "crossreport.engines.warm", "crossreport.reading.extractor")
    for module in pkgutil.walk_packages(crossreport.__path__, "crossreport."):
        if not module.name.startswith(skipped) and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    crossreport.read(str(files("crossreport").joinpath("samples/pages")))
    from crossreport.words.needed import Later

    for pattern in Later.made:
        _ = pattern.compiled


def broke(pattern: re.Pattern[str]) -> str:
    """The first of a pattern's repetitions that is too bad."""
    for lead, body in _fewer(set(_pumps(_parser.parse(pattern.pattern, pattern.flags), ""))):
        for end in ENDS:
            growth, foreseen = _growth(pattern, lead, body, end)
            if growth > WORST or foreseen > SECONDS:
                return f"{foreseen:.2f} s on {lead!r} + {SIZES[-1]} × {body!r} + {end!r}, growth {growth:.1f}"
    return ""


def _fewer(pumps: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of what leads to the same repeated part, the shortest, the longest and one between."""
    leads: dict[str, list[str]] = {}
    for lead, body in pumps:
        leads.setdefault(body, []).append(lead)
    for body in sorted(leads):
        ordered = sorted(leads[body], key=lambda lead: (len(lead), lead))
        for lead in sorted({ordered[0], ordered[len(ordered) // 2], ordered[-1]}):
            yield lead, body


def _growth(pattern: re.Pattern[str], lead: str, body: str, end: str) -> tuple[float, float]:
    """The exponent with which time grows, and the seconds that the longest string takes, or would take."""
    before = 0.0
    for size in SIZES:
        took = _timed(pattern, lead + body * size + end)
        if took >= ENOUGH or size == SIZES[-1]:
            if took < LEAST or not before:
                return 0.0, took
            growth = math.log(took / max(before, 1e-5)) / math.log(2)
            return growth, took * (SIZES[-1] / size) ** growth
        before = took
    return 0.0, 0.0


def _timed(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    pattern.search(text)
    return time.process_time() - began


def _pumps(items: Iterable[tuple[Any, Any]], lead: str) -> Iterator[tuple[str, str]]:
    """(what leads to a repetition, what it repeats) for every one that has no small end."""
    for op, value in items:
        if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            if value[1] > 20:
                for other in range(3):
                    body = _sample(value[2], other)
                    if body:
                        yield lead, body
            yield from _pumps(value[2], lead)
        elif op is _constants.SUBPATTERN:
            yield from _pumps(value[-1], lead)
        elif op is _constants.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, lead)
        elif op in (_constants.ASSERT, _constants.ASSERT_NOT):
            yield from _pumps(value[1], lead)
        lead += _sample([(op, value)], 0)


def _sample(items: Iterable[tuple[Any, Any]], other: int) -> str:
    """A string that the items match, roughly; `other` picks another of its kinds."""
    return "".join(_one(op, value, other) for op, value in items)


def _one(op: Any, value: Any, other: int) -> str:
    if op is _constants.LITERAL:
        return chr(value)
    if op is _constants.NOT_LITERAL or op is _constants.ANY:
        return "a 1"[other]
    if op is _constants.IN:
        return _of_class(value, other)
    if op is _constants.BRANCH:
        return _sample(value[1][other % len(value[1])], other)
    if op is _constants.SUBPATTERN:
        return _sample(value[-1], other)
    if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
        return _sample(value[2], other) * max(1 if value[1] else 0, int(value[0]))
    return ""


def _of_class(parts: list[tuple[Any, Any]], other: int) -> str:
    if parts[0][0] is _constants.NEGATE:
        return "a 1"[other]
    op, value = parts[other % len(parts)]
    if op is _constants.LITERAL:
        return chr(value)
    if op is _constants.RANGE:
        return chr(value[0])
    said = str(value)
    return " " if "SPACE" in said and "NOT" not in said else ("1" if "DIGIT" in said else "a")
