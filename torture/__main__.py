"""The campaign: `python -m torture [--seconds N] [--seed N] [NAME …]`; exit code 1 if anything broke.

Each part runs for its share of the time and says how many trials it made and what it found. The same seed gives the
same trials in the same order; how many fit into the time depends on the machine.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator

from torture import archives, disks, kills, log, pages, patterns, soak
from torture.trial import Trial

PARTS: dict[str, Callable[[int], Iterator[Trial]]] = {
    "kills": kills.trials,
    "disks": disks.trials,
    "archives": archives.trials,
    "pages": pages.trials,
    "exponential": patterns.exponential,
    "patterns": patterns.trials,
    "log": log.trials,
    "soak": soak.trials,
}


ANNOUNCED = 60.0  # seconds between lines that tell how far a part is


def run(name: str, seconds: float, seed: int, most: int | None = None) -> tuple[int, list[Trial]]:
    """How many trials a part made in that time, `most` at most, and those that broke something."""
    count, broken, began = 0, [], time.monotonic()
    announced = began
    for trial in PARTS[name](seed):
        count += 1
        if trial.broke:
            broken.append(trial)
            print(f"    {trial.what}: {trial.broke}", flush=True)
        now = time.monotonic()
        if now - announced > ANNOUNCED:
            announced = now
            print(f"    {name}: {count:,} trials, {len(broken)} broke", file=sys.stderr, flush=True)
        if now - began > seconds or count == most:
            break
    return count, broken


def main() -> int:
    """Run the parts that are named, or all."""
    parser = argparse.ArgumentParser(prog="torture", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="NAME", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--seconds", type=float, default=60, help="for each part")
    parser.add_argument("--trials", type=int, help="stop a part after so many")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    broke = False
    for name in options.parts or PARTS:
        began = time.monotonic()
        count, broken = run(name, options.seconds, options.seed, options.trials)
        print(f"{name:10}{count:8,} trials in {time.monotonic() - began:5.0f} s   {len(broken)} broke", flush=True)
        broke = broke or bool(broken)
    return int(broke)


if __name__ == "__main__":
    sys.exit(main())
