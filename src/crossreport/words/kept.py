"""What was worked out from shipped data, kept between runs: a folder that may be wiped at any time.

In: a name, what it follows from, and how to work it out. Out: the same value, whether it was kept or not. A file is
named by a digest of what it follows from and begins with a digest of its content: what is stale is not found, and
what is damaged is worked out anew. Where nothing can be written, nothing is kept.
"""

import hashlib
import logging
import os
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

_FOLDER: Final = "words"
_DATE: Final = 1  # MessagePack has no day of its own
_SIZE: Final = hashlib.sha256().digest_size
_log = logging.getLogger(__name__)


def kept(name: str, follows: Iterable[bytes], make: Callable[[], Any]) -> Any:
    """What `make` gives: text, numbers, days, and lists and tables of them. `follows` is all that it depends on."""
    folder = _folder()
    if folder is None:
        return make()
    path = folder / f"{name.replace('/', '-')}-{_digest(follows)}.msgpack"
    found = _read(path)
    if found is not None:
        return _unpacked(found)
    made = make()
    packed = msgspec.msgpack.encode(_packable(made))
    if _unpacked(packed) == made:  # or else it holds what would come back as something else
        _write(path, hashlib.sha256(packed).digest() + packed)
    return made


def _folder() -> Path | None:
    """As the gazetteer's: `$CROSSREPORT_CACHE`, else `$XDG_CACHE_HOME/crossreport`, else `~/.cache/crossreport`."""
    named, base = os.environ.get("CROSSREPORT_CACHE"), os.environ.get("XDG_CACHE_HOME")
    if named:
        return Path(named) / _FOLDER
    try:
        return (Path(base) if base else Path.home() / ".cache") / "crossreport" / _FOLDER
    except RuntimeError:  # nobody's home is known
        return None


def _digest(parts: Iterable[bytes]) -> str:
    joined = hashlib.sha256()
    for part in parts:
        joined.update(hashlib.sha256(part).digest())
    return joined.hexdigest()[:24]


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    packed = content[_SIZE:]
    return packed if hashlib.sha256(packed).digest() == content[:_SIZE] else None


def _write(path: Path, content: bytes) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        _log.debug("cannot keep %s: %s", path, error)


def _packable(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return msgspec.msgpack.Ext(_DATE, value.isoformat().encode())
    if isinstance(value, dict):
        return {_packable(key): _packable(held) for key, held in value.items()}
    return [_packable(held) for held in value] if isinstance(value, list) else value


def _day(code: int, data: memoryview) -> date:
    if code != _DATE:
        raise ValueError(f"unknown kind {code}")
    return date.fromisoformat(bytes(data).decode())


def _unpacked(packed: bytes) -> Any:
    return msgspec.msgpack.decode(packed, ext_hook=_day)
