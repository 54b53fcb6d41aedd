"""What those who run the server look at."""

from __future__ import annotations

import pytest

import qa


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


def test_a_library_whose_folder_is_gone_is_not_ready(make_client, tmp_path, problem_of):
    with qa.Library(tmp_path / "library") as library:
        client = make_client(over=library)
        assert client.get("/readyz").status_code == 200
        (tmp_path / "library").rename(tmp_path / "elsewhere")
        problem_of(client.get("/readyz"), 503, "library-unavailable")
        (tmp_path / "elsewhere").rename(tmp_path / "library")
        assert client.get("/readyz").status_code == 200
