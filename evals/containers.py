"""Pages of our own writing as the containers that people have: WARC, WACZ, JSON Lines, feeds, mail, PDF."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

DAY = "2016-09-08"
MOMENT = f"{DAY}T10:15:00Z"
_PLACES = ("Tal Amara", "Dair Alwan", "Qasr Nimr", "Wadi Hamrin", "Ras Tira", "Bir Jadid", "Umm Zahra", "Kafr Sina")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def story(number: int) -> tuple[str, list[str]]:
    """Headline and paragraphs of an invented report; no two numbers tell the same."""
    place, day, dead = _PLACES[number % len(_PLACES)], _DAYS[number % 7], number % 40 + 2
    return f"Shelling kills {dead} in {place}, report {number}", [
        f"At least {dead} people were killed on {day} when shells hit the market of {place}, residents and medics "
        "said.",
        f"The shells, about {number % 13 + 3} of them, fell shortly after the shops had opened, a grocer named by his "
        f"first name told our correspondent in case number {number}.",
        "The army denied that it had fired on the town and said that its troops had answered fire from the hills. "
        "The account could not be confirmed independently.",
        f"Medics at the district hospital said that {number % 17 + 5} wounded had been brought in and that blood was "
        "short. The road to the capital has been closed for a week.",
    ]


def page(number: int, ballast: int = 0) -> str:
    """The report as an HTML page with menu, aside and footer; `ballast` bytes of script, as real pages carry."""
    title, paragraphs = story(number)
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
    links = "".join(f'<li><a href="/s/{n}">Section {n}</a></li>' for n in range(12))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)} - Valley Herald</title>'
        f'<meta property="article:published_time" content="{MOMENT}"><style>p {{ margin: 0 }}</style>'
        f"<script>var tracked = '{_noise(number, ballast)}';</script></head><body><nav><ul>{links}</ul></nav>"
        "<main><article>"
        f"<h1>{escape(title)}</h1>{body}</article></main><aside><h3>Most read</h3><ul>{links}</ul></aside>"
        "<footer>Copyright Valley Herald</footer></body></html>"
    )


def _noise(number: int, size: int) -> str:
    """Letters that do not compress to nothing, the same every time."""
    blocks = (hashlib.sha256(f"{number} {block}".encode()).hexdigest() for block in range(size // 64 + 1))
    return "".join(blocks)[: size or 8]


def text(number: int) -> str:
    """The report as a plain text."""
    title, paragraphs = story(number)
    return "\n\n".join((title, *paragraphs)) + "\n"


def address(number: int) -> str:
    """Where the report is said to stand."""
    return f"https://valley-herald.example/news/{number}.html"


def warc_record(
    number: int, body: bytes | None = None, *, media: str = "text/html; charset=utf-8", status: str = "200 OK",
    headers: str = "",
) -> bytes:  # fmt: skip
    """A response record."""
    body = page(number).encode() if body is None else body
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return warc_block("response", http, "application/http; msgtype=response", address(number))


def warc_block(kind: str, block: bytes, media: str, target: str | None = None, extra: str = "") -> bytes:
    """Any record."""
    uri = f"WARC-Target-URI: {target}\r\n" if target else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{uri}"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(block):012d}>\r\n"
        f"WARC-Date: {MOMENT}\r\nContent-Type: {media}\r\n{extra}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def zipped(records: Iterable[bytes]) -> bytes:
    """Each record as a gzip member of its own, as archives are."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def wacz(warc: bytes, name: str = "archive/data.warc.gz") -> bytes:
    """A WACZ with one archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        archive.writestr(name, warc)
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n')
    return stream.getvalue()


def feed(numbers: Sequence[int]) -> str:
    """An RSS file with whole texts."""
    items = "".join(
        f"<item><title>{escape(story(n)[0])}</title><link>{address(n)}</link><pubDate>Thu, 08 Sep 2016 10:15:00 GMT"
        f"</pubDate><description>{escape(''.join(f'<p>{p}</p>' for p in story(n)[1]))}</description></item>"
        for n in numbers
    )
    head = "<title>Valley Herald</title><link>https://valley-herald.example</link><language>en</language>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


def mail(number: int, *, attached: Sequence[tuple[str, str, bytes]] = ()) -> bytes:
    """A message with the report as its text; `attached` are (file name, media type, bytes)."""
    from email.message import EmailMessage

    title, paragraphs = story(number)
    message = EmailMessage()
    message["From"] = "Valley Herald desk <desk@valley-herald.example>"
    message["To"] = "list@example.org"
    message["Subject"] = title
    message["Date"] = "Thu, 08 Sep 2016 18:00:00 +0300"
    message["Message-ID"] = f"<{number}@valley-herald.example>"
    message.set_content("\n\n".join(paragraphs) + "\n")
    for name, media, data in attached:
        kind, _, sub = media.partition("/")
        message.add_attachment(data, maintype=kind, subtype=sub, filename=name)
    return message.as_bytes()


def mbox(numbers: Sequence[int]) -> bytes:
    """Messages one after another."""
    return b"".join(b"From desk Thu Sep  8 18:00:00 2016\n" + mail(n) + b"\n" for n in numbers)


def pdf(lines: Sequence[str]) -> bytes:
    """A PDF of one page with these lines as its text layer; none make a page without one."""
    shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T*\n" for line in lines)
    content = f"BT /F1 10 Tf 14 TL 40 780 Td\n{shown}ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    at = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, at)


def news_please(number: int) -> dict[str, object]:
    """A record as news-please writes them."""
    title, paragraphs = story(number)
    return {
        "authors": ["Staff writer"],
        "date_download": f"{DAY} 12:00:00",
        "date_modify": None,
        "date_publish": f"{DAY} 10:15:00",
        "filename": f"{number}.json",
        "language": "en",
        "maintext": "\n".join(paragraphs),
        "source_domain": "valley-herald.example",
        "title": title,
        "url": address(number),
    }


def trafilatura_record(number: int) -> dict[str, object]:
    """A record as trafilatura's JSON output has them."""
    title, paragraphs = story(number)
    text = "\n".join(paragraphs)
    names = {"title": title, "author": None, "hostname": "valley-herald.example", "date": DAY, "fingerprint": "0a1b"}
    names |= {"text": text, "raw_text": text, "source": address(number), "sitename": "Valley Herald"}
    return dict(names)


def c4_record(number: int) -> dict[str, object]:
    """A record as C4 has them: the moment is that of the crawl."""
    return {"text": text(number), "timestamp": MOMENT, "url": address(number)}


def oscar_record(number: int) -> dict[str, object]:
    """A record as OSCAR has them: the archive's headers inside."""
    headers = {"warc-target-uri": address(number), "warc-date": MOMENT, "warc-type": "conversion"}
    return {"content": text(number), "warc_headers": headers, "metadata": {"identification": {"label": "en"}}}


def one_of_each() -> dict[str, bytes]:
    """A small whole container of each kind, by the name of the kind: what gets damaged."""
    records = [warc_record(n) for n in range(6)]
    return {
        "warc": b"".join(records),
        "warc.gz": zipped(records),
        "wacz": wacz(zipped(records)),
        "jsonl": "\n".join(json.dumps(news_please(n)) for n in range(6)).encode(),
        "feed": feed(range(6)).encode(),
        "mbox": mbox(range(6)),
        "mail": mail(1, attached=[("a.html", "text/html", page(2).encode())]),
        "gz": gzip.compress(page(1).encode(), mtime=0),
        "pdf": pdf(["Shells fell on a market on Tuesday.", "Nine people were killed."]),
    }
