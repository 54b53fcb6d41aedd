"""What is evaluated: the seam that Quoth and the baselines share, the adapter of Quoth, and who takes part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import qa
from eval.records import Reply

__all__ = ["Quoth", "System", "SystemFactory", "quoth", "without_reader"]


class System(Protocol):
    """Anything that ranks passages and quotes sentences.

    min_confidence: a reply below it counts as silence.
    """

    @property
    def min_confidence(self) -> float: ...

    def turns(self, questions: Sequence[str], documents: Sequence[str] | None = None) -> Sequence[qa.Turn]:
        """Return the conversation that comes of asking these questions, in order, with what the system remembers."""
        ...

    def search(
        self,
        question: str,
        k: int,
        documents: Sequence[str] | None = None,
        history: Sequence[qa.Turn] = (),
    ) -> Sequence[qa.Passage]:
        """Return at most `k` passages, best first.

        documents: ids of those to search in; None for all. history: what `turns` gave for the questions before.
        """
        ...

    def answer(self, question: str, documents: Sequence[str] | None = None, history: Sequence[qa.Turn] = ()) -> Reply:
        """Return the best quotes whatever the confidence; no quote only when nothing matches.

        documents: ids of those to quote from; None for all. history: what `turns` gave for the questions before.
        """
        ...

    def score(self, question: str, places: Sequence[qa.Span]) -> Sequence[float]:
        """Return how well each place answers, in their order; more is better."""
        ...


@dataclass(frozen=True, slots=True)
class SystemFactory:
    """A system before it has documents. name: shown in reports.

    make: takes the documents and the longest that a passage may be, in characters.
    """

    name: str
    make: Callable[[Sequence[qa.Document], int], AbstractContextManager[System]]


class Quoth:
    """The library, as its users call it, but made to quote its best sentence even when it would be silent."""

    def __init__(self, library: qa.Library) -> None:
        self.library = library
        self.min_confidence = library.min_confidence

    def turns(self, questions: Sequence[str], documents: Sequence[str] | None = None) -> list[qa.Turn]:
        """Return the questions with the answers of `Library.ask`, each asked after those before it."""
        history: list[qa.Turn] = []
        for question in questions:
            history.append(qa.Turn(question, self.library.ask(question, history, documents=documents)))
        return history

    def search(
        self,
        question: str,
        k: int,
        documents: Sequence[str] | None = None,
        history: Sequence[qa.Turn] = (),
    ) -> list[qa.Passage]:
        """Return the passages of `Library.search`."""
        return [hit.passage for hit in self.library.search(question, k, documents, history=history)]

    def answer(self, question: str, documents: Sequence[str] | None = None, history: Sequence[qa.Turn] = ()) -> Reply:
        """Return the answer of `Library.ask` at `min_confidence=0.0`; as the question is meant where that is asked."""
        answer = self.library.ask(question, history, min_confidence=0.0, documents=documents)
        if answer.suggestion and answer.confidence < self.min_confidence:
            meant = self.library.ask(question, history, documents=documents)
            answer = meant if meant.answered else answer
        if not answer.quotes:
            return Reply((), "", answer.confidence, answer.missing_terms, focus="")
        quotes = tuple(quote.span for quote in answer.quotes)
        first = answer.quotes[0]
        focus = first.text[first.focus.start - first.start : first.focus.end - first.start] if first.focus else ""
        return Reply(quotes, first.text, answer.confidence, answer.missing_terms, focus=focus)

    def score(self, question: str, places: Sequence[qa.Span]) -> list[float]:
        """Return the scores of `Library.score`."""
        return self.library.score(question, places)


def without_reader() -> list[SystemFactory]:
    """Return the library without the small reader as a contestant, where one would be asked; else none."""
    return [quoth("without the reader", reader="off")] if qa.choose_reader("auto") else []


def quoth(name: str = "Quoth", *, calibration: qa.Calibration | None = None, **options: Any) -> SystemFactory:
    """Return the library as a contestant. calibration: by default the shipped one. options: of `qa.Library`."""

    @contextmanager
    def make(documents: Sequence[qa.Document], passage_size: int) -> Iterator[System]:
        with qa.Library(passage_size=passage_size, **options) as library:
            library.add(*documents)
            library.calibrate(calibration)
            yield Quoth(library)

    return SystemFactory(name, make)
