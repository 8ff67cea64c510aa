"""The heads that read the frozen encoder. A new head is one more file here with a `HEAD`; export and run-time find it.

`weights/heads/<name>.onnx` carries its own labels and says whether it wants hints, so that the product needs no line
of code to run it: its tags stand in `Tagged.layers`.
"""

from importlib import import_module
from pkgutil import iter_modules

from training.language.heads.tagging import TagHead


def all_heads() -> dict[str, TagHead]:
    """Every head of this folder by its name."""
    modules = [import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__) if each.name != "tagging"]
    return {module.HEAD.name: module.HEAD for module in modules}
