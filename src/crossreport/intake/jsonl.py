"""JSON in, one page a record out: JSON Lines line by line; a list of records, or one record, whole."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from crossreport.intake.fields import NoText, parsed, part_of
from crossreport.intake.limits import MAX_JSON_BYTES, MAX_PAGE_BYTES
from crossreport.intake.part import Part
from crossreport.model import Rejection


def read_json(stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
    """The pages of a JSON file. A file whose first line is a whole object is JSON Lines."""
    first = stream.readline(MAX_PAGE_BYTES + 1)
    rest = stream.readline(MAX_PAGE_BYTES + 1)
    if rest.strip() and _is_record(first):
        yield from _lines(stream, [first, rest], name)
    else:
        yield from _whole(first + rest + stream.read(MAX_JSON_BYTES + 1 - len(first) - len(rest)), name)


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(parsed(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except ValueError:
        return False


def _lines(stream: BinaryIO, begun: list[bytes], name: str) -> Iterator[Part | Rejection]:
    number = 0
    while line := begun.pop(0) if begun else stream.readline(MAX_PAGE_BYTES + 1):
        number += 1
        if len(line) > MAX_PAGE_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_PAGE_BYTES)
            says = f"The line has more than {MAX_PAGE_BYTES // 2**20} MiB; no record of a page is that large."
            yield Rejection(f"{name}#{number}", "too_large", says)
        elif line.strip():
            yield _record_of(line, f"#{number}", name)


def _record_of(line: bytes, position: str, name: str) -> Part | Rejection:
    try:
        record = parsed(line.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        return Rejection(
            f"{name}{position}", "broken_record", f"The line is no JSON ({_short(error)}). Mend or drop it."
        )
    return _part(record, position, name)


def _part(record: Any, position: str, name: str) -> Part | Rejection:
    if not isinstance(record, dict):
        return Rejection(f"{name}{position}", "broken_record", "The record is no JSON object, so it has no fields.")
    try:
        return part_of(record, position)
    except NoText as error:
        return Rejection(f"{name}{position}", "no_text", f"{error} Name the text's field `text`.")


def _whole(data: bytes, name: str) -> Iterator[Part | Rejection]:
    if len(data) > MAX_JSON_BYTES:
        says = (
            f"The JSON document has more than {MAX_JSON_BYTES // 2**20} MiB. Write it as JSON Lines, a record a line."
        )
        yield Rejection(name, "too_large", says)
        return
    try:
        value = parsed(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        yield Rejection(name, "broken_record", f"The input begins like JSON and is none ({_short(error)}).")
        return
    records = _records(value)
    if records is None:
        yield _part(value, "", name)
        return
    for number, record in enumerate(records, 1):
        yield _part(record, f"#{number}", name)


def _records(value: Any) -> list[Any] | None:
    """The list that the document is, or the one list of objects in it ({"articles": […]}); None for one record."""
    if isinstance(value, list):
        return value
    lists = [v for v in value.values() if isinstance(v, list) and v and all(isinstance(x, dict) for x in v)]
    try:
        part_of(value, "")
    except NoText:
        return lists[0] if len(lists) == 1 else None
    return None


def _short(error: ValueError) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)[:80]
