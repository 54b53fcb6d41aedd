"""What is kept beside the documents: settings, and what readers say of answers. The generation stays as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from qa.errors import FeedbackNotFound, InvalidOption
from qa.feedback import MAX_FEEDBACK, MAX_FEEDBACK_BYTES, Feedback
from qa.index.embedded.store.database import Table, storable

__all__ = ["Beside"]

_FEEDBACK = "CREATE TABLE IF NOT EXISTS feedback (id TEXT PRIMARY KEY, given TEXT NOT NULL, record TEXT NOT NULL)"
# The newer function reads no record, which may lie on pages of its own.
_N_BYTES = "octet_length(record)" if sqlite3.sqlite_version_info >= (3, 43) else "length(record)"
_SETTING = "setting "  # what a setting's key in `meta` begins with


class Beside(Table):
    """Settings and feedback of one database."""

    def setting(self, name: str) -> str | None:
        """Return the text that is kept under a name, or None."""
        query = "SELECT CAST(value AS TEXT) FROM meta WHERE key = ?"
        row = self._connection.execute(query, (_SETTING + name,)).fetchone()
        return row[0] if row else None

    def set_setting(self, name: str, text: str | None) -> None:
        """Keep a text under a name, or forget it. Nothing is derived from it: the generation stays.

        It is written as bytes, which no column takes for a number.
        """
        with self._database.writing() as connection:
            if text is None:
                connection.execute("DELETE FROM meta WHERE key = ?", (_SETTING + name,))
            else:
                row = (_SETTING + name, text.encode())
                connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", row)

    def put_feedback(self, feedback: Iterable[Feedback]) -> None:
        """Write feedback in place of what has the same id. Raises InvalidOption when it becomes too much."""
        with self._database.writing() as connection:
            connection.execute(_FEEDBACK)
            connection.executemany(
                "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?)",
                ((each.id, each.given, each.as_text()) for each in feedback),
            )
            query = f"SELECT count(*), total({_N_BYTES}) FROM feedback"  # noqa: S608
            n_kept, n_bytes = connection.execute(query).fetchone()
        if n_kept > MAX_FEEDBACK or n_bytes > MAX_FEEDBACK_BYTES:
            raise InvalidOption(
                f"This library keeps {MAX_FEEDBACK:,} feedbacks at the most, of {MAX_FEEDBACK_BYTES:,} bytes. "
                "Save them with `quoth export FILE`, then withdraw some with `quoth feedback withdraw ID`."
            )

    def remove_feedback(self, feedback_id: str) -> None:
        """Delete a feedback. Raises FeedbackNotFound."""
        deleted = 0
        with self._database.writing() as connection:
            if self._has_feedback():
                query = "DELETE FROM feedback WHERE id = ?"
                deleted = connection.execute(query, (storable(feedback_id),)).rowcount
        if not deleted:
            raise FeedbackNotFound(
                f"There is no feedback {feedback_id[:100]!r} in this library. See what there is with "
                "`quoth feedback list`."
            )

    def _has_feedback(self) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'feedback'"
        return self._connection.execute(query).fetchone() is not None

    def feedback(self, after: str = "", limit: int | None = None) -> list[Feedback]:
        """Return feedback by time; of one instant, in the order in which it was kept.

        after: id of the one after which to begin; where there is none, from the beginning. limit: without it all.
        Raises LibraryError when a record is damaged.
        """
        condition, values = "1", (-1 if limit is None else limit,)
        if after and self._has_feedback() and self.feedback_with(after):
            condition = "(given, rowid) > (SELECT given, rowid FROM feedback WHERE id = ?)"
            return [Feedback.of_text(record) for _, _, record in self._rows(condition, (after, *values))]
        return [Feedback.of_text(record) for _, _, record in self._rows(condition, values)]

    def feedback_with(self, feedback_id: str) -> Feedback | None:
        """Return the feedback with an id, or None. Raises LibraryError when it is damaged."""
        rows = self._rows("id = ?", (storable(feedback_id), 1))
        return next((Feedback.of_text(record) for _, _, record in rows), None)

    def feedback_rows(self) -> Iterator[tuple[object, object, str]]:
        """Yield id, time and record of all feedback, in the order of `feedback`."""
        yield from self._rows("1", (-1,))

    def _rows(self, condition: str, values: tuple[object, ...]) -> Iterator[tuple[object, object, str]]:
        """Yield the rows for which a condition holds. values: its parameters, and how many rows at the most, or -1."""
        if self._has_feedback():
            query = "SELECT id, given, CAST(record AS BLOB) FROM feedback "
            query += f"WHERE {condition} ORDER BY given, rowid LIMIT ?"
            for name, given, record in self._connection.execute(query, values):
                yield name, given, (record or b"").decode("utf-8", "surrogateescape")  # which no record may have
