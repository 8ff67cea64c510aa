"""Lists of actors that others keep, as our entries: PETRARCH and Phoenix dictionaries, UCDP's list, FollowTheMoney.

In: a file's text and its form. Out: `Imported`, the entries that it holds and how many of its rows were left out, by
reason. Codes that no kind of ours answers to become "other"; nothing is guessed beyond what the list says.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct, field

from crossreport.model.actor import ActorKind
from crossreport.words.actors import ActorEntry, countries, slug

FORMATS = ("petrarch", "ucdp", "ftm")
_CODE = re.compile(r"\[([^\]]*)\]")
_DATED = "dated codes only: an office-holder, or an actor whose side changed"
_SHORT = re.compile(r"\((?P<short>[A-Z][\w-]{1,9})\)")
_SMALL = frozenset({"of", "the", "for", "and", "in", "de", "la", "al", "du", "des"})
_ORGS = frozenset({"1"})  # UCDP's "Org": 1 formally organised; 2 and 3 are looser, 4 a state
_COMPANIES = frozenset({"Organization", "LegalEntity", "Company", "PublicBody", "Asset"})
_ROLES: Mapping[str, ActorKind] = {  # CAMEO and PLOVER role codes, in the order in which they decide
    "REB": "rebel_group", "INS": "rebel_group", "SEP": "rebel_group", "UAF": "rebel_group", "PRM": "political_militia",
    "CRM": "political_militia", "MIL": "state_forces", "COP": "state_forces", "SPY": "state_forces", "GOV": "state",
    "JUD": "state", "LEG": "state", "OPP": "party", "PTY": "party", "MED": "media", "NGO": "ngo", "HRI": "monitor",
    "IGO": "igo", "CVL": "civilians",
}  # fmt: skip
_TOPICS: Mapping[str, ActorKind] = {
    "crime.terror": "rebel_group", "mil": "state_forces", "gov": "state", "gov.security": "state_forces",
    "gov.igo": "igo", "pol.party": "party", "media": "media",
}  # fmt: skip


class ListError(ValueError):
    """A list that is not of the form it should be; the message names the row."""


class Imported(Struct, frozen=True):
    """Entries of a list, and how many of its rows were left out for which reason."""

    entries: tuple[ActorEntry, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)


def read_list(text: str, form: str, *, source: str, country: str | None = None) -> Imported:
    """The actors of a list in one of `FORMATS`; `country` stands in where the list names none.

    Raises:
        ListError: the text is not of this form.
    """
    readers: dict[str, Callable[[str], Iterator[ActorEntry | str]]] = {
        "petrarch": _petrarch, "ucdp": _ucdp, "ftm": _ftm,
    }  # fmt: skip
    made: dict[str, ActorEntry] = {}
    left_out: Counter[str] = Counter()
    for one in readers[form](text):
        if isinstance(one, str):
            left_out[one] += 1
        elif one.id in made:
            left_out["the same name again"] += 1
        else:
            made[one.id] = _with(one, form, source, country)
    if not made:
        raise ListError(f"no actor in it that can be read as {form!r}; is it another of {', '.join(FORMATS)}?")
    return Imported(tuple(made.values()), dict(sorted(left_out.items())))


def to_yaml(entries: Iterable[ActorEntry], *, title: str) -> str:
    """The entries as a file of the user's own actors, a section for each country and kind."""
    sections: dict[tuple[str, str], list[ActorEntry]] = {}
    for entry in entries:
        sections.setdefault((entry.country or "null", entry.kind or "other"), []).append(entry)
    lines = [f"# {title}"]
    for (code, kind), rows in sorted(sections.items()):
        lines += [f"- country: {_quoted(code) if code != 'null' else code}", f"  kind: {kind}", "  actors:"]
        lines += [f"    - {_row(entry)}" for entry in rows]
    return "\n".join(lines) + "\n"


def _row(entry: ActorEntry) -> str:
    parts = [f"name: {_quoted(entry.name)}", f"id: {entry.id}", f"source: {_quoted(entry.source)}"]
    if entry.ucdp is not None:
        parts.append(f"ucdp: {entry.ucdp}")
    names = ", ".join(_quoted(name) for name in (entry.name, *entry.aliases))
    return "{" + ", ".join(parts) + f", near: [{names}]" + "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _with(entry: ActorEntry, form: str, source: str, country: str | None) -> ActorEntry:
    identity = f"{form}-{entry.id}"  # two lists may hold one name
    said, code = f"{source}: {entry.source}", entry.country or country
    return ActorEntry(entry.name, identity, entry.kind, code, said, aliases=entry.aliases, ucdp=entry.ucdp)


