"""An address in, what stands there out: one page at a person's word, through a guarded client.

Every hop is checked by the addresses that its name resolves to, and the connection goes to the very address that was
checked, so that neither a redirect nor a second answer of the name server leads anywhere else. No cookies, no proxy, no
scripts, no links followed. robots.txt speaks to crawlers; this asks only for the addresses that a person typed, says
who it is, and does not consult it.
"""

import io
import ipaddress
import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import Message
from typing import Any

from msgspec import Struct

from crossreport.intake.addresses import Address, Resolve, is_public, resolve
from crossreport.intake.gunzip import Gunzip
from crossreport.intake.limits import (
    FETCH_PAUSE,
    FETCH_SECONDS,
    MAX_FEED_BYTES,
    MAX_PAGE_BYTES,
    MAX_PDF_BYTES,
    MAX_REDIRECTS,
)
from crossreport.intake.part import Fetched, Part
from crossreport.model import MediaType, Rejection

_log = logging.getLogger(__name__)

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGES: dict[str, MediaType] = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "application/pdf": "application/pdf",
}
_MOST = {
    "text/html": MAX_PAGE_BYTES,
    "application/xhtml+xml": MAX_PAGE_BYTES,
    "text/plain": MAX_PAGE_BYTES,
    "application/pdf": MAX_PDF_BYTES,
    "application/rss+xml": MAX_FEED_BYTES,
    "application/atom+xml": MAX_FEED_BYTES,
    "application/xml": MAX_FEED_BYTES,
    "text/xml": MAX_FEED_BYTES,
    "": MAX_PAGE_BYTES,
}
_BLOCK = 64 * 1024


class _Refused(Exception):
    """An address that is not asked, or an answer that is not taken; `rule` is a short code."""

    def __init__(self, rule: str, says: str) -> None:
        super().__init__(says)
        self.rule = rule


class Hop(Struct, frozen=True):
    """One request: the address as written, its host, and where the connection goes."""

    url: str
    host: str
    address: str
    port: int


