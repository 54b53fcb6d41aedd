"""What is kept beside the documents and has no part in any change of them: settings and feedback.

Each is a row with a version, the highest of which counts; forgetting writes a row too. The versions of feedback tell in
which order it was kept; those that an earlier Quoth has written begin at 1 for each id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qa.errors import FeedbackNotFound, InvalidOption
from qa.feedback import MAX_FEEDBACK, MAX_FEEDBACK_BYTES, Feedback
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.sql import write_literal
from qa.index.clickhouse.schema import Topology

__all__ = ["put_feedback", "read_feedback_rows", "read_setting", "remove_feedback", "set_setting", "write_after"]


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


def read_feedback_rows(
    connection: Connection, topology: Topology, condition: str = "", limit: int | None = None
) -> list[tuple[bytes, bytes, bytes]]:
    """Return id, time and record of feedback, in the order in which it was given.

    condition: in SQL, over id, given and version; by default all. limit: so many at the most.
    """
    query = (
        "SELECT id, given, record FROM (SELECT id, version, kept, given, record "
        f"FROM {topology.all('feedback')} ORDER BY id, version DESC LIMIT 1 BY id) "
        f"WHERE kept = 1{f' AND {condition}' if condition else ''} ORDER BY given, version, id"
        f"{'' if limit is None else f' LIMIT {limit}'}"
    )
    return [(name, given, record) for name, given, record in connection.rows(query)]


def write_after(connection: Connection, topology: Topology, feedback_id: str) -> str:
    """Return the condition that feedback comes after the one with an id; empty where there is none."""
    if not feedback_id:
        return ""
    rows = connection.rows(
        f"SELECT given, version, kept FROM {topology.all('feedback')} WHERE id = {write_literal(feedback_id)} "
        "ORDER BY version DESC LIMIT 1"
    )
    if not rows or not rows[0][2]:
        return ""
    given = write_literal(rows[0][0].decode("utf-8", "replace"))
    return f"(given > {given} OR (given = {given} AND version > {int(rows[0][1])}))"


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
    ((n_others, n_bytes),) = connection.rows(
        f"SELECT count(), sum(size) FROM (SELECT id, kept, length(record) AS size FROM {table} WHERE id NOT IN ({ids}) "
        "ORDER BY id, version DESC LIMIT 1 BY id) WHERE kept = 1"
    )
    n_bytes += sum(len(each.as_text().encode()) for each in last.values())
    if n_others + len(last) > MAX_FEEDBACK or n_bytes > MAX_FEEDBACK_BYTES:
        raise InvalidOption(
            f"This library keeps {MAX_FEEDBACK:,} feedbacks at the most, of {MAX_FEEDBACK_BYTES:,} bytes. "
            "Save them with `quoth export FILE`, then withdraw some with `quoth feedback withdraw ID`."
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
