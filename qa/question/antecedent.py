"""What a short question points back to: the name behind a pronoun, the thing behind "it", the part that it replaces.

English surface patterns, which look at the shape of words and at their order, not at grammar. A replacement is made
only where one candidate is left; who calls carries words over otherwise. Left out: plurals that stand for several
names, "there", and "that" for a whole sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from qa.question.turns import Earlier
from qa.question.whom import find_person
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import MONTHS, WEEKDAYS
from qa.text.lazy_regex import Pattern
from qa.text.persons.pronouns import Gender
from qa.text.stems import is_function_word, term
from qa.text.terms import FUNCTION_TERMS, find_content_words

__all__ = ["replace_part", "replace_phrase", "resolve"]

_LONGEST_NAME = 60
_NAMED = r"([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)"
_MOST_NAMED = 3  # words of a phrase that takes the place of another

_MONTHS = f"(?:{'|'.join((*MONTHS, *WEEKDAYS))})"
_NAME = Pattern(r"\p{Lu}[\p{L}\p{M}\p{N}.-]*(?: (?:of |de |van |bin |al-)?\p{Lu}[\p{L}\p{M}\p{N}.-]*)*")
_HE = Pattern(r"\b(?:he|she|him|his|hers|her(?! (?:own|self)\b))\b", regex.I)
_OF_MEN = frozenset({"he", "him", "his"})
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


def resolve(question: str, before: Sequence[Earlier]) -> tuple[str, str]:
    """Return `question` with "he", "she" and "it" replaced by what they stand for, as far as that is sure.

    The second is the person's name; empty where none was put in.

    before: the turns, oldest first.

    >>> resolve("Who is she meeting?", [Earlier("Who is the minister?", ("The minister is Ann Lee.",))])
    ('Who is Ann Lee meeting?', 'Ann Lee')
    >>> resolve("How do I remove it?", [Earlier("How do I add a document?")])
    ('How do I remove the document?', '')
    """
    if pronoun := _HE.search(question):
        own = _find_names(question[: pronoun.start()])  # whom it then stands for
        gender: Gender = "he" if pronoun.group().lower() in _OF_MEN else "she"
        persons = (find_person(turn, gender, DEFAULT_LANGUAGE) for turn in reversed(before))
        name = "" if own else next(filter(None, persons), "")
        text = _put_name(question, _HE, pronoun, name)
        return text, name if text != question else ""
    pronoun = _IT.search(question)
    thing = _THING.search(before[-1].question) if pronoun and before else None
    if not (pronoun and thing) or regex.search(r"\bit (?:is|was) (?:that|possible)\b", question, regex.I):
        return question, ""
    words = thing[1].split()
    grammar = any(term(word) in FUNCTION_TERMS for word in words)
    return _put_name(question, _IT, pronoun, "" if grammar else f"the {' '.join(words)}"), ""


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


def replace_phrase(phrase: str, before: str, language: str) -> str:
    """Return the question `before` with `phrase` in the place of the one that begins with the same small words.

    phrase: a few small words, such as a preposition and an article, then what it names. Empty when none or several
    phrases of the question before begin so.

    >>> replace_phrase("en inglés", "¿A qué hora hay visitas en español?", "es")
    '¿A qué hora hay visitas en inglés?'
    >>> replace_phrase("für Kinder", "Was kostet der Eintritt für Erwachsene?", "de")
    'Was kostet der Eintritt für Kinder?'
    """
    words = phrase.split()
    small = list(takewhile(lambda word: is_function_word(word, language), words))
    named = words[len(small) :]
    if not small or not 0 < len(named) <= _MOST_NAMED or any(is_function_word(word, language) for word in named):
        return ""
    opening = r"\s+".join(map(regex.escape, small))
    alike = [
        match
        for match in regex.finditer(rf"(?<=\s){opening}\s+{_NAMED}(?=\s*(\p{{L}}*))", before, regex.I)
        if not is_function_word(match[1], language) and _ends_phrase(match[1], match[2], language)
    ]
    if len(alike) != 1 or alike[0][1].casefold() == named[0].casefold():
        return ""
    return before[: alike[0].start()] + phrase + before[alike[0].end() :]


def _ends_phrase(word: str, following: str, language: str) -> bool:
    """Tell whether a phrase can end with a word before another; German begins nouns, and no verb, with a capital."""
    return not following or is_function_word(following, language) or (language == "de" and word[0].isupper())
