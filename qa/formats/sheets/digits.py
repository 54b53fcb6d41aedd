"""Numbers by the digits that a format has places for: rounded, grouped, scaled, as fractions or with exponents.

Rounding is Excel's: halves away from zero, on the fifteen decimal digits that a cell keeps: 1.005 becomes 1.01.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

import regex

from qa.formats.sheets.format_code import Token

__all__ = ["MAX_WHOLE", "write_digits", "write_general"]

MAX_WHOLE = 10**15  # from which a number has no more exact digits

_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_WIDTH = 11  # characters that the general format takes at most
_MAX_DENOMINATOR = 99_999
_PLACES = ("digit", "point", "comma")
_PLAIN = regex.compile(r"([#,]*0)(?:\.(0*))?(,*)")


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the digits of a plain format are written, as nearly all are: `#,##0.00 "€"`, `0%`."""

    before: str
    after: str
    n_decimals: int
    scale: int  # powers of ten
    form: str  # that Python writes it by


def write_general(value: float) -> str:
    """Return a number as a cell without a format shows it: eleven characters, or whole in all of its digits.

    >>> write_general(1 / 3), write_general(1234567890123.0), write_general(1234.56789012), write_general(1.25e-10)
    ('0.333333333', '1234567890123', '1234.56789', '1.25E-10')
    """
    if value == int(value) and abs(value) < MAX_WHOLE:
        return str(int(value))
    short = repr(value)
    if len(short) <= _WIDTH and "e" not in short:
        return short
    number = abs(_round_kept(value))
    sign = "-" if value < 0 else ""
    top = number.adjusted()
    if -5 < top < _WIDTH:
        n_decimals = 9 if top < 0 else max(0, _WIDTH - 2 - top)
        plain = _trim(f"{_quantize(number, n_decimals):f}")
        return f"{sign}{plain}" if plain.strip("0.") else "0"
    if -10 < top < 0 and len(plain := f"{number:f}") <= _WIDTH:
        return f"{sign}{plain}"
    return sign + _write_scientific(number, top)


def write_digits(value: float, tokens: tuple[Token, ...]) -> str:
    """Return a number, which has its sign already written, by the tokens of a section."""
    plan = _find_plan(tokens)
    number = abs(_round_kept(value))
    if plan is not None:
        number = _quantize(_EXACT.scaleb(number, plan.scale) if plan.scale else number, plan.n_decimals)
        return f"{plan.before}{number:{plan.form}}{plan.after}"
    number = _EXACT.scaleb(number, 2 * sum(kind == "percent" for kind, _ in tokens))
    kinds = [kind for kind, _ in tokens]
    if "slash" in kinds and "digit" in kinds[: kinds.index("slash")]:
        return _write_fraction(number, tokens, kinds.index("slash"))
    if "exponent" in kinds and "digit" in kinds[: kinds.index("exponent")]:
        return _write_exponent(number, tokens, kinds.index("exponent"))
    return _write_places(number, tokens)


@lru_cache(1_000)
def _find_plan(tokens: tuple[Token, ...]) -> _Plan | None:
    """Return the plan of a format whose digits stand together, all decimals of them shown; None for another."""
    places = [place for place, (kind, _) in enumerate(tokens) if kind in _PLACES]
    inner = tokens[places[0] : places[-1] + 1] if places else ()
    marks = "".join(mark for _, mark in inner)
    plain = _PLAIN.fullmatch(marks)
    around = {kind for kind, _ in tokens} - {"digit", "point", "comma", "literal", "percent"}
    if plain is None or around or len(marks) != len(places):
        return None
    before, after = ("".join(mark for _, mark in side) for side in (tokens[: places[0]], tokens[places[-1] + 1 :]))
    scale = 2 * sum(kind == "percent" for kind, _ in tokens) - 3 * len(plain[3])
    return _Plan(before, after, len(plain[2] or ""), scale, ",f" if "," in plain[1] else "f")


def _round_kept(value: float) -> Decimal:
    return _KEPT.create_decimal(repr(value))


def _quantize(number: Decimal, n_decimals: int) -> Decimal:
    return _EXACT.quantize(number, Decimal(1).scaleb(-n_decimals))


