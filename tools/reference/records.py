"""Every kind of line of the JSON Lines, and every part that its fields are made of, as Markdown.

The fields and their types are those of `crossreport.model`; what each says stands in `docs/reference/fields.yaml`. A
field that is not described there, or a description of a field that is gone, is an error.
"""

from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import yaml

from crossreport import model
from crossreport.export import jsonl
from tools.reference.markdown import cell, table

FIELDS = Path(__file__).parents[2] / "docs" / "reference" / "fields.yaml"
LINES: dict[str, type[msgspec.Struct]] = {
    "page": model.Page,
    "mention": model.Mention,
    "event_report": model.EventReport,
    "figure": model.Figure,
    "claim": model.Claim,
    "source_group": model.SourceGroup,
    "event": model.Event,
    "finding": model.Finding,
    "judgement": model.Judgement,
    "capture": model.Capture,
    "analysis": model.Analysis,
    "voice_says": model.VoiceSays,
    "coverage": model.Coverage,
    "source_link": model.SourceLink,
}
_WORDS = {str: "text", int: "whole number", float: "number", bool: "true or false", NoneType: "null"}
Said = dict[str, dict[str, str]]


def reference() -> str:
    """All lines, then all parts, in alphabetical order.

    Raises:
        ValueError: a field is not described, or something is described that no line or part has.
    """
    said = yaml.safe_load(FIELDS.read_text(encoding="utf-8"))
    parts = {part.__name__: part for part in _parts()}
    names = {**LINES, **{name: parts[name] for name in sorted(parts)}}
    _check(names, said)
    sections = [
        f"## `{name}`\n\n{said[name]['_']}\n\n" + table(("field", "type", "what it says"), _rows(kind, name, said))
        for name, kind in names.items()
    ]
    return "\n".join(sections)


def fields_of(name: str, kind: type[msgspec.Struct]) -> list[str]:
    """The fields of a line as it is written, or of a part."""
    every = [field.encode_name for field in msgspec.structs.fields(kind)]
    if name == "page":
        return [key for key in jsonl.page_record(_page(), None) if key != "record"]
    return [field for field in every if not (name == "capture" and field == "data")]


def _page() -> model.Page:
    return model.Page("", "", "", None, None, "", "", (), (), model.Published("", None, None))


def _check(names: dict[str, type[msgspec.Struct]], said: Said) -> None:
    wrong = [f"nothing is called {name}" for name in said if name not in names]
    for name, kind in names.items():
        known, told = {"_", *fields_of(name, kind)}, set(said.get(name, {}))
        wrong += [f"{name}.{field} is not described" for field in sorted(known - told)]
        wrong += [f"{name} has no {field}" for field in sorted(told - known)]
    if wrong:
        raise ValueError(f"docs/reference/fields.yaml: {'; '.join(wrong)}")


def _rows(kind: type[msgspec.Struct], name: str, said: Said) -> Iterator[tuple[str, str, str]]:
    types = get_type_hints(kind)
    for field in fields_of(name, kind):
        yield f"`{field}`", _type(types[field]), " ".join(said[name][field].split())


def _parts() -> set[type[msgspec.Struct]]:
    """Structs that fields of the lines are made of."""
    found: set[type[msgspec.Struct]] = set()
    agenda: list[Any] = [get_type_hints(kind)[field] for name, kind in LINES.items() for field in fields_of(name, kind)]
    while agenda:
        one = agenda.pop()
        agenda += get_args(one) if get_origin(one) is not Literal else ()
        if isinstance(one, type) and issubclass(one, msgspec.Struct) and one not in found:
            found.add(one)
            agenda += get_type_hints(one).values()
    return found


def _type(one: Any) -> str:
    """A type in words: `text or null`, `list of [Span](#span)`."""
    if one in _WORDS:
        return _WORDS[one]
    if isinstance(one, type) and issubclass(one, msgspec.Struct):
        return f"[{one.__name__}](#{one.__name__.lower()})"
    inner = get_args(one)
    if get_origin(one) is Literal:
        return " · ".join(f"`{cell(str(value))}`" for value in inner)
    if get_origin(one) in (Union, UnionType):
        return " or ".join(_type(each) for each in inner)
    if get_origin(one) is tuple and inner[-1:] == (Ellipsis,):
        return f"list of {_type(inner[0])}"
    if get_origin(one) is tuple:
        return f"list of {len(inner)}: " + ", ".join(_type(each) for each in inner)
    raise ValueError(f"the reference has no words for {one}")
