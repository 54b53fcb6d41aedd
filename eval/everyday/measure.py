"""Every question asked in three ways, and figures for each half and way. Of the half `report` no question is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import qa
from eval.evaluate import ask_all
from eval.everyday.halves import HALVES, WAYS, Half, Way, share_out
from eval.measures.results import Results, SystemResults, summarise
from eval.records import QuestionSet
from eval.systems.quoth import SystemFactory

__all__ = ["EverydayRun", "measure"]


@dataclass(frozen=True, slots=True)
class EverydayRun:
    """The results of a half in a way. Those of the half `report` have neither rows nor kinds."""

    half: Half
    way: Way
    results: Results


def measure(
    halves: Mapping[Half, QuestionSet],
    systems: Sequence[SystemFactory],
    *,
    ways: Sequence[Way] = WAYS,
    passage_size: int = qa.DEFAULT_PASSAGE_SIZE,
) -> list[EverydayRun]:
    """Return a run for each half and way, half by half; progress goes to stderr. systems: Quoth first."""
    runs = {(half, way): list[SystemResults]() for half in halves for way in ways}
    for way in ways:
        for factory in systems:
            named = replace(factory, name=f"{factory.name}, {way}")
            rows, least = ask_all(named, share_out(halves, way), passage_size=passage_size)
            by_id = {row.id: row for row in rows}
            for half, question_set in halves.items():
                of_half = [by_id[question.id] for question in question_set.questions]
                runs[half, way].append(summarise(factory.name, of_half, min_confidence=least))
    return [
        EverydayRun(half, way, Results.of(halves[half], _without_questions(half, measured), passage_size=passage_size))
        for half in HALVES
        for way in ways
        for measured in [runs.get((half, way), [])]
        if measured
    ]


def _without_questions(half: Half, measured: Sequence[SystemResults]) -> list[SystemResults]:
    """Return the results as they may be shown: of the half that is only reported, totals alone."""
    return [replace(each, rows=(), kinds={}) if half == "report" else each for each in measured]
