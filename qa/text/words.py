"""Words of a text as they are written, and their exact places in it.

Scripts that are written without spaces give a word a character, in every language. Raised figures and letters are words
of their own, so that a note's mark is no part of what it stands behind (41,300⁴), but for the square or cube of a unit
(m²); lowered ones belong to their letters (CO₂). Two plus signs or a sharp belong to the letter before (C++, C#), and
the v of a version stands apart (v2.4.1). `find_word_spans` is finer: marks count, and so does the end of a possessive,
since an answer may begin or end at either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

__all__ = ["FIRST_CHARACTER", "RAISED", "SYLLABIC", "find_word_spans", "is_character", "places", "words"]

RAISED = r"⁰¹²³⁴-⁹ʰ-ʸˠ-ˤᴬ-ᵡᵸᶛ-ᶿⁱⁿ"  # figures and letters, as members of a set in a pattern
_LOWERED = "₀-₉"
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_POWER = r"(?:(?=[²³])(?<=(?<![\p{L}\p{M}'’])(?:[cdhkmnpµμ]?m|ft|in|yd|mi|\p{L}))[²³](?![%s]))?"  # of m², x³
_SIGNS = r"(?:(?=[+\#])(?:\+\+(?<=\p{L}..)(?!\p{L})|\#(?<=\p{L}.)(?<![\p{L}\p{N}]{2}.)(?![\p{L}\p{N}])))?"  # of C++, C#


def _compile_word(*, apart: str) -> regex.Pattern[str]:
    """Return the pattern of a word, in which the figures and letters of the set `apart` stand for themselves."""
    without = f"--[{_UNSPACED}{apart}]"
    further = rf"[[\p{{L}}\p{{M}}\p{{N}}\u200c\u200d]{without}]*"
    number = rf"[\p{{N}}--[{apart}]]" if apart else r"\p{N}"
    return regex.compile(
        rf"""
        (?<![\p{{L}}\p{{N}}])(?:(?:\p{{L}}\.){{2,}}|[vV](?=[0-9]+\.[0-9]))  # an acronym with dots: U.S. The v of v2.4
        | {number}+(?:[.,٫٬]{number}+)+                                 # a number with separators: 1,400.5
        | [{_UNSPACED}]\p{{M}}*                                         # a character of a script without spaces
        | [[\p{{L}}\p{{N}}]{without}]{further}{_write_formula(further) if apart else ""}
          (?:['’][[\p{{L}}\p{{M}}]{without}]+)*{_POWER % apart if apart else ""}  # a word: Israel’s, 21st, CO₂, m²
          {_SIGNS}
        {rf"| [{RAISED}]+ | [{_LOWERED}]+" if apart else ""}
        """,
        regex.VERBOSE | regex.V1,
    )


def _compile_token(*, apart: str) -> regex.Pattern[str]:
    """Return the pattern of a word or mark; the figures and letters of the set `apart` stand for themselves."""
    without = f"--[{apart}]" if apart else ""
    further = rf"[[\p{{L}}\p{{M}}\p{{N}}]{without}]*"
    number = rf"[\p{{N}}{without}]"
    end = rf"s(?:\b|(?=[{apart}]))" if apart else r"s\b"
    part = rf"[[\p{{L}}\p{{N}}]{without}]{further}{_write_formula(further) if apart else ''}"
    return regex.compile(
        rf"""
        (?<![\p{{L}}\p{{N}}])(?:\p{{L}}\.){{2,}}                                # an acronym with dots: U.S.
        | {number}++(?:[.,:]{number}++)*+(?:st|nd|rd|th|s)?+(?![[\p{{L}}\p{{M}}\p{{N}}]{without}])  # 1,400  9:30  21st
        | ['’]s(?![[\p{{L}}\p{{M}}\p{{N}}]{without}])                           # the end of: Israel’s
        | (?:{number}++[.,:](?={number}))*+{part}(?:[-‐'’](?!{end}){part})*       # a word: well-known, O’Brien, 1,400km
          {_POWER % apart if apart else ""}                                     # and m²
        {rf"| [{RAISED}]++ | [{_LOWERED}]++" if apart else ""}
        | \S
        """,
        regex.VERBOSE | regex.V1,
    )


def _write_formula(further: str) -> str:
    """Return the pattern of what lowered figures go on with: the ₂O of H₂O."""
    return rf"(?:(?=[{_LOWERED}])(?<=[\p{{L}}\p{{M}}])[{_LOWERED}]++(?!\p{{Nd}}){further})*"


_APART = re.compile(f"[{RAISED}{_LOWERED}]")
_WORD = _compile_word(apart=RAISED + _LOWERED)
_TOKEN = _compile_token(apart=RAISED + _LOWERED)
# The same for texts without what is raised or lowered, by simpler sets.
_LEVEL_WORD = _compile_word(apart="")
_LEVEL_TOKEN = _compile_token(apart="")
# The same for most texts in Latin letters, by the quicker module: without the figures that are no decimals (½, ²), the
# letters of other scripts, what joins or marks a letter, and what is raised or lowered.
_PLAIN = re.compile(r"[\x00-\xb1\xb4-\xb8\xba\xbb\xbf-\u024f\u2010-\u2027\u2030-\u205e]*")
_PLAIN_WORD = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]\.){2,}|[vV](?=[0-9]+\.[0-9]))|\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W\d_]+)*"
    r"(?:\+\+(?<=[^\W\d_]..)(?![^\W\d_])|#(?<=[^\W\d_].)(?<![^\W_]{2}.)(?![^\W_]))?"
)

FIRST_CHARACTER = "\u0e00"  # of the scripts that are written without spaces: no term of theirs sorts before it
SYLLABIC = frozenset({"vi"})
"""Languages that write each syllable apart, so that most words are several words of a text."""
_CHARACTER = regex.compile(rf"[{_UNSPACED}]\p{{M}}*")


def is_character(name: str) -> bool:
    """Tell whether a term is a single character of a script that is written without spaces."""
    return name >= FIRST_CHARACTER and _CHARACTER.fullmatch(name) is not None


def words(text: str) -> list[str]:
    """Return the words of `text` as written, in order.

    >>> words("Israel’s U.S. visit, 1,400 km"), words("多少 euro")
    (['Israel’s', 'U.S.', 'visit', '1,400', 'km'], ['多', '少', 'euro'])
    >>> words("C# and C++20 in v2.4.1")
    ['C#', 'and', 'C++', '20', 'in', 'v', '2.4.1']
    >>> words("41,300⁴ people, 10⁵ m² of CO₂")
    ['41,300', '⁴', 'people', '10', '⁵', 'm²', 'of', 'CO₂']
    """
    written: list[str]
    if _PLAIN.fullmatch(text):
        written = _PLAIN_WORD.findall(text)
    else:
        written = (_WORD if _APART.search(text) else _LEVEL_WORD).findall(text)
    return written


def places(text: str, written: Sequence[str]) -> list[tuple[int, int]]:
    """Return `(start, end)` of each of the words that `words` returns of `text`.

    A word begins at the first letter or figure after the one before, so that it cannot be found too early.
    """
    at: list[tuple[int, int]] = []
    end = 0
    for word in written:
        start = text.find(word, end)
        end = start + len(word)
        at.append((start, end))
    return at


def find_word_spans(text: str) -> list[tuple[int, int]]:
    """Return `(start, end)` of each word and mark, in order; `Israel’s` is two, for either may be an answer's edge.

    >>> [("Israel’s 21-day war."[start:end]) for start, end in find_word_spans("Israel’s 21-day war.")]
    ['Israel', '’s', '21', '-', 'day', 'war', '.']
    """
    return [match.span() for match in (_TOKEN if _APART.search(text) else _LEVEL_TOKEN).finditer(text)]
