"""Places by any name: an indexed SQLite, built once from GeoNames data that ships with the package."""

from crossreport.gazetteer.entry import Entry, Hit
from crossreport.gazetteer.focus import page_countries
from crossreport.gazetteer.importer import Added, add_places, added_lists, remove_places
from crossreport.gazetteer.store import Gazetteer, gazetteer

__all__ = [
    "Added",
    "Entry",
    "Gazetteer",
    "Hit",
    "add_places",
    "added_lists",
    "gazetteer",
    "page_countries",
    "remove_places",
]
