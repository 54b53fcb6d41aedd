"""Texts and questions on disk, for the processes that are measured: one a line, as JSON.

Only the standard library is imported, so that reading them adds nothing to what a system takes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Corpus", "Text", "TextQuestion", "read_questions", "read_texts", "write_questions", "write_texts"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the code of its language. It is known by its number, its place from 0 on."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """A question, and the numbers of the texts that answer it, ascending."""

    text: str
    gold: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts on disk. n_bytes: of their UTF-8, without what the file has beside them."""

    file: Path
    n_passages: int
    n_bytes: int


def write_texts(texts: Iterable[Text], file: Path) -> Corpus:
    """Write texts to a file as they come."""
    n_passages = n_bytes = 0
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for text in texts:
            lines.write(json.dumps([text.text, text.language]) + "\n")
            n_passages += 1
            n_bytes += len(text.text.encode())
    return Corpus(file, n_passages, n_bytes)


def read_texts(file: Path) -> Iterator[Text]:
    """Yield the texts of a file in order."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield Text(*json.loads(line))


def write_questions(asked: Iterable[TextQuestion], file: Path) -> None:
    """Write questions to a file."""
    file.write_text("".join(json.dumps([each.text, each.gold]) + "\n" for each in asked), encoding="utf-8")


def read_questions(file: Path) -> list[TextQuestion]:
    """Return the questions of a file in order."""
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [TextQuestion(text, tuple(gold)) for text, gold in records]
