"""What every map draws: the countries of the shipped outlines inside a frame, and a scale bar; all in pixels."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossreport.brief.countries import Country, Point, outlines
from crossreport.brief.projection import HEIGHT, WIDTH, Frame, centre, clipped

BARS = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)  # kilometres
ROOMY = 0.02  # of the map: a country that shows less of itself carries no name


class Drawn(Struct, frozen=True):
    """A country inside a frame: path data, and where its name goes if there is room for one."""

    country: Country
    path: str
    label: Point | None


def drawn_countries(frame: Frame) -> Iterator[Drawn]:
    """The countries that reach into the frame, in the order of the outlines."""
    atlas = outlines()
    for country in atlas.countries:
        rings = [clipped(ring, frame) for ring in atlas.rings(country)]
        drawn = [[frame.xy(point) for point in ring] for ring in rings if len(ring) > 2]
        if drawn:
            main = max(drawn, key=extent)
            x, y = centre(main)
            roomy = extent(main) > ROOMY * WIDTH * HEIGHT
            yield Drawn(country, "".join(map(path_of, drawn)), (round(x, 1), round(y, 1)) if roomy else None)


def extent(ring: Sequence[Point]) -> float:
    """The area of the box round a ring, in the square of its points' unit."""
    return (max(p[0] for p in ring) - min(p[0] for p in ring)) * (max(p[1] for p in ring) - min(p[1] for p in ring))


def path_of(ring: Sequence[Point]) -> str:
    """A ring of pixels as SVG path data; a corner that comes again is drawn once.

    >>> path_of([(0, 0), (10, 0), (10, 5.5), (0, 0)])
    'M0 0L10 0L10 5.5Z'
    """
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in dict.fromkeys(ring)) + "Z"


def scale_bar(frame: Frame) -> tuple[float, int]:
    """The longest round scale bar that fits a quarter of the map: pixels and kilometres."""
    per_pixel = frame.kilometres(1.0)
    km = next((km for km in reversed(BARS) if km / per_pixel <= WIDTH / 4), BARS[0])
    return round(km / per_pixel, 1), km
