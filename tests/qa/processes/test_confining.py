"""A process that reads files can neither connect nor write, starts nothing, and sees no file of anybody's."""

from __future__ import annotations

import ctypes
import json
import socket
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa.formats.ocr.recognise import _RECOGNISING
from qa.formats.reading import READING
from qa.preparing.parallel import PREPARING
from qa.processes.process import Process
from tests.qa.processes.jobs import ATTEMPT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Other systems confine no process.")


@pytest.fixture
def tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What became of all that a worker tried, while a server listens and there is a password."""
    monkeypatch.setenv("QUOTH_CLICKHOUSE_PASSWORD", "hunter2")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2")
    (tmp_path / "secret").write_bytes(b"of somebody")
    with socket.create_server(("127.0.0.1", 0)) as server, closing(Process(ATTEMPT)) as process:
        options = {"folder": str(tmp_path), "port": server.getsockname()[1]}
        answer: dict[str, Any] = process.call(b"", options, json.loads)
    assert (tmp_path / "secret").read_bytes() == b"of somebody"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
    return answer


def test_it_gets_nowhere(tried: dict[str, Any]) -> None:
    ends: dict[str, str] = tried["ends"]
    assert ends.pop("thread") == "done"
    landlock = ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) >= 1
    harmless = (
        set() if landlock else {"read", "list", "delete", "rename", "link", "read passwords", "write", "write over"}
    )
    assert {name for name, end in ends.items() if end == "done"} <= harmless


def test_it_inherits_no_word_of_the_environment(tried: dict[str, Any]) -> None:
    assert "hunter2" not in str(tried["environment"])
    assert "HOME" not in tried["environment"]


def test_only_text_recognition_may_start_a_program() -> None:
    assert (READING.programs, PREPARING.programs, _RECOGNISING.programs) == (False, False, True)


def test_who_may_start_programs_gets_no_further_otherwise(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"of somebody")
    with closing(Process(replace(ATTEMPT, programs=True))) as process:
        ends = process.call(b"", {"folder": str(tmp_path), "port": 9}, json.loads)["ends"]
    assert {ends[name] for name in ("connect", "send", "append", "kill")} <= {"PermissionError", "OSError"}
    assert ends["run"] == "done"
