import msgspec
import pytest

from crossreport.record import open_record
from crossreport.web import Keys, api, application
from crossreport.web.openapi import OPERATIONS, document
from tests.web.hand import HOSTS, Client, client_of, desk_at

KEY = {"authorization": "Bearer the-token"}


@pytest.fixture
def program(desk):
    """A program with the key: no cookie, no origin."""
    client = Client(application(desk, Keys("the-token", "the-session", HOSTS)), **KEY)
    del client.headers["origin"]
    return client


def had(client, address, kind, **query):
    answer = client.get(address, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return msgspec.json.decode(answer.content, type=kind)


def judged(program, **wanted):
    return program.post("/api/judgements", json=wanted)


def test_lists_are_filtered_and_counted(program, coded):
    found = had(program, "/api/reports", api.Reports)
    assert (found.total, [row.id for row in found.reports]) == (3, [page.reports[0].id for page in coded])
    assert had(program, "/api/reports", api.Reports, outlet="Voice of the Coast").total == 1
    assert had(program, "/api/reports", api.Reports, words="hamrin").reports[0].counts == "killed: 7 people"
    assert had(program, "/api/events", api.Events, words="hamrin").total == 1
    assert {row.outlet: row.pages for row in had(program, "/api/sources", api.Sources).sources} == {
        "Example Post": 2,
        "Voice of the Coast": 1,
    }


def test_whole_things_are_the_records_own(program, coded):
    page = had(program, f"/api/pages/{coded[0].page.id}", api.WholePage)
    assert (page.page, page.reports, page.figures, page.claims) == (
        *(coded[0].page, coded[0].reports),
        *(coded[0].figures, coded[0].claims),
    )
    assert [one.span for one in page.mentions] == [one.span for one in coded[0].mentions]
    assert program.get("/api/pages/none").status_code == program.get("/api/events/none").status_code == 404
    event = next(row for row in had(program, "/api/events", api.Events).events if row.reports == 2)
    whole = had(program, f"/api/events/{event.id}", api.WholeEvent)
    assert whole.event.id == event.id
    assert [span.quote for voice in whole.voices for span in voice.spans]
    hits = had(program, "/api/search", api.Hits, q="hamrin")
    assert [span.quote for span in hits.hits[0].spans] == ["Hamrin"]


def test_judgements_are_made_and_taken_back(program, coded, path, desk):
    report = coded[0].reports[0].id
    made = judged(program, verdict="correct", subject=report, changes={"status": "planned"}, why="announced")
    assert made.status_code == 201
    assert had(program, "/api/reports", api.Reports, status="planned").reports[0].decision == "corrected"
    ident = msgspec.json.decode(made.content, type=api.Made).judgement.id
    assert program.post(f"/api/judgements/{ident}/undo").status_code == 201
    assert program.post(f"/api/judgements/{ident}/undo").status_code == 409
    found = had(program, "/api/judgements", api.Judgements)
    assert [one.verdict for one in found.judgements] == ["reject", "correct"]
    assert ident not in found.standing
    one, other = (row.id for row in had(program, "/api/events", api.Events).events)
    assert judged(program, verdict="merge", events=[one, other], why="one town").status_code == 201
    with open_record(path) as record:
        assert record.verify() == []
        assert {one.by for one in record.judgements(superseded=True)} == {desk.by}


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ({"verdict": "accept", "subject": "report-none"}, 404),
        ({"verdict": "praise", "subject": "x"}, 409),
        ({"verdict": "merge", "events": ["event-none"], "why": "x"}, 409),
        ({"verdict": "accept", "subject": 1}, 400),
        ({"verdict": "accept", "evil": "x"}, 400),
        ({}, 400),
    ],
)
def test_what_cannot_be_done_is_said(program, desk, wanted, status):
    answer = judged(program, **wanted)
    assert answer.status_code == status
    assert msgspec.json.decode(answer.content, type=api.Failure).error
    assert desk.ledger().all() == []


def test_changes_tell_what_others_decided(program, coded, path):
    before = had(program, "/api/changes", api.Changes)
    assert before.judgements == []
    colleague = desk_at(path, "N. Okoye")
    client_of(colleague).post("/judge", data={"report": coded[0].reports[0].id, "verdict": "accept"})
    colleague.close()
    after = had(program, "/api/changes", api.Changes, since=str(before.seq))
    assert [(one.by, one.verdict) for one in after.judgements] == [("N. Okoye", "accept")]
    assert after.seq == before.seq + 1


@pytest.mark.parametrize("key", ["Bearer the-toke", "Bearer", "Basic the-token", "", "Bearer the-session"])
def test_without_the_key_nothing_is_told(desk, key):
    client = Client(application(desk, Keys("the-token", "the-session", HOSTS)), authorization=key)
    del client.headers["origin"]
    for operation in OPERATIONS:
        assert client.request(operation.method, operation.path.replace("{", "").replace("}", "")).status_code == 403


def test_a_browser_of_another_site_cannot_use_the_key(program):
    for origin in ("http://evil.example", "null"):
        assert program.get("/api/reports", headers={"origin": origin}).status_code == 403
        answer = program.post("/api/judgements", json={}, headers={"origin": origin})
        assert answer.status_code == 403


def test_the_document_describes_every_operation(program):
    described = msgspec.json.decode(program.get("/api/openapi.json").content)
    assert described == msgspec.json.decode(msgspec.json.encode(document()))
    for operation in OPERATIONS:
        held = described["paths"][operation.path][operation.method.lower()]
        assert held["summary"]
        assert {"201" if operation.method == "POST" else "200", "4XX"} == set(held["responses"])
    named = msgspec.json.encode(described["paths"]).decode() + msgspec.json.encode(described["components"]).decode()
    wanted = {part.split('"')[0] for part in named.split("#/components/schemas/")[1:]}
    assert wanted <= set(described["components"]["schemas"])
