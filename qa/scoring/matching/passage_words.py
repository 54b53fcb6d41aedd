"""What of a passage does not depend on the question: its terms and their shapes as arrays, computed once and kept.

Kept for the last passages that were looked at, as neighbouring questions are about the same ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

import numpy as np

from qa.arrays import Bools, Int64s, Ints
from qa.preparing.asking import asks
from qa.question.kinds.answer_type import AnswerType
from qa.question.kinds.candidates import find_candidates
from qa.question.kinds.narrower import Narrower
from qa.text.english import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS
from qa.text.identifiers.compounds import find_compounds
from qa.text.memo import remember
from qa.text.persons.antecedents import find_antecedents
from qa.text.stems import fold, function_terms, stemmer
from qa.text.terms import terms
from qa.text.trigrams import trigrams_of
from qa.text.words import places, words
from qa.types import Passage

__all__ = ["Surface", "find_offers", "forget", "read_terms", "surface", "surfaces_of"]


_MOST_KEPT = 1_024  # passages: about 25 MB of arrays at the default passage size
_SHAPES = 1 << 17  # words whose shapes are remembered
_FUNCTION, _CAPITAL, _FIGURE = 1, 2, 4
_POINTING = SUBJECTS | OBJECTS | POSSESSIVES | DEMONSTRATIVES | {"such"}


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A passage of s sentences and n words; sentences are numbered from 0 within it.

    words: of each sentence, as written. terms: of each word, in order. sentence: (n,) the sentence of each word.
    compounds: what hyphened words are as one, each with its sentence.
    function, capital, figure: (n,) whether it is a function word, begins with a capital inside its sentence, begins
    with a digit.
    pointing: (s,) whether the sentence begins with a word that points back, as "it" does.
    trigrams, trigram_sentence: codes of the trigrams of each sentence, each once, and their sentence; ascending.
    lead_terms: the terms of each of l leads, in order. lead_sizes: how many of them are no function words.
    lead_asks: whether it asks. lead_parts: whether it parts what it leads to from what comes before, as the number of a
    clause does not. lead_of: (s,) the number of what leads to the sentence, -1 without.
    path_terms, heading_terms: of the headings above, and of the nearest one.
    antecedent: (s,) the sentence that names the person whom this one speaks of by a pronoun, -1 without.
    """

    words: tuple[list[str], ...]
    terms: tuple[str, ...]
    sentence: Ints
    compounds: tuple[tuple[int, str], ...]
    function: Bools
    capital: Bools
    figure: Bools
    pointing: Bools
    trigrams: Int64s
    trigram_sentence: Ints
    lead_terms: tuple[tuple[str, ...], ...]
    lead_sizes: tuple[int, ...]
    lead_asks: tuple[bool, ...]
    lead_parts: tuple[bool, ...]
    lead_of: Ints
    path_terms: tuple[str, ...]
    heading_terms: tuple[str, ...]
    antecedent: Ints


_kept: dict[Passage, Surface] = {}


def surface(passage: Passage) -> Surface:
    """Return the surface of a passage."""
    return surfaces_of([passage])[0]


def surfaces_of(passages: Sequence[Passage]) -> list[Surface]:
    """Return the surface of each passage; of those that are new, all are made at once, which is quicker."""
    surfaces = {passage: known for passage in passages if (known := _kept.get(passage))}
    new = [passage for passage in dict.fromkeys(passages) if passage not in surfaces]
    if new:
        surfaces.update(zip(new, _make(new), strict=True))
        if len(_kept) + len(new) > _MOST_KEPT:
            _kept.clear()  # what is asked about is soon known again
        _kept.update((passage, surfaces[passage]) for passage in new[:_MOST_KEPT])
    return [surfaces[passage] for passage in passages]


def forget() -> None:
    """Forget what is kept, as if no passage had been looked at."""
    _kept.clear()
    find_offers.cache_clear()
    read_terms.cache_clear()


