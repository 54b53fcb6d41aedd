"""Score the sentences of the best passages by how well they answer a question.

The scorer is untrained: a weighted mean of a few quantities that are each in [0, 1] and each have a plain meaning.
Every question word has a share of the question's weight by its rarity (idf); function words count for little.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from qa.answer_type import AnswerType, answer_type, candidates, cue
from qa.language import DEFAULT_LANGUAGE
from qa.text import light_terms, terms
from qa.types import Evidence, Hit, Passage, Span

__all__ = ["FEATURE_WEIGHTS", "Query", "analyse", "select"]

Term = TypeVar("Term", bound=Hashable)

FUNCTION_WEIGHT = 0.1  # what a function word, or one that only says what is asked for, counts for beside one of matter
CARRIED_WEIGHT = 0.5  # what a word of an earlier question counts for, beside one that was just typed
LEAST_RARITY = 1.0  # added to the idf: in a library of a few passages, rarity says little of how telling a word is

# Set by hand near the optimum on questions of SQuADShifts' new Wikipedia set (quote@1 .76); they sum to 1.
FEATURE_WEIGHTS: Mapping[str, float] = {
    "coverage": 0.30,  # share of the question's weight that the sentence holds
    "derived": 0.10,  # share that it holds only in another form: a word that begins alike
    "previous": 0.10,  # share that it lacks and the sentence before holds
    "passage": 0.12,  # share that the passage, its heading or its document's title holds
    "pairs": 0.12,  # share of the question's pairs of neighbouring words that the sentence holds
    "retrieval": 0.20,  # score of the passage, relative to the best one's
    "answer_type": 0.06,  # 1 when it offers what is asked for, 0 when it does not, 1/2 when that is not known
}
_SHORTEST_STEM, _ALIKE = 4, 0.7  # two terms are forms of one word when they share this much of their beginning


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it is matched: the share of its weight that each term and each pair of terms carries.

    language: of the passages that it is matched with; the terms are those of this language.
    """

    terms: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    answer_type: AnswerType | None
    language: str = DEFAULT_LANGUAGE


def analyse(
    question: str,
    idf: Callable[[Sequence[str]], Sequence[float]],
    *,
    typed: str | None = None,
    language: str = DEFAULT_LANGUAGE,
    asked_in: str = DEFAULT_LANGUAGE,
) -> Query:
    """Return the query for `question`; empty mappings when it has no word.

    typed: the part that was asked just now; words from earlier in the conversation only say what it is about.
    language: of the passages to match, as is `idf`. asked_in: language of the question.
    """
    words = terms(question, language)
    names = list(dict.fromkeys(words))
    english = asked_in == DEFAULT_LANGUAGE  # the only language whose questions are understood by their form
    light = light_terms(question, language, asked_in).union(terms(cue(question), language) if english else ())
    own = set(words if typed is None else terms(typed, language))
    raw = {
        name: (rarity + LEAST_RARITY)
        * (FUNCTION_WEIGHT if name in light else 1.0)
        * (1.0 if name in own else CARRIED_WEIGHT)
        for name, rarity in zip(names, idf(names), strict=True)
    }
    pairs = {(a, b): raw[a] + raw[b] for a, b in pairwise(words)}
    return Query(_shares(raw), _shares(pairs), answer_type(question) if english else None, language)


def _shares(weights: dict[Term, float]) -> dict[Term, float]:
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()} if total else {}


def select(queries: Mapping[str, Query], hits: Sequence[Hit], titles: Mapping[str, str]) -> list[Evidence]:
    """Return the sentences of `hits` that share a word with the question, best first, ties by document id and place.

    queries: the question as it is matched in each language of the hits, by code.
    titles: title of each hit's document, by id.
    """
    best = hits[0].score if hits else 1.0
    evidence = [
        sentence
        for hit in hits
        for sentence in _sentences(
            queries[hit.passage.language], hit.passage, hit.score / best, titles[hit.passage.document_id]
        )
    ]
    return sorted(evidence, key=lambda sentence: (-sentence.score, sentence.span))


def _sentences(query: Query, passage: Passage, retrieval: float, title: str) -> Iterator[Evidence]:
    """Yield the evidence of one passage, in order."""
    words = [terms(passage.cut(*place), query.language) for place in passage.sentences]
    present = [set(sentence) for sentence in words]
    everything = set().union(*present, terms(passage.heading or "", query.language), terms(title, query.language))
    in_passage = _share(query.terms, everything)
    for at, (start, end) in enumerate(passage.sentences):
        matched = {name: weight for name, weight in query.terms.items() if name in present[at]}
        if not matched:
            continue
        features = {
            "coverage": sum(matched.values()),
            "derived": _derived(query.terms, present[at]),
            "previous": _share(query.terms, present[at - 1] - present[at]) if at else 0.0,
            "passage": in_passage,
            "pairs": _share(query.pairs, set(pairwise(words[at]))),
            "retrieval": retrieval,
            "answer_type": _offers(query, passage.cut(start, end)),
        }
        score = sum(weight * features[name] for name, weight in FEATURE_WEIGHTS.items())
        yield Evidence(Span(passage.document_id, start, end), passage, score, matched, features)


def _share(weights: Mapping[Term, float], present: Set[Term]) -> float:
    return sum(weight for name, weight in weights.items() if name in present)


def _derived(weights: Mapping[str, float], present: Set[str]) -> float:
    """Return the share of the terms that are absent, but begin like one that is present."""
    total = 0.0
    openings = {other[:_SHORTEST_STEM] for other in present}  # tells at once of most words that there is no other form
    for name, weight in weights.items():
        if name not in present and name[:_SHORTEST_STEM] in openings and len(name) >= _SHORTEST_STEM:
            beginning = name[: max(_SHORTEST_STEM, int(_ALIKE * len(name)))]
            if any(other.startswith(beginning) for other in present):
                total += weight
    return total


def _offers(query: Query, sentence: str) -> float:
    if query.answer_type is None:
        return 0.5
    return 1.0 if candidates(query.answer_type, sentence, frozenset(query.terms)) else 0.0
