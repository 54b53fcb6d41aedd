"""What a question asks for, and which words of a sentence are of that kind.

Surface patterns for English: they look at the question's words and at the shape of words in the sentence (figures,
names, months), not at grammar. Left out: other languages, whose questions get the type None.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import regex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import MONTH, SPELLED, WEEKDAYS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.stems import term
from qa.text.terms import FUNCTION_TERMS, content_words, terms

__all__ = ["SIGNS", "AnswerType", "answer_type", "candidates", "cue", "words_of_matter"]

AnswerType = Literal["date", "number", "duration", "person", "place", "name", "cause", "manner", "definition", "polar"]

# What a pattern matches only says what kind of answer is asked for ("how long", "which city"). A word that is asked
# about as well ("the population") stands in a look-ahead, so that it is not part of the match.
_ASKS: tuple[tuple[AnswerType, str], ...] = (
    ("duration", r"how long\b|(?:what|which) (?:length of time|period)\b"),
    (
        "date",
        r"when\b|(?:what|which)(?: \w+)? (?:year|decade|century|date|day|month|season|era)\b|what time\b"
        r"|since when\b|how (?:recently|early|late)\b",
    ),
    (
        "number",
        r"how (?:many|much|old|far|tall|high|deep|large|big|wide|often|fast|heavy|hot|cold|few)\b"
        r"|(?:what|which) (?=(?:percent\w*|proportion|share|fraction|number|amount|age|temperature|speed|population"
        r"|price|cost|size|rank|score|rate|distance|height|length|weight|area|quantity)\b)"
        r"|what (?:does|do|did|is|was) (?=.{1,60}? cost\b)"
        r"|what (?:is|was|are|were) (?=the (?:\w+ ){0,3}(?:percent\w*|proportion|number|amount|age|temperature"
        r"|population|price|cost|rate|distance|height|length|total)\b)",
    ),
    (
        "person",
        r"who(?:m|se)?\b|(?:what|which)(?: \w+)? (?:person|man|woman|king|queen|emperor|president|leader|author"
        r"|general|scientist|mathematician|architect|philosopher|official|minister)\b",
    ),
    (
        "place",
        r"where\b|(?:what|which)(?: \w+)? (?:place|city|country|state|town|region|location|continent|village"
        r"|province|river|area|street|building|island|nation|county)\b",
    ),
    (
        "cause",
        r"why\b|what (?:is|was|are|were) the (?:reason|cause)s?\b|what (?:caused?|causes|prompted|led)\b|how come\b"
        r"|for what (?:reason|purpose)\b",
    ),
    (
        "name",
        r"what(?: (?:is|was|are|were))? the (?:\w+ ){0,2}(?:name|title|term|word|nickname)\b|which \w+\b"
        r"|what (?:organi[sz]ation|company|group|book|film|team|party|treaty|war|battle|law|act|university"
        r"|school|church|religion|language|tribe|dynasty)\b",
    ),
    ("manner", r"how (?:do|does|did|can|could|is|are|was|were|has|have|to|should|will)\b"),
    (
        "definition",
        r"what (?:is|are|was|were)(?= (?:(?:an?|the) )?[\w'’-]+(?: [\w'’-]+){0,2}\s*\??\s*$)|define\b|definition of\b"
        r"|meaning of\b|what do(?:es)? (?=.{1,60}? (?:mean|stand for|refer to)\b)",
    ),
    (
        "polar",
        r"(?<=^\s*)(?:is|are|was|were|am|do|does|did|can|could|has|have|had|will|would|should|shall|may|might|must)\b",
    ),
)
SIGNS: frozenset[AnswerType] = frozenset({"cause", "manner", "definition"})
"""Kinds of which a sentence offers no group of words, but a sign that it holds one."""

_PATTERNS = tuple((kind, Pattern(rf"\b(?:{pattern})", regex.I)) for kind, pattern in _ASKS)

_SPELLED = any_of(SPELLED)
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)"
    r"|generations?)"
)
_FIGURE = r"(?:[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?%|\s(?:percent|per cent|million|billion|trillion|thousand))?"
_NAME = (
    r"\p{Lu}[\p{L}\p{M}\p{N}’'.-]*(?:\s(?:of|the|de|la|von|van|al|bin|and)(?=\s\p{Lu})|\s\p{Lu}[\p{L}\p{M}\p{N}’'.-]*)*"
)

_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?{MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?\s\d{{4}})?"
    r"|\b(?:1\d|20)\d\d(?:s|[-–]\d{2,4})?\b|\b\d{1,4}\s?(?:BCE?|CE|AD)\b|\bAD\s\d+"
    r"|\b\d{1,2}(?:st|nd|rd|th)[\s-]centur(?:y|ies)\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b"
    rf"|\b(?:{'|'.join(WEEKDAYS)})s?\b|\b(?:yesterday|today|tomorrow|noon|midnight)\b"
)
_CENTURY = (
    r"\b(?:\p{L}{1,9}t(?:een|ie)th|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"\scentury\b"
)
_OFFERS: dict[AnswerType, Pattern] = {
    "date": Pattern(rf"{_DATE}|{_CENTURY}"),
    "number": Pattern(rf"{_FIGURE}|\b{_SPELLED}(?:[\s-]{_SPELLED})*\b", regex.I),
    "duration": Pattern(
        rf"\b(?:\d+(?:[.,]\d+)*|{_SPELLED}(?:[\s-]{_SPELLED})*|an?|several|few|many)[\s-](?:\w+[\s-])?{_UNIT}\b",
        regex.I,
    ),
    "person": Pattern(_NAME),
    "place": Pattern(_NAME),
    "name": Pattern(_NAME),
    "cause": Pattern(
        r"\b(?:because|due to|owing to|so that|in order to|as a result|result(?:s|ed|ing)? (?:in|from)|since|therefore"
        r"|thus|hence|caus(?:e|es|ed|ing)|led to|leads to|reasons?|after|for fear|thanks to|prompted|following|to)\b",
        regex.I,
    ),
    "manner": Pattern(r"\b(?:by|through|using|via|with|run|use|click|choose|press|from)\b", regex.I),
    "definition": Pattern(
        r"\b(?:(?:is|are|was|were) (?:an?|the|any|one)|refers? to|means?|meaning|known as|called|defined as"
        r"|stands? for)\b|[(—–]",
        regex.I,
    ),
    "polar": Pattern(r"(?!)"),  # yes and no are not among the words of a document
}


_DATE_BUT_CENTURY = Pattern(_DATE)  # looks at a text without the word in a quarter of the time


def answer_type(question: str) -> AnswerType | None:
    """Return what `question` asks for, or None when its words do not say.

    >>> answer_type("How many people have been displaced?"), answer_type("Is it so?"), answer_type("opening hours")
    ('number', 'polar', None)
    """
    return _asked(question)[0]


def cue(question: str) -> str:
    """Return the words that only say what kind of answer is asked for; empty when there are none.

    >>> cue("How long was the proposed ceasefire?"), cue("What is the population of Beirut?"), cue("Which city is it?")
    ('How long', 'What is ', 'Which city')
    """
    return _asked(question)[1]


def words_of_matter(question: str, language: str = DEFAULT_LANGUAGE) -> list[str]:
    """Return the words that a question looks for, as typed, in order: no function words, and none of its cue.

    >>> words_of_matter("How long was the proposed ceasefire?"), words_of_matter("Which city is it?")
    (['proposed', 'ceasefire'], [])
    """
    asking = set(terms(cue(question))) if language == DEFAULT_LANGUAGE else set()
    return [word for word in content_words(question, language) if term(word, language) not in asking]


@lru_cache(maxsize=64)  # an answer looks at its question several times
def _asked(question: str) -> tuple[AnswerType | None, str]:
    """Return what is asked for and the words that say so, by the first pattern that is found."""
    found = ((kind, match.group()) for kind, pattern in _PATTERNS if (match := pattern.search(question)))
    return next(found, (None, ""))


def candidates(kind: AnswerType, sentence: str, question_terms: frozenset[str]) -> list[tuple[int, int]]:
    """Return `(start, end)` in `sentence` of what could be an answer of that kind, in order.

    What only repeats words of the question is left out, and so is a single capitalised function word. A polar question
    (yes or no) has none.

    >>> sentence = "Over 1,400 people died in three weeks."
    >>> [sentence[start:end] for start, end in candidates("number", sentence, frozenset({"peopl"}))]
    ['1,400', 'three']
    """
    pattern = _DATE_BUT_CENTURY if kind == "date" and "century" not in sentence else _OFFERS[kind]
    known = question_terms | FUNCTION_TERMS if question_terms else FUNCTION_TERMS
    found = []
    for match in pattern.finditer(sentence):
        offered = match.group().rstrip(".,'’-")
        if kind in SIGNS or not known.issuperset(terms(offered)):
            found.append((match.start(), match.start() + len(offered)))
    return found
