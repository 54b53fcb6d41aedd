"""What each sentence stands under, beside headings: the question that it answers, the label or line that leads to it.

A question (`asking`) stands for what follows it: one on a line of its own for all up to the next question or
heading, one within a paragraph for the rest of that. A line that ends in a colon leads to the lines or the list below
it, and the number of a clause to the sentences of its paragraph. What only leads answers nothing itself, and so it is
not quoted; a line with a colon that says something is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.preparing.asking import ANSWER_LABEL, QUESTION_LABEL, asks, opens_question, skip_mark
from qa.text.english import LIST_ITEM
from qa.text.lazy_regex import Pattern

__all__ = ["Sentence", "find_leads"]

_MOST_LED = 12  # sentences that a question leads to
_MOST_WORDS_OF_LABEL = 6  # of a line with a colon that only names what is below
_LONGEST_QUESTION = 300  # characters of a line that has no mark and asks
_VISIBLE = Pattern(r"[\p{L}\p{N}]")
_LONGEST_NAME = 60  # characters of the first line of a block that names what the others are about
_STOPS = Pattern(r"[.!?;…。！？；।؟۔][\p{Pe}\p{Pf}\"'*_]*$")
_VALUE = Pattern(r":\s|\t|\s{3,}|; ")
_FIGURE = Pattern(r"\d|:\s|@")  # what a line has that says something of what another names
_LONGEST_LABEL = 40  # characters
_ITEM = Pattern(rf"{LIST_ITEM}|\([\p{{Ll}}\d]{{1,2}}\)\s")
_COLON = Pattern(r"[:：][\s*_]*$")
_CLAUSE = Pattern(
    r"(?:(?:§+\s*)?\d{1,3}(?:\.\d{1,3})+\.?|§+\s*\d{1,4}\p{L}?|\(\d{1,2}\)|(?:Art|Abs)\.\s?\d{1,3})(?=\s+[\p{Lu}\p{Lo}„“\"(])"
)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document. start: of its words, behind the mark of an item or the label of an answer.

    quotable: whether it can be an answer. lead: the place of what leads to it, or None. asks: whether it asks, on a
    line of its own.
    """

    start: int
    end: int
    quotable: bool
    lead: Pair | None = None
    asks: bool = False


@dataclass(slots=True)
class _Scope:
    """What leads to the sentences that come. blocks: how many ends of a paragraph it reaches over; -1 for all."""

    lead: Pair | None = None
    left: int = 0
    blocks: int = 0


def find_leads(text: str, language: str, places: Sequence[tuple[int, int, bool]]) -> list[Sentence]:
    """Return what is known of each sentence. places: start, end and whether it is a heading, ascending."""
    labelled = _has_labels(text, places)
    sentences: list[Sentence] = []
    scope, line, aside = _Scope(), _Scope(), _Scope()
    is_labelled = False  # whether the label of a question was the sentence before
    for number, (start, end, is_heading) in enumerate(places):
        above = text.count("\n", places[number - 1][1], start) if number else 2
        below = text.count("\n", end, places[number + 1][0]) if number + 1 < len(places) else 2
        if is_heading:
            asked = asks(text[start:end])
            scope, line, aside = _Scope((start, end), _MOST_LED, -1) if asked else _Scope(), _Scope(), _Scope()
            sentences.append(Sentence(start, end, quotable=False))
            continue
        if above > 1:
            line, scope, aside = _reach(line), _reach(scope), _Scope()
        words = text[start:end]
        at = start + skip_mark(words)
        alone = above > 0 and below > 0
        label = QUESTION_LABEL.match(text[at : end + _LONGEST_LABEL]) if labelled else None
        if label and at + label.end() > end:  # a label alone
            is_labelled = True
            sentences.append(Sentence(start, end, quotable=False))
            continue
        if label or is_labelled or asks(words) or (alone and _asks_unmarked(words, language)):
            begin = at + label.end() if label else at
            own = alone or bool(label) or is_labelled
            is_labelled = False
            if own:
                scope, line, aside = _Scope((begin, end), _MOST_LED, -1), _Scope(), _Scope()
            else:
                aside = _Scope((begin, end), _MOST_LED, 0)
            sentences.append(Sentence(begin, end, quotable=False, asks=own))
            continue
        if labelled and (answer := ANSWER_LABEL.match(text[at : end + _LONGEST_LABEL])):
            if at + answer.end() > end:
                sentences.append(Sentence(start, end, quotable=False))
                continue
            at += answer.end()
        lead = aside.lead or line.lead or (scope.lead if scope.left else None)
        scope.left -= 1
        quotable = _VISIBLE.search(text[at:end]) is not None
        if alone and _leads_on(
            words, above, below, text[slice(*places[number + 1][:2])] if number + 1 < len(places) else ""
        ):
            leads_only = _COLON.search(words) and len(words.split()) <= _MOST_WORDS_OF_LABEL and not scope.lead
            line = _Scope((at, end), _MOST_LED, 1 if below > 1 else 0)
            sentences.append(Sentence(at, end, quotable and not leads_only, scope.lead if scope.left + 1 > 0 else None))
            continue
        if above and not line.lead and (clause := _CLAUSE.match(text[at:end])) and clause.end() < end - at:
            line = _Scope((at, at + clause.end()), _MOST_LED, 0)
            lead = scope.lead if scope.left else None
        sentences.append(Sentence(at, end, quotable, lead))
    return sentences


def _has_labels(text: str, places: Sequence[tuple[int, int, bool]]) -> bool:
    """Tell whether questions and answers of a document have labels: one after another, twice or all that there are."""
    n_pairs = 0
    before = False
    last = 0
    for start, end, _ in places:
        is_within, last = "\n" not in text[last:start] and last > 0, end
        if is_within:  # a line
            continue
        words = text[start : start + _LONGEST_LABEL]
        if before and ANSWER_LABEL.match(words):
            n_pairs += 1
            if n_pairs > 1:
                return True
        before = QUESTION_LABEL.match(words) is not None
    return n_pairs > 0


def _leads_on(words: str, above: int, below: int, following: str) -> bool:
    """Tell whether a line leads to those below it: by a colon, or as it stops short before a list or others."""
    if _COLON.search(words):
        return True
    if not following or _STOPS.search(words):
        return False
    if item := _ITEM.match(following):
        own = _ITEM.match(words)
        return not own or _shape(own.group()) != _shape(item.group())
    named = len(words) <= _LONGEST_NAME and not _VALUE.search(words) and not _FIGURE.search(words)
    return above > 1 and below == 1 and named and _FIGURE.search(following) is not None


def _shape(mark: str) -> str:
    """Return the kind of an item's mark: its figures as 0, its letters as a."""
    return "".join("0" if each.isdecimal() else "a" if each.isalpha() else each for each in mark.strip())


def _asks_unmarked(words: str, language: str) -> bool:
    return len(words) <= _LONGEST_QUESTION and opens_question(words, language)


def _reach(scope: _Scope) -> _Scope:
    """Return what is left of a scope at the end of a paragraph."""
    if scope.blocks < 0:
        return scope
    return _Scope(scope.lead, scope.left, scope.blocks - 1) if scope.blocks else _Scope()