class Fetcher:
    """Fetches one address at a time. Everything that touches the world can be given by a test."""

    def __init__(
        self,
        agent: str,
        *,
        resolver: Resolve = resolve,
        allowed: Callable[[Address], bool] = is_public,
        ports: dict[str, int] | None = None,
        transport: Any = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seconds: float = FETCH_SECONDS,
    ) -> None:
        self._agent, self._resolver, self._allowed = agent, resolver, allowed
        self._ports, self._transport, self._now, self._seconds = ports or _PORTS, transport, now, seconds
        self._last: str | None = None

    def __call__(self, url: str) -> Fetched | Rejection:
        """What stands at `url`, or why it was not taken."""
        if self._last is not None:
            time.sleep(FETCH_PAUSE)
        self._last = url
        found: list[Fetched | Rejection] = []
        work = threading.Thread(target=lambda: found.append(self._safely(url)), daemon=True)
        work.start()
        work.join(self._seconds)
        if not found:
            says = f"The server took more than {self._seconds:.0f} seconds. Try again, or save the page as a file."
            return Rejection(url, "fetch_time", says)
        return found[0]

    def _safely(self, url: str) -> Fetched | Rejection:
        import httpx

        try:
            return self._follow(url, time.monotonic() + self._seconds)
        except _Refused as refusal:
            return Rejection(url, refusal.rule, str(refusal))
        except httpx.InvalidURL as error:
            return Rejection(url, "bad_address", f"This is no address: {error}.")
        except Exception as error:  # whatever goes wrong with one address costs that address only
            _log.debug("fetching %s failed", url, exc_info=error)
            says = (
                f"It cannot be fetched ({str(error) or type(error).__name__}). Try again, or save the page as a file."
            )
            return Rejection(url, "fetch_failed", says)

    def _follow(self, url: str, until: float) -> Fetched:
        import httpx

        passed: list[str] = []
        current = url
        while True:
            hop = self.hop(current)
            with self._ask(hop) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    passed.append(current)
                    if len(passed) > MAX_REDIRECTS:
                        raise _Refused("too_many_redirects", f"It redirects more than {MAX_REDIRECTS} times.")
                    current = str(httpx.URL(current).join(response.headers["location"]))
                    continue
                return Fetched(self._part(response, hop, until), tuple(passed))

    def hop(self, url: str) -> Hop:
        """The address, checked.

        Raises:
            _Refused: it is none of the public web.
        """
        import httpx

        parsed = httpx.URL(url)
        if parsed.scheme not in self._ports:
            raise _Refused("bad_address", f"Only http and https are fetched, not {parsed.scheme!r}.")
        if parsed.userinfo:
            raise _Refused("bad_address", "Addresses with a user name are not fetched.")
        port = parsed.port or self._ports[parsed.scheme]
        if port != self._ports[parsed.scheme]:
            raise _Refused("forbidden_address", f"Port {port} is not asked, only the web's own ports.")
        host = parsed.raw_host.decode("ascii")
        found = [ipaddress.ip_address(one) for one in self._resolver(host, port)]
        if not found or not all(self._allowed(one) for one in found):
            says = (
                f"{host} is not on the public internet ({', '.join(map(str, found)) or 'no address'}); it is not asked."
            )
            raise _Refused("forbidden_address", says)
        return Hop(url, host, str(found[0]), port)

    def _ask(self, hop: Hop) -> Any:
        import httpx

        parsed = httpx.URL(hop.url)
        headers = {
            "Host": parsed.netloc.decode("ascii"),
            "User-Agent": self._agent,
            "Accept": ", ".join(filter(None, _MOST)),
            "Accept-Encoding": "identity",
        }
        client = httpx.Client(transport=self._transport, trust_env=False, follow_redirects=False, timeout=self._seconds)
        request = httpx.Request(
            "GET",
            parsed.copy_with(host=hop.address, port=hop.port, fragment=None),
            headers=headers,
            extensions={"sni_hostname": hop.host, "timeout": httpx.Timeout(self._seconds).as_dict()},
        )
        return _Answer(client, request)

    def _part(self, response: Any, hop: Hop, until: float) -> Part:
        if response.status_code != 200:
            raise _Refused("http_status", f"The server answered with status {response.status_code}.")
        declared = Message()
        declared["Content-Type"] = response.headers.get("content-type", "") or "unknown"
        media = declared.get_content_type() if "content-type" in response.headers else ""
        if media not in _MOST:
            raise _Refused("other_media", f"What stands there is {media}, no page.")
        data = _body(response, _MOST[media], until)
        moment = self._now().strftime("%Y-%m-%dT%H:%M:%SZ")
        charset = declared.get_content_charset()
        return Part("", data, hop.url, (), moment, hop.address, _PAGES.get(media), charset)


class _Answer:
    """An open response; client and response are closed together."""

    def __init__(self, client: Any, request: Any) -> None:
        self._client, self._request = client, request

    def __enter__(self) -> Any:
        try:
            self._response = self._client.send(self._request, stream=True)
        except BaseException:
            self._client.close()
            raise
        return self._response

    def __exit__(self, *_error: object) -> None:
        self._response.close()
        self._client.close()


def _body(response: Any, most: int, until: float) -> bytes:
    """The body as sent, unpacked if the server packed it unasked."""
    data = bytearray()
    for block in response.iter_raw(_BLOCK):
        data += block
        if len(data) > most:
            raise _Refused("too_large", f"The answer has more than {most // 2**20} MiB; no page is that large.")
        if time.monotonic() > until:
            raise _Refused("fetch_time", "The server sent its answer too slowly. Try again later.")
    packed = response.headers.get("content-encoding", "identity").lower()
    if packed in ("identity", ""):
        return bytes(data)
    if packed not in ("gzip", "x-gzip"):
        raise _Refused("bad_encoding", f"The server packed its answer as {packed}, which was not asked for.")
    unpacked = Gunzip(io.BytesIO(bytes(data)))
    whole = io.BufferedReader(unpacked).read(most + 1)
    if unpacked.fault or len(whole) > most:
        raise _Refused("damaged", f"The packed answer cannot be unpacked: {unpacked.fault or 'it is too large'}.")
    return whole
