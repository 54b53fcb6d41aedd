"""One run: every system at every size, each in processes of its own, and what came of it as records."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import numpy as np

import qa
from eval.bench.child import QUESTIONS, TEXTS
from eval.bench.clusters import Cluster, Database
from eval.bench.engines import CONTESTANTS, Contestant
from eval.bench.processes import LeftOut, Limits, measure, measure_together, require
from eval.bench.texts import corpora
from eval.bench.texts.texts import Asked, Corpus, write_questions
from eval.measures.intervals import intervals
from eval.measures.results import machine
from eval.records import QuestionSet

__all__ = ["Answered", "Bench", "Built", "Measured", "Size", "Source", "bench"]

_PACKAGES = (
    "numpy",
    "scipy",
    "scikit-learn",
    "PyStemmer",
    "rank-bm25",
    "bm25s",
    "numba",
    "tantivy",
    "psutil",
    "clickhouse-driver",
)


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

    index_bytes: None for a system that keeps none. server_memory: bytes that servers keep in memory of their tables;
    None where there is no server.
    """

    seconds: float
    memory: int
    index_bytes: int | None
    kept_bytes: int
    server_memory: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """Asking, in a fresh process and one thread.

    import_seconds: loading the program. open_seconds: from there until the index is open. first_ms: the first question.
    p50, p95, p99: milliseconds of a question. hit: share of questions whose first passage is right, with its interval.
    memory: the most, in bytes. per_second: questions answered in a second by as many processes as there are processors.
    same: of how many questions the answer is that of the system that it is compared with, to the last bit; None for one
    that is compared with none. For one of servers, of some questions by number, processor_ms: the time of processors
    of the client and of the busiest server together; peaks: the most bytes that they took on a server, at least.
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
    same: int | None = None
    processor_ms: tuple[tuple[int, float], ...] = ()
    peaks: tuple[tuple[int, int], ...] = ()


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
    words, in the mean. Both None when they were not measured. postings: how many those are, of each question.
    """

    n_passages: int
    n_bytes: int
    n_questions: int
    systems: tuple[Measured, ...]
    bandwidth: float | None
    touched_bytes: float | None
    postings: tuple[float, ...] = ()

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


