"""What those who run the server look at."""

from __future__ import annotations

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.settings import Settings


def measures(client: TestClient) -> dict[tuple[str, str | None], float]:
    response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(response.text)
    return {
        (sample.name, sample.labels.get("outcome")): sample.value for family in families for sample in family.samples
    }


def test_alive_and_ready(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready == {"status": "ready", "documents": 2, "min_confidence": qa.DEFAULT_MIN_CONFIDENCE}


def test_the_threshold_in_force_is_the_settings_else_the_librarys(make_client, library):
    library.calibrate(qa.Calibration(threshold=0.625))
    assert make_client().get("/readyz").json()["min_confidence"] == 0.625
    assert make_client(min_confidence=0.5).get("/readyz").json()["min_confidence"] == 0.5


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/documents", "/static/nowhere"])
def test_head_is_get_without_the_body(client, path):
    head, get = client.head(path), client.get(path)
    assert head.content == b""
    assert (head.status_code, dict(head.headers)) == (get.status_code, dict(get.headers))


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


def test_an_application_can_be_made_twice_over_one_library(library: qa.Library):
    first, second = create_app(library, Settings()), create_app(library, Settings())
    assert first.state.metrics is not second.state.metrics
