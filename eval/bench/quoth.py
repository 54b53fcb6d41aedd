"""Quoth as it is measured: a library in a folder, in which each text is a document of one passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import qa
from eval.bench.engines import K, Search, one_by_one
from eval.bench.texts import Text

__all__ = ["QuothAsk", "QuothSearch"]

_WHOLE = 1_000_000  # characters of a passage: texts are passages already, and stay whole
_WIDTH = 9  # digits of an id, so that ids sort as numbers do


class QuothSearch:
    """`Library.search`."""

    def __init__(self) -> None:
        with qa.Library() as library:
            library.warm()  # which a server does when it starts

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Add the texts as documents."""
        documents = (
            qa.Document(text=text.text, id=f"{number:0{_WIDTH}}", language=text.language)
            for number, text in enumerate(texts)
        )
        with qa.Library(folder, passage_size=_WHOLE) as library:
            library.add_many(documents)
            library.compact()

    def open(self, folder: Path) -> Search:
        """Return the search of the library."""
        library = qa.Library(folder, create=False)
        return lambda question: [int(hit.passage.document_id) for hit in library.search(question, K)]

    def batch(self, folder: Path) -> Callable[[Sequence[str]], None]:
        """Return what asks one question after the other."""
        return one_by_one(self.open(folder))


class QuothAsk(QuothSearch):
    """`Library.ask`. What it finds is the documents that it quotes, in order, else the nearest passages."""

    def open(self, folder: Path) -> Search:
        """Return what asks the library."""
        library = qa.Library(folder, create=False)

        def ask(question: str) -> list[int]:
            answer = library.ask(question, k=K)
            quoted = [quote.document_id for quote in answer.quotes]
            return [int(name) for name in quoted or [passage.document_id for passage in answer.nearest]]

        return ask
