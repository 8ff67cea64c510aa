"""The house rules that no other tool holds."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

import crossreport
from crossreport.model import kinds, measures, statuses
from crossreport.words import families, function_words

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "crossreport"
SOURCES = sorted(PACKAGE.rglob("*.py"))
MODULES = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc"}
MAX_FILE, MAX_FUNCTION, MEDIAN_FUNCTION = 500, 80, 12
GUARDED = {"intake/addresses.py", "intake/fetch.py"}  # for `--fetch` alone; private addresses refused
NETWORK = {"requests", "httpx", "urllib3", "aiohttp", "socket", "http"}
NAMED = {
    group: f"{module.__name__}.{name}"
    for module in (kinds, measures, statuses, families, function_words)
    for name, group in vars(module).items()
    if name.isupper()
}
TORCH = {"torch", "transformers", "tensorflow", "huggingface_hub"}


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node):
    return node.end_lineno - node.lineno + 1


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_imports_point_down_the_floors_only():
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_is_longer_than_one_idea():
    assert [path for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > MAX_FILE] == []


def test_functions_are_short():
    lengths = {f"{name}:{node.name}": length(node) for name, tree in MODULES.items() for node in functions(tree)}
    assert {where: lines for where, lines in lengths.items() if lines > MAX_FUNCTION} == {}
    assert median(lengths.values()) <= MEDIAN_FUNCTION


def test_every_module_says_what_it_is():
    assert [name for name, tree in MODULES.items() if not ast.get_docstring(tree)] == []


def test_what_has_a_name_is_not_written_out_again():
    written = {
        f"{name}:{node.lineno}": NAMED[words]
        for name, tree in MODULES.items()
        if not name.startswith(("model/", "words/", "language/"))  # changed, `language` unsettles all kept analyses
        for node in ast.walk(tree)
        if isinstance(node, ast.Set) and (words := frozenset(map(literal, node.elts))) in NAMED
    }
    assert written == {}


def literal(node):
    return node.value if isinstance(node, ast.Constant) else node


def test_no_drawer_for_odds_and_ends():
    assert [name for name in MODULES if FORBIDDEN_NAMES & set(re.split(r"[/.]", name))] == []


def test_only_commands_print():
    printing = {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert {name for name in printing if not name.startswith("cli/")} == set()


def test_only_the_guarded_client_and_the_review_app_know_the_network_and_nothing_knows_torch():
    reaching = {name for name, tree in MODULES.items() if {m.split(".")[0] for m in imported(tree)} & (NETWORK | TORCH)}
    assert {name for name in reaching - GUARDED if not name.startswith("web/")} == set()
    users = {name for name, tree in MODULES.items() if "crossreport.intake.fetch" in imported(tree)}
    assert users <= {"pipeline/parts.py"}  # which makes a client only for --fetch


def test_nothing_is_fetched_unless_it_is_asked_for():
    command = [
        sys.executable,
        "-c",
        "import sys, crossreport.cli.main, crossreport.pipeline.run as _; print(*sys.modules)",
    ]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert not {"httpx", "crossreport.intake.fetch"} & set(loaded)


def test_public_names_are_listed_in_order():
    for name, tree in MODULES.items():
        for listed in public_names(tree):
            assert listed == sorted(set(listed), key=isort_order), name


def public_names(tree):
    for node in tree.body:
        if isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["__all__"]:
            yield ast.literal_eval(node.value)


def isort_order(name):
    return not name.isupper(), not name[0].isupper(), name


def test_no_source_names_this_machine():
    found = [path for path in SOURCES if re.search(r"/work/|/home/|/root/|/tmp/", path.read_text(encoding="utf-8"))]
    assert found == []


def test_the_version_is_that_of_the_changelog():
    first = re.search(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    stated = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert first[1] == stated[1] == crossreport.__version__


@pytest.mark.parametrize("name", ["uv.lock", "constraints.txt", "constraints-spark.txt"])
def test_the_lock_names_public_hosts_only(name):
    hosts = set(re.findall(r"https?://([^/\"']+)", (ROOT / name).read_text(encoding="utf-8")))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}
    assert "file:" not in (ROOT / name).read_text(encoding="utf-8")


def test_the_constraints_are_those_of_the_lock():
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r'^name = "(.+)"\nversion = "(.+)"', lock, re.MULTILINE))
    both = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("constraints.txt", "constraints-spark.txt"))
    pinned = set(re.findall(r"^(\S+)==([^\s;]+)", both, re.MULTILINE))
    assert pinned <= locked
    assert {name for name, _ in locked} - {name for name, _ in pinned} == {"crossreport"}


def test_import_is_quick_and_quiet():
    code = "import sys, crossreport; sys.exit(len([m for m in sys.modules if m.startswith('crossreport.')]))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
