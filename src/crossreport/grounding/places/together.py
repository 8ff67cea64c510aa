"""The names of one page with their candidates in, how well each candidate goes with the other names' candidates out.

Places of one page lie together. No name is settled first: every candidate of every other name counts by how likely it
is so far, and less the farther off it lies. A small town beats its famous namesake where the page's other names have
places near it, and only there.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from crossreport.gazetteer import Entry

# Set on the dev halves of LGL and GeoVirus and on the dev pages of FA-KES (evals/geoparsing.py, evals/places.py).
REACH_KM = 60.0  # at this distance two places support each other half as much as side by side
SAME_DIVISION = 0.5  # what two places of one first-order division give each other at least
SAME_COUNTRY = 0.1
TO_DIVISION = 0.4  # what a place gives the division that it lies in: less than to the town of the same name
IN_COUNTRY = 0.4  # what a place gives the country that it lies in
CANDIDATES = 40  # of one name that are compared, the best by their own merits
SHARPNESS = 1.2  # how much a difference of score tells between two candidates
ROUNDS = 2
PATIENCE = 1.0  # other names that a page must have before their support counts half
EARTH_KM = 12_742.0  # diameter

Floats = NDArray[np.float64]


class Named(Struct, frozen=True):
    """A name of the page with its candidates and what speaks for each of them by itself."""

    name: str
    entries: tuple[Entry, ...]
    scores: tuple[float, ...]


def support(names: Sequence[Named], weight: float) -> dict[tuple[str, int], float]:
    """How well each candidate goes with the others, from 0 to 1, by name and row number; `weight` as in the score."""
    kept = [_best(name) for name in names if name.entries]
    if len(kept) < 2:
        return {}
    entries = [entry for name in kept for entry in name.entries]
    own = np.array([score for name in kept for score in name.scores])
    of = np.repeat(np.arange(len(kept)), [len(name.entries) for name in kept])
    near = np.where(of[:, None] == of[None, :], 0.0, _nearness(entries))
    share = len(kept) - 1 + PATIENCE
    given = np.zeros(len(entries))
    for _ in range(ROUNDS):
        likely = _likelihood(own + weight * given, of, len(kept))
        given = _from_each(near * likely[None, :], of, len(kept)).sum(axis=1) / share
    return {
        (kept[int(name)].name, entry.id): round(float(value), 4)
        for name, entry, value in zip(of, entries, given, strict=True)
    }


def _best(name: Named) -> Named:
    ordered = sorted(
        zip(name.entries, name.scores, strict=True), key=lambda pair: (-pair[1], -pair[0].population, pair[0].id)
    )[:CANDIDATES]
    return Named(name.name, tuple(entry for entry, _ in ordered), tuple(score for _, score in ordered))


def _nearness(entries: Sequence[Entry]) -> Floats:
    """1 side by side, less with distance; a country stands for no point and is near to what it holds."""
    lat = np.radians([entry.lat if entry.lat is not None else 0.0 for entry in entries])
    lon = np.radians([entry.lon if entry.lon is not None else 0.0 for entry in entries])
    half = np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
    half += np.cos(lat[:, None]) * np.cos(lat[None, :]) * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    apart = EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    near = 1.0 / (1.0 + (apart / REACH_KM) ** 2)
    divisions = np.array([f"{entry.country}.{entry.admin1}" if entry.admin1 else "" for entry in entries])
    same = (divisions[:, None] == divisions[None, :]) & (divisions != "")[:, None]
    units = np.array([entry.kind in {"admin1", "admin2"} for entry in entries])
    near = np.where(units[:, None], 0.0, near)  # a division is near to nothing but its parts
    near = np.maximum(near, np.where(same, np.where(units, TO_DIVISION, SAME_DIVISION)[:, None], 0.0))
    pointless = np.array([entry.lat is None or entry.kind in {"country", "region", "natural"} for entry in entries])
    near = np.where(pointless[:, None] | pointless[None, :], np.where(same, SAME_DIVISION, 0.0), near)
    states = np.array([entry.kind == "country" for entry in entries])
    lands = np.array([entry.country or "" for entry in entries])
    alike = (lands[:, None] == lands[None, :]) & (lands != "")[:, None]
    near = np.maximum(near, np.where(alike, SAME_COUNTRY, 0.0))
    inside = (lands[:, None] == lands[None, :]) & states[:, None] & ~states[None, :]
    return np.where(inside, IN_COUNTRY, near)


def _likelihood(scores: Floats, of: NDArray[np.int64], names: int) -> Floats:
    """Each name's candidates share one."""
    found = np.zeros(len(scores))
    for name in range(names):
        mine = of == name
        raised = np.exp(SHARPNESS * (scores[mine] - scores[mine].max()))
        found[mine] = raised / raised.sum()
    return found


def _from_each(weighed: Floats, of: NDArray[np.int64], names: int) -> Floats:
    """What each name gives each candidate: the sum over that name's candidates."""
    columns = [weighed[:, of == name].sum(axis=1) for name in range(names)]
    return np.stack(columns, axis=1)
