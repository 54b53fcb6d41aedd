"""The value that is asked for in a row of a table, or in a line of names and values: "Ticket: Day; Adult: 9; Child: 5".

Such a sentence says by itself which of its values is which, in any language, where the model sees three prices. The
value is given whose name is asked for, and no other; none where two names fit as well, or where the rest of the
question is about nothing in the row. Left out: values that are asked for in other words than their names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from qa.question.question import Question
from qa.text.lazy_regex import Pattern
from qa.text.stems import function_terms
from qa.text.terms import terms

__all__ = ["find_value"]

_NAME = Pattern(r"(?:^|(?<=[;,]\s))\s*([^:;,]{1,60}?):\s+(?=\S)")
_END = ".;, "


def find_value(question: Question, sentence: str) -> tuple[int, int] | None:
    """Return `(start, end)` of the value whose name a question asks for; None where that is not one alone.

    >>> row = "Ticket: Day; Adult: 9 euros; Child: 5 euros."
    >>> start, end = find_value(Question("How much is a day ticket for a child?"), row)
    >>> row[start:end]
    '5 euros'
    """
    if sentence.count(": ") < 2 or question.type == "polar":
        return None
    language = question.language
    asked = set(terms(" ".join(question.content_words), language))
    light = function_terms(language)
    fits: list[tuple[tuple[int, int], set[str], tuple[int, int]]] = []  # how well the name fits, by which words; place
    for name, place in _cut_cells(sentence):
        named = set(terms(name, language))
        value = set(terms(sentence[slice(*place)], language)) - light
        common = (named & asked) - light
        if common and value and not value <= asked:
            fits.append(((len(common), len(common) - len(named)), common, place))
    if not fits:
        return None
    most = max(fit for fit, *_ in fits)
    first, *others = ((common, place) for fit, common, place in fits if fit == most)
    if len(others) == 1 and others[0][0] != first[0]:  # the first name then says what the row is about
        first, others = others[0], []
    if others:
        return None
    common, chosen = first
    about = asked & set(terms(f"{sentence[: chosen[0]]} {sentence[chosen[1] :]}", language))
    return chosen if len(about) > len(common) or asked == common else None


def _cut_cells(sentence: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each name of a row with the place of its value."""
    names = list(_NAME.finditer(sentence))
    for match, following in zip_longest(names, names[1:]):
        end = following.start() if following else len(sentence)
        value = sentence[match.end() : end].rstrip(_END)
        yield match[1], (match.end(), match.end() + len(value))
