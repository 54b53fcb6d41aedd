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
from qa.text.stems import fold, term

__all__ = ["Keys", "Term", "list_near", "make_keys", "number_term"]

_REMEMBERED = 1 << 18
_BEGINNING, _LONGEST_ENDING = 4, 6  # letters
_LONGEST = 40  # letters of a word whose like are listed
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "αβγδεζηθικλμνξοπρστυφχψω",
)
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


def list_near(word: str, language: str, most: int) -> dict[str, int]:
    """Return the terms that a word may be a slip of, whether any passage holds them or not, to their distances.

    Names cannot be listed where terms are numbers, so that all are made that a single letter lies between: left out,
    put in or changed, or two neighbours the other way round; and further away than `most`, the beginnings of the word.
    """
    whole = fold(word, language)
    alphabet = next((letters for letters in _ALPHABETS if not {*letters}.isdisjoint(whole)), "")
    if len(whole) > _LONGEST:
        return {}
    beginnings = range(max(_BEGINNING, len(whole) - _LONGEST_ENDING), len(whole))
    near = {whole[:length]: most + 1 for length in beginnings}
    stem = term(word, language)
    for form in {stem, whole}:
        parts = [(form[:place], form[place:]) for place in range(len(form) + 1)]
        near |= dict.fromkeys((a + b[1:] for a, b in parts if b), 1)
        near |= dict.fromkeys((a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1), 1)
        near |= dict.fromkeys((a + letter + b[1:] for a, b in parts if b for letter in alphabet), 1)
        near |= dict.fromkeys((a + letter + b for a, b in parts for letter in alphabet), 1)
    return {name: distance for name, distance in near.items() if name not in {"", stem}}
