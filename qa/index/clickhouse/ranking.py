"""Which passages are the best by words: the engine proposes, and what it proposes is scored from its text.

How rare a term is and how long a passage is on average change with every document, so no weight is stored: a posting
has how often its term occurs and how many words its passage has, and the statement makes the weight of them.

Most postings are of common words, which hardly matter. So the engine adds up the heaviest terms of a question only,
each shard for itself, as in MaxScore (see `maxscore`). The terms that are left out add no more than their weights: a
passage whose sum is more than that below the n-th best score cannot be among the best. All others have their score
made from their text, in the order of terms, so answers are those of the embedded index, to the last bit. Where too few
passages have the heaviest terms, or more come near than were asked for, it is done again with more terms.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from qa.arrays import Int64s
from qa.index.clickhouse.connecting.sql import write_literal, write_numbers
from qa.index.clickhouse.scoring import Best, Scored
from qa.index.clickhouse.state import LibraryState
from qa.index.clickhouse.terms import Keys
from qa.index.segments.maxscore import MARGIN
from qa.ranking.asked import list_sought
from qa.ranking.formulas import DEFAULTS, column_language, column_name

__all__ = ["Proposed", "QuestionStatistics", "WeightedTerm", "find_best", "write_statement"]

WORTH = 6.0  # a term is added up when no more than this many times its weight is the share of passages that hold it
LEFT_OUT = (0.1, 0.01)  # weight of the terms that are left out, at the most: at first, and then
FLOOR = 0.05  # sum of weights, below which a passage is not expected to be among the best
FEW = 5_000  # postings, below which nothing is gained by leaving them out
SPARE = 64  # passages that are scored at first beyond those that are wanted
LIMIT = 768  # passages that a shard gives
_TOGETHER = 1_000  # passages that are scored in one go


class WeightedTerm(NamedTuple):
    """A term of a question. n_postings: how many passages hold it."""

    name: str
    weight: float
    n_postings: int


Proposed = tuple[int, float]
"""A passage and what its heaviest terms add up to, as the engine has it."""

Find = Callable[[Sequence[WeightedTerm], int, float], list[Proposed]]
"""From terms, a limit for each shard (0 for none) and a sum: passages with at least that, best first."""


def find_best(
    asked: Sequence[WeightedTerm], n: int, n_passages: int, find: Find, score: Callable[[Sequence[int]], list[Scored]]
) -> list[Scored]:
    """Return the `n` best passages by words, in no order; of those that tie, the first by document id and place.

    asked: heaviest first. n_passages: that there are.
    """
    best = Best(n)
    limit = max(LIMIT, 2 * n)
    at_least = 0.0
    for n_heavy in _widen(asked, n, n_passages):
        left = sum(one.weight for one in asked[n_heavy:])
        floor = FLOOR if left else 0.0
        proposed = find(asked[:n_heavy], limit, floor)
        _score(proposed[: n + SPARE], best, score)
        at_least = best.last - left - MARGIN
        near = [each for each in proposed if each[1] >= at_least]
        # With as many as the limit, a shard may have kept back some that are as near.
        if (at_least > floor or not left) and len(near) < limit:
            _score(near, best, score)
            return best.passages
    _score(find(asked, 0, at_least), best, score)
    return best.passages


def _score(proposed: Sequence[Proposed], best: Best, score: Callable[[Sequence[int]], list[Scored]]) -> None:
    """Score those that were not yet."""
    new = [passage for passage, _ in proposed if passage not in best.seen]
    for first in range(0, len(new), _TOGETHER):
        best.add(score(new[first : first + _TOGETHER]))


def _widen(asked: Sequence[WeightedTerm], n: int, n_passages: int) -> Iterator[int]:
    """Yield how many of the heaviest terms are to be added up, at first and whenever that was too few."""
    before = 0
    if sum(one.n_postings for one in asked) > FEW:
        for weight, worth in zip(LEFT_OUT, (WORTH, 0.0), strict=True):
            n_heavy = _count_heavy(asked, weight, worth * n_passages, n)
            if before < n_heavy < len(asked):
                yield n_heavy
                before = n_heavy
    yield len(asked)


def _count_heavy(asked: Sequence[WeightedTerm], weight: float, worth: float, n: int) -> int:
    """Return how many terms are to be added up so that the others weigh little and enough passages are found.

    worth: postings that may be read for a weight of 1, where the others weigh little already.
    """
    left, n_postings = sum(one.weight for one in asked), 0
    for place, one in enumerate(asked):
        if left <= weight and n_postings >= 2 * n and one.n_postings > worth * one.weight:
            return place
        left -= one.weight
        n_postings += one.n_postings
    return len(asked)


def write_statement(  # noqa: PLR0917
    state: LibraryState,
    asked: Sequence[WeightedTerm],
    keys: Keys,
    revisions: Collection[int] | None,
    limit: int,
    at_least: float,
) -> str:
    """Return the statement that finds passages by the sums of terms. Each shard answers for itself.

    keys: of the terms. revisions: of the documents to search in; None for all. limit: of each shard; 0 for none.
    """
    chosen = "" if revisions is None else f" AND revision IN ({write_numbers(sorted(revisions))})"
    relative = f"bitShiftRight(tally, 32) / {_write_mean(state, asked, keys)}"
    below = f"{DEFAULTS.k1!r} * ({1.0 - DEFAULTS.b!r} + {DEFAULTS.b!r} * ({relative}))"
    count = "bitAnd(tally, 4294967295)"
    weight = _write_by_key(keys, [one.weight for one in asked])
    having = f"HAVING least >= {at_least!r}" if at_least > 0.0 else ""
    return (
        f"SELECT revision + ordinal AS passage, sum({count} / ({below} + {count}) * {weight}) AS least "
        f"FROM {state.topology.all('postings')} WHERE {keys.condition}{chosen} AND {state.live()} GROUP BY passage "
        f"{having} ORDER BY least DESC, passage {f'LIMIT {limit}' if limit else ''}"
    )


def _write_mean(state: LibraryState, asked: Sequence[WeightedTerm], keys: Keys) -> str:
    """Return the mean length of the passages in the language of a posting."""
    means = [state.mean_length(column_language(one.name)) for one in asked]
    return write_literal(means[0]) if len(set(means)) == 1 else _write_by_key(keys, means)


def _write_by_key(keys: Keys, values: Sequence[float]) -> str:
    """Return an expression: for each posting, the value of its term."""
    if len(values) == 1:
        return write_literal(values[0])
    return f"transform({keys.key}, {write_literal(keys.numbers)}, {write_literal(values)}, 0.0)"


class QuestionStatistics:
    """What `qa.ranking` counts over, for one question: all of its terms are counted in one go.

    languages: to how many passages are in each. count: tells how many passages hold each of some columns.
    """

    def __init__(self, languages: Mapping[str, int], count: Callable[[Sequence[str]], Int64s], question: str) -> None:
        self.languages = languages
        names = {column_name(name, code): None for code in languages for name in list_sought(question, code)}
        self._counts = dict(zip(names, count([*names]).tolist(), strict=True))

    def document_frequencies(self, names: Sequence[str]) -> Int64s:
        """Return how many passages hold each term, by the name of its column; 0 for an unknown one."""
        return np.array([self._counts[name] for name in names], dtype=np.int64)
