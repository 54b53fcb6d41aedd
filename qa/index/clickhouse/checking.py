"""Reads all of a library in ClickHouse and tells what is wrong: texts, and how many passages and postings it has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.errors import LibraryError, QuothError
from qa.feedback import Feedback
from qa.index.clickhouse.beside import read_feedback_rows
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.state import LibraryState

if TYPE_CHECKING:
    from qa.index.clickhouse.view import ClickHouseView

__all__ = ["find_problems"]


def find_problems(connection: Connection, state: LibraryState, view: ClickHouseView) -> Iterator[str]:
    """Yield what is wrong with a state, in sentences."""
    query = (
        "SELECT id, revision, sha256, n_characters, n_passages, n_words, n_postings, language "
        f"FROM {state.topology.all('documents')} WHERE {state.live_documents()} ORDER BY id"
    )
    known = connection.rows(query)
    names = [row[0] for row in known]
    for name in sorted({name for left, name in pairwise(names) if left == name}):
        yield f"The document {name.decode()!r} is there more than once. Add it again."
    passages = _count_by_revision(connection, state, "passages", "count(), sum(length), max(end)")
    postings = _count_by_revision(connection, state, "postings", "count()")
    sums: dict[str, tuple[int, int]] = {}
    for name, revision, sha256, n_characters, n_passages, n_words, n_postings, language in known:
        about = f"The document {name.decode()!r}"
        if passages.pop(revision, (0, 0, 0)) != (n_passages, n_words, n_characters):
            yield f"{about} has other passages than it was added with. Add it again."
        if postings.pop(revision, (0,)) != (n_postings,):
            yield f"{about} has other postings than it was added with. Add it again."
        try:
            if view.document(name.decode()).sha256.encode() != sha256:
                yield f"{about} has not the text that it was added with: its SHA-256 is another. Add it again."
        except (QuothError, ValueError) as exc:
            yield f"{about} cannot be read: {exc}. Add it again."
        if n_passages:
            before = sums.get(language.decode(), (0, 0))
            sums[language.decode()] = before[0] + n_passages, before[1] + n_words
    for table, left in (("passages", passages), ("postings", postings)):
        if left:
            yield f"There are {table} of {len(left)} documents that are not there."
    if sums != {code: own for code, own in state.sums.items() if own[0]}:
        yield "The numbers of passages and words by language are not those of the documents."
    yield from _find_wrong_feedback(connection, state)


def _count_by_revision(
    connection: Connection, state: LibraryState, table: str, columns: str
) -> dict[int, tuple[int, ...]]:
    query = f"SELECT revision, {columns} FROM {state.topology.all(table)} WHERE {state.live()} GROUP BY revision"
    return {revision: tuple(rest) for revision, *rest in connection.rows(query)}


def _find_wrong_feedback(connection: Connection, state: LibraryState) -> Iterator[str]:
    for name, given, record in read_feedback_rows(connection, state.topology):
        try:
            feedback = Feedback.of_text(record.decode("utf-8", "surrogateescape"))
            wrong = (feedback.id.encode(), feedback.given.encode()) != (name, given)
        except LibraryError:
            wrong = True
        if wrong:
            yield f"The feedback {name.decode(errors='replace')[:100]!r} cannot be read. Withdraw it."
