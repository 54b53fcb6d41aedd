"""What a sentence affirms and denies: negations, and words of opposite meaning on a few scales (`scales`).

"Not allowed" is as much as "forbidden". Left out: how far a negation reaches; one that stands anywhere turns all of a
sentence, and two of them count once.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import regex

from qa.quoting.versions.scales import CHANGES, NEGATIONS, SCALES
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.lazy_regex import Pattern

__all__ = ["Opposition", "is_negated", "oppose", "says_change", "strip_polarity"]

Opposition = Literal["scale", "negation"]

_UNSPACED = frozenset({"ja", "zh", "ko"})
_ALLOWED = 1  # the place of the scale from allowed to forbidden
_BOUND = 600  # characters of a sentence that are looked at


def _compile(words: str, language: str) -> Pattern:
    return Pattern(words if language in _UNSPACED else rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", regex.I)


@cache
def _make_negation(language: str) -> Pattern | None:
    return _compile(NEGATIONS[language], language) if language in NEGATIONS else None


@cache
def _make_changes(language: str) -> Pattern | None:
    return _compile(CHANGES[language], language) if language in CHANGES else None


@cache
def _make_scales(language: str) -> tuple[tuple[Pattern, Pattern], ...]:
    return tuple((_compile(one, language), _compile(other, language)) for one, other in SCALES.get(language, ()))


@lru_cache(maxsize=512)
def is_negated(sentence: str, language: str = DEFAULT_LANGUAGE) -> bool:
    """Tell whether a sentence denies something.

    >>> is_negated("Dogs are no longer allowed."), is_negated("Hunde sind nicht erlaubt.", "de"), is_negated("No. 5")
    (True, True, False)
    """
    pattern = _make_negation(language)
    return bool(pattern and pattern.search(sentence[:_BOUND]))


@lru_cache(maxsize=512)
def says_change(sentence: str, language: str = DEFAULT_LANGUAGE) -> bool:
    """Tell whether a sentence says that something is other than it was: "now", "no longer"."""
    pattern = _make_changes(language)
    return bool(pattern and pattern.search(sentence[:_BOUND]))


@lru_cache(maxsize=512)
def _stand(sentence: str, language: str) -> tuple[int, ...]:
    """Return where a sentence stands on each scale: 1 or -1, 0 where it says nothing of it, or both."""
    turned = -1 if is_negated(sentence, language) else 1
    text = sentence[:_BOUND]
    return tuple(turned * (bool(one.search(text)) - bool(other.search(text))) for one, other in _make_scales(language))


def oppose(one: str, other: str, language: str = DEFAULT_LANGUAGE) -> Opposition | None:
    """Return how one sentence denies what another affirms: on a "scale", or by a "negation" alone; None if not so.

    >>> oppose("Bikes park for free.", "Bikes now need a permit.")
    'scale'
    >>> oppose("Dogs are not allowed.", "Dogs are forbidden.")
    >>> oppose("Das Tor klemmt.", "Das Tor klemmt nicht mehr.", "de")
    'negation'
    """
    pairs = list(zip(_stand(one, language), _stand(other, language), strict=True))
    if any(a * b < 0 for a, b in pairs):
        return "scale"
    if any(a and b for a, b in pairs) or _denies(one, language) == _denies(other, language):
        return None
    return "negation"


def _denies(sentence: str, language: str) -> bool:
    """Tell whether a sentence denies or forbids something."""
    allowed = _stand(sentence, language)[_ALLOWED : _ALLOWED + 1]
    return allowed == (-1,) or (allowed != (1,) and is_negated(sentence, language))


@lru_cache(maxsize=512)
def strip_polarity(sentence: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return a sentence without its negations, words of a scale and words of change.

    >>> strip_polarity("Dogs are no longer allowed in the garden.").split()
    ['Dogs', 'are', 'in', 'the', 'garden.']
    """
    text = sentence[:_BOUND]
    for pattern in (
        _make_changes(language),
        _make_negation(language),
        *(end for ends in _make_scales(language) for end in ends),
    ):
        text = pattern.sub(" ", text) if pattern else text
    return text
