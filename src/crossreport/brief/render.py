"""The situation report as one HTML file or as Markdown. Everything from a page is escaped; nothing is fetched.

The content security policy allows no source at all but the style and the script that this module wrote itself, by their
hashes, so that no text of a page can become a script even if escaping failed.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossreport.brief.evidence import anchor
from crossreport.brief.grammar import joined
from crossreport.brief.situation import Situation

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def html(situation: Situation) -> str:
    """One self-contained file: no network, no external resource, no inline handler."""
    style, script = _asset("brief.css"), _asset("brief.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    template = _environment(escape=True).get_template("brief.html.j2")
    return template.render(s=situation, style=Markup(style), script=Markup(script), policy=policy)


def markdown(situation: Situation) -> str:
    """CommonMark with tables; every character of a page that Markdown would read is escaped."""
    text = _environment(escape=False).get_template("brief.md.j2").render(s=situation)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def md(text: str) -> str:
    """Text that Markdown prints as it is, on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def _environment(*, escape: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("crossreport.brief"),
        autoescape=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters |= {"anchor": anchor, "md": md, "listed": joined}
    return environment


@cache
def _asset(name: str) -> str:
    return files("crossreport.brief").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
