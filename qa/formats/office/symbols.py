"""Signs of the fonts Symbol, Wingdings and Webdings, as Word and PowerPoint files store them, in Unicode.

A sign has a code from 0x20 to 0xFF, or that code in the private use area from U+F000, and means nothing without its
font: 0xB3 is ≥ in Symbol and a cross in Wingdings. Left out: most
pictures of Webdings.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

__all__ = ["UNKNOWN", "is_symbol_font", "mark_item", "read_sign", "replace_signs"]

UNKNOWN = "\ufffd"  # a sign that has no known meaning

_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_USE = regex.compile(r"[\uf000-\uf0ff]")
_FIRST = 0x20  # the code of the first sign in each row below; a blank is a sign without a meaning here

_SYMBOL = (
    " !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~ "
    + " " * 32
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ ⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ "
)
_WINGDINGS = (
    " 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉"
    "♊♋♌♍♎♏♐♑♒♓&&●○■□□❑❒⬧⧫◆❖⬥☒⮹⌘🏵🏶“” ⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"
    "▪○○○◉◎○▪☐▲✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳↖↗↙↘▭▭✗✓☒☑⊞"
)
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "⊗", 0x56: "⊗", 0x57: "⃠",
    **{0x69 + n: sign for n, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")},
    0x95: "·", 0x96: "•", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○", 0x9E: "▪", 0x9F: "■", 0xA0: "■", 0xA1: "▫",
    0xA2: "□", 0xA3: "☐",
}  # fmt: skip
_WINGDINGS_3 = {
    **{0x21 + n: sign for n, sign in enumerate("←→↑↓↖↗↙↘")},
    **{0x70 + n: sign for n, sign in enumerate("▲▼△▽◀▶◁▷◣◢◤◥◂▸▴")},
}
_WEBDINGS = {
    0x31: "◻", 0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x69: "ℹ", 0x6E: "●",
    0x72: "✗", 0x73: "?", 0x78: "▰", 0x79: "⊘", 0x7E: "⚡", 0x8E: "🕓", 0x98: "✉", 0x99: "✉", 0x9A: "✉", 0xC8: "☎",
}  # fmt: skip


def _number(signs: str) -> dict[int, str]:
    return {code: sign for code, sign in enumerate(signs, start=_FIRST) if sign != " " or code == _FIRST}


_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _number(_SYMBOL),
    "wingdings": _number(_WINGDINGS),
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
_OF_WINGDINGS = frozenset({0x6E, 0x6F, 0x71, 0xA7, 0xA8, 0xD8, 0xE0, 0xFB, 0xFC, 0xFD, 0xFE})  # where no font is stated
_TELLING = frozenset("✓✔✗✘☐☑☒□")  # as the mark of an item, more than a bullet


def is_symbol_font(font: str) -> bool:
    """Tell whether the letters of a font are signs."""
    return font.strip().lower() in _FONTS


def read_sign(code: int, font: str) -> str:
    """Return the sign of a font; a font of letters shows the character itself. UNKNOWN where that means nothing.

    >>> read_sign(0xB3, "Symbol"), read_sign(0xF0FE, "Wingdings"), read_sign(0x2610, "MS Gothic")
    ('≥', '☑', '☐')
    """
    private = code in _PRIVATE
    place = code - _PRIVATE.start if private else code
    signs = _FONTS.get(font.strip().lower())
    if signs is not None and place < 0x100:
        return signs.get(place, UNKNOWN)
    if private:
        return _FONTS["wingdings" if place in _OF_WINGDINGS else "symbol"].get(place, UNKNOWN)
    return chr(code) if _FIRST <= code < 0x110000 and not 0xD800 <= code < 0xF900 else UNKNOWN


def replace_signs(text: str, font: str) -> str:
    """Return `text`, which is set in `font`, with its signs in Unicode.

    >>> replace_signs("a", "Symbol"), replace_signs("a", "Arial"), replace_signs("50 \\uf0b3", "Arial")
    ('α', 'a', '50 ≥')
    """
    if font and is_symbol_font(font):
        return "".join(read_sign(ord(c), font) if ord(c) < 0x100 or ord(c) in _PRIVATE else c for c in text)
    if not text.isascii() and _PRIVATE_USE.search(text):
        return "".join(read_sign(ord(c), "") if ord(c) in _PRIVATE else c for c in text)
    return text


def mark_item(bullet: str, font: str) -> str:
    """Return the mark of an item of a list: a hyphen, with the bullet behind it where that says more (☑).

    >>> mark_item("\\uf0b7", "Symbol"), mark_item("\\xfc", "Wingdings")
    ('-', '- ✓')
    """
    sign = replace_signs(bullet, font).strip()
    return f"- {sign}" if sign in _TELLING else "-"
