"""Days that head the incidents of a list are not the page's own; days of its title give them their year."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.reading import date_page


def day_of(text):
    published = date_page(capture_bytes(text.encode(), "list.txt"))
    return published.earliest, published.latest


@pytest.mark.parametrize(
    ("title", "earliest"),
    [
        ("Incidents of the week, 10-14 June 2024", "2024-06-14"),
        ("Mindanao Peace Watch, incidents of 2 to 6 October 2023", "2023-10-06"),
    ],
)
def test_the_last_day_of_a_title_bounds_a_list(title, earliest):
    month = title.split()[-2]
    text = f"{title}\n" + "".join(
        f"{number}. {town}, Cotabato, {day} {month}: soldiers shot a farmer.\n"
        for number, (town, day) in enumerate((("Pikit", 2), ("Midsayap", 4), ("Carmen", 5)), 1)
    )
    found = day_of(text)
    assert found[0] == earliest
    assert found[1] < f"{earliest[:4]}-12"


def test_a_month_of_the_title_gives_its_year_to_the_days_of_its_list():
    text = (
        "List of violations, May 2024\nKutum, 11 May: gunmen looted the market and killed four traders.\n"
        "Kabkabiya, 14 May: two displaced persons shot dead.\nZalingei, 15 May: a boy wounded by a stray bullet.\n"
    )
    assert day_of(text)[1] < "2024-08"
