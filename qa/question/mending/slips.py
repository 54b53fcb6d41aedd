"""One misspelt word and the word that is clearly meant, among the words that documents hold and function words.

Where several are meant as likely, none is: likelier is what fewer letters lie between, then what has no letter changed
for another, then what begins alike. A word far more common than the others counts as meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from rapidfuzz.distance import OSA

from qa.text.function_words import FUNCTION_WORDS
from qa.text.lazy_regex import Pattern
from qa.text.stems import fold, term
from qa.text.words import words
from qa.types import NearTerm

__all__ = ["SHORTEST", "Correction", "FindNear", "IsKnown", "correct", "is_mendable"]

FindNear = Callable[[str, str, int], Sequence[NearTerm]]
IsKnown = Callable[[str, str], bool | None]

SHORTEST = 4  # letters of a word that is mended
_LONG = 8  # letters of a word that may have two slips
_SHORT_WORD = 6  # fewer letters than that say little: another word may be meant
_LONGEST = 40
_ENDING = 3  # letters that may be of an ending, where two are slips
_MOST_LANGUAGES = 3
_AS_COMMON = 3  # how much more common one of two words must be, where they are as near
_MORE_THAN_ANY = 1 << 40  # passages
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
_WITHIN = Pattern(r"[\p{L}\p{N}][._/@\\:#+-]$")
_SEVERAL = Pattern(r"(.)\1+")
_GOES_ON = Pattern(r"[._/@\\:#+][\p{L}\p{N}]|-\p{N}|[+#]")


class Correction(NamedTuple):
    """A word in place of another. rank: how likely it is meant, the least first. sure: whether without asking back."""

    rank: tuple[int, int, int]
    n_passages: int
    term: str
    written: str
    sure: bool

    @property
    def order(self) -> tuple[tuple[int, int, int], int, str]:
        """By what corrections are sorted, the one that is meant first."""
        return self.rank, -self.n_passages, self.term


def is_mendable(word: str, text: str, start: int, end: int) -> bool:
    """Tell whether a word, which stands at a place in a text, is one that people type, and no part of an identifier."""
    if not SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word.isupper():
        return False
    if any(letter.isupper() for letter in word[1:]):
        return False
    return not (_WITHIN.search(text[max(0, start - 2) : start]) or _GOES_ON.match(text[end : end + 2]))


def correct(
    word: str, languages: Sequence[str], find_near: FindNear, is_known: IsKnown, *, inside: bool
) -> Correction | None:
    """Return the one word that is clearly meant, or None. inside: whether another stands before it.

    languages: of the documents, that of the question first. find_near, is_known: as of `mend`.
    """
    most = 1 if len(word) < _LONG else 2
    options: dict[str, Correction] = {}
    for language in languages[:_MOST_LANGUAGES]:
        known = is_known(word, language)
        if known:
            return None
        is_name = inside and word[0].isupper() and language not in _NOUNS_IN_CAPITALS
        near = [*find_near(word, language, most)]
        candidates = [_compare(word, each, language, most, listed=known is not None, is_name=is_name) for each in near]
        if not is_name and language == languages[0]:
            candidates += _list_function_words(word, language)
        for candidate in candidates:
            if candidate and (candidate.term not in options or candidate.order < options[candidate.term].order):
                options[candidate.term] = candidate
    ranked = sorted(options.values(), key=lambda each: each.order)
    if not ranked:
        return None
    first, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    if second and first.rank == second.rank and first.n_passages < _AS_COMMON * second.n_passages:
        return None
    return first


def _list_function_words(word: str, language: str) -> list[Correction]:
    """Return the function words of a language that a word is a slip of, with all of its letters or one less or more."""
    typed = fold(word, language)
    corrections = []
    for written in FUNCTION_WORDS.get(language, ()):
        meant = fold(written, language)
        if len(meant) >= SHORTEST and OSA.distance(typed, meant, score_cutoff=1) == 1 and typed[0] == meant[0]:
            exchanged = sorted(typed) == sorted(meant)
            if exchanged or not _is_ending(typed, meant):
                rank = (1, int(len(typed) == len(meant) and not exchanged), 0)
                corrections.append(
                    Correction(rank, _MORE_THAN_ANY, term(written, language), _put_case(written, word, language), True)
                )
    return corrections


def _compare(word: str, near: NearTerm, language: str, most: int, *, listed: bool, is_name: bool) -> Correction | None:
    """Return the word of a near term that is nearest to a typed one as passages write it; None for none."""
    typed = fold(word, language)
    forms = Counter(_list_forms(near, language))
    if not forms:
        return None
    distances = {form: OSA.distance(typed, fold(form, language)) for form in forms}
    written = min(forms, key=lambda form: (distances[form], form != form.lower(), -forms[form], form))
    distance = min(near.distance, distances[written])
    if distance > most or distances[written] > most + 1 or not written.isalpha():
        return None
    meant = fold(written, language)
    if distances[written] > 1 and sorted(typed) != sorted(meant) and _count_apart(typed, meant) <= _ENDING:
        return None  # another form of the word, as far as can be told
    if distances[written] > distance:  # a slip in another form of the word
        typed, meant = term(word, language), near.term
    exchanged = OSA.distance(typed, meant) == 1 and sorted(typed) == sorted(meant)
    changed = len(typed) == len(meant) and not exchanged
    same_start = typed[0] == meant[0]
    likely = exchanged or _SEVERAL.sub(r"\1", typed) == _SEVERAL.sub(r"\1", meant)
    if not same_start and not exchanged:
        return None
    if not likely and (len(typed) < _SHORT_WORD or (not listed and _is_ending(typed, meant))):
        return None
    sure = not (is_name and (changed or distance > 1 or len(typed) < _SHORT_WORD))
    return Correction(
        (distance, changed, not same_start), near.n_passages, near.term, _put_case(written, word, language), sure
    )


def _list_forms(near: NearTerm, language: str) -> Iterator[str]:
    for passage in near.passages:
        yield from (word for word in words(passage.text) if term(word, language) == near.term)


def _is_ending(a: str, b: str) -> bool:
    """Tell whether two words may be forms of one, as they are alike but for the last letters.

    >>> _is_ending("director", "directory"), _is_ending("libary", "library"), _is_ending("ticke", "ticket")
    (True, False, True)
    """
    apart = _count_apart(a, b)
    return apart <= 2 and max(len(a), len(b)) - apart >= min(len(a), len(b)) - 1


def _count_apart(a: str, b: str) -> int:
    """Return how many letters the longer of two words has from where they are no longer alike."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return max(len(a), len(b)) - shared


def _put_case(written: str, typed: str, language: str) -> str:
    """Return a word as documents write it, with a capital where it was typed with one and no others."""
    if typed[0].isupper():
        return written[0].upper() + written[1:]
    return written.lower() if written.isupper() and language not in _NOUNS_IN_CAPITALS else written
