"""The statement that ranks passages, and the exact order of what it gives.

How rare a term is and how long a passage is on average change with every document, so no weight is stored: a posting
has how often its term occurs and how many words its passage has, and the statement makes the weight of them, with the
arithmetic of `qa.ranking` step by step. The engine adds up in any order; that is good for choosing. What is chosen has
its sum made again in the order of terms, so the answers are those of the embedded index, to the last bit. A few more
passages are asked for than are wanted, and where more than those come close to the last one, all that do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from qa.index.clickhouse.connection import Connection, literal
from qa.index.clickhouse.state import State
from qa.index.maxscore import MARGIN
from qa.ranking import DEFAULTS, column_language

__all__ = ["SPARE", "Scored", "best_by_words"]

SPARE = 32  # passages that are asked for beyond those that are wanted


class Scored(NamedTuple):
    """A passage and its score by words, in (0, 1]."""

    revision: int
    ordinal: int
    score: float
    shard_score: float  # as the engine added it up


def best_by_words(  # noqa: PLR0917
    connection: Connection,
    state: State,
    asked: Mapping[str, float],
    n: int,
    revisions: Collection[int] | None,
    settings: Mapping[str, Any],
) -> list[Scored]:
    """Return the `n` best passages by words and all that are as good as the last of them, in no order.

    asked: weight of each term, heaviest first. revisions: of the documents to search in; None for all.
    """
    if not asked or (revisions is not None and not revisions):
        return []
    inner = _shares(state, asked, revisions)
    limit = n + SPARE
    found = _scored(connection.rows(_statement(inner, f"LIMIT {limit}"), settings))
    cut = _nth(found, n) - MARGIN
    if len([one for one in found if one.shard_score >= cut]) >= limit:  # else no shard has kept back any as good
        having = f"HAVING score >= {cut - MARGIN!r}"
        found = _scored(connection.rows(_statement(inner, "", having), settings))
    last = _nth(found, n)
    return [one for one in found if one.score >= last]


def _nth(found: Sequence[Scored], n: int) -> float:
    """Return the `n`-th highest score; 0 when there are fewer."""
    return sorted((one.score for one in found), reverse=True)[n - 1] if len(found) >= n else 0.0


def _statement(inner: str, limit: str, having: str = "") -> str:
    """Return the statement that adds up what passages have of each term. Each shard answers for itself."""
    return (
        "SELECT revision, ordinal, sum(share) AS score, groupArray(place), groupArray(share) "
        f"FROM ({inner}) GROUP BY revision, ordinal {having} ORDER BY score DESC, revision, ordinal {limit}"
    )


def _shares(state: State, asked: Mapping[str, float], revisions: Collection[int] | None) -> str:
    """Return the statement that gives each posting of the question with what it adds to its passage."""
    names = literal([*asked])
    means = [state.mean_length(column_language(name)) for name in asked]
    mean = literal(means[0]) if len(set(means)) == 1 else f"transform(term, {names}, {literal(means)}, 1.0)"
    below = f"{DEFAULTS.k1!r} * ({1.0 - DEFAULTS.b!r} + {DEFAULTS.b!r} * (length / {mean}))"
    chosen = "" if revisions is None else f" AND revision IN ({', '.join(map(str, sorted(revisions)))})"
    return (
        f"SELECT revision, ordinal, transform(term, {names}, {literal([*range(len(asked))])}, 0) AS place, "
        f"count / ({below} + count) * transform(term, {names}, {literal([*asked.values()])}, 0.0) AS share "
        f"FROM {state.topology.all('postings')} "
        f"WHERE term IN ({names[1:-1]}){chosen} AND {state.live()}"
    )


def _scored(rows: Iterable[Sequence[Any]]) -> list[Scored]:
    return [
        Scored(revision, ordinal, _exact(places, shares), shard_score)
        for revision, ordinal, shard_score, places, shares in rows
    ]


def _exact(places: Sequence[int], shares: Sequence[float]) -> float:
    """Return the sum of shares in the order of their places."""
    total = 0.0
    for place in np.argsort(places).tolist():
        total += shares[place]
    return min(total, 1.0)
