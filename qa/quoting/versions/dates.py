"""Dates in titles, names of files and first lines: how they are written in some twenty languages, as numbers.

A date is `(year, month, day)`, with 0 for what is not said or may be meant in two ways: of "3/4/2025" the year alone.
Years are of 1900 to 2099. Left out: other calendars, and dates without a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["Date", "DatePlace", "find_dates"]

Date = tuple[int, int, int]

_MONTHS = (
    "january|jan|januar|jänner|januari|janvier|janv|enero|ene|gennaio|gen|janeiro|stycze[ńn]|stycznia|ledna|leden|ocak"
    "|január|январ[ья]|січня|tammikuu(?:ta|n)?",
    "february|feb|februar|februari|février|févr|fevrier|febrero|febbraio|fevereiro|fev|luty|lutego|února|únor|şubat"
    "|február|феврал[ья]|лютого|helmikuu(?:ta|n)?",
    "march|mar|märz|mrz|maart|mars|marzo|março|marzec|marca|března|březen|mart|március|марта?|березня"
    "|maaliskuu(?:ta|n)?",
    "april|apr|avril|avr|abril|abr|aprile|kwiecie[ńn]|kwietnia|dubna|duben|nisan|április|апрел[ья]|квітня"
    "|huhtikuu(?:ta|n)?",
    "may|mai|mei|maj|mayo|maggio|mag|maio|maja|května|květen|mayıs|május|ма[йя]|травня|toukokuu(?:ta|n)?",
    "june|jun|juni|juin|junio|giugno|giu|junho|czerwiec|czerwca|června|červen|haziran|június|июн[ья]|червня"
    "|kesäkuu(?:ta|n)?",
    "july|jul|juli|juillet|juil|julio|luglio|lug|julho|lipiec|lipca|července|červenec|temmuz|július|июл[ья]|липня"
    "|heinäkuu(?:ta|n)?",
    "august|aug|augustus|augusti|août|aout|agosto|ago|sierpie[ńn]|sierpnia|srpna|srpen|ağustos|augusztus|августа?"
    "|серпня|elokuu(?:ta|n)?",
    "september|sept|sep|septembre|septiembre|setiembre|settembre|set|setembro|wrzesie[ńn]|września|září|eylül"
    "|szeptember|сентябр[ья]|вересня|syyskuu(?:ta|n)?",
    "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|październik|października|října|říjen|ekim"
    "|október|октябр[ья]|жовтня|lokakuu(?:ta|n)?",
    "november|nov|novembre|noviembre|novembro|listopad|listopada|listopadu|kasım|ноябр[ья]|листопада"
    "|marraskuu(?:ta|n)?",
    "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|desember|grudzie[ńn]|grudnia|prosince"
    "|prosinec|aralık|декабр[ья]|грудня|joulukuu(?:ta|n)?",
)  # "listopad" is November in Polish, and October in no language that is read here
_SEASONS = {
    3: "spring|frühjahr|frühling|printemps|primavera|voorjaar|wiosna",
    6: "summer|sommer|été|verano|estate|verão|zomer|lato",
    9: "autumn|fall|herbst|automne|otoño|autunno|outono|najaar|jesień",
}
_MONTH = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_MONTHS, 1))
_SEASON = "|".join(f"(?P<s{n}>{names})" for n, names in _SEASONS.items())
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF = r"(?:[\s,]+(?:of|de|del|di|d[’']))?[\s,.]*"
_DATE = Pattern(
    rf"""
    (?<![\p{{N}}]) (?:
    {_YEAR}\s?[年년]\s?(?:(?P<month>\d{{1,2}})\s?[月월](?:\s?(?P<day>\d{{1,2}})\s?[日일])?)?
    | {_YEAR}(?P<gap>[-./\s]?)(?P<month>0[1-9]|1[0-2])(?:(?P=gap)(?P<day>0[1-9]|[12]\d|3[01]))?(?!\p{{N}}|[-/.]\d)
    | (?P<day>\d{{1,2}})(?P<gap>[./-]\s?|\s)(?P<month>\d{{1,2}})(?P=gap){_YEAR}(?!\p{{N}})
    | (?P<month>0[1-9]|1[0-2])[./-]{_YEAR}(?!\p{{N}})
    | [qt](?P<quarter>[1-4])[\s/-]*{_YEAR}(?!\p{{N}})
    | {_YEAR}[\s/-]*q(?P<quarter>[1-4])(?!\p{{N}})
    | {_YEAR}(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d))?(?!\p{{N}}|[.,]\d)
    )
    | (?<!\p{{L}}) (?:
    (?:(?<!\p{{N}})(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[.º°])?{_OF})?(?:{_MONTH})(?!\p{{L}})
    \.?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,)?{_OF}{_YEAR}(?!\p{{N}})
    | (?:{_SEASON})[\s,]+{_YEAR}(?!\p{{N}})
    )
    """,
    regex.VERBOSE | regex.I,
)
_MONTHS_OF_YEAR, _DAYS_OF_MONTH = 12, 31


@dataclass(frozen=True, slots=True)
class DatePlace:
    """A date and where it stands in a text: `[start, end)`."""

    date: Date
    start: int
    end: int


def find_dates(text: str) -> Iterator[DatePlace]:
    """Return the dates of a text, in order.

    >>> [place.date for place in find_dates("Rules of 1 March 2024, 2025-02, 3.12.2023, 2024/25, 3/4/2021")]
    [(2024, 3, 1), (2025, 2, 0), (2023, 12, 3), (2024, 0, 0), (2021, 0, 0)]
    """
    for match in _DATE.finditer(text):
        yield DatePlace(_read(match), match.start(), match.end())


def _read(match: regex.Match[str]) -> Date:
    parts = match.groupdict()
    year, month, day = int(parts["year"]), int(parts["month"] or 0), int(parts["day"] or 0)
    if parts["quarter"]:
        month = 3 * int(parts["quarter"]) - 2
    elif not month:
        month = next((n for n in range(1, len(_MONTHS) + 1) if parts[f"m{n}"]), 0)
        month = month or next((n for n in _SEASONS if parts[f"s{n}"]), 0)
    elif parts["gap"] == "/" and match.start("day") < match.start("month"):
        if day <= _MONTHS_OF_YEAR and month <= _MONTHS_OF_YEAR and day != month:  # by whose order?
            return year, 0, 0
        if month > _MONTHS_OF_YEAR:
            month, day = day, month
    if month > _MONTHS_OF_YEAR or day > _DAYS_OF_MONTH or (day and not month):
        return year, 0, 0
    return year, month, day
