"""Names on a map that neither cover each other nor the marks; a name without room is left off (its mark stays)."""

from collections.abc import Sequence

from msgspec import Struct

from crossreport.brief.projection import HEIGHT, WIDTH

Box = tuple[float, float, float, float]
CHARACTER, LINE = 6.1, 12.0  # pixels of an 11-pixel sans-serif
SMALL_CHARACTER, SMALL_LINE = 6.0, 10.0  # 8 pixels, upper case, spaced
GAP = 3.0


class Label(Struct, frozen=True):
    """A text with its anchor point; `side` is SVG's text-anchor."""

    x: float
    y: float
    side: str
    text: str
    box: Box


def place_labels(
    wanted: Sequence[tuple[float, float, float, str]], taken: Sequence[Box], *, small: bool = False
) -> tuple[Label, ...]:
    """Labels for marks of (x, y, radius, text), the first served first, clear of `taken` and of one another."""
    boxes, labels = list(taken), []
    for x, y, radius, text in wanted:
        for label in _tries(x, y, radius, text, small):
            own = (x - radius, y - radius, x + radius, y + radius)
            if _inside(label.box) and not any(_meet(label.box, box) for box in boxes if box != own):
                labels.append(label)
                boxes.append(label.box)
                break
    return tuple(labels)


def _tries(x: float, y: float, radius: float, text: str, small: bool) -> list[Label]:
    """Right, left, above, below, then the corners; a country's name only in its middle and a little beside it."""
    wide = len(text) * (SMALL_CHARACTER if small else CHARACTER)
    tall = SMALL_LINE if small else LINE
    off = radius + GAP
    if small:
        return [
            _label(x + dx, y + dy, "middle", text, wide, tall) for dy in (0, 30, -30, 60, -60) for dx in (0, 45, -45)
        ]
    beside = [(x + off, y, "start"), (x - off, y, "end")]
    over = [(x, y - off - tall / 2, "middle"), (x, y + off + tall / 2, "middle")]
    low, high = y + off + 3, y - off - 3
    corners = [(x + off, low, "start"), (x + off, high, "start"), (x - off, low, "end"), (x - off, high, "end")]
    return [_label(at_x, at_y, side, text, wide, tall) for at_x, at_y, side in beside + over + corners]


def _label(x: float, y: float, side: str, text: str, wide: float, tall: float) -> Label:
    left = {"start": x, "end": x - wide, "middle": x - wide / 2}[side]
    box = (round(left, 1), round(y - tall / 2, 1), round(left + wide, 1), round(y + tall / 2, 1))
    return Label(round(x, 1), round(y, 1), side, text, box)


def _inside(box: Box) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= WIDTH - 2 and box[3] <= HEIGHT - 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
