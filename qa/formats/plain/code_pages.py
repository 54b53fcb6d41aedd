"""Code pages of one byte a character, and how plausible the text is that each makes of some bytes.

A text is plausible as far as one language explains it: by its letters, in places where letters stand (no capital within
a word, no sign between two letters), and by its words. Each counts as the logarithm of a probability, roughly. The same
three bytes count less each time that they come again, so that a line drawn across a page is not taken for its text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import category, name

import regex

from qa.formats.plain.alphabets import ALPHABETS, Alphabet

__all__ = ["PAGES", "Plausibility", "rate"]

_WEST = "en de fr es pt it nl sv da fi is et ca sq"
_EAST = "pl cs sk hu hr ro de sq"
_CYRILLIC = "ru uk be bg sr mk"

# Each with what speaks against it beforehand, and its languages. Of those that make the same text the first is taken.
PAGES: Mapping[str, tuple[float, str]] = {
    "cp1252": (0.0, _WEST),
    "cp1250": (0.5, _EAST),
    "cp1251": (0.5, _CYRILLIC),
    "cp1254": (1.0, "tr az de fr"),
    "cp1257": (1.0, "lt lv et pl de"),
    "cp1253": (1.0, "el"),
    "cp1255": (1.0, "he yi"),
    "cp1256": (1.0, "ar fa"),
    "cp1258": (1.0, "vi"),
    "cp874": (1.0, "th"),
    "iso8859-15": (1.5, _WEST),
    "iso8859-2": (1.5, _EAST),
    "iso8859-5": (1.5, _CYRILLIC),
    "koi8-r": (1.0, "ru bg"),
    "koi8-u": (1.0, "uk ru be"),
    "iso8859-7": (1.5, "el"),
    "iso8859-8": (1.5, "he yi"),
    "iso8859-6": (1.5, "ar"),
    "iso8859-9": (1.5, "tr az"),
    "iso8859-13": (1.5, "lt lv et pl"),
    "iso8859-4": (3.0, "lt lv et"),
    "iso8859-16": (3.0, "ro hu pl hr"),
    "cp850": (3.0, _WEST),
    "cp437": (3.0, _WEST),
    "cp866": (2.0, "ru uk be bg"),
    "cp855": (3.0, _CYRILLIC),
    "cp852": (3.0, _EAST),
    "cp857": (3.0, "tr"),
    "cp775": (3.0, "lt lv et"),
    "cp737": (3.0, "el"),
    "cp862": (3.0, "he yi"),
    "cp860": (4.0, "pt"),
    "cp861": (4.0, "is"),
    "cp865": (4.0, "da sv"),
    "mac-roman": (3.0, _WEST),
    "mac-latin2": (3.0, _EAST),
    "mac-croatian": (4.0, "hr"),
    "mac-romanian": (4.0, "ro"),
    "mac-cyrillic": (3.0, _CYRILLIC),
    "mac-greek": (4.0, "el"),
    "mac-turkish": (3.0, "tr"),
    "mac-iceland": (4.0, "is"),
}

_FOREIGN_LETTER, _UNLISTED_LATIN, _UNLISTED = -13.0, -11.5, -9.0
_CAPITAL = -2.2
_KNOWN_WORD, _KNOWN_LETTER, _KNOWN_PLAIN_WORD = 3.0, 1.5, 1.2
_UNDEFINED, _CONTROL, _BOX, _RARE_SIGN = -18.0, -16.0, -8.0, -10.0
_SIGNS = {
    sign: weight
    for signs, weight in (
        ("\xa0’–", -4.5),
        ("«»“”„‘…—•§°€£º²ª№·¿¡“", -5.3),
        ("©®™³±×÷½¼µ‹›‚\xad´`•‑", -6.5),
        ("¥¢¹¾†‡‰¶¦¨¯¸∙√≈≤≥", -8.5),
    )
    for sign in signs
}
_BESIDE_FIGURES = frozenset("€£¥¢°%‰²³½¼¾±×÷ºª§№¹")
_OPENING, _CLOSING = frozenset("«“„‘¿¡‹(‚"), frozenset("»”’›…")
_KINDS = {  # by the category in Unicode
    "Ll": "l",
    "Lu": "u",
    "Lt": "u",
    "Lo": "o",
    "Lm": "o",
    "Mn": "m",
    "Mc": "m",
    "Nd": "d",
    "Zs": " ",
    **dict.fromkeys(("Cc", "Co", "Cn"), "!"),
}
_ALL_LETTERS = bytes(range(0x80)) + b"\xff" * 0x80  # to find the plain words, whatever letters the others have
_MAX_RIVALS = 12  # readings whose words are looked at
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*+(?:['’]\p{L}++)?")


@dataclass(frozen=True, slots=True)
class Plausibility:
    """How plausible a text is that a code page makes of bytes, as the mean for each of them, and in which language."""

    page: str
    mean: float
    language: str


@dataclass(frozen=True, slots=True)
class _Layout:
    """What each byte is in a code page: its character, and its kind.

    Kinds: l and u are letters in lower and upper case, o letters without case, m marks on the letter before, d figures,
    a space, x lines and blocks, ! what is no character, + other signs.
    """

    characters: str
    kinds: str
    scripts: tuple[str, ...]


def rate(sample: bytes, *, pages: Collection[str] = PAGES, languages: Collection[str] = ()) -> list[Plausibility]:
    """Return how plausible each code page is for `sample`, the most plausible first.

    sample: bytes with what stands around those beyond ASCII. languages: the only ones that count; empty for all.
    """
    weights = {
        triple: 1 + math.log(count)
        for triple, count in Counter(zip(b" " + sample, sample, sample[1:] + b" ", strict=False)).items()
        if triple[1] > 0x7F
    }
    total = sum(weights.values())
    if not total:
        return []
    plain_words = set(filter(str.isascii, _WORD.findall(sample.translate(_ALL_LETTERS).decode("latin-1").lower())))
    rivals: list[tuple[float, str, str]] = []
    for page in pages:
        against, codes = PAGES[page]
        allowed = [code for code in codes.split() if not languages or code in languages]
        if not allowed:
            continue
        places = _rate_places(_lay_out(page), weights) - against
        counts = _count_bytes(weights)
        for code in allowed:
            score = places + _rate_letters(page, code, counts)
            alphabet = ALPHABETS[code]
            score += _KNOWN_PLAIN_WORD * len(plain_words & alphabet.words)
            rivals.append((score, page, code))
    order = {page: number for number, page in enumerate(PAGES)}
    rivals.sort(key=lambda rival: (-rival[0], order[rival[1]]))
    rated = [
        (score + _rate_words(sample.decode(page, "replace"), ALPHABETS[code]), page, code)
        for score, page, code in rivals[:_MAX_RIVALS]
    ]
    best: dict[str, Plausibility] = {}
    for score, page, code in sorted(
        [*rated, *rivals[_MAX_RIVALS:]], key=lambda rival: (-round(rival[0], 6), order[rival[1]])
    ):
        best.setdefault(page, Plausibility(page, score / total, code))
    return list(best.values())


def _count_bytes(weights: Mapping[tuple[int, int, int], float]) -> dict[int, float]:
    counts: dict[int, float] = {}
    for (_, byte, _), weight in weights.items():
        counts[byte] = counts.get(byte, 0.0) + weight
    return counts


def _rate_words(text: str, alphabet: Alphabet) -> float:
    """Return what speaks for a text as one of a language: its words beyond ASCII that the language often has."""
    words = {word for word in _WORD.findall(text.lower()) if not word.isascii()} & alphabet.words
    return sum(_KNOWN_WORD if len(word) > 1 else _KNOWN_LETTER for word in words)


def _rate_letters(page: str, code: str, counts: Mapping[int, float]) -> float:
    costs = _cost_letters(page, code)
    return sum(costs[byte] * weight for byte, weight in counts.items())


@cache
def _cost_letters(page: str, code: str) -> tuple[float, ...]:
    """Return for each byte what its character costs in a language."""
    alphabet = ALPHABETS[code]
    laid_out = _lay_out(page)
    script = "LATIN" if alphabet.latin else _script_of(next(iter(alphabet.letters)))
    costs = []
    for character, kind in zip(laid_out.characters, laid_out.kinds, strict=True):
        letter = character.lower() if len(character.lower()) == 1 else character
        if kind == "!":
            cost = _UNDEFINED if character == "\ufffd" else _CONTROL
        elif kind == "x":
            cost = _BOX
        elif kind in "luom":
            unlisted = _UNLISTED_LATIN if alphabet.latin else _UNLISTED
            other = _FOREIGN_LETTER if kind != "m" and _script_of(character) != script else unlisted
            cost = alphabet.letters.get(letter, alphabet.letters.get(character, other)) + _CAPITAL * (kind == "u")
        else:
            cost = _SIGNS.get(character, _RARE_SIGN)
        costs.append(cost)
    return tuple(costs)


def _rate_places(page: _Layout, weights: Mapping[tuple[int, int, int], float]) -> float:
    """Return what speaks against the characters beyond ASCII where they stand, whatever the language."""
    kinds, characters, scripts = page.kinds, page.characters, page.scripts
    total = 0.0
    for (before, byte, after), weight in weights.items():
        kind, left, right = kinds[byte], kinds[before], kinds[after]
        cost = 0.0
        if kind in "luo":
            if (left in "luo" and scripts[before] != scripts[byte]) or (
                right in "luo" and scripts[after] != scripts[byte]
            ):
                cost -= 8.0
            if kind == "u":
                cost -= 8.0 * (left == "l")
            elif kind == "l":
                cost -= 5.0 * (left == "u" and right == "u")
                if scripts[byte] == "LATIN":
                    cost -= 1.0 * (before > 0x7F and left in "luo")
            cost -= 3.0 * (left == "d" or right == "d") + 8.0 * (before == byte == after)
            cost -= (1.5 if scripts[byte] == "LATIN" else 4.0) * (left not in "luom" and right not in "luom")
            cost -= 4.0 * (
                left in "luo" if characters[byte] in "þÞ" else left not in "luo" and characters[byte] in "ðÐ"
            )
        elif kind == "m":
            cost -= 8.0 * (left not in "luom" or (before < 0x80 and characters[byte] > "\u036f"))
        elif kind == "x":
            cost -= 7.0 * ((left in "luo") + (right in "luo")) - 5.0 * (byte in (before, after))
        elif kind == "+":
            cost -= _rate_sign(characters[byte], left, right)
        total += cost * weight
    return total


def _rate_sign(sign: str, left: str, right: str) -> float:
    """Return what speaks against a sign between two characters of these kinds."""
    between = left in "luom" and right in "luom"
    if sign == "’":
        return 0.0 if left in "luom" else 4.0 if right in "luo" else 1.0
    if between:
        return 2.0 if sign in "·\xad‑" else 3.0 if sign in "–—…" else 9.0
    if sign in _BESIDE_FIGURES and (left == "d" or right == "d"):
        return -0.5
    if sign in _OPENING and sign not in _CLOSING:
        return 4.0 if left in "luom" and sign != "“" else 0.0
    before = right in "luo" and sign not in "\xa0–—…€£§•`‑"
    return 3.0 * (left in "lu" and sign not in "»”…–—™®º²³°\xa0§©") + 4.0 * before


@cache
def _lay_out(page: str) -> _Layout:
    """Return what each byte is in a code page."""
    characters = "".join(bytes([byte]).decode(page, "replace") for byte in range(256))
    return _Layout(
        characters, "".join(map(_kind_of, characters)), tuple(_script_of(character) for character in characters)
    )


def _kind_of(character: str) -> str:
    if character in "ªº\xa0":
        return "+"
    if character in "\t\n\r\f":
        return " "
    if "\u2500" <= character <= "\u25ff":
        return "x"
    return "!" if character == "\ufffd" else _KINDS.get(category(character), "+")


def _script_of(character: str) -> str:
    """Return the script of a letter by its name in Unicode; empty for what is none."""
    return name(character, "").partition(" ")[0] if character.isalpha() else ""
