"""Where the built gazetteer and the user's own places are kept; nothing is created here."""

import os
from pathlib import Path

ENVIRONMENT = "CROSSREPORT_CACHE"


def cache_folder() -> Path:
    """`$CROSSREPORT_CACHE`, else `$XDG_CACHE_HOME/crossreport`, else `~/.cache/crossreport`."""
    return _folder("XDG_CACHE_HOME", ".cache")


def user_folder() -> Path:
    """Where places that a user added live: not in a cache that may be wiped, unless one is named."""
    return _folder("XDG_DATA_HOME", ".local/share")


def _folder(variable: str, fallback: str) -> Path:
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    base = os.environ.get(variable)
    return (Path(base) if base else Path.home() / fallback) / "crossreport"
