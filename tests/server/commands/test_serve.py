"""The command that starts the server: what it says, and what it serves. The server itself is not run here."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from fastapi import FastAPI

import qa
from server.running import serving
from server.shipped import CORPUS_EXAMPLES
from tests.server.commands.conftest import run


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[FastAPI, str | None, int]]:
    """The applications that were served, each with the address that a browser opens and the number of documents."""
    served: list[tuple[FastAPI, str | None, int]] = []

    def serve_nothing(app: FastAPI, listener: socket.socket, *, browser_at: str | None = None) -> None:
        library: qa.Library = app.state.library
        served.append((app, browser_at, library.n_documents))

    monkeypatch.setattr(serving, "run", serve_nothing)
    return served


def test_files_are_served_from_memory(notes, served):
    result = run("serve", "notes/bees.txt", "--port", "0", "--read-only")
    assert result.stdout.startswith("Serving the given files, in memory: 1 document.\nOpen http://127.0.0.1:")
    assert result.stdout.endswith("Stopped.\n")
    ((app, browser_at, n_documents),) = served
    assert (browser_at, n_documents) == (None, 1)
    assert app.state.settings.read_only
    assert app.state.examples == ()


def test_without_a_path_the_shipped_documents_are_served_with_examples(served):
    run("serve", "--port", "0", "--open")
    ((app, browser_at, n_documents),) = served
    assert n_documents > 10
    assert app.state.examples == CORPUS_EXAMPLES
    assert browser_at is not None
    assert browser_at.startswith("http://127.0.0.1:")


def test_a_watched_folder_is_added(notes, served):
    result = run("serve", "--watch", "notes", "--port", "0")
    assert "bad.txt" in result.stderr
    assert [n_documents for *_, n_documents in served] == [1]


def test_other_computers_are_warned_of(served, notes):
    result = run("serve", "notes/bees.txt", "--port", "0", "--host", "0.0.0.0")  # noqa: S104
    assert "it asks for no password" in result.stderr
    assert "QUOTH_ALLOWED_HOSTS" in result.stderr
    assert "Open http://127.0.0.1:" in result.stdout


def test_several_workers_share_a_temporary_folder(notes, monkeypatch):
    started: list[dict[str, Any]] = []

    def start_nothing(library: qa.Library, *_arguments: object, **options: Any) -> None:
        started.append({"kept": library.folder is not None, **options})

    monkeypatch.setattr("server.running.workers.run_workers", start_nothing)
    run("serve", "notes/bees.txt", "--port", "0", "--workers", "2")
    ((start),) = started
    assert start["kept"]
    assert not start["folder"].exists()
