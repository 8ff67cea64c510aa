"""Nothing but the public web is ever asked, by name, by number, by redirect or by a name server's second answer."""

import http.server
import ipaddress
import threading
from datetime import UTC, datetime

import httpx
import pytest

from crossreport.intake import Gathering, read_paths
from crossreport.intake.addresses import is_public
from crossreport.intake.fetch import Fetcher
from crossreport.intake.limits import MAX_PAGE_BYTES, MAX_REDIRECTS
from crossreport.model import Capture, Rejection
from evals import containers as made

PUBLIC = "93.184.216.34"
PAGE = made.page(1).encode()


class Web:
    """Name server and servers in one: `names` say where a host lies, `pages` what stands at an address."""

    def __init__(self):
        self.names = {"news.example": [PUBLIC]}
        self.pages = {}
        self.asked = []

    def resolve(self, host, _port):
        found = self.names.get(host)
        if found is None:
            return [str(ipaddress.ip_address(host))]
        return found.pop(0) if found and isinstance(found[0], list) else found

    def answer(self, request):
        self.asked.append(request)
        found = self.pages[request.headers["host"] + request.url.raw_path.decode()]
        return found(request) if callable(found) else found

    def fetcher(self, **kwargs):
        return Fetcher(
            "crossreport-test",
            resolver=self.resolve,
            transport=httpx.MockTransport(self.answer),
            now=lambda: datetime(2016, 9, 8, 12, tzinfo=UTC),
            **kwargs,
        )


@pytest.fixture
def web():
    return Web()


def html(data=PAGE, **headers):
    """As it comes over the wire: not read, not unpacked."""
    headers = {"content-type": "text/html; charset=utf-8", **headers}
    return httpx.Response(200, headers=headers, stream=httpx.ByteStream(data))


def moved(to):
    return httpx.Response(302, headers={"location": to})


def fetch(web, url, **kwargs):
    (outcome,) = read_paths([url], gathering=Gathering("crossreport 9", fetch=web.fetcher(**kwargs)))
    return outcome


def test_a_page_is_captured_with_its_facts(web):
    web.pages = {"news.example/a": moved("/b"), "news.example/b": html()}
    capture = fetch(web, "https://news.example/a")
    assert isinstance(capture, Capture)
    assert (capture.name, capture.url, capture.data) == ("https://news.example/a", "https://news.example/b", PAGE)
    facts = capture.collection
    assert (facts.method, facts.address, facts.collected_at) == ("fetch", PUBLIC, "2016-09-08T12:00:00Z")
    assert facts.redirects == ("https://news.example/a",)


def test_the_connection_goes_to_the_address_that_was_checked(web):
    web.names = {"news.example": [[PUBLIC], ["127.0.0.1"]]}  # the second answer would lead inside
    web.pages = {"news.example/a": html()}
    assert isinstance(fetch(web, "https://news.example/a"), Capture)
    (request,) = web.asked
    assert request.url.host == PUBLIC
    assert request.extensions["sni_hostname"] == "news.example"
    assert request.headers["host"] == "news.example"
    assert "cookie" not in request.headers


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254",
     "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "::127.0.0.1", "2001:db8::1", "192.0.2.1"],
)  # fmt: skip
def test_no_private_address_is_asked(web, address):
    assert not is_public(ipaddress.ip_address(address))
    web.names["inside.example"] = [address]
    rejection = fetch(web, "http://inside.example/latest/meta-data/")
    assert (rejection.rule, web.asked) == ("forbidden_address", [])


def test_a_host_with_one_private_address_among_public_ones_is_not_asked(web):
    web.names["mixed.example"] = [PUBLIC, "10.0.0.1"]
    assert fetch(web, "http://mixed.example/").rule == "forbidden_address"
    assert web.asked == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost", "[::1]", "127.0.0.1"])
def test_the_systems_own_names_and_numbers_lead_nowhere(host):
    """With the real name server of this machine, which needs no network for these."""
    refused = Fetcher("crossreport-test", transport=httpx.MockTransport(lambda _: html()))(f"http://{host}/")
    assert isinstance(refused, Rejection)
    assert refused.rule in ("forbidden_address", "fetch_failed", "bad_address")


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://inside.example/", "file:///etc/passwd", "gopher://x/", "//10.0.0.1/"]
)
def test_every_redirect_is_checked(web, to):
    web.names["inside.example"] = ["192.168.0.1"]
    web.pages = {"news.example/a": moved(to)}
    rejection = fetch(web, "https://news.example/a")
    assert rejection.rule in ("forbidden_address", "bad_address")
    assert len(web.asked) == 1


def test_redirects_end(web):
    web.pages = {"news.example/a": moved("/a")}
    assert fetch(web, "https://news.example/a").rule == "too_many_redirects"
    assert len(web.asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "url", ["https://user:secret@news.example/", "https://news.example:8080/", "http://news.example:22/", "https://"]
)
def test_odd_addresses_are_refused(web, url):
    assert fetch(web, url).rule in ("bad_address", "forbidden_address", "fetch_failed")
    assert web.asked == []


@pytest.mark.parametrize(
    ("response", "rule"),
    [
        (lambda: httpx.Response(404), "http_status"),
        (lambda: httpx.Response(200, headers={"content-type": "image/png"}, content=b"x"), "other_media"),
        (lambda: html(b"x" * (MAX_PAGE_BYTES + 1)), "too_large"),
        (lambda: html(PAGE, **{"content-encoding": "br"}), "bad_encoding"),
        (lambda: html(b"\x1f\x8b\x08broken", **{"content-encoding": "gzip"}), "damaged"),
    ],
)
def test_what_is_not_taken_is_said(web, response, rule):
    web.pages["news.example/a"] = lambda _request: response()
    assert fetch(web, "https://news.example/a").rule == rule


def test_a_server_that_never_ends_is_left(web):
    class Drip(httpx.SyncByteStream):
        def __iter__(self):
            while True:
                threading.Event().wait(0.05)
                yield b"a"

    web.pages["news.example/a"] = httpx.Response(200, headers={"content-type": "text/html"}, stream=Drip())
    assert fetch(web, "https://news.example/a", seconds=0.5).rule == "fetch_time"


def test_a_failed_connection_is_a_rejection(web):
    def refuse(request):
        raise httpx.ConnectError("connection refused", request=request)

    web.pages["news.example/a"] = refuse
    assert fetch(web, "https://news.example/a").rule == "fetch_failed"


def test_against_a_real_server():
    """The whole way through sockets; a test may allow its own machine, a user cannot."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(self.headers["Host"].encode() + b"\n" + PAGE)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        fetcher = Fetcher(
            "t", resolver=lambda *_: ["127.0.0.1"], allowed=lambda _: True, ports={"http": port}, seconds=10
        )
        found = fetcher(f"http://news.example:{port}/a")
    finally:
        server.shutdown()
        server.server_close()
    assert found.part.data == f"news.example:{port}\n".encode() + PAGE
