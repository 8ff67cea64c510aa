"""The same tests over SQLite and PostgreSQL."""

import os
import uuid

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from crossreport.record import open_record

SERVER = os.environ.get("CROSSREPORT_POSTGRESQL")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def address(request, tmp_path):
    """Where an empty record can be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    if not SERVER:
        pytest.skip("no PostgreSQL server: set CROSSREPORT_POSTGRESQL to a URL")
    yield from _own_database()


@pytest.fixture
def record(address):
    with open_record(address) as opened:
        yield opened


def _own_database():
    server = make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"crossreport_{uuid.uuid4().hex}"
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield server.set(database=name, drivername="postgresql").render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()
