"""Terms as the engine compares them: by numbers, which it does in a fraction of the time that text takes.

A term is two numbers of its name: postings are in the order of the first, and the second tells apart the very few terms
that share it. Frequencies are counted by both, so that a shared number is found out before anything is ranked by it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from hashlib import blake2b
from typing import NamedTuple

from qa.index.clickhouse.connecting.sql import write_numbers
from qa.text.memo import remember

__all__ = ["Keys", "Term", "make_keys", "number_term"]

_REMEMBERED = 1 << 18
_WORD_BYTES, _TAG_BYTES = 8, 4


class Term(NamedTuple):
    """A term. word: of 63 bits. tag: of 32."""

    word: int
    tag: int


def _number(name: str) -> Term:
    digest = blake2b(name.encode(), digest_size=_WORD_BYTES + _TAG_BYTES).digest()
    return Term(int.from_bytes(digest[:_WORD_BYTES], "big") >> 1, int.from_bytes(digest[_WORD_BYTES:], "big"))


_remembered = remember(_number, _REMEMBERED)


def number_term(name: str) -> Term:
    """Return the numbers of a term, given the name of its column.

    >>> number_term("museum")
    Term(word=8952538369969967261, tag=3222686990)
    """
    return _remembered(name)


class Keys(NamedTuple):
    """How postings of some terms are found and told apart.

    condition: that a posting is of one of them. key: what is another for each of them. numbers: its value for each.
    """

    condition: str
    key: str
    numbers: Sequence[int]


def make_keys(names: Sequence[str], shared: Set[int]) -> Keys:
    """Return how terms are told apart, given the words that several terms share."""
    terms = [*map(number_term, names)]
    words = [one.word for one in terms]
    condition = f"word IN ({write_numbers(words)})"
    if not shared or shared.isdisjoint(words):
        return Keys(condition, "word", words)
    both = ", ".join(f"({word}, {tag})" for word, tag in terms)
    return Keys(f"{condition} AND (word, tag) IN ({both})", "bitXor(word, tag)", [word ^ tag for word, tag in terms])
