"""Whether two sentences state the same fact, or another figure for the same thing. Rules, not grammar.

The same fact: the words are the same in the same order, by their stems, but for articles and the like; a part may
have moved from one end to the other ("In 1931, Smith founded it" and "Smith founded it in 1931"). Figures, signs and
units are words like all others, so they must be equal.

Another figure: two sentences of different documents disagree when all of these hold.

1. They have the same words of matter, negations and conditions, in any order, apart from their figures.
2. They have as many figures, each of the same kind (an amount, a date, a time of day) with the same sign.
3. Exactly one figure differs, by more than rounding or a word such as "about" explains.
4. That one is a date only when the question asks for a date; otherwise it puts the sentences in different times.
5. Neither begins with a pronoun, so that both name what they speak of, and no title or heading has another year.
6. Of the words of the question that they lack, their passages, headings and titles hold the same ones.

Left out: the same fact in other words, and contradictions without a figure (names, negations).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from qa.text.english import DEMONSTRATIVES, LIST_ITEM, MONTH, MONTHS, NUMBERS, POSSESSIVES, SCALES, SUBJECTS
from qa.text.lazy_regex import Pattern
from qa.text.stems import term
from qa.text.terms import FUNCTION_TERMS, terms, tokens
from qa.types import Evidence

__all__ = ["disagree", "fact"]

Kind = Literal["amount", "date", "time"]

_ITEM = Pattern(rf"\s*{LIST_ITEM}")
_EMPTY = frozenset({"a", "an", "the", "also", "howev", "moreov", "furthermor"})  # terms that say nothing
_SIGN = Pattern(r"[\p{Sc}%‰°<>≤≥±]|[-−](?=\d)")

_SPELLED_TERMS = {term(word): str(n) for word, n in NUMBERS.items()}
_SCALE = rf"(?:{'|'.join(SCALES)})\b"
_FIGURE = Pattern(
    rf"""
    (?P<time>
        \b(?P<hour>\d{{1,2}}) (?:[:.](?P<minute>\d\d))? \s? (?P<half>[ap])\.?m\b\.?
        | \b(?P<hour>\d{{1,2}}):(?P<minute>\d\d)\b)
    | (?P<date>
        \b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)? (?P<month>(?-i:{MONTH}))
          (?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)? (?:,?\s(?P<year>\d{{4}})\b)?
        | (?<![\d.,]|\p{{Sc}}\s?)\b(?P<year>(?:1\d|20)\d\d)\b (?![.,]\d|\s?%|\s{_SCALE}))
    | (?P<amount>
        (?P<sign>\p{{Sc}}\s?)? (?P<minus>(?<![\p{{L}}\p{{N}}])[-−])? (?<![\p{{L}}\p{{N}}.,])
        (?:(?P<number>\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\p{{L}}\d])|(?P<word>{"|".join(NUMBERS)})\b)
        (?:[\s-](?P<scale>{_SCALE}))? (?P<sign>\s?[%‰°])?)
    """,
    regex.VERBOSE | regex.I,
)
_HEDGE = Pattern(
    r"(?:\b(?:about|around|approximately|roughly|circa|some|nearly|almost|over|under|estimated|(?:more|less|fewer) than"
    r"|at (?:least|most)|up to)\s+(?:the\s+)?|~)$",
    regex.I,
)
# Terms that may be in one of two statements of the same thing and not in the other.
_ASIDE = frozenset(
    map(
        term,
        "about around approximately roughly circa some nearly almost over under estimated more less fewer than at "
        "least most up to accord report reportedly official announce state currently now today just only exactly "
        "total".split(),
    )
)
# Function words that change what is stated.
_TELLING = frozenset(
    map(
        term,
        "not no never nor neither none cannot without before after until above below between during except each every "
        "per from off out down if unless while will would could may might can other was were".split(),
    )
)
_PRONOUNS = SUBJECTS | POSSESSIVES | DEMONSTRATIVES | {"we", "i", "you", "our"}
_LABEL = Pattern(
    r"(?:\b(?:page|table|figure|fig\.|chapter|section|article|room|no\.|number|version|step|level|phase|type|grade|day"
    r"|week|route|line|item|part|volume|class|group)|(?<=\S\s)(?-i:\p{Lu})[\p{L}\p{M}’'.-]*)\s$",
    regex.I,
)
_FEWEST_WORDS = 2  # of matter, for a sentence to say what it speaks of
_YEAR = Pattern(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_HEDGED = 0.1  # a hedged figure is the same as one that differs by no more than this share of it
_ROUNDED = 2  # so many fewer digits make a figure a rounding of another


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure. value: of a date `(year, month, day)`, of a time `(minutes,)`; 0 for what is not said.

    digits: significant ones. hedged: "about" or the like stands before it.
    """

    kind: Kind
    sign: str
    value: tuple[float, ...]
    digits: int = 0
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class _Statement:
    """What two sentences must share to speak of the same thing, and their figures, those of one kind in order."""

    words: frozenset[str]
    figures: tuple[_Figure, ...]


