"""The records of the reader's training, all frozen: what a set says, and what the network is shown of it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Example", "Sample"]


@dataclass(frozen=True, slots=True)
class Example:
    """A question, a passage, and where the passage answers it.

    answers: half-open places in `text`, alternatives of one answer or its parts; empty when it does not answer.
    head: title and headings of the passage, which its text does not hold. source: name of the set.
    kind: why there is no answer, or how one was marked, in the words of the set.
    """

    question: str
    text: str
    answers: tuple[tuple[int, int], ...]
    head: str
    source: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the network is shown: a question and a window of a passage, and the place in it that answers, or None."""

    question: str
    text: str
    answer: tuple[int, int] | None
    head: str
    source: str
