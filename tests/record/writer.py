"""A process of its own that adds pages to a record until it is killed: `python -m tests.record.writer RECORD MARK`."""

import sys
from itertools import count

from crossreport.record import open_record
from tests.builders import coded_of


def main(address, mark, pages=None):
    with open_record(address) as record:
        for number in count() if pages is None else range(int(pages)):
            text = f"Shells fell on Dair {mark} on Monday, killing {number} people, the governor said."
            record.add_page(*coded_of(text, f"{mark}-{number}.txt"))


if __name__ == "__main__":
    main(*sys.argv[1:])
