"""Writes the golden files anew: `python -m tests.export.golden.make`. Look at the difference before you commit it."""

from crossreport.export.formats import FORMATS
from tests.export.test_formats import GOLDEN, written

if __name__ == "__main__":
    for name in FORMATS:
        if name not in ("parquet", "wacz"):
            (GOLDEN / f"{name}.txt").write_bytes(written(name)[0])
