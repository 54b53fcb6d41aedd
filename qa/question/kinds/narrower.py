"""What a question that asks for a figure or a date asks for more narrowly: a price, or a time of day.

Surface patterns: the words that ask for it in some languages, and what money and times look like in all of them. A
sentence with another figure may be the answer all the same ("Adults: 12"), one with money or a time is more likely so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import regex

from qa.question.kinds.answer_type import AnswerType
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.lazy_regex import Pattern

__all__ = ["NARROWER", "Narrower", "narrow_kind"]

Narrower = Literal["price", "time"]

_PRICE_EN = (
    r"how much(?=\s*(?:\?|$)| (?:is|are|was|were|do|does|did|will|would|for|money|per|to)\b)|costs?\b|prices?\b|fees?\b"
    r"|charges?\b|rent\b|deposit\b|salary\b|wages?\b|fares?\b|tariffs?\b|fines?\b|premium\b|surcharge\b|budget\b"
    r"|revenue\b|turnover\b|profit\b|income\b|expenses\b|allowance\b|penalty\b|balance\b"
)
_PRICES: Mapping[str, str] = {
    "en": _PRICE_EN,
    "de": r"kostet|kosten\b|wie teuer|preise?\b|\w*gebühr(?:en)?\b|\w*miete\b|kaution|\w*beitrag\b|entgelt|lohn|gehalt"
    r"|bußgeld|eintritt",
    "fr": r"coûte|coute|combien (?:est|faut-il payer)|prix\b|tarifs?\b|loyer|frais\b|caution|coût|montant|cotisation"
    r"|salaire|amende",
    "es": r"cuesta|cuánto (?:vale|es)|precios?\b|tarifas?\b|alquiler|fianza|cuota|cost[eo]\b|sueldo|salario|importe"
    r"|multa",
    "it": r"costa\b|prezz[oi]\b|tariff[ae]\b|affitto|cauzione|quota|costo\b|canone|importo|stipendio|multa",
    "pt": r"custa\b|preços?\b|tarifas?\b|renda\b|aluguel|caução|quota|custo\b|salário|multa",
    "nl": r"kost\b|prijs|prijzen|huur|borg\b|tarief|kosten\b|contributie|salaris|bedrag|boete",
    "pl": r"kosztuj|cen[ay]\b|opłat|czynsz|kaucj|składk|koszt|kwot|kar[ay]\b",
    "sv": r"kostar|pris(?:et)?\b|hyra|avgift|deposition|lön",
    "da": r"koster|pris(?:en)?\b|husleje|leje|gebyr|depositum|løn",
    "no": r"koster|pris(?:en)?\b|leie|avgift|gebyr|depositum|lønn",
}
_TIMES: Mapping[str, str] = {
    "en": r"what time|(?:opening|business|office|visiting|consultation) (?:hours|times?)\b|check-?(?:in|out) time",
    "de": r"um wie ?viel uhr|öffnungszeit|sprechzeit|sprechstunde|bürozeit|uhrzeit",
    "fr": r"à quelle heure|horaires?\b|heures d.ouverture",
    "es": r"a qué hora|horarios?\b",
    "it": r"a che ora|orar(?:io|i)\b",
    "pt": r"a que horas|horários?\b",
    "nl": r"hoe laat|openingstijd",
    "pl": r"o której|godzin(?:y|ach)\b",
    "sv": r"hur dags|vilken tid|öppettid",
    "da": r"hvad tid|åbningstid",
    "no": r"når på dagen|åpningstid",
}
_ASKS: Mapping[Narrower, tuple[AnswerType, Mapping[str, Pattern]]] = {
    "price": ("number", {code: Pattern(rf"\b(?:{words})", regex.I) for code, words in _PRICES.items()}),
    "time": ("date", {code: Pattern(rf"\b(?:{words})", regex.I) for code, words in _TIMES.items()}),
}

_SIGN = r"[$€£¥₹₽₺₩₴₪฿]"
_CODE = r"(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|JPY|CNY|INR|TRY|RON|BGN|CAD|AUD|Kč|zł|Ft|kr)"
_FIGURE = r"\d{1,15}(?:[ .,’'\u00a0\u202f]\d{1,9}){0,5}(?:[.,][–—-]{1,2})?"
NARROWER: Mapping[Narrower, Pattern] = {
    "price": Pattern(
        rf"{_SIGN}\s?{_FIGURE}|\b{_CODE}\.?\s?{_FIGURE}|\b{_FIGURE}\s?(?:{_SIGN}|{_CODE}\b|(?i:euros?|pounds?|dollars?"
        r"|cents?|pence|francs?|franken|kronor|kroner|złot\w+|korun\w*|forint\w*|yen|rupees?|lir[ae])\b|元|円|원)"
        r"|\b\d{1,9}[.,][–—-]{1,2}"
        r"|\b(?i:free|no charge|without charge|gratis|kostenlos|kostenfrei|gratuite?s?|gratuit[oa]s?|darmo|bezpłatn\w+"
        r"|zdarma|ilmai\w+|ücretsiz)\b|免费|無料|무료|бесплатн\w+"
    ),
    "time": Pattern(
        r"\b\d{1,2}[:.]\d\d(?!\d|[.:]\d)|\b\d{1,2}\s?[ap]\.?m\b|\b\d{1,2}\s?(?:h\b|Uhr\b|heures\b|klo\b)"
        r"|\b\d{1,2}\s?[–—-]\s?\d{1,2}\b|\b\d{1,2} (?:to|till|until|bis|à|a|alle|às|tot|do) \d{1,2}\b"
        r"|\b(?i:noon|midnight|midday|mittags?|mitternacht|midi|minuit|mezzogiorno|mediodía|24 hours)\b"
        r"|\d{1,2}[点點時시]",
    ),
}
"""What money, or what costs nothing, and what times of day look like."""


def narrow_kind(question: str, kind: AnswerType | None, language: str = DEFAULT_LANGUAGE) -> Narrower | None:
    """Return what a question asks for more narrowly than a kind of answer; None where nothing says so.

    >>> [narrow_kind("How much is breakfast?", "number"), narrow_kind("How much flour do I need?", "number")]
    ['price', None]
    >>> narrow_kind("Wie sind die Öffnungszeiten?", "date", "de")
    'time'
    """
    for narrower, (wider, patterns) in _ASKS.items():
        if kind == wider and language in patterns and patterns[language].search(question):
            return narrower
    return None
