"""`--without OUTLET`: the record as it would be if some sources were dropped."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from crossreport.cli.errors import Stop

if TYPE_CHECKING:
    from crossreport.model import CodedPage, Linked
    from crossreport.record import Record


def without_option() -> Callable[[Any], Any]:
    """`--without`, which may be given more than once."""
    return click.option(
        "--without",
        metavar="OUTLET",
        multiple=True,
        help="Weigh again as if this outlet (or page, by its id) had never been read; may be given more than once.",
    )


def dropped(
    pages: "Sequence[CodedPage]", linked: "Linked", names: Sequence[str], record: "Record | None" = None
) -> "tuple[Sequence[CodedPage], Linked]":
    """Pages and events that are left; stops at a name that no page has, rather than drop nothing in silence.

    Where `pages` are a part only, `record` is the whole, which may know a name that no page of the part has.
    """
    if not names:
        return pages, linked
    from crossreport.weighing import restricted, unknown_sources, weigh_without

    unknown = unknown_sources(pages, names)
    held = {coded.page.outlet for coded in pages if coded.page.outlet is not None}
    if unknown and record is not None:
        unknown, held = record.unknown_sources(unknown), record.outlets()
    if unknown:
        known = sorted(held)
        raise Stop(
            f"no page is of {', '.join(map(repr, unknown))}; outlets of this record: {', '.join(known) or 'none'}"
        )
    return restricted(pages, names), weigh_without(pages, linked, names)