def _trim(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _write_scientific(number: Decimal, top: int) -> str:
    mantissa = _quantize(_EXACT.scaleb(number, -top), 5)
    if mantissa >= 10:
        mantissa, top = mantissa / 10, top + 1
    return f"{_trim(f'{mantissa:f}')}E{'-' if top < 0 else '+'}{abs(top):02}"


def _write_places(number: Decimal, tokens: tuple[Token, ...]) -> str:
    """Return a number in plain digits: `#,##0.0#" km"`, `000-0000`, `0.0,,"M"`."""
    digits = [place for place, (kind, _) in enumerate(tokens) if kind == "digit"]
    point = next((place for place, (kind, _) in enumerate(tokens) if kind == "point"), len(tokens))
    whole = [place for place in digits if place < point]
    decimals = [place for place in digits if place > point]
    last = whole[-1] if whole else -1
    commas = [place for place, (kind, _) in enumerate(tokens) if kind == "comma"]
    ends = _find_scaling(tokens, last, point) + _find_scaling(tokens, digits[-1] if digits else -1, len(tokens))
    scaled = sorted(set(ends))
    number = _EXACT.scaleb(number, -3 * len(scaled))
    grouped = any(whole and whole[0] < place < last for place in commas)
    text = f"{_quantize(number, len(decimals)):f}"
    front, _, back = text.partition(".")
    written = _lay_whole(front.lstrip("0"), [tokens[place][1] for place in whole], grouped)
    optional = len(back.rstrip("0"))
    parts: list[str] = []
    for place, (kind, mark) in enumerate(tokens):
        if kind == "digit" and place < point:
            parts.append(written[whole.index(place)])
        elif kind == "digit":
            order = decimals.index(place)
            parts.append(back[order] if order < optional or mark == "0" else "")
        elif kind == "point" and place == point:
            shown = optional > 0 or any(tokens[other][1] == "0" for other in decimals)
            parts.append(("" if whole else front.lstrip("0")) + ("." if shown else ""))
        elif kind in ("literal", "percent", "slash", "exponent", "point"):
            parts.append(mark)
    return "".join(parts)


def _find_scaling(tokens: tuple[Token, ...], last: int, end: int) -> list[int]:
    """Return the places of the commas that directly follow the last digit: each divides by a thousand."""
    places = []
    for place in range(last + 1, end):
        if last < 0 or tokens[place][0] != "comma":
            break
        places.append(place)
    return places


def _lay_whole(digits: str, places: list[str], grouped: bool) -> list[str]:
    """Return what stands at each place before the point; digits that have no place stand at the first."""
    written: list[str] = []
    n_written = 0
    for order in range(len(places) - 1, -1, -1):
        digit = digits[-1:] or {"0": "0", "?": ""}.get(places[order], "")
        digits = digits[:-1]
        rest = ""
        while order == 0 and digits:
            if grouped and (n_written + len(rest.replace(",", "")) + 1) % 3 == 0:
                rest = "," + rest
            rest, digits = digits[-1] + rest, digits[:-1]
        comma = "," if grouped and digit and n_written and n_written % 3 == 0 else ""
        written.append(rest + digit + comma)
        n_written += bool(digit)
    return written[::-1]


def _write_exponent(number: Decimal, tokens: tuple[Token, ...], mark: int) -> str:
    """Return a number with an exponent: `0.00E+00`, `##0.0E+0`."""
    point = next((place for place, (kind, _) in enumerate(tokens[:mark]) if kind == "point"), mark)
    step = sum(kind == "digit" for kind, _ in tokens[:point]) or 1
    n_decimals = sum(kind == "digit" for kind, _ in tokens[point:mark])
    top = number.adjusted() if number else 0
    power = top - top % step
    mantissa = _quantize(_EXACT.scaleb(number, -power), n_decimals)
    if mantissa and mantissa.adjusted() >= step:
        power += step
        mantissa = _quantize(_EXACT.scaleb(number, -power), n_decimals)
    end = mark + 1
    while end < len(tokens) and tokens[end][0] == "digit":
        end += 1
    sign = "-" if power < 0 else "+" if tokens[mark][1].endswith("+") else ""
    before = _write_places(mantissa, tuple(("digit", "0") if t == ("digit", "#") else t for t in tokens[:mark]))
    if step > 1:
        before = _write_places(mantissa, tokens[:mark])
    after = "".join(text for kind, text in tokens[end:] if kind in ("literal", "percent"))
    return f"{before}E{sign}{abs(power):0{max(1, end - mark - 1)}}{after}"


def _write_fraction(number: Decimal, tokens: tuple[Token, ...], slash: int) -> str:
    """Return a number as a fraction: `# ?/?`, `# ??/16`."""
    start = slash
    while start > 0 and tokens[start - 1][0] == "digit":
        start -= 1
    end = slash + 1
    while end < len(tokens) and (tokens[end][0] == "digit" or tokens[end][1].isdigit()):
        end += 1
    below = "".join(text for _, text in tokens[slash + 1 : end])
    has_whole = any(kind == "digit" for kind, _ in tokens[:start])
    whole = int(number) if has_whole else 0
    rest = Fraction(number) - whole
    stated = int(below) if below.isdecimal() and below.strip("0") else 0
    if stated:
        numerator, denominator = int(rest * stated + Fraction(1, 2)), stated
    else:
        near = rest.limit_denominator(min(10 ** max(1, len(below)) - 1, _MAX_DENOMINATOR))
        numerator, denominator = near.numerator, near.denominator
    if has_whole and numerator >= denominator:
        whole, numerator = whole + 1, 0
    parts = [str(whole)] if has_whole and (whole or not numerator) else []
    if numerator or not has_whole:
        parts.append(f"{numerator}/{denominator}")
    front = next((place for place, (kind, _) in enumerate(tokens) if kind in _PLACES), start)
    before, after = (
        "".join(text for kind, text in side if kind in ("literal", "percent"))
        for side in (tokens[:front], tokens[end:])
    )
    return f"{before}{' '.join(parts)}{after}"
