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
    """What leads to the sentences that come.

    blocks: how many ends of a paragraph it reaches over; -1 for all. is_number: whether it is the number of a clause.
    """

    lead: Pair | None = None
    left: int = 0
    blocks: int = 0
    is_number: bool = False


def find_leads(text: str, language: str, places: Sequence[tuple[int, int, bool]]) -> list[Sentence]:
    """Return what is known of each sentence. places: start, end and whether it is a heading, ascending."""
    walk = _Walk(text, language, places)
    return [walk.read(number) for number in range(len(places))]


class _Walk:
    """What leads to the sentence that is read next, from the first one of a text to the last."""

    def __init__(self, text: str, language: str, places: Sequence[tuple[int, int, bool]]) -> None:
        self._text, self._language, self._places = text, language, places
        self._labelled = _has_labels(text, places)
        self._is_labelled = False  # whether the label of a question was the sentence before
        self._scope, self._line, self._aside = _Scope(), _Scope(), _Scope()  # of a question, a line, one within
        self._outer: list[tuple[int, _Scope]] = []  # of items with a list of their own: indent, and what led to them
        self._item: tuple[int, str] | None = None  # of the item before, where that was one: its indent, shape of mark
        self._led = False  # whether the line before led on

    def read(self, number: int) -> Sentence:
        start, end, is_heading = self._places[number]
        text = self._text
        before = self._places[number - 1][1] if number else 0
        after, until = self._places[number + 1][:2] if number + 1 < len(self._places) else (len(text), len(text))
        above = text.count("\n", before, start) if number else 2
        below = text.count("\n", end, after) if until > after else 2
        if is_heading:
            self._begin(_Scope((start, end), _MOST_LED, -1) if asks(text[start:end]) else _Scope())
            return Sentence(start, end, quotable=False)
        words = text[start:end]
        indent = _measure_indent(text, before, start) if above else 0
        mark = _ITEM.match(words) if above else None
        item = (indent, _shape(mark.group())) if mark else None
        goes_on = above < 2 and not item and self._item is not None and (not above or indent > self._item[0])
        if above > 1:
            self._reach_over(item)
        if item:
            self._leave_lists(indent)
        self._item, self._led = self._item if goes_on else item, False
        at = start + skip_mark(words)
        alone = above > 0 and below > 0
        if asked := self._read_question(start, at, end, alone):
            return asked
        if self._labelled and (answer := ANSWER_LABEL.match(text[at : end + _LONGEST_LABEL])):
            if at + answer.end() > end:
                return Sentence(start, end, quotable=False)
            at += answer.end()
        following = text[after:until]
        if item and alone and _measure_indent(text, end, after) <= indent - (below == 1):
            following = ""  # no part of it
        if alone and not (goes_on and above) and _leads_on(words, above, below, following):
            return self._read_lead(at, end, indent if item else -1, apart=below > 1)
        return self._read_plain(at, end, above)

    def _begin(self, scope: _Scope) -> None:
        self._scope, self._line, self._aside = scope, _Scope(), _Scope()
        self._outer, self._item, self._led = [], None, False

    def _reach_over(self, item: tuple[int, str] | None) -> None:
        """Pass the end of a paragraph, before an item of a list or another line. A list may go on behind it."""
        self._scope, self._aside = _reach(self._scope), _Scope()
        if not item or not (self._led or self._item):
            self._line = _Scope() if self._item and not self._led else _reach(self._line)
        elif self._item and not self._led and item[0] == self._item[0] and item[1] != self._item[1]:
            self._line = _Scope()  # another list

    def _leave_lists(self, indent: int) -> None:
        """Pass the ends of lists that are further in than an item."""
        while self._outer and indent <= self._outer[-1][0]:
            self._line = self._outer.pop()[1]

    def _read_question(self, start: int, at: int, end: int, alone: bool) -> Sentence | None:
        """Return a sentence that asks, or the label of one; None for any other. at: behind the mark of an item."""
        words = self._text[start:end]
        label = QUESTION_LABEL.match(self._text[at : end + _LONGEST_LABEL]) if self._labelled else None
        if label and at + label.end() > end:  # a label alone
            self._is_labelled = True
            return Sentence(start, end, quotable=False)
        if not (label or self._is_labelled or asks(words) or (alone and _asks_unmarked(words, self._language))):
            return None
        begin = at + label.end() if label else at
        own = alone or bool(label) or self._is_labelled
        self._is_labelled = False
        if own:
            self._begin(_Scope((begin, end), _MOST_LED, -1))
        else:
            self._aside = _Scope((begin, end), _MOST_LED, 0)
        return Sentence(begin, end, quotable=False, asks=own)

    def _read_lead(self, at: int, end: int, indent: int, *, apart: bool) -> Sentence:
        """Return a line that leads on. indent: of an item, else -1. apart: whether a blank line is below it."""
        words = self._text[at:end]
        lead = self._scope.lead if self._scope.left > 0 else None
        self._scope.left -= 1
        leads_only = _COLON.search(words) and len(words.split()) <= _MOST_WORDS_OF_LABEL and not self._scope.lead
        self._outer = [*self._outer, (indent, self._line)] if indent >= 0 and self._line.lead else []
        self._line = _Scope((at, end), _MOST_LED, int(apart))
        self._led = True
        return Sentence(at, end, self._is_quotable(at, end) and not leads_only, lead)

    def _read_plain(self, at: int, end: int, above: int) -> Sentence:
        clause = _CLAUSE.match(self._text[at:end]) if above and (self._line.is_number or not self._line.lead) else None
        own = clause is not None and clause.end() < end - at
        lead = self._aside.lead or (not own and self._line.lead) or (self._scope.lead if self._scope.left else None)
        self._scope.left -= 1
        if clause and own:
            self._line = _Scope((at, at + clause.end()), _MOST_LED, 0, is_number=True)
        return Sentence(at, end, self._is_quotable(at, end), lead)

    def _is_quotable(self, at: int, end: int) -> bool:
        return _VISIBLE.search(self._text[at:end]) is not None


def _measure_indent(text: str, before: int, place: int) -> int:
    """Return how many characters stand before a place on its line, which begins behind `before`."""
    line = text.rfind("\n", before, place)
    return place - (line + 1 if line >= 0 else before)


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
