"""A file is written whole or not at all: a stop half way leaves the former one as it was."""

import os
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Write beside, then take the place of what was there.

    Raises:
        OSError: it cannot be written.
    """
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(data)
    os.replace(beside, path)
