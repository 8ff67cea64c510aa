import pytest

from tests.rooms import PAGE_ROOMS, install
from tests.web import hand

TEXTS = (
    "Home | News\nShells fell on Dair Alwan on Monday, killing 4 people, the governor said. Share this",
    "Shells hit Dair Alwan on Monday and killed 9 people, the governor said.",
    "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said.",
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


@pytest.fixture
def coded(path):
    """Three pages: two on one event, one on another."""
    return hand.record_at(path, TEXTS, outlets=("Example Post", "Voice of the Coast"))


@pytest.fixture
def desk(path, coded, monkeypatch):  # noqa: ARG001 - the pages must be there first
    install(monkeypatch, *PAGE_ROOMS)
    desk = hand.desk_at(path)
    yield desk
    desk.close()


@pytest.fixture
def client(desk):
    return hand.client_of(desk)
