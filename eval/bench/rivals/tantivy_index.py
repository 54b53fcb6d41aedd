"""BM25 by tantivy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import tantivy

from eval.bench.engines import K, Search, one_by_one
from eval.bench.texts.texts import Text

__all__ = ["Tantivy"]

_HEAP = 512_000_000
"""Bytes for its writer: over the default of 128 MB, since less makes more and smaller segments."""


class Tantivy:
    """A search engine in Rust."""

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Index the texts in a folder."""
        schema = (
            tantivy.SchemaBuilder()
            .add_text_field("body", tokenizer_name="en_stem")
            .add_integer_field("number", fast=True)
            .build()
        )
        writer = tantivy.Index(schema, path=str(folder)).writer(heap_size=_HEAP)
        for number, text in enumerate(texts):
            writer.add_document(tantivy.Document(body=text.text, number=number))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> Search:
        """Open the folder."""
        index = tantivy.Index.open(str(folder))
        searcher = index.searcher()

        def search(question: str) -> list[int]:
            query, _ = index.parse_query_lenient(question, ["body"])
            hits = searcher.search(query, K, count=False).hits
            numbers = searcher.fast_field_values("number", [address for _, address in hits])
            return [int(number) for number in numbers if number is not None]

        return search

    def batch(self, folder: Path) -> Callable[[Sequence[str]], None]:
        """Return a function that asks one question after the other."""
        return one_by_one(self.open(folder))
