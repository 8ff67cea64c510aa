"""The one way in which lexicons and codebooks become typed values: a file name in, frozen structs out."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

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
    return parse(source.read_text(encoding="utf-8"), kind, name=name)


def load_file(path: Path, kind: type[T]) -> T:
    """A user's own lexicon file as `kind`; same errors as `load`."""
    return parse(path.read_text(encoding="utf-8"), kind, name=str(path))


def parse(text: str, kind: type[T], *, name: str) -> T:
    """YAML `text` as `kind`; `name` is for the error message."""
    try:
        return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), kind)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise WordsError(f"{name}: {error}") from error
