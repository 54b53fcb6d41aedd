"""One run: every system at every size, each in processes of its own, and what came of it as records."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import numpy as np

import qa
from eval.bench import corpora
from eval.bench.child import QUESTIONS, TEXTS
from eval.bench.engines import CONTESTANTS, Contestant
from eval.bench.processes import LeftOut, Limits, measure, measure_together, require
from eval.bench.texts import Asked, Corpus, write_questions
from eval.intervals import intervals
from eval.records import QuestionSet
from eval.results import machine

__all__ = ["Answered", "Bench", "Built", "Measured", "Size", "Source", "bench"]

_PACKAGES = ("numpy", "scipy", "scikit-learn", "PyStemmer", "rank-bm25", "bm25s", "numba", "tantivy", "psutil")


@dataclass(frozen=True, slots=True)
class Source:
    """Where texts and questions come from: the first of paths and question_set that is there, else the generator.

    sizes: how many passages to generate, ascending. n_questions: how many are asked, at the most of a set.
    """

    paths: tuple[Path, ...] = ()
    question_set: QuestionSet | None = None
    sizes: tuple[int, ...] = ()
    n_questions: int = 1_000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """Indexing: seconds, the most memory in bytes, and bytes on disk: of the index, and of all that is kept.

    index_bytes: None for a system that keeps none.
    """

    seconds: float
    memory: int
    index_bytes: int | None
    kept_bytes: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Asking, in a fresh process and one thread.

    import_seconds: loading the program. open_seconds: from there until the index is open. first_ms: the first question.
    p50, p95, p99: milliseconds of a question. hit: share of questions whose first passage is right, with its interval.
    memory: the most, in bytes. per_second: questions answered in a second by as many processes as there are processors.
    """

    import_seconds: float
    open_seconds: float
    first_ms: float
    p50: float
    p95: float
    p99: float
    hit: float
    hit_low: float | None
    hit_high: float | None
    memory: int
    per_second: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """A system at a size. left_out: why it was not measured there, or not wholly; empty when it was."""

    name: str
    built: Built | None = None
    answered: Answered | None = None
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """All systems over one collection.

    bandwidth: bytes that one thread reads from memory in a second. touched_bytes: bytes of the postings of a question's
    words, in the mean. Both None when they were not measured.
    """

    n_passages: int
    n_bytes: int
    n_questions: int
    systems: tuple[Measured, ...]
    bandwidth: float | None
    touched_bytes: float | None

    @property
    def limit_ms(self) -> float | None:
        """The least time of a question in which all postings of its words are read, in milliseconds."""
        return self.touched_bytes / self.bandwidth * 1e3 if self.touched_bytes and self.bandwidth else None


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything a report shows. texts: what was measured, in words. date: UTC, ISO 8601."""

    texts: str
    sizes: tuple[Size, ...]
    contestants: tuple[Contestant, ...]
    limits: Limits
    machine: dict[str, str | int]
    versions: dict[str, str]
    date: str


def bench(source: Source, *, limits: Limits, contestants: Sequence[Contestant] = CONTESTANTS) -> Bench:
    """Measure all systems at all sizes; progress goes to stderr.

    A system that could not do a size is not tried at a larger one.
    Raises qa.MissingExtra, EvalError, or what reading documents raises.
    """
    require()
    generated = not (source.paths or source.question_set)
    gone = {each.name: _not_installed(each) for each in contestants if each.missing}
    sizes: list[Size] = []
    for n_passages in source.sizes if generated else (0,):
        with TemporaryDirectory(prefix="quoth-bench-") as name:
            sizes.append(_at_size(source, n_passages, Path(name), contestants=contestants, limits=limits, gone=gone))
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Bench(_texts(source), tuple(sizes), tuple(contestants), limits, machine(), _versions(), now)


def _at_size(
    source: Source,
    n_passages: int,
    folder: Path,
    *,
    contestants: Sequence[Contestant],
    limits: Limits,
    gone: dict[str, str],
) -> Size:
    """Measure all systems at one size, in a folder. gone: those not to be tried, and why; more come to it."""
    corpus, asked = _laid_out(source, n_passages, folder)
    measured: dict[str, Measured] = {}
    with click.progressbar(
        contestants,
        label=f"Measuring {corpus.n_passages:,} passages",
        item_show_func=lambda each: each.name if each else "",
        file=sys.stderr,
    ) as shown:
        for place, each in enumerate(shown, start=1):
            if each.name in gone:
                measured[each.name] = Measured(each.name, left_out=gone[each.name])
                continue
            measured[each.name] = _measured(each, measured.get(each.built_as), folder, limits)
            if not measured[each.name].answered:
                gone[each.name] = f"not tried, as it could not do {corpus.n_passages:,} passages"
            needed = {other.built_as for other in contestants[place:]}
            if (index := each.built_as or each.name) not in needed:  # those of large sizes fill a disk
                shutil.rmtree(folder / index, ignore_errors=True)
    job = {"phase": "limit", "folder": str(folder), "n_passages": corpus.n_passages}
    try:
        found = measure(job, limits)
    except LeftOut:
        found = {"bandwidth": None, "touched_bytes": None}
    return Size(corpus.n_passages, corpus.n_bytes, len(asked), tuple(measured.values()), **found)


def _laid_out(source: Source, n_passages: int, folder: Path) -> tuple[Corpus, list[Asked]]:
    """Write the texts and questions of a size to a folder."""
    file = folder / TEXTS
    if source.question_set:
        corpus, asked = corpora.of_set(source.question_set, file, source.n_questions)
    else:
        if source.paths:
            corpus = corpora.of_files(source.paths, file)
        else:
            corpus = corpora.generated(n_passages, file, seed=source.seed)
        asked = corpora.made_up(corpus, source.n_questions, seed=source.seed, among=min(source.sizes, default=None))
    write_questions(asked, folder / QUESTIONS)
    return corpus, asked


def _measured(contestant: Contestant, shared: Measured | None, folder: Path, limits: Limits) -> Measured:
    """Measure one system: index, ask, ask on all processors.

    shared: the system whose index it has, when it was measured.
    """
    job = {"engine": contestant.name, "folder": str(folder)}
    built = None
    try:
        if contestant.built_as:
            if shared is None or shared.built is None:
                raise LeftOut(f"it needs the index of {contestant.built_as}")
            built = shared.built
        else:
            built = Built(**measure(job | {"phase": "build"}, limits, one_thread=False))
        found = measure(job | {"phase": "ask"}, limits)
    except LeftOut as exc:
        return Measured(contestant.name, built, left_out=str(exc))
    places = os.cpu_count() or 1
    jobs = [job | {"phase": "batch", "place": place, "places": places} for place in range(places)]
    try:
        turns = measure_together(jobs, limits)
    except LeftOut as exc:
        return Measured(contestant.name, built, _answered(found, None), f"on all processors {exc}")
    seconds = max(turn["ended"] for turn in turns) - min(turn["started"] for turn in turns)
    return Measured(contestant.name, built, _answered(found, sum(turn["questions"] for turn in turns) / seconds))


def _answered(found: dict[str, Any], per_second: float | None) -> Answered:
    times, hits = np.array(found.pop("times_ms")), np.array(found.pop("hits"), dtype=np.float64)
    share = float(hits.mean())
    ((low, high),) = intervals(
        lambda index: [float(hits[index].mean())], len(hits), values=[share], counts=[len(hits)], rates=[True]
    )
    p50, p95, p99 = (float(p) for p in np.percentile(times, [50, 95, 99]))
    return Answered(p50=p50, p95=p95, p99=p99, hit=share, hit_low=low, hit_high=high, per_second=per_second, **found)


def _texts(source: Source) -> str:
    """Return what was measured, in words."""
    if source.question_set:
        return f"the question set {source.question_set.name}"
    if source.paths:
        return f"documents of {', '.join(path.name for path in source.paths)}, and questions made of their words"
    return f"generated text and questions, seed {source.seed}"


def _not_installed(contestant: Contestant) -> str:
    return f"not installed ({', '.join(contestant.missing)}); get it with: pip install 'quoth[bench]'"


def _versions() -> dict[str, str]:
    """Return the versions of what takes part, those that are installed."""
    found = {"quoth": qa.__version__}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
