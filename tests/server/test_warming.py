"""The first question finds everything ready: it opens no file, imports nothing and compiles nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import qa
from tests.server.conftest import BASE_URL, MUSEUM, TIDES
from tests.waiting import PATIENCE

SCRIPT = """
import json, socket, sys, threading

seen, watching = [], False

def hook(event, arguments):
    if watching and event in ("open", "import", "compile"):
        seen.append(f"{event} {arguments[0]!r}"[:200])

sys.addaudithook(hook)

import uvicorn
import qa
from server.app import create_app
from server.settings import Settings

library = qa.Library(sys.argv[1])
listener = socket.create_server(("127.0.0.1", 0))
config = uvicorn.Config(create_app(library, Settings(min_confidence=0.0)), log_level="warning", ws="none")
server = uvicorn.Server(config)
thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
thread.start()

def answered(method, path, body=""):
    with socket.create_connection(listener.getsockname()) as connection:
        lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "Accept-Language: zh",
                 "Accept-Encoding: gzip", "Content-Type: application/json", f"Content-Length: {len(body)}", "", body]
        connection.sendall("\\r\\n".join(lines).encode())
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
    return int(parts[0].split()[1])

statuses = [answered("GET", "/readyz")]
modules = set(sys.modules)
watching = True
for request in json.loads(sys.argv[2]):
    statuses.append(answered(*request))
watching = False
server.should_exit = True
thread.join()
library.close()
print(json.dumps({"statuses": statuses, "seen": seen, "modules": sorted(set(sys.modules) - modules)}))
"""

ASKED = json.dumps({"question": "When does the museum open?"})
FOLLOWED = json.dumps({"question": "Wie viel kosten sie?", "history": [{"question": "When does the museum open?"}]})


def first(folder: str, *requests: tuple[str, ...]) -> dict[str, list[str]]:
    """Return all that the first requests of a process of its own opened, imported and compiled."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", SCRIPT, folder, json.dumps(requests)]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=PATIENCE, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    told: dict[str, Any] = json.loads(ended.stdout)
    assert set(told.pop("statuses")) == {200}
    return told


def test_the_first_questions_open_import_and_compile_nothing(tmp_path):
    with qa.Library(tmp_path) as library:
        library.add(
            qa.Document(id="museum", text=MUSEUM, title="Museum"),
            qa.Document(id="tides", text=TIDES, title="Tides"),
            qa.Document(
                id="preise", text="Der Eintritt in das Museum kostet 14 Euro. Kinder sind frei.", language="de"
            ),
        )
    endpoint = first(str(tmp_path), ("POST", "/api/ask", ASKED), ("POST", "/api/ask", FOLLOWED))
    assert endpoint == {"seen": [], "modules": []}
    chat = first(str(tmp_path), ("GET", "/?q=When+does+the+museum+open%3F"), ("POST", "/next", FOLLOWED))
    assert chat == {"seen": [], "modules": []}


def test_questions_that_nobody_asked_are_not_counted(client):
    assert 'quoth_questions_total{outcome="answered"} 0.0' in client.get("/metrics").text


def test_an_error_stops_no_start(library, make_client, monkeypatch, caplog):
    def broken(*args: object, **options: object) -> qa.Answer:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(library, "ask", broken)
        client = make_client()
    assert "without having tried a question" in caplog.text
    assert client.post("/api/ask", json={"question": "When?"}).status_code == 200


def test_a_server_of_another_name_is_warmed_up_too(make_client, caplog):
    client = make_client(allowed_hosts=("*",), host="192.0.2.7")
    assert client.get(BASE_URL).status_code == 200
    assert not [record for record in caplog.records if record.name.startswith("server")]
