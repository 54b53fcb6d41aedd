"""Samples as numbers: tokens, sides and the place of the answer among them, in batches of about one length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.training.reader.samples.records import Sample
from qa.training import Encoded, Encoder

__all__ = ["BATCH", "Shown", "TokenBatch", "make_batches", "pad", "show"]

BATCH = 12  # small: more steps for the same time are worth more than smoother ones
_BUCKETS = 64  # batches that are sorted by length together


@dataclass(frozen=True, slots=True)
class Shown:
    """A sample as tokens. start, end: its answer's first and last token; both 0, the mark of none, without one."""

    encoded: Encoded
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class TokenBatch:
    """Samples of about one length. tokens, sides: (n, length); present: which tokens there are; starts, ends: (n,)."""

    tokens: npt.NDArray[np.int64]
    sides: npt.NDArray[np.int64]
    present: npt.NDArray[np.bool_]
    inside: npt.NDArray[np.bool_]  # which tokens an answer may begin and end at
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]


def show(sample: Sample, encoder: Encoder) -> Shown | None:
    """Return a sample as tokens; None when its answer is left out for its length or has no token."""
    encoded = encoder.encode(sample.question, sample.text, sample.head)
    if sample.answer is None:
        return Shown(encoded, 0, 0)
    start, end = sample.answer
    inside = [n for n, place in enumerate(encoded.places) if place and place[0] < end and start < place[1]]
    last = encoded.places[inside[-1]] if inside else None
    if last is None or last[1] < len(sample.text[:end].rstrip(" .,;\n")):
        return None
    return Shown(encoded, inside[0], inside[-1])


def make_batches(shown: Sequence[Shown], seed: int) -> list[list[Shown]]:
    """Return the batches in the order of the samples, but for those that are sorted by length together."""
    rng = random.Random(seed)  # noqa: S311 - an order, no secret
    batches = []
    for group in _chunk(shown, BATCH * _BUCKETS):
        batched = [*_chunk(sorted(group, key=lambda each: len(each.encoded.tokens)), BATCH)]
        rng.shuffle(batched)
        batches.extend(batched)
    return batches


def _chunk(items: Sequence[Shown], size: int) -> Iterator[list[Shown]]:
    for at in range(0, len(items), size):
        yield list(items[at : at + size])


def pad(shown: Sequence[Shown]) -> TokenBatch:
    """Return samples as arrays, the shorter ones filled up."""
    n, length = len(shown), max(len(each.encoded.tokens) for each in shown)
    tokens, sides = np.zeros((n, length), np.int64), np.zeros((n, length), np.int64)
    present, inside = np.zeros((n, length), np.bool_), np.zeros((n, length), np.bool_)
    for row, each in enumerate(shown):
        size = len(each.encoded.tokens)
        tokens[row, :size], sides[row, :size], present[row, :size] = each.encoded.tokens, each.encoded.sides, True
        inside[row, :size] = [place is not None for place in each.encoded.places]
    inside[:, 0] = True
    starts, ends = (np.array([getattr(each, name) for each in shown], np.int64) for name in ("start", "end"))
    return TokenBatch(tokens, sides, present, inside, starts, ends)
