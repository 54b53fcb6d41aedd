"""What is evaluated: the seam that Quoth and the baseline share, and the adapter of Quoth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import qa
from eval.records import Reply

__all__ = ["Quoth", "System"]


class System(Protocol):
    """Anything that ranks passages and quotes sentences.

    name: shown in reports. min_confidence: a reply below it counts as silence.
    """

    @property
    def name(self) -> str: ...

    @property
    def min_confidence(self) -> float: ...

    def search(self, question: str, k: int) -> Sequence[qa.Passage]:
        """Return at most `k` passages, best first."""
        ...

    def answer(self, question: str) -> Reply:
        """Return the best quotes whatever the confidence; no quote only when nothing matches."""
        ...


class Quoth:
    """The library, as its users call it, but made to quote its best sentence even when it would be silent."""

    name = "Quoth"
    min_confidence = qa.DEFAULT_MIN_CONFIDENCE

    def __init__(self, library: qa.Library) -> None:
        self.library = library

    def search(self, question: str, k: int) -> list[qa.Passage]:
        """Return the passages of `Library.search`."""
        return [hit.passage for hit in self.library.search(question, k=k)]

    def answer(self, question: str) -> Reply:
        """Return the answer of `Library.ask` at `min_confidence=0.0`."""
        answer = self.library.ask(question, min_confidence=0.0)
        text = answer.quotes[0].text if answer.quotes else ""
        return Reply(tuple(quote.span for quote in answer.quotes), text, answer.confidence, answer.missing_terms)
