"""Where the words that the model chose are not marked after all: what is seen to be wrong in them by rule.

The model sees shapes and nearness, and knows nothing of how a document is laid out: a section's number is a number to
it, the nearest of three prices a price. A wrong mark misleads more than none, so each rule only takes a mark away. The
rules are of English, as all questions with a focus are. Left out: another choice in its place.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from qa.question.question import Question
from qa.text.english import MONTH, SPELLED, WEEKDAYS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.stems import fold
from qa.text.terms import FUNCTION_TERMS, terms
from qa.text.words import words

__all__ = ["is_doubtful"]

_PARTS = r"(?:sections?|clauses?|articles?|steps?|paragraphs?|chapters?|rules?|items?|parts?|versions?|releases?)"
_LABEL = Pattern(
    rf"\s*(?:(?i:{_PARTS}\s+|§+\s*)\d+(?:\.\d+)*[.):]?|\(?(?:\d+(?:\.\d+)+[.):]?|\d{{1,3}}[.)]))(?=\s+[\p{{Lu}}\"“‘'(])"
)
_ASKS_LABEL = Pattern(rf"\b{_PARTS}\b", regex.I)
_FIGURE = Pattern(r"\d+(?:[.,:]\d+)*")
_AMOUNT_ASKED = Pattern(r"[$€£¥%]\s?\d|\d\s?[$€£¥%]|\b[A-Z]{3}\s\d|\d[.,]\d|\d (?:euros?|dollars?|pounds?|percent)\b")
_AND = Pattern(r"\b(?:and|but)\b|[;,]\s")
_UNITS_OF_ONE = Pattern(
    r"\d\s*(?:hours?|days?|weeks?|months?|years?|feet|foot|pounds?|metres?|meters?|euros?|dollars?)(?:,? and)?\s+\d+\s*"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|inch(?:es)?|ounces?|pence|cents?|centimetres?)\b",
    regex.I,
)
_COUNTS = Pattern(
    r"how (?:many|old|tall|high|deep|wide|heavy|fast|much (?:is|are|was|were|do|does|did|will|would|can|must)\b)",
    regex.I,
)
_AMOUNT = Pattern(
    rf"\d|\b(?:{any_of(SPELLED)}|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th"
    r"|an?|any|no|free|nothing|all|both|several|various|numerous|few|many|most|every|each|only|single|couple|pair)\b",
    regex.I,
)
_NO_PERSON = Pattern(
    rf"(?:[$€£¥]?\s?\d\P{{Lu}}*|(?i:(?:every|each|per)\b)\P{{Lu}}*|{MONTH}|(?:{'|'.join(WEEKDAYS)}))\Z"
)
_ROLE = Pattern(r"(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*)*)\s*\(([^()]{1,80})\)")
_IS_NOW = Pattern(
    r"\s*who(?:['’]s| is| are) (?:the|our|your|their|its|my) ((?:[\w-]+ ){0,3}?[\w-]+)(?= (?:of|for|in|at|on)\b|\W*$)",
    regex.I,
)
_OVER, _ENDS = frozenset("was were former formerly previously ex".split()), frozenset(("until", "till"))
_NEAR = 4  # words between a role and what says that it is over


def is_doubtful(question: Question, sentence: str, start: int, end: int) -> bool:
    """Tell whether the words `[start, end)` of a sentence are seen not to answer, or to be more than one answer.

    >>> rent = "4.2 Rent is due on Mondays."
    >>> is_doubtful(Question("When is rent due?"), rent, 0, 3), is_doubtful(Question("When is rent due?"), rent, 19, 26)
    (True, False)
    """
    focus = sentence[start:end]
    if question.type in {"number", "duration"} and _holds_several(focus):
        return True
    if question.type == "number" and _COUNTS.search(question.text) and not _AMOUNT.search(focus):
        return True
    if question.type == "person" and (
        _NO_PERSON.match(focus) or _is_over(question, sentence) or _is_beside_role(question, sentence, start, end)
    ):
        return True
    return _begins_with_label(question, sentence, start) or _passes_over(question, sentence, start, end)


def _begins_with_label(question: Question, sentence: str, start: int) -> bool:
    """Tell whether words begin within the number of a section, which begins the sentence and is not asked for."""
    label = _LABEL.match(sentence)
    return label is not None and start < label.end() and not _ASKS_LABEL.search(question.text)


def _holds_several(focus: str) -> bool:
    """Tell whether words hold figures of several things: "2 metres deep and 25 long", but not "2 hours 30 minutes"."""
    figures = [match.span() for match in _FIGURE.finditer(focus)]
    if len(figures) < 2 or _UNITS_OF_ONE.search(focus):
        return False
    gaps = (focus[end:start] for (_, end), (start, _) in pairwise(figures))
    return any(_AND.search(gap) and any(map(str.isalpha, _AND.sub("", gap))) for gap in gaps)


def _is_over(question: Question, sentence: str) -> bool:
    """Tell whether it is asked who is something now, and a sentence says who was."""
    asked = _IS_NOW.match(question.text)
    if not asked:
        return False
    said, role = list(map(fold, words(sentence))), fold(words(asked[1])[-1])
    for place in (place for place, word in enumerate(said) if word == role):
        before, after = said[max(0, place - _NEAR) : place], said[place + 1 : place + 2 + _NEAR]
        if not _OVER.isdisjoint(before) or not _ENDS.isdisjoint(after):
            return True
    return False


def _is_beside_role(question: Question, sentence: str, start: int, end: int) -> bool:
    """Tell whether what is asked for stands in brackets behind another name: "Ann Lee (chair), Tom Roy (clerk)"."""
    roles = [role for role in _ROLE.finditer(sentence) if not role[2].isupper()]
    if len(roles) < 2:
        return False
    asked = set(terms(" ".join(question.sought_words)))
    held = [role for role in roles if not asked.isdisjoint(set(terms(role[2])) - FUNCTION_TERMS)]
    return len(held) == 1 and not (start < held[0].end() and end > held[0].start())


def _passes_over(question: Question, sentence: str, start: int, end: int) -> bool:
    """Tell whether another figure stands between words and the amount that the question names."""
    asked = {match[0] for match in _FIGURE.finditer(question.text)}
    if len(asked) != 1 or not _AMOUNT_ASKED.search(question.text):
        return False
    figures = [match for match in _FIGURE.finditer(sentence) if not start <= match.start() < end]
    named = [match for match in figures if match[0] in asked]
    if len(named) != 1:
        return False
    low, high = sorted((named[0].start(), start))
    return any(low < match.start() < high and match[0] not in asked for match in figures)
