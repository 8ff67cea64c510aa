import pytest

from crossreport.web import Keys, application
from tests.web.hand import KEYS, Client, client_of

VIEWS = (
    "/exports",
    "/export/jsonl",
    "/api/events",
    "/api/openapi.json",
    "/queue",
    "/events",
    "/sources",
    "/search?q=shells",
    "/judgements",
    "/static/app.js",
    "/",
    "/nothing",
)
CHANGES = ("/judge", "/judge-all", "/undo", "/merge", "/split")


@pytest.fixture
def stranger(desk):
    return Client(application(desk, KEYS))


def test_the_token_is_exchanged_for_a_cookie_that_no_other_site_can_send(stranger):
    answer = stranger.get("/?token=the-token")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/queue"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "the-token" not in cookie
    assert stranger.get("/queue").status_code == 200


@pytest.mark.parametrize("token", ["", "the-toke", "the-token2", "é", "the-session"])
def test_another_token_opens_nothing(stranger, token):
    assert stranger.get("/", params={"token": token}).status_code == 403
    assert stranger.get("/queue").status_code == 403


@pytest.mark.parametrize("view", VIEWS)
def test_without_the_cookie_nothing_is_shown(stranger, view):
    answer = stranger.get(view)
    assert answer.status_code == 403
    assert "Dair" not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:9", "localhost:8765.x"])
def test_only_its_own_name_is_answered(client, host):
    assert client.get("/queue", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9", "https://127.0.0.1:8765", ""])
def test_changes_come_from_its_own_pages_only(desk, change, origin):
    client = client_of(desk, origin=origin)
    assert client.post(change, data={"why": "x"}).status_code == 403
    del client.headers["origin"]
    assert client.post(change, data={"why": "x"}).status_code == 403
    assert desk.ledger().standing() == []


def test_reading_changes_nothing(client, desk):
    for change in CHANGES:
        assert client.get(change).status_code == 405
    assert desk.ledger().standing() == []


@pytest.mark.parametrize("view", [*VIEWS, "/event/none", "/page/none"])
def test_every_answer_is_sealed(client, stranger, view):
    for answer in (client.get(view), stranger.get(view)):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


def test_other_methods_are_refused(client):
    assert client.request("TRACE", "/queue").status_code == 405
    assert client.request("PUT", "/queue").status_code == 405


def test_keys_are_new_each_time():
    one, other = Keys.fresh(1), Keys.fresh(1)
    assert len({one.token, other.token, one.session, other.session}) == 4
    assert one.hosts == {"127.0.0.1:1", "localhost:1"}


def test_a_form_has_bounds(client):
    assert client.post("/judge", content=b"x=" + b"a" * 1_100_000, headers=FORM).status_code == 413
    assert client.post("/judge", content=b"why=%ff", headers=FORM).status_code == 400
    assert client.post("/judge", json={"why": "x"}).status_code == 415


FORM = {"content-type": "application/x-www-form-urlencoded"}
