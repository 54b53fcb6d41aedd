"""One run: every system at every size, each in processes of its own, and what came of it as records."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import click

import qa
from eval.bench.child import QUESTIONS, TEXTS
from eval.bench.clusters import Cluster
from eval.bench.engines import CONTESTANTS, Contestant
from eval.bench.measure import Workplace, measure_system
from eval.bench.processes import LeftOut, ProcessLimits, require, run_job
from eval.bench.records import Bench, Size, SystemCost, TextSource
from eval.bench.texts import corpora
from eval.bench.texts.texts import Corpus, TextQuestion, write_questions
from eval.measures.results import machine

__all__ = ["bench"]

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


def bench(
    source: TextSource,
    *,
    limits: ProcessLimits,
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
    gone = {each.name: _tell_missing(each) for each in contestants if each.missing}
    sizes: list[Size] = []
    for n_passages in source.sizes if generated else (0,):
        databases = {each: cluster.database(n_passages) for each, cluster in clusters.items()}
        with TemporaryDirectory(prefix="quoth-bench-") as name:
            place = Workplace(Path(name), limits, databases)
            sizes.append(_measure_size(source, n_passages, place, contestants=contestants, gone=gone))
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Bench(_describe_texts(source), tuple(sizes), tuple(contestants), limits, machine(), _list_versions(), now)


def _measure_size(
    source: TextSource, n_passages: int, place: Workplace, *, contestants: Sequence[Contestant], gone: dict[str, str]
) -> Size:
    """Measure all systems at one size. gone: those not to be tried, and why; more come to it."""
    corpus, asked = _lay_out(source, n_passages, place.folder)
    measured: dict[str, SystemCost] = {}
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
                measured[each.name] = SystemCost(each.name, left_out=gone[each.name])
                continue
            if each.kept_as not in made:
                made[each.kept_as] = whatever_happens.enter_context(ExitStack())
            own = made[each.kept_as]
            measured[each.name] = measure_system(each, measured.get(each.built_as), place, own, told)
            if not measured[each.name].answered:
                gone[each.name] = f"not tried, as it could not do {corpus.n_passages:,} passages"
            if each.kept_as not in {other.kept_as for other in contestants[number:]}:  # large ones fill a disk
                own.close()
    job = {"phase": "limit", "folder": str(place.folder), "n_passages": corpus.n_passages}
    try:
        limit = run_job(job, place.limits)
    except LeftOut:
        limit = {"bandwidth": None, "touched_bytes": None, "postings": ()}
    limit["postings"] = tuple(limit["postings"]) if place.databases else ()
    return Size(corpus.n_passages, corpus.n_bytes, len(asked), tuple(measured.values()), **limit)


def _lay_out(source: TextSource, n_passages: int, folder: Path) -> tuple[Corpus, list[TextQuestion]]:
    """Write the texts and questions of a size to a folder."""
    file = folder / TEXTS
    if source.question_set:
        corpus, asked = corpora.write_set(source.question_set, file, source.n_questions)
    else:
        if source.paths:
            corpus = corpora.write_files(source.paths, file)
        else:
            corpus = corpora.generate(n_passages, file, seed=source.seed)
        asked = corpora.make_questions(
            corpus, source.n_questions, seed=source.seed, among=min(source.sizes, default=None)
        )
    write_questions(asked, folder / QUESTIONS)
    return corpus, asked


def _describe_texts(source: TextSource) -> str:
    """Return the texts that were measured, in words."""
    if source.question_set:
        return f"the question set {source.question_set.name}"
    if source.paths:
        return f"documents of {', '.join(path.name for path in source.paths)}, and questions made of their words"
    return f"generated text and questions, seed {source.seed}"


def _tell_missing(contestant: Contestant) -> str:
    return f"not installed ({', '.join(contestant.missing)}); get it with: pip install 'quoth[bench]'"


def _list_versions() -> dict[str, str]:
    """Return the versions of what takes part, those that are installed."""
    versions = {"quoth": qa.__version__}
    for name in _PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return versions
