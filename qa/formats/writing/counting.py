"""Numbers of list items in a style of counting: iv, BB, 03, ③, 十二, Second.

The styles have the names that Word files give them (ECMA-376, part 1, 17.18.59).
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["write_count"]

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)
_SERIES: Mapping[str, str] = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "hebrew1": "אבגדהוזחטי",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "thaiLetters": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
}
_IDEOGRAPHS = frozenset(
    """
    chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand
    """.split()
)
_DIGITS = "〇一二三四五六七八九"
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


def write_count(value: int, style: str) -> str:
    """Return a number in a style of counting; in figures for a style that is not known, or that does not go so far.

    >>> write_count(4, "lowerRoman"), write_count(28, "upperLetter"), write_count(3, "chicago")
    ('iv', 'BB', '3')
    >>> write_count(3, "ordinal"), write_count(2, "ordinalText"), write_count(12, "japaneseCounting")
    ('3rd', 'Second', '十二')
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
    return _write_elsewhere(value, style) or (f"{value:02}" if style == "decimalZero" else str(value))


def _write_elsewhere(value: int, style: str) -> str:
    """Return a number in words, signs or letters of other scripts; empty when the style has none for it."""
    series = _SERIES.get(f"{style}FullWidth" if style in ("aiueo", "iroha") else style, "")
    if 0 < value <= len(series):
        return series[value - 1]
    if style in _IDEOGRAPHS and 0 < value < 100:
        tens, ones = divmod(value, 10)
        return f"{_DIGITS[tens] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones] if ones else ''}"
    if style == "ideographDigital":
        return "".join(_DIGITS[int(digit)] for digit in str(value) if digit.isdigit())
    if style in ("cardinalText", "ordinalText") and 0 < value <= 20:
        return (_CARDINALS if style == "cardinalText" else _ORDINALS)[value].capitalize()
    if style == "ordinal" and value > 0:
        ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        return f"{value}{ending}"
    return f"- {value} -" if style == "numberInDash" else ""
