"""What kind of answer an English question asks for, and the words of it that only say so.

Surface patterns, which look at words and not at grammar. Left out: other languages, whose questions have no type.
"""

from __future__ import annotations

from typing import Literal

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["SIGNS", "AnswerType", "classify"]

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


def classify(question: str) -> tuple[AnswerType | None, str]:
    """Return the kind of answer that an English question asks for, and the words that only say so; None without any.

    >>> classify("How many people have been displaced?"), classify("Is it so?"), classify("opening hours")
    (('number', 'How many'), ('polar', 'Is'), (None, ''))
    >>> [classify(question)[1] for question in ("What is the population of Beirut?", "Which city is it?")]
    ['What is ', 'Which city']
    """
    matches = ((kind, match.group()) for kind, pattern in _PATTERNS if (match := pattern.search(question)))
    return next(matches, (None, ""))
