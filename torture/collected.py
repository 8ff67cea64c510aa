"""Every pattern of the code and its lexicons: what our modules compile, and what they will where they are not asked to.

Patterns are caught as the compiler of `re` makes them: every module is loaded anew, the samples are read into a brief,
and every register that is made when it is first needed is asked for. What stands as a literal in a call of `re` is
read off the sources, too.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

OURS = "crossreport"
SKIPPED = ("crossreport.engines.spark", "crossreport.engines.warm", "crossreport.reading.extractor")
UNASKED = ("crossreport.gazetteer",)  # builds tables of places, for minutes, from no pattern of its own
ASKED = ("compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def collected() -> list[re.Pattern[Any]]:
    """All of them, in the order of their sources."""
    found: dict[tuple[str, int], re.Pattern[Any]] = {}
    compile_: Callable[..., Any] = _compiler.compile

    def watched(source: Any, flags: int = 0) -> Any:
        made = compile_(source, flags)
        if isinstance(source, str | bytes) and _is_ours():
            found[str(source), made.flags] = made
        return made

    _compiler.compile = watched
    try:
        _use_everything()
    finally:
        _compiler.compile = compile_
    for one in _literal():
        found.setdefault((str(one.pattern), one.flags), one)
    return [found[key] for key in sorted(found)]


def _is_ours() -> bool:
    frame = sys._getframe(2)
    while frame is not None and "/re/" in frame.f_code.co_filename:
        frame = frame.f_back  # type: ignore[assignment]
    return frame is not None and OURS in frame.f_globals.get("__name__", "")


def _use_everything() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == OURS]:
        del sys.modules[name]
    re.purge()
    import crossreport

    loaded = []
    for module in pkgutil.walk_packages(crossreport.__path__, "crossreport."):
        if not module.name.startswith(SKIPPED) and not module.name.endswith("__main__"):
            loaded.append(importlib.import_module(module.name))
    crossreport.read(str(files("crossreport").joinpath("samples/pages")))
    for each in loaded:
        if not each.__name__.startswith(UNASKED):
            _ask_for_registers(each)
    from crossreport.words.needed import Later

    for pattern in Later.made:
        _ = pattern.compiled


def _ask_for_registers(module: ModuleType) -> None:
    """Whatever is remembered and needs nothing to be made."""
    for made in list(vars(module).values()):
        if hasattr(made, "cache_info") and not inspect.signature(made).parameters:
            made()


def _literal() -> Iterator[re.Pattern[Any]]:
    import crossreport

    for root in crossreport.__path__:
        for path in sorted(Path(root).rglob("*.py")):
            yield from _in_source(path.read_text(encoding="utf-8"))


def _in_source(source: str) -> Iterator[re.Pattern[Any]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKED:
            of, first = node.func.value, node.args[:1]
            if isinstance(of, ast.Name) and of.id == "re" and first and isinstance(first[0], ast.Constant):
                yield re.compile(first[0].value)
