"""How Sphinx builds the site: `make docs` writes it to `out/docs`. Nothing is fetched, and a warning is an error."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tools import notebook  # noqa: E402 - it is found from the root only
from tools.reference import measures  # noqa: E402

project = "Crossreport"
author = "the Crossreport contributors"
project_copyright = author
release = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[1]  # type: ignore[index]

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["conftest.py"]

myst_enable_extensions = ["colon_fence", "substitution"]
myst_substitutions = {"floors": measures.reference(), "notebook": notebook.as_markdown()}  # as of this build
myst_heading_anchors = 3
suppress_warnings = ["myst.strikethrough"]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"

html_theme = "furo"
html_title = "Crossreport"
html_baseurl = ""
html_show_sphinx = False
html_copy_source = False
