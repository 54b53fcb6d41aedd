"""Ends of sentences found, beside those that are marked in a text; left out: the end of the text, which none misses.

A file has a text a line, as JSON: `{"id": …, "language": …, "trap": …, "text": …}`, with ¶ behind the last character of
each sentence. An end is told by how many characters that are no space stand before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import qa
from eval.records import EvalError

__all__ = ["MARK", "Score", "SplitText", "read_texts", "score", "split"]

MARK = "¶"


@dataclass(frozen=True, slots=True)
class SplitText:
    """A text with its marked ends and those found: each end as the number of visible characters before it."""

    id: str
    language: str
    text: str
    marked: frozenset[int]
    placed: frozenset[int]

    def show(self) -> str:
        """Return the text with ¶ where an end is right, <¶> where one is missed and >¶< where none is."""
        shown: list[str] = []
        n = 0
        for character in self.text:
            shown.append(character)
            if not character.isspace():
                n += 1
                wanted, placed = n in self.marked, n in self.placed
                shown.append(MARK if wanted and placed else f"<{MARK}>" if wanted else f">{MARK}<" if placed else "")
        return "".join(shown)


@dataclass(frozen=True, slots=True)
class Score:
    """How many ends are right, marked and found in some texts."""

    n_right: int
    n_marked: int
    n_placed: int

    @property
    def precision(self) -> float:
        """The share of the ends found that are right; 1 where none is."""
        return self.n_right / self.n_placed if self.n_placed else 1.0

    @property
    def recall(self) -> float:
        """The share of the marked ends that are found; 1 where none is."""
        return self.n_right / self.n_marked if self.n_marked else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.n_marked + self.n_placed
        return 2 * self.n_right / total if total else 1.0


def read_texts(path: Path) -> list[SplitText]:
    """Return the texts of a file, split as a library would split them."""
    texts = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            texts.append(split(row["id"], row["language"], row["text"]))
        except (ValueError, KeyError, TypeError) as exc:
            raise EvalError(
                f"{path.name}, line {number}: {exc!r}. Give an object with id, language and text."
            ) from None
    return texts


def split(id: str, language: str, marked: str) -> SplitText:
    """Return a text, in which ¶ marks ends, beside the ends that are found in it without the marks."""
    pieces = marked.split(MARK)
    text = "".join(pieces)
    document = qa.Document(text=text, language=language)
    ends = [end for _, end in qa.find_sentences(document.text, document.language)]
    return SplitText(id, language, text, _inner(text, _ends_of(pieces)), _inner(text, ends))


def _ends_of(pieces: list[str]) -> list[int]:
    ends, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        ends.append(at)
    return ends


def _inner(text: str, ends: Iterable[int]) -> frozenset[int]:
    """Return ends as counts of visible characters, without those at which nothing visible follows or goes before."""
    counts = [0]
    for character in text:
        counts.append(counts[-1] + (not character.isspace()))
    return frozenset(counts[end] for end in ends) - {0, counts[-1]}


def score(texts: Iterable[SplitText]) -> Score:
    """Return how many of the ends in some texts are right."""
    texts = list(texts)
    return Score(
        sum(len(text.marked & text.placed) for text in texts),
        sum(len(text.marked) for text in texts),
        sum(len(text.placed) for text in texts),
    )
