"""Where the time of `Library.ask` goes, stage by stage: `python -m eval.bench.stages`.

Every stage is timed by itself, without the stages that it calls: the function that does it is wrapped, and nothing else
is changed. Passages are looked at as if for the first time. The times of stages are the processor's, so that other work
on the machine counts for less; what waits for a disk is not in them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

import click
import numpy as np

import qa
from eval.options import record_option
from eval.reports.results_page import record_run
from eval.sets.shipped import shipped_set

__all__ = ["STAGES", "Stopwatch", "main", "watch_stages"]

ROUNDS = 3
FORGET = "qa.scoring.matching.passage_words:forget"
"""What forgets the passages that were looked at."""
STAGES = {
    "retrieve": ["qa.index.embedded.fitted:FittedRanking.search", "qa.index.segments.snapshot:Snapshot.search"],
    "load": ["qa.index.embedded.store.documents:Documents.passage", "qa.index.embedded.store.documents:Documents.info"],
    "language": ["qa.asking:detect", "qa.ranking.asked:detect"],
    "understand": ["qa.asking:understand"],
    "analyse": ["qa.asking:analyse", "qa.asking:_find_missing"],
    "surface": ["qa.scoring.matching.match:surfaces_of", "qa.scoring.offers:find_offers"],
    "match": ["qa.asking:match_sentences"],
    "features": ["qa.scoring.evidence:compute_features"],
    "select": ["qa.asking:select"],
    "trees": ["qa.scoring.trees:Trees.decision"],
    "versions": ["qa.asking:settle"],
    "topic": ["qa.asking:describe_topic"],
    "mending": ["qa.asking:mend"],
    "confidence": ["qa.asking:compute_confidence_features", "qa.scoring.confidence:ConfidenceModel.log_odds"],
    "compose": ["qa.answering.answer:compose_parts"],
    "choice": ["qa.quoting.compose:choose"],
    "agreement": ["qa.quoting.compose:fact", "qa.quoting.compose:disagree"],
    "focus": ["qa.answering.answer:find_focus"],
}
"""Stage to the functions that do it, by where they are looked up."""


class Stopwatch:
    """The processor time of each stage in seconds, without that of the stages inside it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._running = ""
        self._since = thread_time()

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Charge what happens to a stage."""
        before = self._switch(stage)
        try:
            yield
        finally:
            self._switch(before)

    def _switch(self, stage: str) -> str:
        now, before = thread_time(), self._running
        self.spent[before] = self.spent.get(before, 0.0) + now - self._since
        self._since, self._running = now, stage
        return before

    def time(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """Return the function, charged to a stage."""

        @wraps(function)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            with self.on(stage):
                return function(*args, **kwargs)

        return wrapped


def _look_up(place: str) -> tuple[Any, str, Any]:
    """Return the holder of a function, the name that it has there, and the function.

    Only the name of its module is here: it is inside the library, and what is measured is not what users call.
    """
    module, _, path = place.partition(":")
    owner: Any = import_module(module)
    *within, name = path.split(".")
    for part in within:
        owner = getattr(owner, part)
    return owner, name, getattr(owner, name)


@contextmanager
def watch_stages(watch: Stopwatch) -> Iterator[None]:
    """Charge each stage to the watch for a while."""
    replaced: list[tuple[Any, str, Any]] = []
    try:
        for stage, places in STAGES.items():
            for place in places:
                owner, name, function = _look_up(place)
                replaced.append((owner, name, function))
                setattr(owner, name, watch.time(function, stage))
        yield
    finally:
        for owner, name, function in reversed(replaced):
            setattr(owner, name, function)


def ask_all(library: qa.Library, questions: Sequence[str], *, cold: bool) -> list[float]:
    """Return the milliseconds of each question. cold: no passage is remembered from the one before."""
    _, _, forget = _look_up(FORGET)
    milliseconds = []
    for question in questions:
        if cold:
            forget()
        started = perf_counter()
        library.ask(question)
        milliseconds.append((perf_counter() - started) * 1e3)
    return milliseconds


def measure(library: qa.Library, questions: Sequence[str]) -> str:
    """Return percentiles of the time of a question and the mean time of each stage, as tables in Markdown."""
    ask_all(library, questions[:10], cold=True)
    lines = [f"| `Library.ask`, {len(questions):,} questions | p50 / p95 / p99 in ms |", "| --- | --- |"]
    for name, cold in (("passages seen before", False), ("passages never seen", True)):
        p50, p95, p99 = np.percentile(ask_all(library, questions, cold=cold), [50, 95, 99])
        lines.append(f"| {name} | {p50:.1f} / {p95:.1f} / {p99:.1f} |")
    watch = Stopwatch()
    with watch_stages(watch), watch.on("other"):
        ask_all(library, questions, cold=True)
    spent = {stage: seconds for stage, seconds in watch.spent.items() if stage}
    total = sum(spent.values())
    lines += ["", "| stage, passages never seen | ms of the processor | share |", "| --- | --- | --- |"]
    for stage, seconds in [*sorted(spent.items(), key=lambda item: -item[1]), ("all", total)]:
        lines.append(f"| {stage} | {seconds / len(questions) * 1e3:.2f} | {seconds / total:.1%} |")
    return "\n".join(lines)


@click.command()
@click.option("--library", metavar="DIR", help="Library to ask.  [default: the documents of the set brief, in memory]")
@click.option(
    "--questions",
    "path",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON lines with a question each.  [default: the set brief, three times]",
)
@record_option(block="the block `stages`")
def main(*, library: str | None, path: Path | None, page: Path | None) -> None:
    """Tell how long questions take, and the share of each stage of an answer."""
    lines = (path or shipped_set("brief")).read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines] * (1 if path else ROUNDS)
    try:
        with qa.Library(library, create=not library) as documents:
            if not library:
                documents.add_files(shipped_set("brief").parent / "documents")
            figures = measure(documents, questions)
        record_run(page, "stages", figures, "python -m eval.bench.stages")
    except qa.QuothError as exc:
        raise click.ClickException(str(exc)) from None
    click.echo(figures)


if __name__ == "__main__":
    main()
