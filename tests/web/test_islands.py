"""The shipped script is what `web/src` builds to, and it is in the wheel: no Node where it is installed or run."""

import hashlib
import re

from hatchling.builders.wheel import WheelBuilder

from crossreport.web.app import STATIC
from tests.web.hand import ROOT

SOURCES = ROOT / "web" / "src"
SHIPPED = ROOT / "src" / "crossreport" / "web" / "static"


def test_the_shipped_script_was_built_from_these_sources():
    found = hashlib.sha256()
    for path in sorted(SOURCES.iterdir()):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    first = (SHIPPED / "app.js").read_text(encoding="utf-8").splitlines()[0]
    assert found.hexdigest() in first, "web/src was changed: run make islands"


def test_nothing_of_a_package_is_in_it():
    script = (SHIPPED / "app.js").read_text(encoding="utf-8")
    assert "node_modules" not in script
    assert not re.search(r"^\s*import\b|\bimport\(|innerHTML|\beval\(", script, re.MULTILINE)
    named = re.findall(r"^// (src/\S+)$", script, re.MULTILINE)
    assert {f"src/{path.name}" for path in SOURCES.iterdir()} == set(named)


def test_the_wheel_holds_every_file_that_the_app_serves():
    built = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert {f"crossreport/web/static/{name}" for name in STATIC} <= built
    assert not any("node_modules" in name or name.endswith(".ts") for name in built)
