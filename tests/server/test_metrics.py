"""The measures: counted by outcome, of each application its own, and no word of a question."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient


def measures(client: TestClient) -> dict[tuple[str, str | None], float]:
    response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(response.text)
    return {
        (sample.name, sample.labels.get("outcome")): sample.value for family in families for sample in family.samples
    }


def test_questions_are_counted_by_outcome(client):
    assert measures(client)["quoth_questions_total", "answered"] == 0
    for question, least in (("When does the museum open?", 0), ("When does the museum open?", 1), ("  ", 0)):
        client.post("/api/ask", json={"question": question, "min_confidence": least})
    counted = measures(client)
    assert counted["quoth_questions_total", "answered"] == 1
    assert counted["quoth_questions_total", "low_confidence"] == 1
    assert counted["quoth_questions_total", "empty_question"] == 1
    assert counted["quoth_answer_seconds_count", None] == 3
    assert counted["quoth_answer_seconds_sum", None] > 0


def test_the_library_is_measured_as_it_is_now(client, library):
    before = measures(client)
    assert before["quoth_documents", None] == 2
    assert before["quoth_passages", None] == sum(info.n_passages for info in library.documents())
    library.remove("museum")
    assert measures(client)["quoth_documents", None] == 1


def test_each_application_has_measures_of_its_own(client, make_client):
    client.post("/api/ask", json={"question": "When?"})
    assert all(value == 0 for (name, _), value in measures(make_client()).items() if name == "quoth_questions_total")


def test_no_word_of_a_question_is_kept(client):
    client.post("/api/ask", json={"question": "xylophone secret museum"})
    assert "xylophone" not in client.get("/metrics").text
