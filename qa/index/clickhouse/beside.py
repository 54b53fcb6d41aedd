"""What is kept beside the documents and has no part in any change of them: settings and feedback.

Each is a row with a version, the highest of which counts; forgetting writes a row too. The versions of feedback tell in
which order it was kept; those that an earlier Quoth has written begin at 1 for each id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qa.errors import FeedbackNotFound, InvalidOption
from qa.feedback import MAX_FEEDBACK, Feedback
from qa.index.clickhouse.connection import Connection, literal
from qa.index.clickhouse.schema import Topology

__all__ = ["put_feedback", "remove_feedback", "set_setting"]


def set_setting(connection: Connection, topology: Topology, name: str, text: str | None) -> None:
    """Keep a text under a name, in place of an earlier one; None forgets it."""
    table = topology.all("settings")
    columns: dict[str, list[Any]] = {
        "name": [name.encode()],
        "version": [_next(connection, table, f"name = {literal(name)}")],
        "kept": [int(text is not None)],
        "value": [(text or "").encode()],
    }
    connection.insert(table, columns)


def put_feedback(connection: Connection, topology: Topology, feedback: Sequence[Feedback]) -> None:
    """Keep feedback in place of what has the same id. Raises InvalidOption when there would be too much."""
    if not feedback:
        return
    table = topology.all("feedback")
    last: dict[str, Feedback] = {}
    for each in feedback:  # one that comes again is kept where it comes last
        last.pop(each.id, None)
        last[each.id] = each
    ids = ", ".join(map(literal, last))
    ((n_others,),) = connection.rows(
        f"SELECT count() FROM (SELECT id, kept FROM {table} WHERE id NOT IN ({ids}) "
        "ORDER BY id, version DESC LIMIT 1 BY id) WHERE kept = 1"
    )
    if n_others + len(last) > MAX_FEEDBACK:
        raise InvalidOption(
            f"This library keeps {MAX_FEEDBACK:,} feedbacks at the most. Save them with `quoth export FILE`, then "
            "withdraw some (DELETE /api/feedback/ID, Library.withdraw_feedback)."
        )
    first = _next(connection, table, "1 = 1")
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
    found = connection.rows(
        f"SELECT version, kept FROM {table} WHERE id = {literal(name)} ORDER BY version DESC LIMIT 1"
    )
    if not found or not found[0][1] or name != feedback_id:
        raise FeedbackNotFound(
            f"There is no feedback {feedback_id[:100]!r} in this library. See what there is with `quoth feedback list`."
        )
    columns = {"id": [name.encode()], "version": [found[0][0] + 1], "kept": [0], "given": [b""], "record": [b""]}
    connection.insert(table, columns)


def _next(connection: Connection, table: str, condition: str) -> int:
    """Return a version above all that are there."""
    ((highest,),) = connection.rows(f"SELECT max(version) FROM {table} WHERE {condition}")
    return int(highest) + 1
