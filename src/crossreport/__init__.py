"""Crossreport: raw, partisan conflict reporting into a sourced, auditable record.

>>> import crossreport
>>> reading = crossreport.read("pages")
>>> reading.summary.inputs
12
>>> {event.grade for event in reading.events} >= {"single_source", "corroborated", "contested"}
True
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crossreport.api import Reading, load, read, read_text
    from crossreport.export.extras import MissingExtra
    from crossreport.model import (
        Claim,
        CodedPage,
        Event,
        EventReport,
        Figure,
        Finding,
        Judgement,
        Mention,
        Page,
        SourceGroup,
        Span,
    )
    from crossreport.record import RecordError

__all__ = [
    "Claim",
    "CodedPage",
    "Event",
    "EventReport",
    "Figure",
    "Finding",
    "Judgement",
    "Mention",
    "MissingExtra",
    "Page",
    "Reading",
    "RecordError",
    "SourceGroup",
    "Span",
    "__version__",
    "load",
    "read",
    "read_text",
]

__version__ = "0.1.0"

_HOMES = {
    "crossreport.api": ("Reading", "load", "read", "read_text"),
    "crossreport.export.extras": ("MissingExtra",),
    "crossreport.record": ("RecordError",),
}


def __getattr__(name: str) -> Any:
    """Public names are loaded when they are first used: `import crossreport` alone loads nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'crossreport' has no attribute {name!r}")
    home = next((module for module, names in _HOMES.items() if name in names), "crossreport.model")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
