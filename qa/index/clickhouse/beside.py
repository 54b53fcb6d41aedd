"""What is kept beside the documents and has no part in any change of them: settings and feedback.

Each is a row with a version, the highest of which counts; forgetting writes a row too. The versions of feedback tell in
which order it was kept; those that an earlier Quoth has written begin at 1 for each id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qa.errors import FeedbackNotFound, InvalidOption
from qa.feedback import MAX_FEEDBACK, Feedback
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.sql import write_literal
from qa.index.clickhouse.schema import Topology

__all__ = ["put_feedback", "read_feedback_rows", "read_setting", "remove_feedback", "set_setting"]


def set_setting(connection: Connection, topology: Topology, name: str, text: str | None) -> None:
    """Keep a text under a name, in place of an earlier one; None forgets it."""
    table = topology.all("settings")
    columns: dict[str, list[Any]] = {
        "name": [name.encode()],
        "version": [_take_version(connection, table, f"name = {write_literal(name)}")],
        "kept": [int(text is not None)],
        "value": [(text or "").encode()],
    }
    connection.insert(table, columns)


def read_setting(connection: Connection, topology: Topology, name: str) -> str | None:
    """Return the text that is kept under a name, or None."""
    query = (
        f"SELECT kept, value FROM {topology.all('settings')} WHERE name = {write_literal(name)} "
        "ORDER BY version DESC LIMIT 1"
    )
    rows = connection.rows(query)
    return rows[0][1].decode() if rows and rows[0][0] else None


def read_feedback_rows(connection: Connection, topology: Topology) -> list[tuple[bytes, bytes, bytes]]:
    """Return id, time and record of all feedback, in the order in which it was given."""
    query = (
        "SELECT id, given, record FROM (SELECT id, version, kept, given, record "
        f"FROM {topology.all('feedback')} ORDER BY id, version DESC LIMIT 1 BY id) "
        "WHERE kept = 1 ORDER BY given, version, id"
    )
    return [(name, given, record) for name, given, record in connection.rows(query)]


def put_feedback(connection: Connection, topology: Topology, feedback: Sequence[Feedback]) -> None:
    """Keep feedback in place of what has the same id. Raises InvalidOption when there would be too much."""
    if not feedback:
        return
    table = topology.all("feedback")
    last: dict[str, Feedback] = {}
    for each in feedback:  # one that comes again is kept where it comes last
        last.pop(each.id, None)
        last[each.id] = each
    ids = ", ".join(map(write_literal, last))
    ((n_others,),) = connection.rows(
        f"SELECT count() FROM (SELECT id, kept FROM {table} WHERE id NOT IN ({ids}) "
        "ORDER BY id, version DESC LIMIT 1 BY id) WHERE kept = 1"
    )
    if n_others + len(last) > MAX_FEEDBACK:
        raise InvalidOption(
            f"This library keeps {MAX_FEEDBACK:,} feedbacks at the most. Save them with `quoth export FILE`, then "
            "withdraw some (DELETE /api/feedback/ID, Library.withdraw_feedback)."
        )
    first = _take_version(connection, table, "1 = 1")
    columns: dict[str, list[Any]] = {
        "id": [name.encode() for name in last],
        "version": [*range(first, first + len(last))],
        "kept": [1] * len(last),
        "given": [each.given.encode() for each in last.values()],
        "record": [each.as_text().encode() for each in last.values()],
    }
    connection.insert(table, columns)


def remove_feedback(connection: Connection, topology: Topology, feedback_id: str) -> None:
    """Forget a feedback. Raises FeedbackNotFound."""
    table = topology.all("feedback")
    name = feedback_id.encode("utf-8", "replace").decode()
    rows = connection.rows(
        f"SELECT version, kept FROM {table} WHERE id = {write_literal(name)} ORDER BY version DESC LIMIT 1"
    )
    if not rows or not rows[0][1] or name != feedback_id:
        raise FeedbackNotFound(
            f"There is no feedback {feedback_id[:100]!r} in this library. See what there is with `quoth feedback list`."
        )
    columns = {"id": [name.encode()], "version": [rows[0][0] + 1], "kept": [0], "given": [b""], "record": [b""]}
    connection.insert(table, columns)


def _take_version(connection: Connection, table: str, condition: str) -> int:
    """Return a version above all that are there."""
    ((highest,),) = connection.rows(f"SELECT max(version) FROM {table} WHERE {condition}")
    return int(highest) + 1
