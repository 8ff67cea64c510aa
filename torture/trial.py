"""One trial: what was tried, and what broke, if anything did."""

from msgspec import Struct


class Trial(Struct, frozen=True):
    """`what` says enough to do it again; `broke` is empty if all held."""

    what: str
    broke: str = ""
