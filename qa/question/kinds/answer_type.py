"""What kind of answer a question asks for, and the words of it that only say so.

Surface patterns, which look at words and not at grammar. English has most kinds; of some other languages the question
words are known (`asking_words`).
"""

from __future__ import annotations

from typing import Literal

import regex

from qa.question.kinds.asking_words import ASKS_IN
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.lazy_regex import Pattern

__all__ = ["EVERYWHERE", "SIGNS", "AnswerType", "classify"]

AnswerType = Literal[
    "date", "number", "duration", "contact", "person", "place", "name", "cause", "manner", "definition", "polar"
]

# What a pattern matches only says what kind of answer is asked for ("how long", "which city"). A word that is asked
# about as well ("the population") stands in a look-ahead, so that it is not part of the match.
_ASKS: tuple[tuple[AnswerType, str], ...] = (
    ("contact", r"who(?:m)? (?:do|can|should|must|may) (?:i|we|you) (?:call|ring|phone|contact|e-?mail|write to)\b"),
    ("duration", r"how long\b|(?:what|which) (?:length of time|period)\b"),
    (
        "date",
        r"when\b|(?:what|which)(?: \w+)? (?:year|decade|century|date|day|month|season|era)\b|what time\b"
        r"|since when\b|how (?:recently|early|late|soon|quickly)\b|(?:un)?till? when\b|by when\b",
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
        r"what (?:is|are|was|were)(?= (?!the\b)(?:an? )?[\w'’-]+(?: [\w'’-]+){0,2}\s*\??\s*$)|define\b|definition of\b"
        r"|meaning of\b|what do(?:es)? (?=.{1,60}? (?:mean|stand for|refer to)\b)",
    ),
    (
        "polar",
        r"(?<=^\s*)(?:is|are|was|were|am|do|does|did|can|could|has|have|had|will|would|should|shall|may|might|must)\b",
    ),
)
EVERYWHERE: frozenset[AnswerType] = frozenset({"date", "number", "duration", "contact"})
"""Kinds that a text in any language offers by its figures."""
SIGNS: frozenset[AnswerType] = frozenset({"cause", "manner", "definition"})
"""Kinds of which a sentence offers no group of words, but a sign that it holds one."""

_PATTERNS = tuple((kind, Pattern(rf"\b(?:{pattern})", regex.I)) for kind, pattern in _ASKS)
_NAMED: tuple[tuple[AnswerType, Pattern], ...] = (
    (
        "contact",
        Pattern(
            r"\b(?:e-?mail|(?:tele)?phone|mobile|fax)(?: address| number| no\b)?\b"
            r"|\bcontact (?:details?|person|number|address)\b"
            r"|\bweb ?site\b|\biban\b",
            regex.I,
        ),
    ),
    (
        "duration",
        Pattern(
            r"\b(?:notice|probation\w*|warranty|guarantee|trial|retention|waiting|cooling[- ]off|grace|rental|return"
            r"|payment|contract|storage|validity|lead|delivery|cooking|baking|running|battery)"
            r" (?:periods?|times?|terms?|life)\b|\bdurations?\b|\bperiod of notice\b|\btimeout\b|\blifespan\b",
            regex.I,
        ),
    ),
    (
        "date",
        Pattern(
            r"\b(?:opening|business|office|visiting|consultation|check-?(?:in|out)) (?:hours|times?)\b|\bdeadlines?\b"
            r"|\bhours\b|\b(?:due|start(?:ing)?|end|closing|expiry|issue|birth|delivery|release|effective) date\b"
            r"|\bdate of \w+|\bbirthday\b",
            regex.I,
        ),
    ),
    (
        "number",
        Pattern(
            r"\b(?:prices?|costs?|fees?|charges?|rent|deposit|salary|rates?|fare|amount|balance|budget|discount|limit"
            r"|maximum|minimum|capacity|weight|size|height|width|length|depth|temperature|power|speed|revenue|turnover"
            r"|profit|income|expenses|sales|premium|allowance|do(?:se|sage)|threshold|frequency|voltage|pressure"
            r"|population|percentage|ratio|total|port|quota|surcharge|tariff|fine|penalty|excess)\b",
            regex.I,
        ),
    ),
)
"""What is asked for by its name, where no other word asks than what or which."""


def classify(question: str, language: str = DEFAULT_LANGUAGE) -> tuple[AnswerType | None, str]:
    """Return the kind of answer that a question asks for, and the words that only say so; None without any.

    Of other languages than English no words are given: those that ask are function words there.

    >>> classify("How many people have been displaced?"), classify("Is it so?"), classify("opening hours")
    (('number', 'How many'), ('polar', 'Is'), ('date', ''))
    >>> [classify(question)[1] for question in ("What is the population of Beirut?", "Which city is it?")]
    ['What is ', 'Which city']
    >>> classify("Wie lange dauert es?", "de"), classify("deposit")
    (('duration', ''), ('number', ''))
    """
    if language != DEFAULT_LANGUAGE:
        asked = (kind for kind, pattern in ASKS_IN.get(language, ()) if pattern.search(question))
        return next(asked, None), ""
    matches = ((kind, match.group()) for kind, pattern in _PATTERNS if (match := pattern.search(question)))
    kind, cue = next(matches, (None, ""))
    if kind is None or cue.lower().startswith(("what", "which")):
        kind = next((named for named, pattern in _NAMED if pattern.search(question)), kind)
    return kind, cue
