"""Every input of a record with what became of it: read, rejected or duplicate, each with a reason and its facts."""

from typing import Any

import msgspec

from crossreport.record import Record


def input_records(record: Record) -> list[dict[str, Any]]:
    """One object an input, by name: `outcome`, `rule` and `says` of a rejection, the capture and how it was had."""
    found = [*_read(record), *_rejected(record), *_duplicates(record)]
    return sorted(found, key=lambda one: (one["name"], one["outcome"], one["capture"] or ""))


def _read(record: Record) -> list[dict[str, Any]]:
    return [
        {
            **_input(source.name, "read", None, f"read as far as {state.through}", source.id),
            "url": source.url,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "collection": msgspec.to_builtins(source.collection),
            "said": msgspec.to_builtins(source.said),
        }
        for source, state in record.sources()
    ]


def _rejected(record: Record) -> list[dict[str, Any]]:
    return [_input(one.name, "rejected", one.rule, one.says, one.capture) for one in record.rejections()]


def _duplicates(record: Record) -> list[dict[str, Any]]:
    return [
        _input(one.name, "duplicate", None, f"has the bytes of {one.first}", one.capture) for one in record.duplicates()
    ]


def _input(name: str, outcome: str, rule: str | None, says: str, capture: str | None) -> dict[str, Any]:
    return {"record": "input", "name": name, "outcome": outcome, "rule": rule, "says": says, "capture": capture}
