"""The command that starts servers to measure on: it says where they are, and leaves nothing behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import qa
from tests.cluster.servers import CLUSTER, PASSWORD
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_servers_run_until_they_are_told_to_stop(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "tests.cluster.servers", "--shards", "2", "--folder", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        lines = [process.stdout.readline().strip() for _ in range(6)]
        try:
            assert lines[1] == f"export QUOTH_CLICKHOUSE_PASSWORD='{PASSWORD}'"
            assert lines[4] == f"'{lines[3]}?cluster={CLUSTER}'"
            password = "".join(f"%{ord(character):02X}" for character in PASSWORD)
            location = lines[3].replace("//", f"//default:{password}@")
            assert len(qa.make_library(f"{location}?cluster={CLUSTER}")) == 2
        finally:
            process.send_signal(number)
            assert process.wait(timeout=PATIENCE) == 0
    assert list(tmp_path.iterdir()) == []
