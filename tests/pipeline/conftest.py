import pytest

from crossreport.record import open_record
from tests.rooms import rooms

__all__ = ["rooms"]


@pytest.fixture
def record():
    with open_record(":memory:") as opened:
        yield opened
