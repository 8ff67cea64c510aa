"""Licences of all that Crossreport needs at run time, extras included: `python -m tools.licences [--write]`.

Reads what the installed packages say of themselves, from Crossreport's requirements downwards, and writes the table of
docs/licences.md. A package that is not installed here (an extra for other systems) is left out.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "docs" / "licences.md"
# Permissive, or copyleft of the file or library alone: Crossreport uses these unchanged, as libraries.
FINE = frozenset(
    {"0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "PSF-2.0"}
    | {"Zlib", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "MPL-1.1", "MPL-2.0"}
)
_SPDX = {  # what packages say that give no SPDX expression
    "Apache Software License": "Apache-2.0", "Apache 2.0": "Apache-2.0", "BSD License": "BSD", "MIT License": "MIT",
    "ISC License (ISCL)": "ISC", "3-Clause BSD License": "BSD-3-Clause", "The BSD 2-Clause License": "BSD-2-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9_.-]+")
_HEAD = """# Licences of what Crossreport needs

Crossreport's code is Apache-2.0, its weights CC BY-SA 4.0. At run time it uses these packages unchanged, with all
extras but `spark` (PySpark and Py4J: Apache-2.0 and BSD). The table is what they say of themselves;
`python -m tools.licences --write` makes it, and a test holds it to the allowed licences.

| package | licence |
|---|---|
"""


def closure(name: str = "crossreport", extras: tuple[str, ...] = ("parquet", "postgresql", "web")) -> dict[str, str]:
    """Package to licence, for everything that the package with these extras needs."""
    found: dict[str, str] = {}
    agenda = [(name, extras)]
    while agenda:
        package, wanted = agenda.pop()
        try:
            known = distribution(package)
        except PackageNotFoundError:
            continue
        key = known.metadata["Name"].lower().replace("_", "-")
        if key in found and not wanted:
            continue
        found[key] = licence_of(known)
        for requirement in known.requires or ():
            _, _, marker = requirement.partition(";")
            if "extra" not in marker or any(re.search(rf"extra == ['\"]{one}['\"]", marker) for one in wanted):
                agenda.append((_NAME.match(requirement).group(), _asked(requirement)))  # type: ignore[union-attr]
    del found[name]
    return dict(sorted(found.items()))


def _asked(requirement: str) -> tuple[str, ...]:
    """The extras of "httpx[http2]>=0.27"."""
    held = re.match(r"[^;\[]*\[([^\]]*)\]", requirement)
    return tuple(one.strip() for one in held.group(1).split(",")) if held else ()


def licence_of(known: Distribution) -> str:
    """The SPDX expression of a package, or what comes nearest."""
    about: Any = known.metadata
    said = about.get("License-Expression")
    if said:
        return str(said)
    classed = [one.split("::")[-1].strip() for one in about.get_all("Classifier", []) if "License ::" in one]
    free = str(about.get("License") or "").strip()
    for one in (free, *classed):
        if one in _SPDX or set(parts(one)) & FINE:
            return _SPDX.get(one, one)
    return free.splitlines()[0] if free else "not stated"


def parts(expression: str) -> list[str]:
    """The licences in an expression."""
    return re.findall(r"[A-Za-z0-9.-]+", re.sub(r"\b(?:AND|OR|WITH)\b", " ", expression))


def is_fine(expression: str) -> bool:
    """Whether one may use a package of this licence here: all of "A AND B", one of "A OR B"."""
    return any(all(one in FINE for one in parts(choice)) and parts(choice) for choice in expression.split(" OR "))


def table() -> str:
    """The page of the docs."""
    return _HEAD + "".join(f"| {name} | {licence} |\n" for name, licence in closure().items())


def main() -> int:
    """Print or write the table."""
    if "--write" in sys.argv:
        OUT.write_text(table(), encoding="utf-8")
    else:
        sys.stdout.write(table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
