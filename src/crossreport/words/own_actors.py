"""The user's own actors: files of the register's layout in one folder, which every page read from now on knows.

In: a YAML file. Out: its copy in the folder, after it was checked against the register. A file with an unknown kind, an
id that is taken, or a parent that nobody knows is refused as a whole.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from crossreport.words.actors import ActorEntry, read_sections, tables
from crossreport.words.loader import WordsError

_ENVIRONMENT = "CROSSREPORT_CACHE"
_SUFFIX = ".yaml"


def actors_folder() -> Path:
    """`$CROSSREPORT_CACHE`, else `$XDG_DATA_HOME/crossreport`, else `~/.local/share/crossreport`; in it, `actors`."""
    named, base = os.environ.get(_ENVIRONMENT), os.environ.get("XDG_DATA_HOME")
    root = Path(named) if named else (Path(base) if base else Path.home() / ".local/share") / "crossreport"
    return root / "actors"


def own_files() -> list[Path]:
    """The user's files, by name."""
    return sorted(actors_folder().glob(f"*{_SUFFIX}"))


def own_entries() -> tuple[ActorEntry, ...]:
    """All actors that the user added.

    Raises:
        WordsError: a file is no list of actors; the message names it.
    """
    return tuple(entry for path in own_files() for entry in read_sections(path))


def add_actors(path: Path) -> int:
    """Check a file and copy it into the folder, in place of an earlier one of its name; how many actors it holds.

    Raises:
        WordsError: the file is no list of actors, or contradicts the register.
    """
    target = actors_folder() / (path.stem + _SUFFIX)
    others = {e.id for one in own_files() if one != target for e in read_sections(one)}
    found = read_sections(path)
    wrong = list(_wrong(found, others))
    if wrong:
        raise WordsError(f"{path}: {'; '.join(wrong[:5])}")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(path.read_bytes())
    part.replace(target)
    return len(found)


def remove_actors(name: str) -> bool:
    """Take a file out again, by the name that it was added under; False if there is none."""
    target = actors_folder() / (Path(name).stem + _SUFFIX)
    if target not in own_files():
        return False
    target.unlink()
    return True


def _wrong(found: tuple[ActorEntry, ...], others: set[str]) -> Iterator[str]:
    """What is wrong with a user's actors, one line each."""
    known, seen = tables(), set[str]()
    if not found:
        yield "it holds no actors"
    for entry in found:
        if entry.id in seen or entry.id in others:
            yield f"{entry.name}: the id {entry.id!r} is given twice"
        seen.add(entry.id)
        if not entry.source:
            yield f"{entry.name}: no source; write one at the actor or at its section"
        if entry.country is not None and entry.country not in known.countries:
            yield f"{entry.name}: {entry.country!r} is no ISO 3166-1 alpha-2 code"
        if entry.parent is not None and entry.parent not in known.actors and entry.parent not in {e.id for e in found}:
            yield f"{entry.name}: nobody has the id {entry.parent!r}, which it names as its parent"
