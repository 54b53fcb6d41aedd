"""What is compiled is loaded only when asked for, takes no time of a question, and tells damage and failure."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import cast

import numpy as np
import pytest

from qa.index.segments import compiled, maxscore
from qa.index.segments.building import Builder
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.maxscore import AskedTerm, Scratch
from qa.index.segments.segment import Segment
from qa.ranking.vocabulary import read_terms


@pytest.fixture(scope="module", autouse=True)
def kernel() -> Iterator[ModuleType]:
    """Load what is compiled for these tests alone."""
    before = compiled._LOADED
    compiled._LOADED = compiled._Loaded()
    assert compiled.load()
    yield cast(ModuleType, compiled._LOADED.kernel)
    compiled._LOADED = before


def repeated() -> Segment:
    builder = Builder()
    for number in range(40):
        text = "alpha " * (1 + number % 9) + "beta " * (number % 3) + "gamma"
        builder.add(f"d{number:02d}", number + 1, "en", read_terms("en", [text]))
    segment = builder.build()
    assert segment is not None
    return segment


@pytest.mark.parametrize("longest", [5, 300])
def test_no_question_waits_for_the_compiler(kernel: ModuleType, longest: int) -> None:
    builder = Builder()
    for number, text in enumerate(["alpha beta", "alpha gamma " * (longest // 2)]):
        builder.add(f"d{number}", number + 1, "en", read_terms("en", [text]))
    segment = builder.build()
    assert segment is not None
    functions = [kernel.hopeful, kernel.gains_of]
    compiled_for = [len(function.signatures) for function in functions]
    below = np.ones(longest + 1)
    asked = [AskedTerm(0, 0.9, below), AskedTerm(1, 0.1, below)]
    for among in (None, np.ones(2, dtype=np.bool_)):
        compiled.best(segment, asked, 1, among, 0.0, Scratch(2))
    compiled.gains(segment, np.array([0, 1]), {(0, 1): 0.5})
    assert [len(function.signatures) for function in functions] == compiled_for


def test_what_leads_nowhere_is_damage() -> None:
    segment = repeated()
    below = 0.9 * (0.25 + 0.75 * np.arange(20) / 6)
    asked = [AskedTerm(0, 0.6, below), AskedTerm(1, 0.4, below)]
    segment.row_starts = np.array([0, 60_000, 7, 9])
    with pytest.raises(DamagedSegment, match="lead nowhere"):
        compiled.best(segment, asked, 7, None, 0.0, Scratch(40))
    segment = repeated()
    segment.rows = np.full_like(segment.rows, 50_000)
    with pytest.raises(IndexError):
        compiled.best(segment, asked, 7, None, 0.0, Scratch(40))


def test_an_installation_that_does_not_work_is_told_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> ModuleType:
        raise RuntimeError("no compiler")

    monkeypatch.setattr(compiled, "_LOADED", compiled._Loaded())
    monkeypatch.setattr(compiled, "_compiled", fail)
    with caplog.at_level(logging.WARNING):
        assert not compiled.load()
        assert not compiled.load()
    assert [record.message for record in caplog.records] == [
        "Ranking is not compiled, so questions take longer (RuntimeError: no compiler)."
    ]
    segment = repeated()
    rows, _ = compiled.best(segment, [AskedTerm(0, 1.0, np.ones(20))], 3, None, 0.0, Scratch(40))
    assert len(rows) == 3


def test_one_question_does_not_wait_for_the_compiler(tmp_path: Path) -> None:
    script = (
        "import sys, qa\n"
        "library = qa.Library(sys.argv[1]); library.add(qa.Document(text='The museum opens at nine.'))\n"
        "assert library.ask('When does the museum open?').answered\n"
        "print('numba' in sys.modules); library.warm(); print('numba' in sys.modules)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1_800, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_large_counts_are_read() -> None:
    segment = repeated()
    below = 0.9 * (0.25 + 0.75 * np.arange(20) / 6)
    asked = [AskedTerm(place, weight, below) for place, weight in ((0, 0.6), (1, 0.3), (2, 0.1))]
    wanted = maxscore.best(segment, asked, 7, None, 0.0, Scratch(40))
    found = compiled.best(segment, asked, 7, None, 0.0, Scratch(40))
    assert [part.tolist() for part in found] == [part.tolist() for part in wanted]
