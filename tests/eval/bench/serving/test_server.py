"""A server as a process of its own: it is asked over HTTP, it ends with the block, and one that fails is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import qa
from eval.bench.serving.endpoint import ask_all, table
from eval.bench.serving.server import answering, processor_seconds, resident, serve


def test_a_server_is_asked_and_ends(tmp_path: Path) -> None:
    (tmp_path / "museum.txt").write_text("The museum opens at nine. A ticket costs 14 euros.", encoding="utf-8")
    with serve(tmp_path / "museum.txt") as server:
        assert server.url == f"http://127.0.0.1:{server.port}"
        assert answering(server.pid, 1) == [server.pid]
        over_http, within = ask_all(server, ["What does a ticket cost?"] * 2)
    assert len(over_http) == len(within) == 2
    assert all(0.0 < inner < whole for inner, whole in zip(within, over_http, strict=True))
    with pytest.raises(OSError, match="refused"):
        ask_all(server, ["Is anybody there?"])


def test_a_server_that_does_not_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(qa.QuothError, match="did not start"), serve(tmp_path / "missing.txt"):
        pass


def test_figures_are_a_table() -> None:
    told = table("ten passages", [2.0, 2.0], [1.0, 1.0], 101.4)
    assert "| over HTTP on loopback | 2.0 / 2.0 / 2.0 |" in told
    assert told.endswith("The server had 101 MB of memory after 2 questions.")


@pytest.mark.skipif(not Path("/proc").exists(), reason="Processes are found in /proc.")
def test_what_a_process_takes_is_seen() -> None:
    assert resident(os.getpid()) > 1.0
    assert processor_seconds([os.getpid()]) > 0.0


def test_a_process_that_is_gone_takes_nothing() -> None:
    assert resident(2**22 + 1) == 0.0
    assert processor_seconds([2**22 + 1]) == 0.0
