"""The measures of one application, or of all processes that serve one library, in the Prometheus format.

Left out: anything about a person, and any word of a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

import qa

__all__ = ["Metrics"]

OUTCOMES = ("answered", "no_match", "low_confidence", "not_a_question", "empty_library", "empty_question")
SECONDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Upper bounds of the latency buckets: an answer takes some milliseconds, and seconds only when something is wrong."""


class Metrics:
    """The measures of one application, in a registry of their own. Safe to use from several threads.

    shared: folder in which several processes count together, each in files of its own; the same that the variable
    PROMETHEUS_MULTIPROC_DIR named when the process began.
    """

    def __init__(self, *, shared: Path | None = None) -> None:
        self._shared = shared
        self._counts = True
        self.registry = CollectorRegistry()
        self._questions = Counter("quoth_questions", "Questions by outcome.", ["outcome"], registry=self.registry)
        self._seconds = Histogram("quoth_answer_seconds", "Time to answer.", buckets=SECONDS, registry=self.registry)
        self.waiting = Gauge(
            "quoth_waiting",
            "Requests that wait to be worked on.",
            ["what"],
            registry=self.registry,
            multiprocess_mode="livesum",
        )
        self.refused = Counter(
            "quoth_refused", "Requests refused since too many waited.", ["what"], registry=self.registry
        )
        for outcome in OUTCOMES:
            self._questions.labels(outcome)  # so that a rate starts from 0

    @contextmanager
    def pause(self) -> Iterator[None]:
        """Count no answer within a `with`: nobody has asked."""
        self._counts = False
        try:
            yield
        finally:
            self._counts = True

    def observe(self, answer: qa.Answer) -> None:
        """Count a question that was asked, on whatever surface."""
        if not self._counts:
            return
        self._questions.labels(answer.reason or "answered").inc()
        self._seconds.observe(answer.timing_ms.get("total", 0.0) / 1_000)

    def render(self, library: qa.Library) -> bytes:
        """Return all measures as text, those of all processes added up; those of the library are taken now."""
        registry = self.registry
        if self._shared:
            registry = CollectorRegistry()
            MultiProcessCollector(registry, str(self._shared))  # type: ignore[no-untyped-call]
        holdings = CollectorRegistry()
        holdings.register(_Holdings(library))
        return generate_latest(registry) + generate_latest(holdings)


class _Holdings(Collector):
    """What is in a library now."""

    def __init__(self, library: qa.Library) -> None:
        self._n_documents = library.n_documents
        self._n_passages = library.n_passages

    def collect(self) -> Iterable[Metric]:
        yield GaugeMetricFamily("quoth_documents", "Documents in the library.", self._n_documents)
        yield GaugeMetricFamily("quoth_passages", "Passages in the library.", self._n_passages)
