"""Who may speak to the app: this machine's browser, with the token of the start address, under the app's own name.

Every request must name one of the app's own hosts (so that no other site's name can be bound to this machine), carry
the cookie that the start address gives, and, if it changes anything, come from the app's own pages. Every answer
forbids scripts, styles and sources that the app did not write.
"""

import secrets
from collections.abc import Iterable
from hmac import compare_digest

from msgspec import Struct
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would turn the Origin of our own forms into "null"
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
CLOSED = "Open the address that crossreport serve printed: it holds the key to this record.\n"


class Keys(Struct, frozen=True):
    """`token` opens the app once from its address; `session` is what the cookie holds from then on."""

    token: str
    session: str
    hosts: frozenset[str]

    @classmethod
    def fresh(cls, port: int) -> "Keys":
        """New secrets for an app on that port of this machine."""
        hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), hosts)

    @property
    def cookie(self) -> str:
        """The cookie's name; it holds the port, for browsers do not keep the ports of one host apart."""
        return "crossreport-" + min(self.hosts).rpartition(":")[2]


class Guard:
    """ASGI middleware that lets nothing through to `app` without its keys."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no websockets: the server answers that there is no such thing

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._answer(Request(scope))
        await (answer or self._app)(scope, receive, sealed)

    def _answer(self, request: Request) -> Response | None:
        """What to say instead of letting the request in; None lets it in."""
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._keys.hosts:
            return PlainTextResponse("This is not the address of this app.\n", 421)
        if request.method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("No such method.\n", 405, headers={"Allow": "GET, HEAD, POST"})
        origins, bearer = request.headers.getlist("origin"), request.headers.get("authorization")
        if bearer is not None and not origins:  # a program with the key; a browser names an origin, or sends no key
            return None if _same(bearer, f"Bearer {self._keys.token}") else PlainTextResponse(CLOSED, 403)
        if (request.method == "POST" or origins) and not self._is_own(origins, hosts[0]):
            return PlainTextResponse("This did not come from a page of this app.\n", 403)
        if request.url.path == "/" and "token" in request.query_params:
            return self._opened(request.query_params["token"])
        if not _same(request.cookies.get(self._keys.cookie, ""), self._keys.session):
            return PlainTextResponse(CLOSED, 403)
        return None

    def _is_own(self, origins: Iterable[str], host: str) -> bool:
        return list(origins) == [f"http://{host.lower()}"]

    def _opened(self, token: str) -> Response:
        if not _same(token, self._keys.token):
            return PlainTextResponse(CLOSED, 403)
        answer = RedirectResponse("/queue", 303)
        answer.set_cookie(self._keys.cookie, self._keys.session, httponly=True, samesite="strict", path="/")
        return answer


def _same(given: str, wanted: str) -> bool:
    return compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())
