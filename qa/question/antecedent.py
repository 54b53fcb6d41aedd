"""What a short question points back to: the name behind a pronoun, the thing behind "it", the part that it replaces.

English surface patterns, which look at the shape of words and at their order, not at grammar. A replacement is made
only where one candidate is left; who calls carries words over otherwise. Left out: plurals that stand for several
names, "there", and "that" for a whole sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from qa.question.answer_type import classify
from qa.text.english import MONTHS, WEEKDAYS
from qa.text.lazy_regex import Pattern
from qa.text.stems import term
from qa.text.terms import FUNCTION_TERMS, find_content_words
from qa.text.unicode import without_surrogates
from qa.types import Answer, Quote, Turn

__all__ = ["Earlier", "read_turn", "replace_part", "resolve"]

_LONGEST = 500  # characters of an earlier question or quote that are looked at
_LONGEST_NAME = 60

_MONTHS = f"(?:{'|'.join((*MONTHS, *WEEKDAYS))})"
_NAME = Pattern(r"\p{Lu}[\p{L}\p{M}\p{N}.-]*(?: (?:of |de |van |bin |al-)?\p{Lu}[\p{L}\p{M}\p{N}.-]*)*")
_TITLES = frozenset(
    map(
        term,
        (
            "minister prime president secretary defense defence foreign senator general king queen pope mayor governor "
            "chancellor doctor professor state states united kingdom republic union nations north south east west "
            "university city council administration"
        ).split(),
    )
)
_HE = Pattern(r"\b(?:he|she|him|his|hers|her(?! (?:own|self)\b))\b", regex.I)
_POSSESSIVE = frozenset({"his", "her", "hers"})
_IT = Pattern(r"\bit(?:['’]s|s)?\b", regex.I)
_PREPOSITIONS = "of|in|on|at|to|for|from|with|by|about|into|over|all|during|between"
_VERBS = "do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must"  # what they open ends with a verb
_THING = Pattern(  # what a question ends with and is about
    rf"(?<!\b(?:{_VERBS}|{_PREPOSITIONS}) )\b(?:an?|the|my|your)"
    r"((?<=\b(?:is|are|was|were) \w+) [\p{L}\p{N}-]+|(?<!\b(?:is|are|was|were) \w+)(?: [\p{L}\p{N}-]+){1,2})"
    r"\s*[?.!]*\s*$",
    regex.I,
)
_INSTEAD = Pattern(
    r"^\W*(?:(?:and|but|or|so)\s+)?(?:(?:what|how)\s+about\s+|and\s+)"
    rf"(?P<part>(?:(?P<place>in|on|at|for|from|with|during|by)\s+)?(?:the\s+)?(?P<name>{_NAME.pattern}|\d{{1,4}}))\W*$",
    regex.I,
)


class Earlier(NamedTuple):
    """A turn as it is looked back at. question: as it was understood. quote, focus: the first; empty without one."""

    question: str
    quote: str = ""
    focus: str = ""


def read_turn(turn: Turn) -> Earlier:
    """Return a turn as it is looked back at; without a quote where its answer is no record and no JSON of one."""
    question = _read_text(turn.question)
    answer: object = turn.answer
    if isinstance(answer, Answer):
        return Earlier(question, *_read_quote(answer.quotes))
    quotes = answer.get("quotes") if isinstance(answer, Mapping) else None
    first = quotes[0] if isinstance(quotes, list | tuple) and quotes else None
    if not isinstance(first, Mapping):
        return Earlier(question)
    focus = first.get("focus")
    return Earlier(
        question, _read_text(first.get("text")), _read_text(focus.get("text")) if isinstance(focus, Mapping) else ""
    )


def _read_quote(quotes: object) -> tuple[str, str]:
    first = quotes[0] if isinstance(quotes, tuple) and quotes else None
    if not isinstance(first, Quote):
        return "", ""
    focus = first.text[first.focus.start - first.start : first.focus.end - first.start] if first.focus else ""
    return _read_text(first.text), _read_text(focus)


def _read_text(value: object) -> str:
    """Return a text, as far as it is looked at, on one line; empty for anything else."""
    return " ".join(without_surrogates(value[:_LONGEST]).split()) if isinstance(value, str) else ""


def resolve(question: str, before: Sequence[Earlier]) -> str:
    """Return `question` with "he", "she" and "it" replaced by what they stand for, as far as that is sure.

    before: the turns, oldest first.

    >>> resolve("Who is he meeting?", [Earlier("Who is the minister?", "The minister is Ann Lee.", "Ann Lee")])
    'Who is Ann Lee meeting?'
    >>> resolve("How do I remove it?", [Earlier("How do I add a document?")])
    'How do I remove the document?'
    """
    if pronoun := _HE.search(question):
        own = _find_names(question[: pronoun.start()])  # whom it then stands for
        name = "" if own else next((name for turn in reversed(before) if (name := _find_person(turn))), "")
        return _put_name(question, _HE, pronoun, name)
    pronoun = _IT.search(question)
    thing = _THING.search(before[-1].question) if pronoun and before else None
    if not (pronoun and thing) or regex.search(r"\bit (?:is|was) (?:that|possible)\b", question, regex.I):
        return question
    words = thing[1].split()
    grammar = any(term(word) in FUNCTION_TERMS for word in words)
    return _put_name(question, _IT, pronoun, "" if grammar else f"the {' '.join(words)}")


def _put_name(question: str, pattern: Pattern, pronoun: regex.Match[str], name: str) -> str:
    """Return `question` with the first pronoun replaced, and not another time: the reader knows then who is meant."""
    if not name or len(pattern.findall(question)) > 1:
        return question
    word = pronoun.group().lower()
    possessive = word in _POSSESSIVE and (word != "her" or regex.match(r" \p{L}", question[pronoun.end() :]))
    possessive = possessive or word == "its"
    tail = "’s" if possessive else " is" if word in {"it's", "it’s"} else ""
    head = name if pronoun.start() else name[0].upper() + name[1:]
    return question[: pronoun.start()] + head + tail + question[pronoun.end() :]


def _find_person(turn: Earlier) -> str:
    """Return the person that a turn is about; empty when it names none.

    That is the name in its question; the focus, where a person was asked for; the first name of two words in its quote.
    """
    asked = [name for name in _find_names(turn.question) if _is_person(name)]
    if len(asked) == 1:
        return asked[0]
    if classify(turn.question)[0] == "person" and len(turn.focus) <= _LONGEST_NAME:
        names = _find_names("– " + turn.focus)
        if len(names) == 1 and not _TITLES & set(map(term, names[0].split())):
            return names[0]
    return next((name for name in _find_names("– " + turn.quote) if _is_person(name)), "")


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and not _TITLES & {term(word) for word in words}


def _find_names(text: str) -> list[str]:
    """Return the names of `text`, each once, without the words that only begin a sentence."""
    names = []
    for match in _NAME.finditer(text):
        words = match.group().rstrip(".-").split()
        while words and term(words[0]) in FUNCTION_TERMS:
            words.pop(0)
        if words and (match.start() or len(words) > 1) and len(" ".join(words)) <= _LONGEST_NAME:
            names.append(" ".join(words))
    return list(dict.fromkeys(names))


def replace_part(question: str, before: str) -> str:
    """Return the question `before` with the part that `question` names put in the place of its like.

    A month or weekday replaces one, a year a year, a name a name; a part with its preposition is added where there is
    nothing alike. Empty when `question` asks for something else, or several parts are alike.

    >>> replace_part("What about Spain?", "Who left France?"), replace_part("And in July?", "Who came in June?")
    ('Who left Spain?', 'Who came in July?')
    >>> replace_part("And in July?", "Who came?"), replace_part("And why?", "Who came?")
    ('Who came in July?', '')
    """
    match = _INSTEAD.match(question)
    if not match or not before:
        return ""
    name = match["name"].strip()
    if not (name[0].isupper() or name[0].isdigit()) or not find_content_words(name):
        return ""
    alike = [part for part in _find_alike(name, before) if part.group().casefold() != name.casefold()]
    if len(alike) == 1:
        start, end = alike[0].span()
        left = before[:start].removesuffix("the ") if "the " not in match["part"].lower() else before[:start]
        return left + name + before[end:]
    if alike or not match["place"]:
        return ""
    return f"{before.rstrip(' ?.!')} {match['part'].strip()}?"


def _find_alike(name: str, before: str) -> list[regex.Match[str]]:
    """Return the parts of a question that are of the kind of `name`."""
    for kind in (_MONTHS, r"\b[12]\d{3}\b"):
        if regex.fullmatch(kind, name):
            return list(regex.finditer(kind, before))
    names = _NAME.finditer(before, 1)
    return [part for part in names if not regex.fullmatch(_MONTHS, part.group()) and find_content_words(part.group())]
