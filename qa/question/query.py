"""A question as it is matched: its terms, what is known of each, and how much each counts.

A term's share of the question's weight is its rarity (idf), less for function words, for words that only say what kind
of answer is asked for, and for words of an earlier question. Its properties are what a trained model turns into weights
of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

import numpy as np
import regex

from qa.arrays import Bools, Floats, Int64s, Ints
from qa.question.question import Question
from qa.ranking.asked import carried_terms
from qa.text.identifiers.compounds import find_asked_compounds
from qa.text.stems import fold, term
from qa.text.terms import FUNCTION_TERMS, find_light_terms, terms, tokens
from qa.text.trigrams import trigrams

__all__ = ["PROPERTIES", "Query", "analyse"]


FUNCTION_WEIGHT = (
    0.1  # what a function word, or one that only says what is asked for, counts for beside one that is looked for
)
LEAST_RARITY = 1.0  # added to the idf: in a library of a few passages, rarity says little of how telling a word is

_ENDINGS = ("ing", "ed", "ly", "tion", "er", "est", "al", "ous", "ity", "ment", "s")
_BEFORE = ("the", "of", "to")
_AUXILIARIES = frozenset({"do", "does", "did"})
_PLACES = frozenset({"in", "at", "on", "by"})
_ASKING = ("what", "who", "when", "where", "how", "why", "which")

# What is known of a term of a question, in the order of the columns of `Query.properties`.
PROPERTIES = (
    "always",
    "idf",
    "idf_above_3",
    "idf_above_5",
    "function",
    "cue",
    "capital",
    "figure",
    "all_capitals",
    "first_of_matter",
    "second_of_matter",
    "last_but_one_of_matter",
    "last_of_matter",
    "place",
    "inverse_count",
    "short",
    "long",
    *(f"ends_{ending}" for ending in _ENDINGS),
    *(f"after_{word}" for word in _BEFORE),
    "after_do",
    "after_capital",
    "before_capital",
    "before_of",
    "before_place",
    "last_word",
    *(f"is_{word}" for word in _ASKING),
)

_NOUN_ASKED_FOR = regex.compile(
    r"\b(?:what|which|how many|how much|whose)\b"
    r"(?: (?:kind|type|sort|amount|number|percentage|other|two|three)s? of)?((?: [\w'’-]+){1,4})",
    regex.I,
)


@dataclass(frozen=True)
class Query:
    """A question of n words and m different terms; all arrays follow `names`, the terms in order of first use.

    sequence: (n,) the term of each word. shares: (m,) share of the question's weight, summing to 1; empty when it has
    no word. idf: (m,). emphasis: (m,) 1, or less for a term carried over from an earlier question.
    properties: (m, len(PROPERTIES)). sought: (m,) neither a function word nor part of the cue.
    function, capital, figure: (m,) of that form. forms: the terms as passages in each language hold them.
    compounds: by language, what hyphened words are as one to the terms of their parts.
    pairs: neighbouring terms to their share, summing to 1.
    asked: the terms of the noun asked for ("which *metro line*"). trigrams: ascending codes of its content
    words, of those just typed where there are any.
    """

    question: Question
    names: tuple[str, ...]
    sequence: Ints
    shares: Floats
    idf: Floats
    emphasis: Floats
    properties: Floats
    sought: Bools
    forms: Mapping[str, tuple[str, ...]]
    compounds: Mapping[str, Mapping[str, tuple[int, ...]]]
    function: Bools
    capital: Bools
    figure: Bools
    pairs: Mapping[tuple[int, int], float]
    asked: tuple[int, ...]
    trigrams: Int64s

    @cached_property
    def terms(self) -> dict[str, float]:
        """Term to its share of the question's weight."""
        return dict(zip(self.names, self.shares.tolist(), strict=True))

    @cached_property
    def sought_shares(self) -> Floats:
        """Shares among the sought words alone: (m,), summing to 1, or all 0 when there is none."""
        shares = np.where(self.sought, self.shares, 0.0)
        return np.asarray(shares / (shares.sum() or 1.0))


