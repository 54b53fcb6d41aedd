"""The sentence of one version of a document that stands where another version has a given sentence.

It is the most like it, and the given one is the most like that in turn, so that a sentence of its own has no claim to
be another one's. Sentences are alike by the words that they share apart from figures, by the heading that both stand
under, and by the sentences around them. A word of the question that the given one holds must stand in the other one or
its headings too, unless that denies what the first affirms: another plan, row or person is another thing. Left out:
sentences that share no word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.quoting.figures import find_figures
from qa.quoting.versions.names import strip_marks
from qa.quoting.versions.polarity import oppose, says_change
from qa.text.stems import function_terms
from qa.text.terms import terms
from qa.types import Passage

__all__ = ["Counterpart", "SentencePlace", "find_counterpart", "list_telling"]

_ALIKE = 0.5  # from here on a sentence is a counterpart
_ANCHORED = 0.6  # sentences that are so much alike stand in the same place
_NEIGHBOUR, _EDGE, _HEADING = 0.3, 0.15, 0.15  # what a like neighbour, the same edge and the same heading add
_TRIED = 3  # best ones
_MOST_SENTENCES = 80  # of the passages of a document
_FEW = 2  # telling words, below which the heading counts as well
_MOST_ADDED = 1  # telling words that a sentence elsewhere may have more than its counterpart


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """A sentence by its passage and its number within it."""

    passage: Passage
    number: int

    @property
    def text(self) -> str:
        """The sentence, word for word."""
        return self.passage.cut(*self.passage.sentences[self.number])


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands where another version has a sentence. anchored: whether what stands around both is alike too."""

    place: SentencePlace
    anchored: bool


@lru_cache(maxsize=2048)
def list_telling(sentence: str, language: str) -> frozenset[str]:
    """Return the terms of a sentence that are no function words and no figures.

    >>> sorted(list_telling("A permit costs EUR 40 a year.", "en"))
    ['cost', 'permit', 'year']
    """
    _, rest = find_figures(sentence, language)
    return frozenset(terms(" ".join(rest), language)) - function_terms(language)


def find_counterpart(
    sentence: SentencePlace, own: Iterable[Passage], others: Iterable[Passage], asked: frozenset[str]
) -> Counterpart | None:
    """Return what stands in the place of a sentence in the passages of another version, or None; ties by place.

    own: passages of its document, `sentence.passage` among them. asked: terms of the question.
    """
    language = sentence.passage.language
    ranked = []
    for place in _list_places(others):
        if place.passage.language == language:
            likeness, anchors = _compare(sentence, place)
            if likeness >= _ALIKE:
                ranked.append((-likeness, place.passage.start, place.number, place, anchors > _HEADING))
    ranked.sort(key=lambda item: item[:3])
    for likeness, _, _, place, anchored in ranked[:_TRIED]:
        rivals = (_compare(place, other)[0] for other in _list_places(own) if other != sentence)
        if all(rival <= -likeness for rival in rivals) and _speaks_of_same(sentence, place, asked, anchored=anchored):
            return Counterpart(place, anchored)
    return None


def _list_places(passages: Iterable[Passage]) -> list[SentencePlace]:
    places = [SentencePlace(passage, n) for passage in passages for n in range(len(passage.sentences))]
    return places[:_MOST_SENTENCES]


def _compare(a: SentencePlace, b: SentencePlace) -> tuple[float, float]:
    """Return how alike two sentences are, and how much of it is by what stands around them; zeros when not at all."""
    one, other = _list_words(a), _list_words(b)
    shared = len(one & other)
    if not shared or not _are_headings_alike(a.passage, b.passage):
        return 0.0, 0.0
    anchors = 0.0
    if _end_heading(a.passage) == _end_heading(b.passage):
        anchors += _HEADING
    for step in (-1, 1):
        near, beside = _step(a, step), _step(b, step)
        if near and beside:
            anchors += _NEIGHBOUR * (_share(list_telling(near, a.passage.language), beside, b) >= _ANCHORED)
        elif not near and not beside:
            anchors += _EDGE
    return 2.0 * shared / (len(one) + len(other)) + anchors, anchors


def _share(one: frozenset[str], beside: str, b: SentencePlace) -> float:
    other = list_telling(beside, b.passage.language)
    return 2.0 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _step(place: SentencePlace, step: int) -> str:
    """Return the sentence before or after one in its passage; empty where there is none."""
    number = place.number + step
    passage = place.passage
    return passage.cut(*passage.sentences[number]) if 0 <= number < len(passage.sentences) else ""


def _list_words(place: SentencePlace) -> frozenset[str]:
    """Return the telling words of a sentence, and those of the heading above it where it has few."""
    words = list_telling(place.text, place.passage.language)
    if len(words) >= _FEW:
        return words
    return words | list_telling(_end_heading(place.passage), place.passage.language)


@lru_cache(maxsize=2048)
def _clean(heading: str) -> str:
    return strip_marks(heading)


def _end_heading(passage: Passage) -> str:
    """Return the nearest heading without marks of a version."""
    return _clean(passage.nearest_heading)


def _are_headings_alike(a: Passage, b: Passage) -> bool:
    """Tell whether the nearest headings may be of one section: equal, none, or with a word in common."""
    one, other = _end_heading(a), _end_heading(b)
    if one == other or not one or not other:
        return True
    return bool(list_telling(one, a.language) & list_telling(other, b.language))


def _speaks_of_same(a: SentencePlace, b: SentencePlace, asked: frozenset[str], *, anchored: bool) -> bool:
    """Tell whether two sentences that are alike speak of the same thing, as far as words tell."""
    language = a.passage.language
    one, other = _list_words(a), _list_words(b)
    lacking = (asked & one) - other - list_telling(b.passage.heading or "", language)
    first, second = _find_first(a.text, language), _find_first(b.text, language)
    if lacking:
        changed = oppose(a.text, b.text, language) or says_change(b.text, language) or says_change(a.text, language)
        return changed and (first in other or anchored)
    if anchored or not one - other:
        return anchored or len(other - one) <= _MOST_ADDED
    return first in other or second in one


def _find_first(sentence: str, language: str) -> str:
    """Return the first telling word of a sentence, which mostly is what it speaks of; empty when it has none."""
    telling = list_telling(sentence, language)
    return next((name for name in terms(sentence, language) if name in telling), "")


def list_words_in_order(sentence: str, language: str) -> Sequence[str]:
    """Return the telling words of a sentence in order."""
    telling = list_telling(sentence, language)
    return [name for name in terms(sentence, language) if name in telling]
