"""What a cell of a table holds: a number, a date, an address, a place in an order, a unit, or only words."""

from __future__ import annotations

from datetime import date

import regex

__all__ = ["MISSING", "is_number", "is_period", "is_unit", "is_year", "kind_of", "order_of", "unit_of"]

_SIGN = r"(?:\p{Sc}|[A-Z]{3})"
_NUMBER = regex.compile(
    rf"[-+−(]?\s?{_SIGN}?\s?[-+−]?(?:\d[\d.,'’\s]*+|[.,]\d++)(?:[eE][-+]?\d+)?\s?(?:%|‰|{_SIGN})?\)?(?:\s?{_SIGN})?"
    r"|\d{4}-\d\d(?:-\d\d)?(?:[T ][\d:.]+Z?(?:\s?[AP]M)?)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|-?\d{1,4}:\d\d(?::\d\d)?(?:[.,]\d+)?(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_DATE = regex.compile(
    r"(?:\p{L}+,?\s)?\d{1,2}(?:\.|st|nd|rd|th)?[\s-](?:de\s)?\p{L}{3,}\.?,?[\s-](?:de\s)?\d{4}|\p{L}{3,}\.?\s\d{1,2},\s\d{4}"
)
_UNITS = (
    "mm cm dm m km in ft yd mi mm² cm² m² km² m2 km2 ha m³ m3 cm³ l ml cl hl mg g kg t lb lbs oz s sec min h hrs "
    "d ms w kw mw kwh mwh gwh wh v kv a ma hz khz mhz ghz db dba °c °f c k n j kj kcal pa hpa bar mbar psi kn "
    "km/h m/s mph rpm kb mb gb tb px pt % ‰ € $ £ ¥ eur usd gbp chf sek nok dkk pln czk jpy k€ m€ mn mio bn years "
    "year days day hours hour minutes months weeks persons people units pcs stk jahre tage stunden ans jours "
    "heures años días number "
)
_UNIT = regex.compile(rf"(?:in |per |pro |par |por )?(?:{'|'.join(map(regex.escape, _UNITS.split()))})", regex.I)
_MEASURE = regex.compile(rf"[-+−]?\d[\d.,'’\s]*+({'|'.join(map(regex.escape, _UNITS.split()))})", regex.I)
_BRACKETED = regex.compile(r"\([^()]{1,30}\)|\[[^\[\]]{1,30}\]")
_YEAR = regex.compile(r"(?:FY ?)?((?:1[5-9]|20|21)\d\d)(?:[-/–]\d{2,4}|-\d\d-\d\d)?")
_MONTH = regex.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_TIME = regex.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?(?:\s?[AaPp][Mm])?")
_ADDRESS = regex.compile(r"[^\s@]+@[^\s@]+\.\w+|(?:https?://|www\.)\S+|\+?\(?\d[\d\s()/-]{6,}\d")

MISSING = frozenset(
    {"n/a", "na", "n.a.", "-", "–", "—", "--", "none", "nil", "tbd", "tba", "unknown", "?", "k.a.", "..."}
)


def is_number(text: str) -> bool:
    """Tell whether a text is a number, an amount, a date or a time.

    >>> [is_number(text) for text in ("1,400", "(90.00) €", "2024-01-09", "05:00", "9 January 2024", "Q1")]
    [True, True, True, True, True, False]
    """
    return bool(_NUMBER.fullmatch(text) or _DATE.fullmatch(text))


def is_year(text: str) -> bool:
    """Tell whether a text may be a year, or a date that begins with one."""
    return _YEAR.fullmatch(text) is not None


def is_period(text: str) -> bool:
    """Tell whether a text is a year, a month or a day: what columns of figures are often named by."""
    return bool(_YEAR.fullmatch(text) or _MONTH.fullmatch(text))


def is_unit(text: str) -> bool:
    """Tell whether a text is a unit, as stands below the name of a column.

    >>> [is_unit(text) for text in ("(mm)", "kWh", "[share of all]", "Kyoto", "n/a")]
    [True, True, True, False, False]
    """
    return bool(_BRACKETED.fullmatch(text) or _UNIT.fullmatch(text))


def kind_of(text: str) -> str:
    """Return "number", also for one with a unit, "address" (e-mail, telephone, web), "missing", or else "text"."""
    if text.lower() in MISSING:
        return "missing"
    if _ADDRESS.fullmatch(text):
        return "address"
    return "number" if is_number(text) or _MEASURE.fullmatch(text) else "text"


def unit_of(text: str) -> str:
    """Return the unit behind a number; empty when there is none.

    >>> unit_of("42 kg"), unit_of("1,400"), unit_of("Kyoto")
    ('kg', '', '')
    """
    measure = _MEASURE.fullmatch(text)
    return measure[1].lower() if measure else ""


def order_of(text: str) -> float | None:
    """Return where a year, month, day, time or whole number stands in its order; None for what has none.

    >>> order_of("2024-02") - order_of("2024-01"), order_of("09:30") - order_of("09:00"), order_of("x")
    (1.0, 30.0, None)
    """
    if month := _MONTH.fullmatch(text):
        try:
            if month[3]:
                return float(date(int(month[1]), int(month[2]), int(month[3])).toordinal())
        except ValueError:
            return None
        return int(month[1]) * 12.0 + int(month[2])
    if year := _YEAR.fullmatch(text):
        return float(year[1])
    if time := _TIME.fullmatch(text):
        late = 720 if text[-2:].lower() == "pm" and time[1] != "12" else 0
        return int(time[1]) * 60.0 + int(time[2]) + late
    return float(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
