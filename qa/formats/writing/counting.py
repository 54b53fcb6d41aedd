"""Numbers of list items in a style of counting: iv, BB, 03."""

from __future__ import annotations

__all__ = ["write_count"]

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)


def write_count(value: int, style: str) -> str:
    """Return a number in a style of counting; in figures for a style that is not known.

    >>> write_count(4, "lowerRoman"), write_count(28, "upperLetter"), write_count(3, "chicago")
    ('iv', 'BB', '3')
    """
    if style.endswith("Roman") and 0 < value < 4_000:
        text = ""
        for amount, letters in _ROMAN:
            text += letters * (value // amount)
            value %= amount
        return text.upper() if style.startswith("upper") else text
    if style.endswith("Letter") and 0 < value <= 260:
        text = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return text.upper() if style.startswith("upper") else text
    return f"{value:02}" if style == "decimalZero" else str(value)