def bench(
    source: Source,
    *,
    limits: Limits,
    contestants: Sequence[Contestant] = CONTESTANTS,
    clusters: Mapping[Contestant, Cluster] | None = None,
) -> Bench:
    """Measure all systems at all sizes; progress goes to stderr.

    A system that could not do a size is not tried at a larger one.
    clusters: where those contestants have their libraries that are in ClickHouse.
    Raises qa.MissingExtra, EvalError, or what reading documents raises; qa.LibraryError when a server does not answer,
    or has what a library would be made as.
    """
    require()
    clusters = clusters or {}
    generated = not (source.paths or source.question_set)
    for cluster in clusters.values():
        for n_passages in source.sizes if generated else (0,):
            cluster.database(n_passages).refuse_if_there()
    gone = {each.name: _not_installed(each) for each in contestants if each.missing}
    sizes: list[Size] = []
    for n_passages in source.sizes if generated else (0,):
        databases = {each: cluster.database(n_passages) for each, cluster in clusters.items()}
        with TemporaryDirectory(prefix="quoth-bench-") as name:
            place = _Place(Path(name), limits, databases)
            sizes.append(_at_size(source, n_passages, place, contestants=contestants, gone=gone))
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Bench(_texts(source), tuple(sizes), tuple(contestants), limits, machine(), _versions(), now)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where systems are measured at one size. databases: of those that have their library in ClickHouse."""

    folder: Path
    limits: Limits
    databases: Mapping[Contestant, Database]

    def job(self, contestant: Contestant) -> dict[str, Any]:
        """Return what is to be told of a system to its process, but for the phase."""
        database = self.databases.get(contestant)
        return contestant.job(self.folder, database.url if database else "")


def _at_size(
    source: Source, n_passages: int, place: _Place, *, contestants: Sequence[Contestant], gone: dict[str, str]
) -> Size:
    """Measure all systems at one size. gone: those not to be tried, and why; more come to it."""
    corpus, asked = _laid_out(source, n_passages, place.folder)
    measured: dict[str, Measured] = {}
    told: dict[str, list[str]] = {}
    made: dict[str, ExitStack] = {}  # by index, what is undone once it is not needed any more
    with (
        ExitStack() as whatever_happens,
        click.progressbar(
            contestants,
            label=f"Measuring {corpus.n_passages:,} passages",
            item_show_func=lambda each: each.name if each else "",
            file=sys.stderr,
        ) as shown,
    ):
        for number, each in enumerate(shown, start=1):
            if each.name in gone:
                measured[each.name] = Measured(each.name, left_out=gone[each.name])
                continue
            if each.kept_as not in made:
                made[each.kept_as] = whatever_happens.enter_context(ExitStack())
            own = made[each.kept_as]
            measured[each.name] = _measured(each, measured.get(each.built_as), place, own, told)
            if not measured[each.name].answered:
                gone[each.name] = f"not tried, as it could not do {corpus.n_passages:,} passages"
            if each.kept_as not in {other.kept_as for other in contestants[number:]}:  # large ones fill a disk
                own.close()
    job = {"phase": "limit", "folder": str(place.folder), "n_passages": corpus.n_passages}
    try:
        found = measure(job, place.limits)
    except LeftOut:
        found = {"bandwidth": None, "touched_bytes": None, "postings": ()}
    found["postings"] = tuple(found["postings"]) if place.databases else ()
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


def _measured(
    contestant: Contestant, shared: Measured | None, place: _Place, own: ExitStack, told: dict[str, list[str]]
) -> Measured:
    """Measure one system: index, ask, ask on all processors.

    shared: the system whose index it has, when it was measured. own: gets what undoes the index. told: digests of all
    answers of each system so far, by name; its own come to it.
    """
    job = place.job(contestant)
    built = None
    try:
        if contestant.built_as:
            if shared is None or shared.built is None:
                raise LeftOut(f"it needs the index of {contestant.built_as}")
            built = shared.built
        else:
            built = _built(contestant, place, own)
        found = measure(job | {"phase": "ask"}, place.limits)
        told[contestant.name] = found.pop("told")
        answered = _answered(found, contestant, told)
    except LeftOut as exc:
        return Measured(contestant.name, built, left_out=str(exc))
    except qa.LibraryError as exc:
        return Measured(contestant.name, built, left_out=f"its library failed: {str(exc).rstrip('.')}")
    try:
        answered = replace(answered, **_metered(contestant, place), per_second=_per_second(job, place.limits))
    except LeftOut as exc:
        return Measured(contestant.name, built, answered, f"on all processors {exc}")
    return Measured(contestant.name, built, answered)


def _built(contestant: Contestant, place: _Place, own: ExitStack) -> Built:
    """Index. Raises LeftOut, or qa.LibraryError."""
    database = place.databases.get(contestant)
    own.callback(shutil.rmtree, place.folder / contestant.kept_as, ignore_errors=True)
    if database:
        own.enter_context(database.made())
    built = Built(**measure(place.job(contestant) | {"phase": "build"}, place.limits, one_thread=False))
    if not database:
        return built
    stored = database.settled()
    return replace(built, index_bytes=stored.postings, kept_bytes=stored.disk, server_memory=stored.memory)


def _per_second(job: Mapping[str, Any], limits: Limits) -> float:
    """Return how many questions are answered in a second on all processors. Raises LeftOut."""
    places = os.cpu_count() or 1
    jobs = [{**job, "phase": "batch", "place": place, "places": places} for place in range(places)]
    turns = measure_together(jobs, limits)
    seconds = max(turn["ended"] for turn in turns) - min(turn["started"] for turn in turns)
    return float(sum(turn["questions"] for turn in turns) / seconds)


def _metered(contestant: Contestant, place: _Place) -> dict[str, Any]:
    """Return what some questions take of processors and memory; nothing where there is no server. Raises LeftOut."""
    database = place.databases.get(contestant)
    if not database:
        return {}
    shards = [shard[0] for shard in database.cluster.shards]
    found = measure(place.job(contestant) | {"phase": "meter", "shards": shards}, place.limits)
    return {name: tuple((number, value) for number, value in pairs) for name, pairs in found.items()}


def _answered(found: dict[str, Any], contestant: Contestant, told: Mapping[str, Sequence[str]]) -> Answered:
    times, hits = np.array(found.pop("times_ms")), np.array(found.pop("hits"), dtype=np.float64)
    share = float(hits.mean())
    ((low, high),) = intervals(
        lambda index: [float(hits[index].mean())], len(hits), values=[share], counts=[len(hits)], rates=[True]
    )
    p50, p95, p99 = (float(p) for p in np.percentile(times, [50, 95, 99]))
    same = None
    if other := told.get(contestant.compared_with):
        same = sum(one == as_other for one, as_other in zip(told[contestant.name], other, strict=True))
    return Answered(
        p50=p50,
        p95=p95,
        p99=p99,
        hit=share,
        hit_low=low,
        hit_high=high,
        per_second=None,
        same=same,
        **found,
    )


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
