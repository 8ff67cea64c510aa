"""Every suite, with its sums: `python -m evals.run`."""

import sys

from evals import fa_kes, own, seeds


def main() -> int:
    """Run what can be run here."""
    print("FA-KES, the corpus's day given")
    fa_kes.main(["--published"])
    print("\nFA-KES, the page's day inferred")
    fa_kes.main([])
    for part in own.PARTS:
        print(f"\nPages of our own writing, {part} part")
        own.main(["--part", part])
    print("\nReference pages")
    seeds.main(["--quiet"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
