"""Figures of a sentence, by kind and value: amounts, dates, times of day.

Numbers in words, and hours before and after noon, are read as English writes them; the marks in a number as English or
as most other languages do; months and days of the month in the languages of `grammar` too. A currency is a sign, by its
symbol, its code or its name, before or after the number. Left out: other units, which are words like all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import MONTH, MONTHS, NUMBERS, SCALES
from qa.text.grammar import MONTHS as MONTHS_ELSEWHERE
from qa.text.lazy_regex import Pattern

__all__ = ["StatedFigure", "are_compatible", "find_figures"]

Kind = Literal["amount", "date", "time"]

_SCALE = rf"(?:{'|'.join(SCALES)})\b"
_ENGLISH_DATE = rf"""
    \b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)? (?P<month>(?-i:{MONTH}))
    (?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)? (?:,?\s(?P<year>\d{{4}})(?![\p{{L}}\p{{Nd}}_]))?
    """
_CURRENCIES = {"EUR": "€", "EURO": "€", "EUROS": "€", "USD": "$", "US$": "$", "GBP": "£", "JPY": "¥", "INR": "₹"}
_CURRENCIES |= {"SFR.": "CHF", "SFR": "CHF", "KČ": "CZK", "ZŁ": "PLN"}
_CODE = r"""(?-i:EUR|[Ee]uros?|US\$|USD|GBP|CHF|S[Ff]r\.?|JPY|CNY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|zł|CZK|Kč|HUF|RON|BGN
    |UAH|RUB|TRY|BRL|MXN|ZAR|SGD|HKD|KRW|ILS|AED|SAR|EGP|NGN|KES|THB|IDR|MYR|PHP|VND)"""
_SIGN_BEFORE = rf"(?P<sign>(?:\p{{Sc}}|\b{_CODE})[\s\u00a0]?)?"
_SIGN_AFTER = rf"(?P<sign>[\s\u00a0]?(?:\p{{Sc}}|[%%‰°]|{_CODE}(?![\p{{L}}\p{{N}}])))?"
_ENGLISH_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# Where a comma stands before decimals, as in most languages; what is more than three digits apart is no one number.
_OTHER_NUMBER = r"\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+(?:,\d+)?|\d+(?:,\d{3})+\.\d+|\d+(?:[.,]\d+)?"
_DOTTED = frozenset(
    {"en", "zh", "ja", "ko", "th", "he", "hi", "ur", "bn", "ta"}
)  # a point before decimals, as in English
_FIGURE = rf"""
    (?P<time>
        \b(?P<hour>\d{{1,2}}) (?:[:.](?P<minute>\d\d))? \s? (?P<half>[ap])\.?m\b\.?
        | \b(?P<hour>\d{{1,2}}):(?P<minute>\d\d)\b
        | \b(?P<hour>\d{{1,2}})\s?h\s?(?P<minute>\d\d)?\b)
    | (?P<date>
        %s
        | (?<![\d.,]|\p{{Sc}}\s?)\b(?P<year>(?:1\d|20)\d\d)(?![\p{{L}}\p{{Nd}}_]) (?![.,]\d|\s?%%|\s{_SCALE})
        (?!\s?(?:\p{{Sc}}|{_CODE}\b)))
    | (?P<amount>
        {_SIGN_BEFORE} (?P<minus>(?<![\p{{L}}\p{{N}}])[-−])? (?<![\p{{L}}\p{{N}}.,])
        (?:(?P<number>%s)(?![\p{{L}}\d])|(?P<word>{"|".join(NUMBERS)})\b)
        (?:[\s-](?P<scale>{_SCALE}))? (?:[,.][-–—](?=\W|$))? {_SIGN_AFTER})
    """
_ENGLISH = Pattern(_FIGURE % (_ENGLISH_DATE, _ENGLISH_NUMBER), regex.VERBOSE | regex.I)
_HEDGE = Pattern(
    r"(?:\b(?:about|around|approximately|roughly|circa|some|nearly|almost|over|under|estimated|(?:more|less|fewer) than"
    r"|at (?:least|most)|up to)\s+(?:the\s+)?|~)$",
    regex.I,
)
_LABEL = Pattern(
    r"(?:\b(?:page|table|figure|fig\.|chapter|section|article|room|no\.|number|version|step|level|phase|type|grade|day"
    r"|week|route|line|item|part|volume|class|group)|(?<=\S\s)"
    # German writes every noun with a capital: those that stand before what is paid or measured are no names.
    r"(?!(?:price|fee|cost|total|rent|deposit|charge|fine|preis|gebühr|kosten|miete|kaution|betrag|höhe|eintritt|beitrag"
    r"|monat|jahr|woche|stunde|person|kind)\s$)(?-i:\p{Lu})[\p{L}\p{M}’'.-]*)\s$",
    regex.I,
)
_COMMA_THOUSANDS = Pattern(r"\d+(?:,\d{3})+\.\d+$")
_POINT_THOUSANDS = Pattern(r"\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+(?:,\d+)?$")
_SEPARATORS = Pattern(r"[. \u00a0\u202f'’]")
_HEDGED = 0.1  # a hedged figure is the same as one that differs by no more than this share of it
_ROUNDED = 2  # so many fewer digits make a figure a rounding of another


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure. value: of a date `(year, month, day)`, of a time `(minutes,)`; 0 for what is not said.

    digits: significant ones. hedged: "about" or the like stands before it.
    """

    kind: Kind
    sign: str
    value: tuple[float, ...]
    digits: int = 0
    hedged: bool = False


