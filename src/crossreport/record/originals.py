"""Whole input files, kept beside the record under their hash: what came in, byte for byte, archives included.

A file is written under another name first and renamed when it is whole, so that a name always tells the truth; a file
that is there already is not written again. Layout: FOLDER/sha256/ab/abcdef….
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, BinaryIO

from crossreport.record.derive import Original
from crossreport.record.verify import Fault

SUFFIX = ".originals"  # of the folder beside a record file
_BLOCK = 1024 * 1024
_ALGORITHM = "sha256"


class Originals:
    """A folder of files by their hash; made when the first file comes."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)

    def keep(self, name: str, stream: BinaryIO) -> Original:
        """Keep what the stream holds from its beginning; `name` is where it came from.

        Raises:
            OSError: it cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        stream.seek(0)
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".new-", delete=False) as copy:
            try:
                summed, size = _copy(stream, copy)
                target = self.path_of(f"{_ALGORITHM}:{summed}")
                if target.exists():
                    os.unlink(copy.name)
                else:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    os.replace(copy.name, target)
            except BaseException:
                Path(copy.name).unlink(missing_ok=True)
                raise
        stream.seek(0)
        return Original(f"{_ALGORITHM}:{summed}", name, size)

    def path_of(self, original: str) -> Path:
        """Where the file of that id lies."""
        algorithm, _, summed = original.partition(":")
        return self._folder / algorithm / summed[:2] / summed

    def faults(self, known: Sequence[Original]) -> Iterator[Fault]:
        """Files of the record that are missing, and files of the folder that are not what their name says."""
        for original in known:
            if not self.path_of(original.id).is_file():
                yield Fault("original", original.id, f"the file of {original.name} is missing from {self._folder}")
        for path in sorted(self._folder.glob(f"{_ALGORITHM}/*/*")):
            with path.open("rb") as stream:
                if _digest(stream) != path.name:
                    yield Fault("original", f"{_ALGORITHM}:{path.name}", "its bytes are not those that were kept")


def _copy(source: BinaryIO, target: IO[bytes]) -> tuple[str, int]:
    summed, size = hashlib.sha256(), 0
    while block := source.read(_BLOCK):
        summed.update(block)
        target.write(block)
        size += len(block)
    target.flush()
    os.fsync(target.fileno())
    return summed.hexdigest(), size


def _digest(stream: BinaryIO) -> str:
    summed = hashlib.sha256()
    while block := stream.read(_BLOCK):
        summed.update(block)
    return summed.hexdigest()