def _entry(names: Sequence[str], kind: ActorKind, code: str | None, said: str, ucdp: int | None = None) -> ActorEntry:
    distinct = tuple(dict.fromkeys(name for name in names if name))
    return ActorEntry(distinct[0], slug(distinct[0]), kind, code, said, aliases=distinct[1:], ucdp=ucdp)


def _petrarch(text: str) -> Iterator[ActorEntry | str]:
    """NAME_ [CODE] with +SYNONYM_ lines and [CODE dates] lines; a code without dates is the actor's."""
    names: list[str] = []
    codes: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        plain = re.split(r"[#;]", line)[0].strip()
        if not plain or plain.startswith("<"):
            continue
        name = plain.partition("[")[0].strip()
        if name and not name.startswith("+"):
            if names:
                yield _of_codes(names, codes)
            names, codes = _spoken(name), []
        elif not names:
            raise ListError(f"line {number}: {plain[:60]!r} stands before any name")
        else:
            names += _spoken(name.removeprefix("+"))
        codes += _CODE.findall(plain)
    if names:
        yield _of_codes(names, codes)


def _spoken(name: str) -> list[str]:
    """ "ADEN_ABYAN_ISLAMIC_ARMY_(AAIA)_" as "Aden Abyan Islamic Army" and "AAIA"."""
    short = _SHORT.search(name)
    plain = _SHORT.sub(" ", name).replace("_", " ").split()
    words = [w.lower() if at and w.lower() in _SMALL else _capital(w) for at, w in enumerate(plain)]
    return [" ".join(words), *([short["short"]] if short else [])] if words else []


def _capital(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def _of_codes(names: Sequence[str], codes: Sequence[str]) -> ActorEntry | str:
    code = next((one.strip() for one in codes if " " not in one.strip()), "")
    if len(code) <= 3:
        return "a state or a code without a role" if code else (_DATED if codes else "no code")
    roles = [code[at : at + 3] for at in range(3, len(code), 3)]
    kind = next((_ROLES[role] for role in roles if role in _ROLES), _ROLES.get(code[:3], "other"))
    return _entry(names, kind, _alpha2(code[:3]), f"code {code}")


@cache
def _alpha2(code: str) -> str | None:
    import pycountry

    found = pycountry.countries.get(alpha_3=code.upper()) if len(code) == 3 else None
    known = found.alpha_2 if found is not None else code.upper()
    return known if known in countries() else None


def _ucdp(text: str) -> Iterator[ActorEntry | str]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = {"ActorId", "NameData", "Location", "Org"} - set(rows.fieldnames or ())
    if missing:
        raise ListError(f"line 1: the columns {', '.join(sorted(missing))} are missing")
    for row in rows:
        columns = ("NameOrigFullEng", "NameData", "NameOrigFull", "NameOrig")
        names = [(row.get(column) or "").strip() for column in columns]
        usable = [name for name in names if len(name) > 2 and name.lower() != "n/a" and "(" not in name]
        if row["Org"] not in _ORGS:
            yield "no formally organised group"
        elif not usable or not row["ActorId"].isdigit():
            yield "no name"
        else:
            code = _of_name(row["Location"].split(",")[0])
            yield _entry(usable, "rebel_group", code, f"UCDP actor {row['ActorId']}", int(row["ActorId"]))


@cache
def _of_name(name: str) -> str | None:
    plain = re.sub(r"\s*\([^)]*\)", "", name).strip()
    spoken = {said: code for code, state in countries().items() for said in state.names}
    return spoken.get(plain) or spoken.get(plain.replace("DR Congo", "Democratic Republic of the Congo"))


def _ftm(text: str) -> Iterator[ActorEntry | str]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            schema, properties = entity["schema"], entity["properties"]
            names = [str(name) for key in ("name", "alias", "weakAlias") for name in properties.get(key, ())]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ListError(
                f"line {number}: no FollowTheMoney entity (a JSON object with schema, properties)"
            ) from error
        if schema not in _COMPANIES:
            yield f"schema {schema}"
        elif not names:
            yield "no name"
        else:
            topics = [str(topic) for topic in properties.get("topics", ())]
            kind: ActorKind = next((_TOPICS[topic] for topic in topics if topic in _TOPICS), "other")
            codes = [code for said in properties.get("country", ()) if (code := _alpha2(str(said))) is not None]
            yield _entry(names, kind, codes[0] if codes else None, f"entity {entity.get('id', number)}")
