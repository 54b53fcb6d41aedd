"""Which words of a sentence are of the kind that a question asks for: dates, figures, names, and signs of a reason.

Surface patterns for English, which look at the shape of words (figures, capitals, months) and not at grammar.
"""

from __future__ import annotations

import regex

from qa.question.kinds.answer_type import SIGNS, AnswerType
from qa.question.kinds.narrower import NARROWER, Narrower
from qa.text.english import MONTH, SPELLED, WEEKDAYS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.terms import FUNCTION_TERMS, terms

__all__ = ["find_candidates"]

_SPELLED = any_of(SPELLED)
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)"
    r"|generations?)"
)
_FIGURE = r"(?:[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?%|\s(?:percent|per cent|million|billion|trillion|thousand))?"
_NAME = (
    r"\p{Lu}[\p{L}\p{M}\p{N}’'.-]*(?:\s(?:of|the|de|la|von|van|al|bin|and)(?=\s\p{Lu})"
    r"|\s\p{Lu}[\p{L}\p{M}\p{N}’'.-]*)*"
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
_OFFERS: dict[AnswerType | Narrower, Pattern] = {
    "price": NARROWER["price"],
    "time": NARROWER["time"],
    "date": Pattern(rf"{_DATE}|{_CENTURY}"),
    "number": Pattern(rf"{_FIGURE}|\b{_SPELLED}(?:[\s-]{_SPELLED})*\b", regex.I),
    "duration": Pattern(
        rf"\b(?:\d+(?:[.,]\d+)*|{_SPELLED}(?:[\s-]{_SPELLED})*|an?|several|few|many)[\s-](?:\w+[\s-])?{_UNIT}\b",
        regex.I,
    ),
    "contact": Pattern(
        r"[\w.+-]+@[\w.-]+\w|\bhttps?://\S+|\bwww\.\S+|\b[A-Z]{2}\d\d(?: ?[A-Z\d]{1,4}){4,8}\b"
        r"|(?<![\p{L}\d.,])(?:\+\s?|\(0|0)?\d[\d\s()/–-]{4,20}\d\b|\b(?:ext(?:ension|\.)?|tel|phone|dial"
        r"|room)\b\.?:? ?\d{2,}",
        regex.I,
    ),
    "person": Pattern(_NAME),
    "place": Pattern(_NAME),
    "name": Pattern(_NAME),
    "cause": Pattern(
        r"\b(?:because|due to|owing to|so that|in order to|as a result|result(?:s|ed|ing)? (?:in|from)|since"
        r"|therefore"
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


def find_candidates(
    kind: AnswerType | Narrower, sentence: str, question_terms: frozenset[str]
) -> list[tuple[int, int]]:
    """Return `(start, end)` in `sentence` of what could be an answer of that kind, in order.

    What only repeats words of the question is left out, and so is a single capitalised function word. A polar question
    (yes or no) has none.

    >>> sentence = "Over 1,400 people died in three weeks."
    >>> [sentence[start:end] for start, end in find_candidates("number", sentence, frozenset({"peopl"}))]
    ['1,400', 'three']
    """
    pattern = _DATE_BUT_CENTURY if kind == "date" and "century" not in sentence else _OFFERS[kind]
    known = question_terms | FUNCTION_TERMS if question_terms else FUNCTION_TERMS
    places = []
    for match in pattern.finditer(sentence):
        offered = match.group().rstrip(".,'’-")
        if kind in SIGNS or not known.issuperset(terms(offered)):
            places.append((match.start(), match.start() + len(offered)))
    return places
