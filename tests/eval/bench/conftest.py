"""Jobs over two texts and a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eval.bench.child import QUESTIONS, TEXTS
from eval.bench.engines import contestant
from eval.bench.processes import ProcessLimits
from eval.bench.texts.texts import Text, TextQuestion, write_questions, write_texts

GENEROUS = ProcessLimits(3_600.0, 4_000_000_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two texts and a question."""
    write_texts([Text("The museum opens at nine.", "en"), Text("A ticket costs 14 euros.", "en")], tmp_path / TEXTS)
    write_questions([TextQuestion("What does a ticket cost?", (1,))], tmp_path / QUESTIONS)
    return tmp_path


@pytest.fixture
def job(folder: Path) -> dict[str, Any]:
    """Return a job over two texts, in the system that starts quickest."""
    return {"phase": "build", **contestant("rank_bm25").job(folder)}


@pytest.fixture
def waiting(job: dict[str, Any]) -> dict[str, Any]:
    """Return a job that does not end by itself, however quick the machine is: `measure` never tells it to begin."""
    Path(job["folder"], job["kept_as"]).mkdir()
    return job | {"phase": "batch", "place": 0, "places": 1}
