"""Quoth as it is measured, and the digests by which its answers are compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import qa
from eval.bench.engines import Telling
from eval.bench.quoth import QuothAsk, QuothSearch, digest
from eval.bench.texts.texts import Text


def test_the_same_answers_have_the_same_digest_and_others_have_not(tmp_path: Path) -> None:
    texts = [Text("The museum opens at nine.", "en"), Text("A ticket costs 14 euros.", "en")]
    told: list[str] = []
    for place in (tmp_path / "one", tmp_path / "two"):
        place.mkdir()
        QuothSearch().build(texts, place)
        for engine in (QuothSearch(), QuothAsk()):
            search = engine.open(place)
            assert isinstance(search, Telling)
            assert search("What does a ticket cost?")[0] == 1
            told.append(search.digest())
            assert search("When does the museum open?")[0] == 0
            told.append(search.digest())
    assert told[:4] == told[4:]
    assert len(set(told)) == 4


def test_a_digest_tells_the_last_bit_and_not_the_time() -> None:
    answer = qa.Answer("Why?", "Why?", answered=False, confidence=0.3, reason="no_match", timing_ms={"total": 1.0})
    assert digest(answer) == digest(replace(answer, timing_ms={"total": 2.0}))
    assert digest(answer) != digest(replace(answer, confidence=0.1 + 0.2))
    assert digest({"a": 1.0, "b": 2.0}) == digest({"b": 2.0, "a": 1.0}) != digest({"a": 2.0, "b": 1.0})


def test_ranking_is_compiled_before_anything_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[bool] = []
    monkeypatch.setattr("qa.index.segments.compiled.load", lambda: loaded.append(True))
    QuothSearch()
    assert loaded == [True]
