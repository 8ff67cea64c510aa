"""What a format cannot hold: every event that an export leaves out is named with the reason."""

from msgspec import Struct

from crossreport.model import Event


class LeftOut(Struct, frozen=True):
    """An event that was not written, and why."""

    event: str
    why: str


ROUNDED_TO = 2  # decimals of a degree, about a kilometre: enough for a map, too little to find a building


def point_of(lat: float, lon: float, kind: str) -> tuple[float, float]:
    """Latitude and longitude as an export may give them: facilities (hospitals, shelters, camps) only roughly."""
    return (round(lat, ROUNDED_TO), round(lon, ROUNDED_TO)) if kind == "facility" else (lat, lon)


UNPLACED = "no country is known for it"  # a codebook's row without one cannot be counted anywhere, nor read again


def has_country(event: Event) -> bool:
    """Whether it is known in which country the event was."""
    return event.place is not None and event.place.country is not None
