"""What a line is by its own letters: of a table, of a chat, with a label, or of code."""

from __future__ import annotations

import regex

__all__ = ["is_apart", "is_code", "is_labelled", "is_timed"]

_DRAWN = regex.compile(r"[\s\-=_+|*~#.:\u2500-\u257f]{3,}")
_BARS = regex.compile(r"[|│║]|.*\S [|] \S.* [|](?: |$)|.*[│║].*[│║]")
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_TIMED = regex.compile(rf"[\[(]?(?:{_DATE}[,T ]{{1,2}})?\d{{1,2}}[:.h]\d\d(?!\d)|[\[(]?{_DATE}(?!\d)")
_LABELLED = regex.compile(
    r"[\p{L}\p{N}*\[(][^\s:.;!?]*+(?: [^\s:.;!?]++){0,3}+\.?:(?:\s|$)|<[^<>\n]{1,40}>\s|[\w.-]{1,40} ?= ?\S"
)
_CODE = regex.compile(
    r".*[;{}]$|[\w.]+\(.*\)[:,]?$|(?:def|class|import|from|return|if|elif|else|for|while|let|const|var|function)\b.*[:{(=]$"
    r"|(?://|/\*|#include|\$ |>>> |</?\w+[ >])|[\w.\[\]]+ ?[+-]?= ?\S|.*(?:=>|->|::|&&|\|\|)"
)


def is_apart(line: str) -> bool:
    """Tell whether a line is never part of a paragraph: of a table or drawn across, or of quoted mail."""
    return "\t" in line or line[0] == ">" or bool(_DRAWN.fullmatch(line) or _BARS.match(line))


def is_timed(line: str) -> bool:
    """Tell whether a line begins with a time or a date."""
    return _TIMED.match(line) is not None


def is_labelled(line: str) -> bool:
    """Tell whether a line begins with a label, a speaker or the name of a setting."""
    return _LABELLED.match(line) is not None


def is_code(line: str) -> bool:
    """Tell whether a line is one of a program."""
    return _CODE.match(line) is not None
