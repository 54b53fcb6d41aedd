"""Quoth as it is measured: a library in a folder or in ClickHouse, in which each text is a document of one passage."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import qa
from eval.bench.engines import K, Search, one_by_one
from eval.bench.texts.texts import Text

__all__ = ["QuothAsk", "QuothSearch", "digest"]

_WHOLE = 1_000_000  # characters of a passage: texts are passages already, and stay whole
_WIDTH = 9  # digits of an id, so that ids sort as numbers do


class QuothSearch:
    """`Library.search`. library: its location, in place of the folder that is given later."""

    def __init__(self, library: str = "") -> None:
        self._location = library
        with TemporaryDirectory(prefix="quoth-") as folder, qa.Library(folder) as rehearsed:
            rehearsed.warm()  # which a server does when it starts; ranking is compiled for libraries in folders only

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Add the texts as documents."""
        documents = (
            qa.Document(text=text.text, id=f"{number:0{_WIDTH}}", language=text.language)
            for number, text in enumerate(texts)
        )
        with qa.Library(self._location or folder, passage_size=_WHOLE) as library:
            library.add_many(documents)
            library.compact()

    def open(self, folder: Path) -> Search:
        """Return the search of the library."""
        library = qa.Library(self._location or folder, create=False)
        return _Telling(
            lambda question: library.search(question, K), lambda hits: [int(hit.passage.document_id) for hit in hits]
        )

    def batch(self, folder: Path) -> Callable[[Sequence[str]], None]:
        """Return a function that asks one question after the other."""
        return one_by_one(self.open(folder))


class QuothAsk(QuothSearch):
    """`Library.ask`. What it finds is the documents that it quotes, in order, else the nearest passages."""

    def open(self, folder: Path) -> Search:
        """Return the asking of the library as a search."""
        library = qa.Library(self._location or folder, create=False)
        return _Telling(lambda question: library.ask(question, k=K), _documents)


def _documents(answer: qa.Answer) -> list[int]:
    quoted = [quote.document_id for quote in answer.quotes]
    return [int(name) for name in quoted or [passage.document_id for passage in answer.nearest]]


class _Telling:
    """A search that keeps its last result, so that the digest is made outside the time that is measured."""

    def __init__(self, search: Callable[[str], Any], numbers: Callable[[Any], list[int]]) -> None:
        self._search, self._numbers = search, numbers
        self._result: Any = None

    def __call__(self, question: str) -> list[int]:
        self._result = self._search(question)
        return self._numbers(self._result)

    def digest(self) -> str:
        return digest(self._result)


def digest(result: Any) -> str:
    """Return a digest of records and all in them, numbers to the last bit, without what is no part of equality.

    >>> digest(qa.Span("a", 0, 5)) == digest(qa.Span("a", 0, 5)), digest(0.1 + 0.2) == digest(0.3)
    (True, False)
    """
    return sha256(json.dumps(_plain(result), default=bytes.hex).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [type(value).__name__, *(_plain(getattr(value, each.name)) for each in fields(value) if each.compare)]
    if isinstance(value, Mapping):
        return {"map": sorted([key, _plain(each)] for key, each in value.items())}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value
