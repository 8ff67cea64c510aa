"""Wheel and sdist build, hold all that the program reads, and work where nothing else of the checkout is."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str, **more: object) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--directory", str(folder), cwd=ROOT)
    return folder


def contents(wheel: Path) -> dict[str, int]:
    with zipfile.ZipFile(wheel) as archive:
        return {one.filename: one.CRC for one in archive.infolist() if not one.filename.endswith("RECORD")}


def tracked() -> set[str]:
    listed = run("git", "ls-files", "src/crossreport", cwd=ROOT).splitlines()
    return {name.removeprefix("src/") for name in listed if (ROOT / name).is_file()}


def test_the_wheel_holds_every_file_of_the_package_and_no_other(built):
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout: which files belong to the package is not known")
    held = {name for name in contents(next(built.glob("*.whl"))) if ".dist-info/" not in name}
    assert held == tracked()


def test_the_wheel_carries_its_licence(built):
    assert any(name.endswith("LICENSE") and ".dist-info/" in name for name in contents(next(built.glob("*.whl"))))


def test_the_sdist_makes_the_same_wheel(built, tmp_path):
    run("tar", "--extract", "--strip-components", "1", "--file", str(next(built.glob("*.tar.gz"))), cwd=tmp_path)
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path), cwd=tmp_path)
    assert contents(next(tmp_path.glob("*.whl"))) == contents(next(built.glob("*.whl")))


def test_the_wheel_alone_reads_a_page(built, tmp_path):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(tmp_path / "site")
    pages = tmp_path / "site" / "crossreport" / "samples" / "pages"
    page = min(pages.glob("*.txt"))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    where = run(sys.executable, "-c", "import crossreport; print(crossreport.__file__)", cwd=tmp_path, env=environment)
    assert Path(where.strip()).is_relative_to(tmp_path)
    command = [sys.executable, "-m", "crossreport.cli.main", "read", str(page), "--jsonl", "a.jsonl"]
    run(*command, cwd=tmp_path, env=environment)
    assert '"event_report"' in (tmp_path / "a.jsonl").read_text(encoding="utf-8")
