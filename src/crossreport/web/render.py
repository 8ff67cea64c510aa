"""Templates to answers. Everything is escaped; no template holds a script, a style or an address of another site."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from crossreport.brief.countries import country_name
from crossreport.brief.dates import dated, spread
from crossreport.web.desk import Desk
from crossreport.web.wording import told, typed, worded

GRADES = {
    "single_source": "single source",
    "corroborated": "corroborated",
    "contested": "contested",
    "planned": "planned",
    "discounted": "discounted",
}


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A whole page of the app."""
    desk: Desk = request.app.state.desk
    text = (
        _environment()
        .get_template(template)
        .render(
            path=request.url.path,
            by=desk.by,
            linking=desk.linking(),
            seq=desk.seq,
            here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            **values,
        )
    )
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def number(value: float | None) -> str:
    """A count as people write it; a dash is an open end."""
    return "–" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,}"


def figures(low: float | None, high: float | None) -> str:
    """A range as one text."""
    if low is None or high is None:
        return f"{number(low)} or more" if low is not None else f"up to {number(high)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def warm() -> None:
    """Make all templates ready, so that the first page does not wait for it."""
    typed("other")
    country_name("SY")
    for name in _environment().list_templates():
        _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crossreport.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {
        "told": told, "number": number, "typed": typed, "land": country_name, "worded": worded, "dated": dated,
    }  # fmt: skip
    environment.globals |= {"figures": figures, "grades": GRADES, "spread": spread}
    return environment