@lru_cache(maxsize=256)  # an answer compares its few quotes with many sentences
def fact(sentence: str) -> tuple[str, ...]:
    """Return a key that is equal for sentences that state the same fact in the same words; never empty.

    >>> fact("In 1931, Smith founded the museum.") == fact("Smith founded a museum in 1931.")
    True
    >>> fact("Smith beat Jones.") == fact("Jones beat Smith.")
    False
    """
    sentence = sentence.strip()
    item = _ITEM.match(sentence)
    after = item.end() if item else 0
    places = [(start, _SPELLED_TERMS.get(name, name)) for name, start, _ in tokens(sentence) if name not in _EMPTY]
    places += [(match.start(), match.group()) for match in _SIGN.finditer(sentence)]
    words = [word for start, word in sorted(places) if start >= after]
    return _least_rotation(words) if words else (" ".join(sentence.split()),)


def _least_rotation(words: list[str]) -> tuple[str, ...]:
    """Return the rotation of `words` that sorts first, in linear time (Duval 1983)."""
    twice, n = words + words, len(words)
    i, best = 0, 0
    while i < n:
        best = i
        j, k = i + 1, i
        while j < 2 * n and twice[k] <= twice[j]:
            k = i if twice[k] < twice[j] else k + 1
            j += 1
        while i <= k:
            i += j - k
    return tuple(twice[best : best + n])


def disagree(a: Evidence, b: Evidence, question_terms: Set[str], titles: tuple[str, str], *, asks_date: bool) -> bool:
    """Tell whether two sentences give another figure for the same thing, by the rules at the head of this module.

    question_terms: of matter. titles: of the two documents. asks_date: whether the question asks for a date or time.
    """
    if a.span.document_id == b.span.document_id:
        return False
    one, other = _statement(a.text), _statement(b.text)
    if one is None or other is None or one.words != other.words:
        return False
    pairs = list(zip(one.figures, other.figures, strict=False))
    if len(one.figures) != len(other.figures) or any((x.kind, x.sign) != (y.kind, y.sign) for x, y in pairs):
        return False
    differing = [(x, y) for x, y in pairs if x.value != y.value]
    if len(differing) != 1 or _compatible(*differing[0]) or (differing[0][0].kind == "date" and not asks_date):
        return False
    if _years(a, titles[0]) != _years(b, titles[1]):
        return False
    lacking = question_terms - one.words
    return lacking & _around(a, titles[0]) == lacking & _around(b, titles[1])


def _statement(sentence: str) -> _Statement | None:
    """Return what a sentence states with figures; None when it has none, or does not name what it speaks of."""
    item = _ITEM.match(sentence)
    after = item.end() if item else 0
    figures: list[_Figure] = []
    rest: list[str] = []
    for match in _FIGURE.finditer(sentence, after):
        rest.append(sentence[after : match.start()])
        after = match.end()
        if match["amount"] and _LABEL.search(rest[-1]):
            rest.append(match.group())  # "Room 12" is a name
        else:
            figures.append(_figure(match, hedged=bool(_HEDGE.search(rest[-1]))))
    rest.append(sentence[after:])
    found = [("not" if word.endswith("n't") else word) for word in map(str, terms(" ".join(rest)))]
    words = frozenset(word for word in found if word in _TELLING or word not in FUNCTION_TERMS) - _ASIDE
    if not figures or len(words) < _FEWEST_WORDS or (found and found[0] in _PRONOUNS):
        return None
    return _Statement(words, tuple(sorted(figures, key=lambda figure: (figure.kind, figure.sign))))


def _figure(match: regex.Match[str], *, hedged: bool) -> _Figure:
    found = match.groupdict()
    if found["time"]:
        minutes = 60 * int(found["hour"]) + int(found["minute"] or 0)
        half = (found["half"] or "").lower()
        return _Figure("time", "", ((minutes % 720 + 720 * (half == "p")) if half else minutes,), digits=len(half))
    if found["date"]:
        month = (found["month"] or "")[:3]
        number = 1 + next((n for n, name in enumerate(MONTHS) if name[:3] == month), -1)
        return _Figure("date", "", (int(found["year"] or 0), number, int(found["day"] or 0)))
    written = (found["number"] or str(NUMBERS[found["word"].lower()])).replace(",", "")
    value = float(written) * SCALES.get((found["scale"] or "").lower(), 1.0) * (-1 if found["minus"] else 1)
    digits = len((written if "." in written else written.rstrip("0")).replace(".", "").lstrip("0"))
    return _Figure("amount", (found["sign"] or "").strip(), (value,), max(digits, 1), hedged)


def _compatible(a: _Figure, b: _Figure) -> bool:
    """Tell whether two figures of one kind that are not equal may still stand for the same."""
    if a.kind == "date":  # one says less than the other
        return all(x == y or not (x and y) for x, y in zip(a.value, b.value, strict=True))
    if a.kind == "time":  # one does not say whether it is before noon
        return a.digits != b.digits and (a.value[0] - b.value[0]) % 720 == 0
    rough, fine = sorted((a, b), key=lambda figure: figure.digits)
    x, y = rough.value[0], fine.value[0]
    if (a.hedged or b.hedged) and abs(x - y) <= _HEDGED * max(abs(x), abs(y)):
        return True
    rounded = float(f"{y:.{rough.digits - 1}e}") == x and fine.digits - rough.digits >= _ROUNDED
    return rounded or (x == int(x) and y != int(y) and round(y) == x)


def _years(evidence: Evidence, title: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(f"{title} {evidence.passage.heading or ''}"))


def _around(evidence: Evidence, title: str) -> frozenset[str]:
    return frozenset(terms(f"{title} {evidence.passage.heading or ''} {evidence.passage.text}"))
