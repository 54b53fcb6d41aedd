"""Where the time of `Library.ask` goes, stage by stage: `make measure-ask`.

Every stage is timed by itself, without the stages that it calls: the function that does it is wrapped, and nothing else
is changed. Passages are looked at as if for the first time. The times of stages are the processor's, so that other work
on the machine counts for less; what waits for a disk is not in them.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

import numpy as np

import qa
from eval.sets.choose import shipped_set
from qa.scoring.passage_words import forget

ROUNDS = 3
STAGES = {
    "retrieve": ["qa.index.segments.snapshot:Snapshot.search"],
    "load": ["qa.index.embedded.store:Store.passage", "qa.index.embedded.store:Store.info"],
    "language": ["qa.asking:detect", "qa.ranking.formulas:detect"],
    "understand": ["qa.asking:understand", "qa.asking:words_of_matter"],
    "analyse": ["qa.asking:analyse", "qa.asking:_missing"],
    "surface": ["qa.scoring.match:surfaces_of", "qa.scoring.features:offered"],
    "match": ["qa.asking:match"],
    "features": ["qa.scoring.evidence:feature_matrix"],
    "select": ["qa.asking:select"],
    "trees": ["qa.scoring.trees:Trees.decision"],
    "confidence": ["qa.asking:confidence_features", "qa.scoring.confidence:ConfidenceModel.log_odds"],
    "compose": ["qa.asking:compose"],
    "choice": ["qa.quoting.compose:choose"],
    "agreement": ["qa.quoting.compose:fact", "qa.quoting.compose:disagree"],
    "focus": ["qa.asking:find_focus"],
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

    def timed(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """Return the function, charged to a stage."""

        @wraps(function)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            with self.on(stage):
                return function(*args, **kwargs)

        return wrapped


@contextmanager
def watched(watch: Stopwatch) -> Iterator[None]:
    """Charge each stage to the watch for a while."""
    replaced: list[tuple[Any, str, Any]] = []
    try:
        for stage, places in STAGES.items():
            for place in places:
                module, _, path = place.partition(":")
                owner: Any = import_module(module)
                *within, name = path.split(".")
                for part in within:
                    owner = getattr(owner, part)
                known = getattr(owner, name)
                replaced.append((owner, name, known))
                setattr(owner, name, watch.timed(known, stage))
        yield
    finally:
        for owner, name, known in reversed(replaced):
            setattr(owner, name, known)


def ask_all(library: qa.Library, questions: Sequence[str], *, cold: bool) -> list[float]:
    """Return the milliseconds of each question. cold: no passage is remembered from the one before."""
    milliseconds = []
    for question in questions:
        if cold:
            forget()
        started = perf_counter()
        library.ask(question)
        milliseconds.append((perf_counter() - started) * 1e3)
    return milliseconds


def main() -> None:
    """Ask every question a few times; print percentiles, and the share of each stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", help="folder of a library; by default the shipped documents, in memory")
    parser.add_argument("--questions", type=Path, help="JSON lines with a question each; by default the shipped set")
    given = parser.parse_args()
    shipped = shipped_set("brief").read_text(encoding="utf-8")
    lines = (given.questions.read_text(encoding="utf-8") if given.questions else shipped).splitlines()
    questions = [json.loads(line)["question"] for line in lines] * (1 if given.questions else ROUNDS)
    with qa.Library(given.library, create=not given.library) as library:
        if not given.library:
            library.add_files(shipped_set("brief").parent / "documents")
        print(f"Library.ask, {len(questions)} questions, Python {platform.python_version()}, {platform.machine()}")
        ask_all(library, questions[:10], cold=True)
        for name, cold in (("passages seen before", False), ("passages never seen", True)):
            p50, p95, p99 = np.percentile(ask_all(library, questions, cold=cold), [50, 95, 99])
            print(f"{name:<22}p50 {p50:.1f} ms   p95 {p95:.1f} ms   p99 {p99:.1f} ms")
        watch = Stopwatch()
        with watched(watch), watch.on("other"):
            ask_all(library, questions, cold=True)
    spent = {stage: seconds for stage, seconds in watch.spent.items() if stage}
    total = sum(spent.values())
    print(f"\n{'stage':<12}{'ms':>8}{'share':>8}    passages never seen, mean of processor time")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{stage:<12}{seconds / len(questions) * 1e3:>8.2f}{seconds / total:>8.1%}")
    print(f"{'all':<12}{total / len(questions) * 1e3:>8.2f}{1:>8.0%}")


if __name__ == "__main__":
    main()
