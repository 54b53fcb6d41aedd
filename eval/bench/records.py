"""The records of a benchmark, all frozen: where its texts come from, what each system cost, and all of it together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eval.bench.engines import Contestant
from eval.bench.processes import ProcessLimits
from eval.records import QuestionSet

__all__ = ["AskCost", "Bench", "BuildCost", "Size", "SystemCost", "TextSource"]


@dataclass(frozen=True, slots=True)
class TextSource:
    """Where texts and questions come from: the first of paths and question_set that is there, else the generator.

    sizes: how many passages to generate, ascending. n_questions: how many are asked, at the most of a set.
    """

    paths: tuple[Path, ...] = ()
    question_set: QuestionSet | None = None
    sizes: tuple[int, ...] = ()
    n_questions: int = 1_000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class BuildCost:
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
class AskCost:
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
class SystemCost:
    """A system at a size. left_out: why it was not measured there, or not wholly; empty when it was."""

    name: str
    built: BuildCost | None = None
    answered: AskCost | None = None
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
    systems: tuple[SystemCost, ...]
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
    limits: ProcessLimits
    machine: dict[str, str | int]
    versions: dict[str, str]
    date: str
