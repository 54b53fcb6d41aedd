"""What is looked for when a question is asked: its terms, their synonyms and its pairs of words, with their weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Set
from itertools import pairwise
from types import MappingProxyType

import numpy as np

from qa.arrays import Floats
from qa.ranking.formulas import Options, Statistics, column_name, idf, indexed, is_indexed
from qa.text.detect import detect, detect_foreign
from qa.text.identifiers.compounds import find_asked_compounds
from qa.text.languages.synonyms import list_synonyms
from qa.text.terms import find_light_terms, terms

__all__ = [
    "NOTHING_CARRIED",
    "carried_terms",
    "indexed_of_question",
    "list_sought",
    "question_pairs",
    "question_weights",
]

NOTHING_CARRIED: Mapping[str, float] = MappingProxyType({})


def indexed_of_question(question: str, language: str) -> list[str]:
    """Return the terms that the index may hold of the words of a question.

    >>> indexed_of_question("A Wi-Fi?", "en")
    ['a', 'wi', 'fi', 'wifi']
    """
    return indexed(terms(question, language), [*find_asked_compounds(question, language)], language)


def list_sought(question: str, language: str) -> list[str]:
    """Return the terms that the index may hold of the words of a question and of their synonyms.

    >>> list_sought("A car?", "en")
    ['a', 'car', 'van', 'vehicl']
    """
    asked, synonyms = dict.fromkeys(indexed_of_question(question, language)), list_synonyms(language)
    others = sorted({other for name in asked for other in synonyms.get(name, ())}.difference(asked))
    return [*asked, *others]


def carried_terms(carried: Mapping[str, float], language: str) -> dict[str, float]:
    """Return the weights of the terms of words that were carried over, beside 1 for one that was typed.

    >>> carried_terms({"Häuser": 0.5, "neu": 0.25}, "de")
    {'haus': 0.5, 'neu': 0.25}
    """
    weights: dict[str, float] = {}
    for word, weight in carried.items():
        for name in terms(word, language):
            weights[name] = max(weight, weights.get(name, 0.0))
    return weights


def question_weights(
    question: str, statistics: Statistics, options: Options, carried: Mapping[str, float] = NOTHING_CARRIED
) -> tuple[list[str], Floats]:
    """Return the names of the question's known terms, heaviest first, ties by name, and the weight of each.

    Synonyms of its content words are among them. In the language that knows most of the question they sum to 1.
    carried: words of the question that are from earlier in a conversation, to what they count for, in (0, 1].
    """
    languages = statistics.languages
    if not languages:
        return [], np.empty(0)
    asked_in = detect(question, among=list(languages))
    own = detect_foreign(question, list(languages)) or asked_in
    parts = [_weigh(language, question, own, statistics, options, carried) for language in languages]
    names = [name for known, _ in parts for name in known]
    weights = np.concatenate(
        [
            part if language == asked_in else options.foreign_weight * part
            for language, (_, part) in zip(languages, parts, strict=True)
        ]
    )
    norm = max(part.sum() for _, part in parts)
    order = sorted(range(len(names)), key=lambda place: (-weights[place], names[place]))
    return [names[place] for place in order], weights[order] / (norm or 1.0)


def _weigh(  # noqa: PLR0917
    language: str,
    question: str,
    asked_in: str,
    statistics: Statistics,
    options: Options,
    carried: Mapping[str, float],
) -> tuple[list[str], Floats]:
    """Return the columns of the question's known terms in one language and of their synonyms, and their weights before
    any norm."""
    light = find_light_terms(question, language, asked_in)
    counts = Counter(indexed_of_question(question, language))
    columns = [column_name(name, language) for name in counts]
    frequencies = statistics.document_frequencies(columns)
    known = np.flatnonzero(frequencies)
    emphasis = np.array([_emphasis(name, light, options) for name in counts], dtype=np.float64)[known]
    repeated = np.array(list(counts.values()), dtype=np.float64)[known]
    weights = emphasis * repeated * idf(frequencies[known], statistics.languages[language])
    earlier = carried_terms(carried, language) if carried else {}
    if carried:
        compounds = find_asked_compounds(question, language)
        counted = [min(earlier.get(word, 1.0) for word in compounds.get(name, name.split(" "))) for name in counts]
        weights *= np.array(counted, dtype=np.float64)[known]
    held = zip(counts, frequencies.tolist(), strict=True)
    asked = {name: frequency for name, frequency in held if name not in light and name not in earlier}
    others, theirs = _weigh_synonyms(asked, counts, language, statistics, options)
    names = [columns[place] for place in known]
    return [*names, *others], np.concatenate([weights, theirs])


def _weigh_synonyms(
    asked: Mapping[str, int], counted: Collection[str], language: str, statistics: Statistics, options: Options
) -> tuple[list[str], Floats]:
    """Return the columns of known synonyms of some terms of a question, and their weights.

    A synonym is as common as it or the word that it stands for, whichever is in more passages.
    asked: the terms, to how many passages hold each. counted: all of the question, which count for themselves.
    """
    synonyms = list_synonyms(language)
    held: dict[str, int] = {}
    for name, frequency in asked.items():
        for other in synonyms.get(name, ()):
            if other not in counted:
                held[other] = max(frequency, held.get(other, 0))
    if not held:
        return [], np.empty(0)
    columns = [column_name(name, language) for name in sorted(held)]
    frequencies = statistics.document_frequencies(columns)
    known = np.flatnonzero(frequencies)
    commoner = np.maximum(frequencies, [held[name] for name in sorted(held)])[known]
    return [columns[place] for place in known], options.synonym_weight * idf(commoner, statistics.languages[language])


def _emphasis(name: str, light: Set[str], options: Options) -> float:
    """Return the weight of a question's term by its kind, before its rarity."""
    if " " in name:
        return options.pair_weight
    return options.function_weight if name in light else 1.0


def question_pairs(
    question: str, languages: Mapping[str, int], weights: Mapping[str, float], options: Options
) -> tuple[dict[tuple[str, str], float], float]:
    """Return the gain of each pair of the question, by its columns, and the most that they add up to in one language.

    weights: of the question's known terms, by column.
    """
    pairs: dict[tuple[str, str], float] = {}
    most = 0.0
    for language in languages:
        known = [(word, column_name(word, language)) for word in terms(question, language)]
        own = {
            (a, b): options.pair_weight * (weights[a] + weights[b])
            for (left, a), (right, b) in pairwise(known)
            if a in weights and b in weights and not is_indexed(left, right, language)
        }
        pairs |= own
        most = max(most, sum(own.values()))
    return pairs, most