def find_figures(
    sentence: str, language: str = DEFAULT_LANGUAGE, start: int = 0
) -> tuple[list[StatedFigure], list[str]]:
    """Return the figures of a sentence from `start` on, in order, and what is between and around them.

    >>> figures, rest = find_figures("It cost €14 in March 1931.")
    >>> [(figure.kind, figure.sign, figure.value) for figure in figures], rest
    ([('amount', '€', (14.0,)), ('date', '', (1931, 3, 0))], ['It cost ', ' in ', '.'])
    """
    figures: list[StatedFigure] = []
    rest: list[str] = []
    for match in _find_matches(sentence, language, start):
        rest.append(sentence[start : match.start()])
        start = match.end()
        if match["amount"] and not match["sign"] and _LABEL.search(rest[-1]):
            rest.append(match.group())  # "Room 12" is a name
        else:
            figures.append(_read_figure(match, language, hedged=bool(_HEDGE.search(rest[-1]))))
    return figures, [*rest, sentence[start:]]


def _find_matches(sentence: str, language: str, start: int) -> Iterator[regex.Match[str]]:
    pattern = _ENGLISH if language == DEFAULT_LANGUAGE else _make_pattern(language)
    return pattern.finditer(sentence, start)


@cache
def _make_pattern(language: str) -> Pattern:
    """Return the pattern of figures in another language than English; of a date it knows the year alone by default."""
    months = "|".join(MONTHS_ELSEWHERE.get(language, ("(?!)",)))
    date = rf"""
        \b(?:(?P<day>\d{{1,2}})(?:\.|er)?\s(?:de\s)?)? (?P<month>{months})\b
        (?:\s(?:de\s)?(?P<year>\d{{4}})\b)?
        """
    number = _ENGLISH_NUMBER if language in _DOTTED else _OTHER_NUMBER
    return Pattern(_FIGURE % (date, number), regex.VERBOSE | regex.I)


def _read_figure(match: regex.Match[str], language: str, *, hedged: bool) -> StatedFigure:
    parts = match.groupdict()
    if parts["time"]:
        minutes = 60 * int(parts["hour"]) + int(parts["minute"] or 0)
        half = (parts["half"] or "").lower()
        return StatedFigure("time", "", ((minutes % 720 + 720 * (half == "p")) if half else minutes,), digits=len(half))
    if parts["date"]:
        month = _read_month(parts["month"] or "", language)
        return StatedFigure("date", "", (int(parts["year"] or 0), month, int(parts["day"] or 0)))
    written = _read_marks(parts["number"] or str(NUMBERS[parts["word"].lower()]), language)
    value = float(written) * SCALES.get((parts["scale"] or "").lower(), 1.0) * (-1 if parts["minus"] else 1)
    digits = len((written if "." in written else written.rstrip("0")).replace(".", "").lstrip("0"))
    return StatedFigure("amount", _read_sign(match), (value,), max(digits, 1), hedged)


def _read_marks(number: str, language: str) -> str:
    """Return a number as Python writes it.

    >>> _read_marks("1,200.50", "en"), _read_marks("1.200,50", "de"), _read_marks("1’200", "de")
    ('1200.50', '1200.50', '1200')
    """
    if language in _DOTTED or _COMMA_THOUSANDS.match(number):
        return number.replace(",", "")
    if _POINT_THOUSANDS.match(number):
        return _SEPARATORS.sub("", number).replace(",", ".")
    return number.replace(",", ".")


def _read_sign(match: regex.Match[str]) -> str:
    """Return the signs of an amount, a currency by its symbol or code; empty when it has none."""
    signs = {sign for written in match.captures("sign") if (sign := written.strip().upper())}
    return " ".join(sorted({_CURRENCIES.get(sign, sign) for sign in signs}))


def _read_month(written: str, language: str) -> int:
    """Return the number of a month as it is written, from 1; 0 for none."""
    if language == DEFAULT_LANGUAGE:
        return 1 + next((n for n, name in enumerate(MONTHS) if name[:3] == written[:3]), -1)
    names = (name.split("|") for name in MONTHS_ELSEWHERE.get(language, ()))
    return next((n for n, spellings in enumerate(names, 1) if written.lower() in spellings), 0)


def are_compatible(a: StatedFigure, b: StatedFigure) -> bool:
    """Tell whether two figures of one kind that are not equal may still stand for the same."""
    if a.kind == "date":  # one says less than the other
        return all(x == y or not (x and y) for x, y in zip(a.value, b.value, strict=True))
    if a.kind == "time":  # one does not say whether it is before noon
        return a.digits != b.digits and (a.value[0] - b.value[0]) % 720 == 0
    rough, fine = sorted((a, b), key=lambda figure: figure.digits)
    x, y = rough.value[0], fine.value[0]
    if (a.hedged or b.hedged) and abs(x - y) <= _HEDGED * max(abs(x), abs(y)):
        return True
    rounded = float(f"{y:.{rough.digits - 1}e}") == x and fine.digits - rough.digits >= _ROUNDED
    return rounded or (x == int(x) and y != int(y) and round(y) == x)
