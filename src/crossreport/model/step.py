"""One part of the pipeline: what it needs, what it gives, and which version did it."""

from msgspec import Struct


class Step(Struct, frozen=True):
    """`needs` and `gives` name record types ("page", "analysis"); a plan is checked before it runs."""

    room: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    version: str
