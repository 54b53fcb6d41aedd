"""`quoth serve` for real: a process that listens, answers and stops."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest
from click.testing import CliRunner

from server.commands.cli import main
from server.running import serving
from tests.waiting import PATIENCE

SERVE = "from server.commands.cli import main; main(prog_name='quoth')"


@contextmanager
def served(
    *arguments: str, program: str = SERVE, **options: Any
) -> Iterator[tuple[subprocess.Popen[str], Sequence[str]]]:
    """Run `quoth serve` on a free port; give the process and the two lines that it prints at the start.

    program: the Python that runs it. options: of the process.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", program, "serve", "--port", "0", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment, **options) as process:
        try:
            assert process.stdout is not None
            yield process, [process.stdout.readline(), process.stdout.readline()]
        finally:
            process.kill()


def url_of(lines: Sequence[str]) -> str:
    found = re.search(r"http://\S+", lines[1])
    assert found, lines
    return found[0]


def test_it_serves_the_shipped_documents_and_stops_on_a_signal(problem_of):
    with served("--read-only") as (process, lines):
        assert lines[0] == "Serving the documents that come with Quoth: 11 documents.\n"
        with httpx2.Client(base_url=url_of(lines), timeout=PATIENCE) as client:
            question = {"question": "How long would the fighting have stopped?", "min_confidence": 0}
            assert "21 days" in client.post("/api/ask", json=question).json()["text"]
            assert "How long would the fighting have stopped?" in client.get("/").text
            problem_of(client.delete("/api/documents/any"), 403, "read-only")
            upload = client.post("/api/documents", files=[("files", ("big.txt", b"a" * 21_000_000))])
            problem_of(upload, 413, "body-too-large")
            assert "server" not in client.get("/healthz").headers
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (0, "Stopped.\n", "")


def test_files_and_a_library_are_served_and_kept(tmp_path):
    (tmp_path / "bees.txt").write_text("A hive holds 40,000 bees in summer.", encoding="utf-8")
    library = str(tmp_path / "library")
    with served(str(tmp_path / "bees.txt"), "--library", library) as (process, lines):
        assert lines[0] == f"Serving the library {library}: 1 document.\n"
        with httpx2.Client(base_url=url_of(lines), timeout=PATIENCE) as client:
            assert client.post("/api/documents", files=[("files", ("a.txt", b"Ants."))]).status_code == 201
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == 0
    assert "a.txt" in CliRunner().invoke(main, ["list", "--library", library]).stdout


@pytest.mark.parametrize("options", [(), ("--workers", "2")])
def test_a_port_in_use_is_told_with_the_way_out(options):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["serve", "--port", port, *options])
    assert result.exit_code == 2
    assert f"port {port}: address already in use" in result.stderr
    assert "--port" in result.stderr


def test_what_is_sent_does_not_wait_for_an_acknowledgement():
    with serving.bind("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize(
    ("host", "port", "address", "loopback"),
    [
        ("127.0.0.1", 8000, "http://127.0.0.1:8000", True),
        ("::1", 8000, "http://[::1]:8000", True),
        ("0.0.0.0", 80, "http://127.0.0.1:80", False),  # noqa: S104
        ("::", 80, "http://[::1]:80", False),
        ("192.0.2.7", 80, "http://192.0.2.7:80", False),
    ],
)
def test_the_address_to_open(host, port, address, loopback):
    assert serving.find_address(host, port) == address
    assert serving.is_loopback(host) is loopback


def test_it_warns_when_other_computers_can_reach_it_and_opens_a_browser(monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    result = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0", "--port", "0", "--open"])  # noqa: S104
    assert result.exit_code == 0, result.output
    assert "QUOTH_ALLOWED_HOSTS" in result.stderr
    assert opened[0].startswith("http://127.0.0.1:")