def analyse(
    question: Question, idf: Callable[[Sequence[str]], Sequence[float]], languages: Iterable[str] = ()
) -> Query:
    """Return the query for `question`; empty arrays and mappings when it has no word.

    idf: of terms in the language of the question. languages: of the passages to match, beside that one.
    """
    asked_in = question.language
    places_of = tokens(question.text, asked_in)
    words = [question.text[start:end] for _, start, end in places_of]
    stems = [stem for stem, _, _ in places_of]
    places = {stem: place for place, stem in reversed(list(enumerate(stems)))}
    first = sorted(places.values())
    names = tuple(stems[place] for place in first)
    index = {name: number for number, name in enumerate(names)}
    grammar = find_light_terms(question.text, asked_in, question.foreign or asked_in)
    in_cue = set(terms(question.cue, asked_in))
    function = np.array([name in grammar for name in names], dtype=np.bool_)
    sought = np.array([name not in grammar and name not in in_cue for name in names], dtype=np.bool_)
    earlier = carried_terms(question.carried, asked_in)
    emphasis = np.array([earlier.get(name, 1.0) for name in names])
    rarity = np.asarray(idf(names), dtype=np.float64)
    raw = (rarity + LEAST_RARITY) * np.where(sought, 1.0, FUNCTION_WEIGHT) * emphasis
    sequence = np.array([index[stem] for stem in stems], dtype=np.intp)
    pairs = {(int(a), int(b)): float(raw[a] + raw[b]) for a, b in pairwise(sequence)}
    total = sum(pairs.values()) or 1.0
    capitals = {
        stem for place, (word, stem) in enumerate(zip(words, stems, strict=True)) if place and word[0].isupper()
    }
    content = [(word, stem not in earlier) for word, stem in zip(words, stems, strict=True) if stem not in grammar]
    looked_for = [word for word, is_own in content if is_own] or [word for word, _ in content]
    properties = _describe_words(words, stems, grammar, in_cue, dict(zip(names, rarity.tolist(), strict=True)))
    forms = {
        language: names if language == asked_in else tuple(term(words[place], language) for place in first)
        for language in {asked_in: None, **dict.fromkeys(languages)}
    }
    return Query(
        question=question,
        names=names,
        sequence=sequence,
        shares=raw / (raw.sum() or 1.0),
        idf=rarity,
        emphasis=emphasis,
        properties=properties[first],
        sought=sought,
        forms=forms,
        compounds={language: _find_compounds(question.text, language, names) for language, names in forms.items()},
        function=function,
        capital=np.array([name in capitals and name not in grammar for name in names], dtype=np.bool_),
        figure=np.array([words[place][0].isdecimal() for place in first], dtype=np.bool_),
        pairs={pair: weight / total for pair, weight in pairs.items()},
        asked=tuple(index[name] for name in _find_noun_asked_for(question) if name in index),
        trigrams=trigrams(" ".join(looked_for)),
    )


def _find_compounds(text: str, language: str, names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return what hyphened words of a question are as one, to the places of their parts among its terms."""
    return {
        together: tuple(names.index(part) for part in parts if part in names)
        for together, parts in find_asked_compounds(text, language).items()
    }


def _describe_words(
    words: list[str], stems: list[str], grammar: Set[str], in_cue: Set[str], idf: Mapping[str, float]
) -> Floats:
    """Return the properties of each word of a question: (n_words, len(PROPERTIES))."""
    n = len(words)
    folded = [fold(word) for word in words]
    function = [stem in grammar for stem in stems]
    capital = [place > 0 and word[0].isupper() for place, word in enumerate(words)]
    content = [place for place in range(n) if not function[place]]
    last_but_one = content[-2:-1] if len(content) > 2 else []
    rows = np.zeros((n, len(PROPERTIES)))
    for place, (word, stem) in enumerate(zip(folded, stems, strict=True)):
        before = folded[place - 1] if place else ""
        after = folded[place + 1] if place + 1 < n else ""
        rows[place] = [
            1.0,
            idf[stem],
            max(0.0, idf[stem] - 3.0),
            max(0.0, idf[stem] - 5.0),
            function[place],
            stem in in_cue,
            capital[place],
            word[0].isdecimal(),
            words[place].isupper() and len(word) > 1,
            place in content[:1],
            place in content[1:2],
            place in last_but_one,
            place in content[-1:],
            place / n,
            1.0 / max(1, len(content)),
            len(stem) <= 3,
            len(stem) >= 8,
            *(word.endswith(ending) for ending in _ENDINGS),
            *(before == other for other in _BEFORE),
            before in _AUXILIARIES,
            place > 1 and capital[place - 1],
            place + 1 < n and capital[place + 1],
            after == "of",
            after in _PLACES,
            not after,
            *(word == asking for asking in _ASKING),
        ]
    return rows


def _find_noun_asked_for(question: Question) -> list[str]:
    """Return the terms of the noun that an English question asks for ("Which metro line is it?"); empty for none."""
    match = _NOUN_ASKED_FOR.search(question.text) if question.in_english else None
    names = map(term, match.group(1).split()) if match else ()
    return list(takewhile(lambda name: name not in FUNCTION_TERMS, names))
