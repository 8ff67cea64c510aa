"""A JSON record in, its page out: which field is the text, which the address, which the days.

Known names first; where a record has none for its text, the longest field that reads as prose. A record without any is
refused, never guessed at.
"""

import json
from collections.abc import Iterator
from typing import Any

from crossreport.intake.limits import MAX_JSON_DEPTH
from crossreport.intake.part import Part, statement
from crossreport.model import Statement, StatementKind
from crossreport.words.fields import field_names

_LEAST_TEXT = 40  # characters: what is shorter is a label
_LEAST_PROSE = 200  # characters of a field of unknown name, and the words among them, to be taken for the text
_LEAST_WORDS = 30
_KINDS: tuple[StatementKind, ...] = ("title", "outlet", "author", "language", "published", "updated", "captured")


class NoText(ValueError):
    """A record without a text; the message says what it has."""


def part_of(record: dict[str, Any], position: str) -> Part:
    """The page of a record.

    Raises:
        NoText: no field holds one.
    """
    names = field_names()
    flat = dict(_flat(record))
    url = next((value for name in names.url if _is_address(value := flat.get(name))), None)
    said = tuple(one for kind in _KINDS for one in _statement(kind, flat, getattr(names, kind)))
    captured = next((one.value for one in said if one.kind == "captured"), None)
    found = next((name for name in names.text if _long(flat.get(name))), None)
    markup = next((name for name in names.html if _long(flat.get(name))), None)
    if found is None and markup is not None:
        data = str(flat[markup]).encode("utf-8", "replace")
        return Part(position, data, url, said, captured, media_type="text/html", charset="utf-8")
    found = found or _longest(flat)
    if found is None:
        raise NoText(f"The record has no text: its fields are {', '.join(sorted(flat)[:12]) or 'none'}.")
    title = next((one.value for one in said if one.kind == "title"), None)
    return Part(position, headed(title, str(flat[found])).encode("utf-8", "replace"), url, said, captured)


def headed(title: str | None, text: str) -> str:
    """The text under its headline, unless it begins with it."""
    if not title or " ".join(text[: 2 * len(title) + 200].split()).casefold().find(title.casefold()) >= 0:
        return text
    return f"{title}\n\n{text}"


def _flat(record: dict[str, Any], prefix: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, dict) and depth < MAX_JSON_DEPTH:
            yield from _flat(value, f"{prefix}{name}.", depth + 1)
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield f"{prefix}{name}", ("" if name in field_names().text else ", ").join(value)
        elif isinstance(value, list) and name in field_names().text and (joined := _in_parts(value)) is not None:
            yield f"{prefix}{name}", joined
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            yield f"{prefix}{name}", value


def _in_parts(value: list[Any]) -> str | None:
    """A text that is written as runs, plain or with their kind: ["Shells hit ", {"type": "bold", "text": "X"}]."""
    runs = [one.get("text") if isinstance(one, dict) else one for one in value]
    return "".join(run for run in runs if isinstance(run, str)) if all(isinstance(run, str) for run in runs) else None


def _statement(kind: StatementKind, flat: dict[str, Any], names: tuple[str, ...]) -> tuple[Statement, ...]:
    given = (name for name in names if flat.get(name) not in (None, "") and not _long_prose(flat[name]))
    name = next((name for name in given if kind != "outlet" or _names_outlet(name, flat[name])), None)
    return statement(kind, flat[name], f'the record\'s field "{name}"') if name else ()


def _names_outlet(field: str, value: object) -> bool:
    """`source` holds an outlet's name, an address or the code of a collection, by who wrote the record."""
    if _is_address(value) or (isinstance(value, str) and value.lstrip().startswith("<")):
        return False  # "<a …>Twitter Web App</a>"
    return field != "source" or (isinstance(value, str) and not (value.isascii() and value == value.lower()))


def _long(value: object) -> bool:
    return isinstance(value, str) and len(value) >= _LEAST_TEXT


def _long_prose(value: object) -> bool:
    return isinstance(value, str) and len(value) >= _LEAST_PROSE and len(value.split()) >= _LEAST_WORDS


def _longest(flat: dict[str, Any]) -> str | None:
    prose = [name for name, value in flat.items() if _long_prose(value)]
    return max(prose, key=lambda name: (len(flat[name]), name)) if prose else None


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.lower().startswith(("http://", "https://")) and " " not in value.strip()


def parsed(source: bytes) -> Any:
    """The value of a JSON document.

    Raises:
        ValueError: it is none, or nested beyond reason.
    """
    try:
        return json.loads(source)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
