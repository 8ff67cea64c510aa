"""The situation report as one HTML file or as Markdown. Everything from a page is escaped; nothing is fetched.

The content security policy allows no source at all but the style and the script that this module wrote itself, by their
hashes, so that no text of a page can become a script even if escaping failed.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossreport.brief.entries import Entry
from crossreport.brief.evidence import anchor
from crossreport.brief.grammar import joined
from crossreport.brief.gravity import is_lesser
from crossreport.brief.leftout import LeftOut
from crossreport.brief.situation import DayBlock, Situation

DISPUTES = 3  # contested events on one page
LONGEST = 230  # characters of an account on one page
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


def page_html(situation: Situation) -> str:
    """The same on one page of A4: the grave headlines, what differs most, the map; how many events are left out;
    without the evidence, but with its ids."""
    style = _asset("brief.css") + "\n" + _asset("page.css")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    template = _environment(escape=True).get_template("page.html.j2")
    return template.render(s=situation, style=Markup(style), policy=policy, **_first(situation))


def page_markdown(situation: Situation) -> str:
    """The page as Markdown."""
    text = _environment(escape=False).get_template("page.md.j2").render(s=situation, **_first(situation))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def shortened(text: str) -> str:
    """A sentence cut at a word where it is longer than one page has room for."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _outlets(entry: Entry) -> list[str]:
    """The mastheads behind an entry's sentences."""
    return list(dict.fromkeys(one.label for line in (*entry.lines, *entry.versions) for one in line.evidence))


def _first(situation: Situation) -> dict[str, Any]:
    """What one page has room for: headlines with their entries, and the contested events that stand among them."""
    entries = {entry.event.id: entry for entry in situation.entries}
    heads = [(head, entries.get(head.opens)) for head in situation.headlines]
    heads = [(head, entry) for head, entry in heads if entry is None or not is_lesser(entry)] or heads
    contested = [entry for _, entry in heads if entry is not None and len(entry.versions) > 1][:DISPUTES]
    told = {entry.event.id for _, entry in heads if entry is not None}
    return {"heads": heads, "contested": contested, "left": _left(situation.entries, told)}


def _left(entries: Sequence[Entry], told: Collection[str]) -> str:
    """How many events one page leaves to the whole brief; empty for none."""
    rest = [entry for entry in entries if entry.event.id not in told]
    lesser = sum(map(is_lesser, rest))
    if not rest:
        return ""
    said = f"{len(rest)} further event{'s' if len(rest) != 1 else ''} of this window left to the whole brief"
    return f"{said}, {lesser} of them without force and told by one source." if lesser else f"{said}."


def _titled(entry: Entry) -> str:
    """`Air strike, Anadan (Aleppo, Syria), 14 September 2016`; what is not known in small letters."""
    place = entry.place if entry.event.place else entry.place.lower()
    day = entry.day if entry.day[:1].isdigit() else entry.day.lower()
    return f"{entry.heading}, {place}, {day}"


def _aside(left: LeftOut) -> str:
    """How much of the pages was set aside, and as what, the commonest first."""
    passages = sum(count for _, count, _ in left.dropped)
    characters = sum(size for _, _, size in left.dropped)
    kinds = sorted(left.dropped, key=lambda one: (-one[1], one[0]))
    said = joined([f"{reason.lower()} ({count})" for reason, count, _ in kinds])
    many = "passages of the pages" if passages != 1 else "passage of the pages"
    return f"{passages:,} {many} set aside ({characters:,} characters) as {said}"


def _events(blocks: Sequence[DayBlock]) -> int:
    """How many events stand in these blocks."""
    return sum(len(entries) for block in blocks for _, entries in block.countries)


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
    environment.filters |= {"anchor": anchor, "md": md, "listed": joined, "shortened": shortened, "outlets": _outlets}
    environment.filters |= {"events": _events, "titled": _titled, "aside": _aside}
    return environment


@cache
def _asset(name: str) -> str:
    return files("crossreport.brief").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
