"""Number formats taken apart: `[Red][<100]0.0" km";0` to its sections, each with its condition and its tokens.

After ECMA-376, part 1, 18.8.31. Dates may be written in the letters of other languages (`TT.MM.JJJJ`, `jj/mm/aaaa`), as
some programs store them. Colours and the widths of spaces are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import regex

__all__ = ["Section", "Token", "parse_format"]

_MAX_CODE = 255  # characters; a longer one is none
_MAX_PLACES = 40  # of digits, in a section

Token = tuple[str, str]  # kind and text


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a format. `condition` is an operator and a limit, None where none is stated.

    Kinds of tokens: literal; digit (`0 # ?`), point, comma, percent, exponent (`E+`), slash; general; text (`@`);
    year, month, day, hour, minute, second (with as many letters as the format), elapsed (`[hh]`), half (of the day),
    fraction (`.000` of a second), weekday (`aaa`), era.
    """

    tokens: tuple[Token, ...] = ()
    condition: tuple[str, float] | None = None
    language: int = 0  # the number that Windows gives it; 0 for none
    kinds: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Gather the kinds of the tokens once: every cell asks for them."""
        object.__setattr__(self, "kinds", frozenset(kind for kind, _ in self.tokens))

    def has(self, *kinds: str) -> bool:
        """Tell whether a token is of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)


_TOKEN = regex.compile(
    r"""
    "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | _. | \*.
    | \[\$(?P<symbol>[^\]\-]*)(?:-(?P<language>[^\]]*))?\]
    | \[(?P<elapsed>h+|m+|s+)\]
    | \[\s*(?P<operator><=|>=|<>|<|>|=)\s*(?P<limit>[-+]?[0-9]+(?:[.,][0-9]+)?(?:E[-+]?[0-9]+)?)\s*\]
    | \[[^\]]*\]
    | (?P<general>general|standard)
    | (?P<half>am/pm|a/p|上午/下午)
    | (?P<year>y+|b+|(?<![a-z])e+(?![-+])) | (?P<month>m+) | (?P<day>d+) | (?P<hour>h+) | (?P<second>s+)
    | (?P<weekday>a{3,4}) | (?P<era>g+)
    | (?P<exponent>e[-+])
    | (?P<digit>[0\#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/) | (?P<text>@)
    | (?P<literal>.)
    """,
    regex.I | regex.X | regex.S,
)
_SECTIONS = regex.compile(r'((?:"[^"]*"?|\\.|\[[^\]]*\]|[_*].|[^;"])*+)(?:;|\Z)', regex.S)
_TIME = frozenset({"hour", "second", "half"})
_MOMENT = frozenset({"year", "month", "day", "hour", "minute", "second", "elapsed", "half", "weekday", "era"})
_LETTERS = (  # of day, month and year in the formats of other languages
    *("tmj", "dmj", "jma", "dma", "gma", "дмг", "dmr", "pkv", "dmå", "gay", "nhé", "ημε"),
)


@lru_cache(1_000)
def parse_format(code: str) -> tuple[Section, ...]:
    """Return the sections of a format, one at least."""
    code = _translate(code[:_MAX_CODE])
    parts = [match[1] for match in _SECTIONS.finditer(code)]
    if len(parts) > 1 and not parts[-1] and not code.endswith(";"):
        parts.pop()  # the empty match behind the last section
    return tuple(map(_parse_section, parts[:4])) or (Section(),)


def _parse_section(code: str) -> Section:
    tokens: list[Token] = []
    condition, language, n_places = None, 0, 0
    for match in _TOKEN.finditer(code):
        kind, text = match.lastgroup or "", match[0]
        if kind in ("quoted", "escaped"):
            tokens.append(("literal", match[kind]))
        elif kind in ("symbol", "language"):
            tokens.append(("literal", match["symbol"]))
            language = _parse_language(match["language"] or "") or language
        elif kind == "limit":
            condition = match["operator"], float(match["limit"].replace(",", "."))
        elif kind == "digit":
            n_places += 1
            if n_places <= _MAX_PLACES:
                tokens.append((kind, text))
        elif kind == "elapsed":
            tokens.append((kind, match[kind].lower()))
        elif kind:
            tokens.append((kind, text if kind == "literal" else text.lower()))
    tokens = [token for token in tokens if token[1]]
    if any(kind in _MOMENT for kind, _ in tokens) and not any(kind == "exponent" for kind, _ in tokens):
        tokens = _mend_moment(tokens)
    return Section(tuple(tokens), condition, language)


def _mend_moment(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a date or a time: minutes told from months, digits behind seconds as their fraction."""
    mended: list[Token] = []
    last = ""  # the kind of the last token of a moment
    place = 0
    while place < len(tokens):
        kind, text = tokens[place]
        place += 1
        if kind == "month" and len(text) < 3:
            following = next((after for after, _ in tokens[place:] if after in _MOMENT), "")
            next_text = next((letters for after, letters in tokens[place:] if after in _MOMENT), "")
            behind_hours = last in ("hour", "elapsed-h")
            if behind_hours or following == "second" or (following == "elapsed" and next_text.startswith("s")):
                kind = "minute"
        elif kind == "point":
            end = place
            while end < len(tokens) and tokens[end] == ("digit", "0"):
                end += 1
            if last in ("second", "elapsed-s") and end > place:
                kind, text = "fraction", "0" * (end - place)
                place = end
        if kind in ("point", "comma", "slash", "percent", "digit", "text"):
            kind = "literal"
        if kind in _MOMENT:
            last = f"elapsed-{text[0]}" if kind == "elapsed" else kind
        mended.append((kind, text))
    return mended


def _parse_language(text: str) -> int:
    """Return the number of the language that `[$-407]` states; 0 when it states none."""
    digits = regex.fullmatch(r"[0-9A-Fa-f]{1,8}", text.partition(",")[0])
    return int(digits[0], 16) & 0xFFFF if digits else 0


def _translate(code: str) -> str:
    """Return a date that is written in the letters of another language in English ones.

    >>> _translate("TT.MM.JJJJ"), _translate("jj/mm/aaaa"), _translate("dd.mm.yyyy"), _translate('0 "jj/mm/aa"')
    ('dd.mm.yyyy', 'dd/mm/yyyy', 'dd.mm.yyyy', '0 "jj/mm/aa"')
    """
    bare = regex.sub(r'"[^"]*"?|\\.|\[[^\]]*\]|[hsHS:0-9.]+', " ", code).lower()
    used = frozenset(filter(str.isalpha, bare))
    for letters in _LETTERS:
        needed = {letters[1], letters[2]}
        if needed <= used <= set(letters) and regex.search(rf"{letters[2]}{{2,4}}", bare):
            return _exchange(code, letters)
    return code


def _exchange(code: str, letters: str) -> str:
    """Return `code` with d, m and y in the place of these letters, outside of quotes and brackets."""
    table = str.maketrans(letters + letters.upper(), "dmydmy")
    parts = regex.split(r'("[^"]*"?|\\.|\[[^\]]*\])', code)
    return "".join(part if place % 2 else part.translate(table) for place, part in enumerate(parts))
