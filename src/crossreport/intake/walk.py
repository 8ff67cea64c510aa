"""Paths in, one entry for each file below them out, in one order whatever the order of the arguments.

Refuses to follow links to folders (they can form a circle) and to read what is no plain file (a pipe never ends).
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from crossreport.model import Rejection

STDIN = "-"


class Entry(Struct, frozen=True, order=True):
    """A file to read: its name for the record, and where it is."""

    name: str
    path: str

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input."""
        return self.path == STDIN

    @property
    def is_address(self) -> bool:
        """Whether it is an address of the web, not a file."""
        return is_address(self.path)


def is_address(path: str) -> bool:
    """Whether a path of the command line is meant as an address.

    >>> is_address("https://example.org/story"), is_address("https.txt")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def entries(paths: Sequence[str | Path]) -> list[Entry | Rejection]:
    """Every file of `paths`, sorted by name; a path that gives no file gives a rejection."""
    found = [entry for path in paths for entry in _below(path)]
    return sorted(found, key=lambda entry: (entry.name, entry.path if isinstance(entry, Entry) else ""))


def _below(path: str | Path) -> list[Entry | Rejection]:
    name = str(path)
    if name == STDIN:
        return [Entry(STDIN, STDIN)]
    if is_address(name):
        return [Entry(name, name)]
    try:
        mode = os.stat(name).st_mode
    except FileNotFoundError:
        return [Rejection(name, "missing", f"There is no {name!r}. Check the spelling and the folder.")]
    except (OSError, ValueError) as error:
        return [Rejection(name, "unreadable", f"{name!r} cannot be opened: {_why(error)}. Check the access rights.")]
    if stat.S_ISDIR(mode):
        return _folder(Path(name))
    return [_file(Path(name), Path(name).name, mode)]


def _folder(folder: Path) -> list[Entry | Rejection]:
    found = list(_walk(folder))
    if not found:
        says = f"The folder {str(folder)!r} has no pages. Put files with pages into it."
        return [Rejection(str(folder), "no_pages", says)]
    return found


def _walk(folder: Path) -> Iterator[Entry | Rejection]:
    refused: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=refused.append):
        base = Path(root).relative_to(folder)
        for name in list(folders):
            turned_away = _skip_folder(Path(root) / name, (base / name).as_posix())
            if turned_away:
                folders.remove(name)
                yield turned_away
        for name in files:
            yield _entry(Path(root) / name, (base / name).as_posix())
    for error in refused:
        where = str(error.filename)
        yield Rejection(where, "unreadable", f"The folder {where!r} cannot be opened: {_why(error)}.")


def _skip_folder(path: Path, name: str) -> Rejection | None:
    if path.name.startswith("."):
        return Rejection(name, "hidden", f"Hidden folders are not read. Give {name!r} itself as a path to read it.")
    if path.is_symlink():
        return Rejection(name, "link", f"Links to folders are not followed. Give {name!r} itself as a path to read it.")
    return None


def _entry(path: Path, name: str) -> Entry | Rejection:
    if path.name.startswith("."):
        return Rejection(name, "hidden", f"Hidden files are not read. Give {name!r} itself as a path to read it.")
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Rejection(name, "unreadable", f"{name!r} cannot be opened: {_why(error)}.")
    return _file(path, name, mode)


def _file(path: Path, name: str, mode: int) -> Entry | Rejection:
    if not stat.S_ISREG(mode):
        return Rejection(
            name, "special_file", f"{name!r} is a pipe or device, not a file. Give a file, or '-' for stdin."
        )
    return Entry(_printable(name), str(path))


def _printable(name: str) -> str:
    """File names that are no UTF-8 are kept readable and storable."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