def _make(passages: Sequence[Passage]) -> Iterator[Surface]:
    texts = [[passage.cut(start, end) for start, end in passage.sentences] for passage in passages]
    written = [[words(text) for text in own] for own in texts]
    flat = [[word for each in own for word in each] for own in written]
    shapes = b"".join(
        bytes(map(_make_shape(passage.language), own)) for passage, own in zip(passages, flat, strict=True)
    )
    shape = np.frombuffer(shapes, dtype=np.uint8)
    sizes = np.array([len(each) for own in written for each in own], dtype=np.intp)
    function, capital, figure = (shape & kind != 0 for kind in (_FUNCTION, _CAPITAL, _FIGURE))
    capital[(np.cumsum(sizes) - sizes)[sizes > 0]] = False
    pointing = [bool(each) and fold(each[0]) in _POINTING for own in written for each in own]
    n_sentences = np.array([len(own) for own in texts], dtype=np.intp)
    first = np.cumsum(n_sentences) - n_sentences
    place = np.arange(len(sizes)) - np.repeat(first, n_sentences)
    sentence = np.repeat(place, sizes)
    codes, owner = trigrams_of([text for own in texts for text in own])
    of_passage = np.repeat(np.arange(len(passages)), n_sentences)[owner]
    order = np.argsort(of_passage, kind="stable")
    codes, owner = codes[order], place[owner[order]]
    word_ends = np.cumsum([len(own) for own in flat])
    code_ends = np.cumsum(np.bincount(of_passage, minlength=len(passages)))
    word_start = code_start = sentence_start = 0
    for number, passage in enumerate(passages):
        in_words = slice(word_start, word_start := int(word_ends[number]))
        in_codes = slice(code_start, code_start := int(code_ends[number]))
        in_sentences = slice(sentence_start, sentence_start := sentence_start + len(texts[number]))
        yield Surface(
            words=tuple(written[number]),
            terms=tuple(map(stemmer(passage.language), flat[number])),
            sentence=sentence[in_words],
            compounds=tuple(
                (place, together)
                for place, text in enumerate(texts[number])
                for together in find_compounds(text, passage.language)
            ),
            function=function[in_words],
            capital=capital[in_words],
            figure=figure[in_words],
            pointing=np.array(pointing[in_sentences], dtype=np.bool_),
            trigrams=codes[in_codes],
            trigram_sentence=owner[in_codes],
            antecedent=_find_antecedents(passage, texts[number]),
            **_read_above(passage),
        )


def _find_antecedents(passage: Passage, sentences: Sequence[str]) -> Ints:
    named = find_antecedents(sentences, passage.language)
    return np.array([-1 if number is None else number for number in named], dtype=np.intp)


class _Above(TypedDict):
    """What a surface has of the leads and headings of a passage."""

    lead_terms: tuple[tuple[str, ...], ...]
    lead_sizes: tuple[int, ...]
    lead_asks: tuple[bool, ...]
    lead_parts: tuple[bool, ...]
    lead_of: Ints
    path_terms: tuple[str, ...]
    heading_terms: tuple[str, ...]


def _read_above(passage: Passage) -> _Above:
    language = passage.language
    places = list(dict.fromkeys(lead for lead in passage.leads if lead))
    number = {place: n for n, place in enumerate(places)}
    texts = [passage.cut(*place) for place in places]
    held = [read_terms(text, language) for text in texts]
    grammar = function_terms(language)
    return {
        "lead_terms": tuple(held),
        "lead_sizes": tuple(sum(name not in grammar for name in terms(text, language)) for text in texts),
        "lead_asks": tuple(asks(text) for text in texts),
        "lead_parts": tuple(len(own) > 1 or (len(own) == 1 and own[0].isalpha()) for own in held),
        "lead_of": np.array(
            [number[lead] if lead else -1 for lead in passage.leads or (None,) * len(passage.sentences)], dtype=np.intp
        ),
        "path_terms": read_terms(passage.heading or "", language),
        "heading_terms": read_terms(passage.nearest_heading, language),
    }


@lru_cache(maxsize=_MOST_KEPT)
def read_terms(text: str, language: str) -> tuple[str, ...]:
    """Return the terms of a text, and those of its hyphened words as one."""
    return (*terms(text, language), *find_compounds(text, language))


@lru_cache(maxsize=64)
def _make_shape(language: str) -> Callable[[str], int]:
    """Return the function from a word of `language` to its shape: the sum of what holds of it."""
    stem, grammar = stemmer(language), function_terms(language)

    def shape(word: str) -> int:
        return _FUNCTION * (stem(word) in grammar) + _CAPITAL * word[0].isupper() + _FIGURE * word[0].isdecimal()

    return remember(shape, _SHAPES)


@lru_cache(maxsize=_MOST_KEPT)
def find_offers(passage: Passage, kind: AnswerType | Narrower) -> Ints:
    """Return the runs that sentences offer of a kind, as `(first word, word after the last, sentence)`: (n, 3)."""
    ranges: list[tuple[int, int, int]] = []
    before = 0
    for number, ((start, end), written) in enumerate(zip(passage.sentences, surface(passage).words, strict=True)):
        text = passage.cut(start, end)
        offers = find_candidates(kind, text, frozenset())
        if offers:
            starts, ends = zip(*places(text, written), strict=True) if written else ((), ())
            for left, right in offers:
                first, after = before + bisect_right(ends, left), before + bisect_left(starts, right)
                if after > first:
                    ranges.append((first, after, number))
        before += len(written)
    return np.array(ranges, dtype=np.intp).reshape(-1, 3)
