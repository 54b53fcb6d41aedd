"""A library survives that its process is killed, at any moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = int(os.environ.get("CRASH_ROUNDS", "15"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked and killed this way")
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.qa.crash", str(tmp_path / "library"), str(ROUNDS), "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert f"{ROUNDS} rounds" in ran.stdout
