"""An app over a record built by hand, and a client that has its key."""

import itertools
from pathlib import Path

import anyio
import httpx

from crossreport.model import Block, Capture, Dropped, Page, Published, content_id, digest
from crossreport.record import open_record
from crossreport.web import Desk, Keys, application
from tests import builders

ROOT = Path(__file__).parents[2]
HOSTS = frozenset({"127.0.0.1:8765"})
KEYS = Keys("the-token", "the-session", HOSTS)
OWN = "http://127.0.0.1:8765"


class Client:
    """A browser that sends what it is told to an app in this process, and keeps cookies."""

    def __init__(self, app, **headers):
        self.app = app
        self.headers = {"host": "127.0.0.1:8765", "origin": OWN} | headers
        self.cookies = httpx.Cookies()

    def request(self, method, address, *, headers=None, **more):
        async def asked():
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=True)
            async with httpx.AsyncClient(transport=transport, base_url=OWN, cookies=self.cookies) as client:
                answer = await client.request(method, address, headers=self.headers | (headers or {}), **more)
                self.cookies.update(client.cookies)
                return answer

        return anyio.run(asked)

    def get(self, address, **more):
        return self.request("GET", address, **more)

    def post(self, address, **more):
        return self.request("POST", address, **more)


def record_at(path, texts, *, outlets=(), language="en", titles=(), url=None):
    """A record of one page a text, linked by place."""
    coded = []
    with open_record(path) as record:
        for number, text in enumerate(texts):
            name = f"{number:05}.txt"
            data = text.encode()
            capture = Capture(digest(data), name, "text/plain", data, "utf-8", "utf-8", url)
            page = Page(
                content_id("page", capture.id, name), capture.id, name,
                outlets[number % len(outlets)] if outlets else "Example Post",
                titles[number % len(titles)] if titles else None, language, text, (Block(0, len(text), "paragraph"),),
                tuple(Dropped(0, 11, "not_main_text", text[:11]) for _ in "1" if text.startswith("Home | News")),
                Published("2015-09-23", "2015-09-23", "2015-09-23"), url=url,
            )  # fmt: skip
            coded.append(builders.code_of(page))
            record.add_page(capture, coded[-1])
        record.replace_linked(builders.link_of(coded))
    return coded


def desk_at(path, by="R. Haddad"):
    seconds = itertools.count()
    return Desk(str(path), by, lambda: f"2026-01-01T00:{next(seconds):02}:00Z")


def client_of(desk, **headers):
    client = Client(application(desk, KEYS), **headers)
    client.cookies.set(KEYS.cookie, KEYS.session)
    return client
