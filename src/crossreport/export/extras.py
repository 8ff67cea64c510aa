"""Libraries that the common install leaves out: what to install when one is asked for and missing."""

from importlib import import_module
from typing import Any


class MissingExtra(ImportError):
    """An optional library is not installed; the message names the extra that brings it."""


def needed(module: str, extra: str) -> Any:
    """The module.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(f"{module} is not installed: pip install 'crossreport[{extra}]' brings it") from error
