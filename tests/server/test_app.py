"""The application, assembled."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import qa
from server.app import COMPRESSION, create_app
from server.pages import chat as pages
from server.settings import Settings
from tests.server.pages.conftest import (
    PAGE,
)


def test_the_schema_documents_every_route_and_its_problems(client):
    schema = client.get("/openapi.json").json()
    assert set(schema["paths"]) == {
        "/api/ask", "/api/search", "/api/documents", "/api/documents/{id}", "/api/jobs",
        "/api/jobs/{id}", "/api/verify", "/api/feedback", "/api/feedback/{id}",
        "/healthz", "/readyz", "/metrics",
    }  # fmt: skip
    upload = schema["paths"]["/api/documents"]["post"]["responses"]
    assert upload.keys() >= {"201", "202", "207", "403", "413", "415", "422", "503", "507"}
    assert "application/problem+json" in upload["415"]["content"]
    for path in schema["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            assert operation["description"]


@pytest.mark.parametrize("path", ["/redoc", "/docs/oauth2-redirect"])
def test_no_page_that_loads_scripts_from_elsewhere(client, path):
    assert client.get(path).status_code == 404


def test_an_application_reads_no_settings_at_import_and_keeps_what_it_was_given(library, client):
    assert client.app.state.library is library
    assert client.app.state.examples == ("What does a ticket cost?",)


def test_an_application_can_be_made_twice_over_one_library(library: qa.Library):
    first, second = create_app(library, Settings()), create_app(library, Settings())
    assert first.state.metrics is not second.state.metrics


def test_the_first_view_is_light(client):
    static = sorted((Path(pages.__file__).parents[1] / "static").iterdir())
    sent = [client.get("/?q=What does a ticket cost?", headers=PAGE).content, *(path.read_bytes() for path in static)]
    assert sum(len(gzip.compress(content, COMPRESSION)) for content in sent) < 60_000
