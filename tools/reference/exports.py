"""Every column of every tabular export, as Markdown: the columns from the code, what they hold from `columns.yaml`.

A column that is not described there, or a description of a column that is gone, is an error.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from crossreport.export import acled, airwars, gdelt, membership, plover, tables, ucdp
from crossreport.export.formats import FORMATS
from tools.reference.markdown import cell, table
from tools.reference.records import FIELDS, Said

ROOT = Path(__file__).parents[2]
DESCRIBED = ROOT / "docs" / "reference" / "columns.yaml"
GOLDEN = ROOT / "tests" / "export" / "golden"
_KINDS = {"text": "text", "number": "number", "whole": "whole number", "truth": "true or false", "day": "day"}


def reference() -> str:
    """A section a format, then one for the tables of Parquet and data frames.

    Raises:
        ValueError: a column is not described, or something is described that no format has.
    """
    said = yaml.safe_load(DESCRIBED.read_text(encoding="utf-8"))
    known = columns()
    check({**known, "tables": extra_columns()}, said)
    sections = [
        f"## `{name}`\n\n{cell(FORMATS[name].says)}.\n\n{_listed(mine, said[name])}" for name, mine in known.items()
    ]
    return "\n".join([*sections, "## Tables of `parquet` and data frames\n", *_tables(said["tables"])])


def columns() -> dict[str, tuple[str, ...]]:
    """The columns, or keys, of each format that has some of its own."""
    return {
        "acled": acled.codes().columns,
        "ucdp": ucdp.codes().columns,
        "gdelt": gdelt.codes().columns,
        "polecat": plover.codes().polecat,
        "airwars": airwars.COLUMNS,
        "membership": (*membership.FIXED, "independent_voices", "source: OUTLET"),
        "geojson": tuple(json.loads((GOLDEN / "geojson.txt").read_text())["features"][0]["properties"]),
        "plover": (*json.loads((GOLDEN / "plover.txt").read_text().splitlines()[0]), *_not_always()),
    }


def _not_always() -> tuple[str, ...]:
    """Keys of PLOVER that an event has only if it needs them."""
    always = json.loads((GOLDEN / "plover.txt").read_text().splitlines()[0])
    wanted = ("enddate", "recipient", "mode", *dict.fromkeys(plover.AUXILIARIES.values()), "negation")
    return tuple(key for key in wanted if key not in always)


def extra_columns() -> tuple[str, ...]:
    """Columns of tables that no field of a record has."""
    every = (column for name in tables.KINDS for column in tables.columns(name))
    return tuple(dict.fromkeys(column.name for column in every if not column.path))


def check(known: dict[str, tuple[str, ...]], said: Said) -> None:
    """Raise ValueError unless exactly what is known is described."""
    wrong = [f"nothing is called {name}" for name in said if name not in known]
    for name, mine in known.items():
        wrong += [f"{name}: {column} is not described" for column in mine if column not in said.get(name, {})]
        wrong += [f"{name} has no {column}" for column in said.get(name, {}) if column not in mine]
    if wrong:
        raise ValueError(f"docs/reference/columns.yaml: {'; '.join(wrong)}")


def _listed(known: tuple[str, ...], said: dict[str, str]) -> str:
    return table(("column", "what it holds"), [(f"`{name}`", " ".join(said[name].split())) for name in known])


def _tables(extra: dict[str, str]) -> Iterator[str]:
    fields = yaml.safe_load(FIELDS.read_text(encoding="utf-8"))
    for name, kind in tables.KINDS.items():
        line = {"reports": "event_report", "source_groups": "source_group"}.get(name, name.removesuffix("s"))
        rows = []
        for column in tables.columns(name):
            says = _says(fields, line, kind, column.path) if column.path else extra[column.name]
            rows.append((f"`{column.name}`", _KINDS[column.kind], " ".join(says.split())))
        yield f"### `{name}`\n\n{table(('column', 'type', 'what it holds'), rows)}"


def _says(fields: Said, line: str, kind: type, path: tuple[str, ...]) -> str:
    """What the reference of the record says about the field, or about the part's field."""
    if len(path) == 1:
        return fields[line][path[0]]
    part = tables.part_of(kind, path[0])
    return fields[part][path[1]]
