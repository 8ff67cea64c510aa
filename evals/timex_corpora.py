"""TIMEX3 corpora as texts with their own day and their gold times: TempEval-3 columns, and TimeML.

All is read from `data/timex/timex.tar.gz` itself. Dev is TempEval-3's training part without its AQUAINT half
(TimeBank); test are that half and the training part of WikiWars.
"""

import re
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Literal, NamedTuple

from evals.corpora import find

Part = Literal["timebank", "aquaint", "wikiwars"]
_TE3, _AQUAINT, _WARS = "./te3_col/TempEval3-train_COL/", "./aquaint_timeml_1.0/data/", "./wikiwars/trainingset/tml/"
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}


class Gold(NamedTuple):
    """A TIMEX3: offsets into the text, its type and its value."""

    start: int
    end: int
    kind: str
    value: str


class Document(NamedTuple):
    """A text with its own day and its gold times."""

    name: str
    text: str
    day: str
    gold: tuple[Gold, ...]


def documents(part: Part) -> list[Document]:
    """Every document of a part, by name.

    Raises:
        Absent: the corpus is not there.
    """
    with tarfile.open(find("data/timex/timex.tar.gz")) as archive:
        if part == "wikiwars":
            return [timeml(name, text) for name, text in _members(archive, _WARS, ".tml")]
        names = archive.getnames()
        aquaint = {name.rsplit("/", 1)[-1].removesuffix(".tml") for name in names if name.startswith(_AQUAINT)}
        found = [columns(name, text) for name, text in _members(archive, _TE3, ".col")]
    return [one for one in found if (one.name.removesuffix(".col") in aquaint) == (part == "aquaint")]


def _members(archive: tarfile.TarFile, folder: str, ending: str) -> Iterator[tuple[str, str]]:
    for name in sorted(archive.getnames()):
        if name.startswith(folder) and name.endswith(ending):
            stream = archive.extractfile(name)
            assert stream is not None
            yield name.rsplit("/", 1)[-1], stream.read().decode("utf-8")


def columns(name: str, content: str) -> Document:
    """One document in CATENA columns; the text is put together again from its words."""
    text, day, open_id = "", "", ""
    gold: list[Gold] = []
    for row in (line.split("\t") for line in content.splitlines()):
        if len(row) < 10:
            text, open_id = text + ("\n" if text else ""), ""
            continue
        word, timex, kind, value = row[0], row[7], row[8], row[9]
        if word.startswith("DCT_"):
            day = value[:10]
            continue
        word = _BRACKETS.get(word, word)
        text += "" if not text or text[-1] in "\n($" or re.fullmatch(r"[.,;:%)?!]|['’]\w+|n't", word) else " "
        start = len(text)
        text += word
        if timex != "O" and timex == open_id:
            gold[-1] = gold[-1]._replace(end=len(text))
        elif timex != "O":
            gold.append(Gold(start, len(text), kind, value))
        open_id = "" if timex == "O" else timex
    return Document(name, text, day, tuple(gold))


def timeml(name: str, content: str) -> Document:
    """One document of TimeML; times without words are left out."""
    root = ET.fromstring(content)
    body = root.find("TEXT")
    assert body is not None
    text, gold = body.text or "", []
    for node in body:
        start = len(text)
        text += "".join(node.itertext())
        if node.tag == "TIMEX3" and len(text) > start:
            gold.append(Gold(start, len(text), node.get("type") or "", node.get("value") or ""))
        text += node.tail or ""
    stamp = root.find("DCT/TIMEX3")
    assert stamp is not None
    return Document(name, text, (stamp.get("value") or "")[:10], tuple(gold))
