"""Holds every measure at its pinned floor.

    python -m evals.gate [SUITE ...] [--update] [--allow-regression]

Fails when a measure falls below its suite's file in `floors/`. `--update` raises the floors to what was measured now,
less a margin for other processors; it lowers none without `--allow-regression`. Measures whose corpora are absent are
skipped.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from evals import (
    actors,
    articles,
    attribution,
    cameo,
    confidence,
    corpus,
    dating,
    ecb,
    fa_kes,
    furniture,
    geoparsing,
    intake,
    language,
    languages,
    linking,
    linking_gva,
    linking_pages,
    linking_scale,
    muc4,
    own,
    private_names,
    re3d,
    real,
    relevance,
    seeds,
    times,
    villages,
    weighing,
)
from evals.corpora import Absent
from evals.tolls import measure as measure_tolls

FLOORS = Path(__file__).parent / "floors"
MARGIN = 0.005  # int8 sums differ in the last bits between kinds of processor, and with them a few decisions
SMALLER_IS_BETTER = frozenset(
    {
        *("struck_out_per_page", "wrong_dev", "wrong_test", "names_wrong"),
        *("error", "error_real", "error_corpus"),
        *dating.SMALLER_IS_BETTER,
    }
)
SUITES: dict[str, Callable[[], dict[str, float]]] = {
    "fa_kes_published": lambda: fa_kes.measure(published=True),
    "fa_kes_inferred": lambda: fa_kes.measure(published=False),
    "seeds": seeds.measure,
    "dating": dating.measure,
    "geoparsing": geoparsing.measure,
    "own_dev": lambda: own.measure("dev"),
    "own_test": lambda: own.measure("test"),
    "corpus_dev": lambda: corpus.measure("dev"),
    "corpus_test": lambda: corpus.measure("test"),
    "real_dev": lambda: real.measure("dev"),
    "real_test": lambda: real.measure("test"),
    "real_later": lambda: real.measure("later"),
    "real_later_test": lambda: real.measure("later_test"),
    "real_third": lambda: real.measure("third"),
    "real_third_test": lambda: real.measure("third_test"),
    "confidence": confidence.measure,
    "times": times.measure,
    "villages": villages.measure,
    "tolls": measure_tolls,
    "muc4": muc4.measure,
    "cameo": cameo.measure,
    "attribution": attribution.measure,
    "re3d": re3d.measure,
    "private_names": private_names.measure,
    "weighing_dev": lambda: weighing.measure("dev"),
    "weighing_test": lambda: weighing.measure("test"),
    "actors": actors.measure,
    "intake": intake.measure,
    "language": language.measure,
    "languages": languages.measure,
    "relevance": relevance.measure,
    "articles": articles.measure,
    "furniture": furniture.measure,
    "ecb": ecb.measure,
    "linking": linking.measure,
    "linking_gva": linking_gva.measure,
    "linking_pages": linking_pages.measure,
    "linking_scale": linking_scale.measure,
}

Measures = dict[str, dict[str, float]]


def main(arguments: list[str] | None = None) -> int:
    """Measure, compare, and update if asked."""
    parser = argparse.ArgumentParser(prog="evals.gate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"only these of: {', '.join(SUITES)}")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors, too")
    options = parser.parse_args(arguments)
    wanted = options.suites or list(SUITES)
    if unknown := sorted(set(wanted) - set(SUITES)):
        parser.error(f"there is no suite {', '.join(unknown)}")
    floors = pinned(wanted)
    measured = measure_all(wanted if options.update else floors)
    if options.update:
        return _update(floors, measured, lower=options.allow_regression)
    return _check(floors, measured)


def pinned(suites: Iterable[str]) -> Measures:
    """The floors of those suites that have any."""
    files = {name: FLOORS / f"{name}.json" for name in suites}
    return {name: json.loads(file.read_text(encoding="utf-8")) for name, file in files.items() if file.is_file()}


def measure_all(wanted: Iterable[str]) -> Measures:
    """Every suite of `wanted` whose corpora are here."""
    measured: Measures = {}
    for name in wanted:
        try:
            measured[name] = SUITES[name]()
        except Absent as absent:
            print(f"skipped {name}: {absent}")
    return measured


def falls(name: str, value: float, floor: float) -> bool:
    """Whether a value is worse than its floor."""
    return value > floor + 1e-9 if name in SMALLER_IS_BETTER else value < floor - 1e-9


def raised(name: str, value: float) -> float:
    """The floor that a value earns: a little worse than the value, in thousandths."""
    if name in SMALLER_IS_BETTER:
        return math.ceil((value + MARGIN) * 1000) / 1000
    return value if value in {0.0, 1.0} else math.floor(max(0.0, value - MARGIN) * 1000) / 1000


def _check(floors: Measures, measured: Measures) -> int:
    fallen = [
        f"{suite}.{name}: {measured[suite].get(name, 0.0):.4f}, floor {floor:.4f}"
        for suite in measured
        for name, floor in floors[suite].items()
        if falls(name, measured[suite].get(name, 0.0), floor)
    ]
    for line in fallen:
        print(f"fell: {line}")
    held = sum(len(floors[suite]) for suite in measured) - len(fallen)
    print(f"{held} measures hold their floors, {len(fallen)} fell, {len(floors) - len(measured)} suites skipped")
    return 1 if fallen else 0


def _update(floors: Measures, measured: Measures, *, lower: bool) -> int:
    refused: list[str] = []
    for suite, values in measured.items():
        own = floors.setdefault(suite, {})
        for name, value in values.items():
            new = raised(name, value)
            old = own.get(name)
            if old is not None and falls(name, new, old) and not lower:
                if falls(name, value, old):
                    refused.append(f"{suite}.{name}: {value:.4f} is below the floor {old:.4f}")
                continue
            own[name] = new
        text = json.dumps(own, indent=1, sort_keys=True) + "\n"
        (FLOORS / f"{suite}.json").write_text(text, encoding="utf-8")
    for line in refused:
        print(f"not lowered: {line}")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
