"""The one way in which lexicons and codebooks become typed values: a file name in, frozen structs out."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from crossreport.words.kept import kept

T = TypeVar("T")


class WordsError(ValueError):
    """A lexicon file that cannot be read as what it should hold; the message names file and place."""


def load(name: str, kind: type[T]) -> T:
    """The lexicon `words/data/<name>` as `kind` (a msgspec type). Read once a process.

    Raises:
        WordsError: the file is missing, no YAML, or does not fit `kind`.
    """
    return _load(name, kind)  # type: ignore[no-any-return, arg-type, unused-ignore]


@cache
def _load(name: str, kind: Any) -> Any:
    source = files("crossreport.words").joinpath("data", *name.split("/"))
    if not source.is_file():
        raise WordsError(f"no lexicon {name!r} in crossreport.words")
    content = source.read_bytes()
    return _typed(kept(name, (content,), lambda: _plain(content.decode("utf-8"), name)), kind, name)


def load_file(path: Path, kind: type[T]) -> T:
    """A user's own lexicon file as `kind`; same errors as `load`."""
    return parse(path.read_text(encoding="utf-8"), kind, name=str(path))


def parse(text: str, kind: type[T], *, name: str) -> T:
    """YAML `text` as `kind`; `name` is for the error message."""
    return _typed(_plain(text, name), kind, name)


def _plain(text: str, name: str) -> Any:
    import yaml

    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise WordsError(f"{name}: {error}") from error


def _typed(plain: Any, kind: type[T], name: str) -> T:
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise WordsError(f"{name}: {error}") from error
