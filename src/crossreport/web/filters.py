"""The filters of a list, as they stand in its address: what is shown can always be sent on as a link."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from msgspec import Struct

PAGE_LENGTH = 50
_WORDS = re.compile(r"\w+")
_NUMBER = re.compile("[1-9][0-9]{0,5}")

REPORTS = {
    "state": "decision",
    "type": "label",
    "country": "country",
    "grade": "grade",
    "confidence": "band",
    "outlet": "outlet",
    "status": "status",
    "place": "place",
    "event": "event",
    "judgement": "judgement",
    "actor": "event IN (SELECT event FROM side WHERE name = ?)",
}
EVENTS = {
    "type": "label",
    "country": "country",
    "grade": "grade",
    "status": "status",
    "place": "place",
    "within": "area",
    "actor": "id IN (SELECT event FROM side WHERE name = ?)",
    "with": "id IN (SELECT event FROM side WHERE name = ?)",
    "doer": "id IN (SELECT event FROM side WHERE name = ? AND role = 'agent')",
    "hit": "id IN (SELECT event FROM side WHERE name = ? AND role != 'agent')",
    "party": "id IN (SELECT event FROM side WHERE name = ? AND role = 'party')",
    "beside": "id IN (SELECT event FROM side WHERE name = ? AND role = 'party')",
}
REPORT_ORDERS = {
    "pages": "rowid",
    "newest": "latest DESC, rowid",
    "oldest": "earliest = '', earliest, rowid",
    "least sure": "CASE band WHEN 'low' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, rowid",
}
EVENT_ORDERS = {
    "pages": "position",
    "newest": "latest DESC, position",
    "oldest": "earliest = '', earliest, position",
    "most voices": "voices DESC, position",
    "most killed": "coalesce(high, low, 0) DESC, position",
}
UNLISTED = frozenset(
    {"place", "within", "event", "judgement", "actor", "with", "doer", "hit", "party", "beside", "state"}
)  # chosen by a link, not from a list
TEXTS = {"report": ("place", "who", "quote", "speaker", "outlet", "name"), "event": ("place", "who", "label")}
USUAL_EVENTS = "newest"  # the order of a list of events that names none: what happened last is looked for first
LONGEST = 200  # characters of words to filter by
NONE_KNOWN = "-"  # in an address: the value is not known


class Filters(Struct, frozen=True):
    """`chosen` are pairs of filter and value; `first` and `last` bound the days (ISO); `number` is the list's page.

    `words` are beginnings of words that are to stand in the place, the actors, the passage, the name of the speaker or
    the outlet, in any case and with any accents. `usual` is the order that an address need not name.
    """

    fields: tuple[tuple[str, str], ...]
    chosen: tuple[tuple[str, str], ...]
    first: str = ""
    last: str = ""
    number: int = 1
    words: str = ""
    order: str = "pages"
    usual: str = "pages"

    @classmethod
    def of(cls, query: Mapping[str, str], fields: Mapping[str, str], **defaults: str) -> "Filters":
        """The filters that `query` names among `fields` (filter to column); "all" or nothing is no filter."""
        given = {**defaults, **{name: query[name] for name in fields if query.get(name)}}
        chosen = tuple((name, given[name]) for name in fields if given.get(name, "all") != "all")
        usual = USUAL_EVENTS if fields is EVENTS else "pages"
        return cls(
            tuple(fields.items()),
            chosen,
            query.get("from", "")[:10],
            query.get("to", "")[:10],
            int(query.get("page", "1")) if _NUMBER.fullmatch(query.get("page", "1")) else 1,
            query.get("words", "").strip()[:LONGEST],
            query.get("order", "") if query.get("order", "") in {*REPORT_ORDERS, *EVENT_ORDERS} else usual,
            usual,
        )

    def value(self, name: str) -> str:
        """The value of one filter; "all" if there is none."""
        return dict(self.chosen).get(name, "all")

    def where(self, *, but: str = "") -> tuple[str, list[str]]:
        """The SQL condition of all filters, or of all but one, and its values."""
        columns = dict(self.fields)
        terms = [(_term(columns[name]), "" if v == NONE_KNOWN else v) for name, v in self.chosen if name != but]
        terms += [("latest >= ?", self.first)] if self.first else []
        terms += [("earliest <= ?", self.last)] if self.last else []
        if found := _WORDS.findall(self.words):
            table = "report" if "outlet" in columns else "event"
            match = " ".join(f'"{word}"*' for word in found)
            terms.append((f"{table}.rowid IN (SELECT rowid FROM {table}_text WHERE {table}_text MATCH ?)", match))
        return " AND ".join(term for term, _ in terms) or "1", [value for _, value in terms]

    def linked(self) -> list[tuple[str, str]]:
        """The chosen filters that no list offers."""
        return [(name, value) for name, value in self.chosen if name in UNLISTED and name != "state"]

    def query(self, **changed: str | int) -> str:
        """The address's query with some values changed; an empty value takes its name out."""
        values: dict[str, str | int] = {name: self.value(name) for name, _ in self.fields}
        values.update(
            {"from": self.first, "to": self.last, "words": self.words, "order": self.order, "page": self.number}
        )
        values.update(changed)
        default = {"page": 1, "order": self.usual}
        kept = {
            name: value
            for name, value in values.items()
            if str(value) and value != default.get(name) and (value != "all" or name == "state")
        }
        return urlencode(kept)


def _term(column: str) -> str:
    """A column, or a whole condition with its own mark, as a condition."""
    return column if "?" in column else f"{column} = ?"
