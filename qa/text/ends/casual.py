"""Lines that are written without capitals, as in chats: there a sentence begins in lower case."""

from __future__ import annotations

from qa.text.lazy_regex import Pattern

__all__ = ["begins_in_lower_case", "is_casual"]

_MOMENT = r"[\[(<]?(?:\p{L}{2,4}\.?,? )?\d{1,4}[.:/h-]\d{1,2}[\d.:/, h-]{0,14}(?:[ap]\.?m\.?)?[\])>]?\s*[-–—]?\s*"
_SPEAKER = r"\p{Lu}[\p{L}\p{M}\p{N}'’_-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20})?"
_SPOKEN = Pattern(rf"(?:{_MOMENT})?[<\[@]?{_SPEAKER}[>\]]?\s?[:>]\s+\p{{Ll}}")
_TYPED = Pattern(rf"(?:{_MOMENT})?[<\[@]?[\p{{Ll}}\p{{N}}_-]{{1,20}}[>\]]?\s?[:>]\s+\p{{Ll}}")
_CAPITAL = Pattern(r"[.!?]\s+\p{Lu}")  # as a sentence begins where capitals are used
_SMALL = Pattern(r"[^\p{Lu}]*\p{Ll}[^\p{Lu}]*[?!][^\p{Lu}]*")
_WORD = Pattern(r"(?<![\p{L}\p{N}.@/_-])\p{L}[\p{L}’'-]+$")
_NEXT = Pattern(r"\s+\p{Ll}[\p{L}’']*(?![\p{L}.(])|\s+\p{Ll}[\p{L}’']*\.{1,3}(?:\s|$)")
_LONGEST = 2_000


def is_casual(text: str) -> bool:
    """Tell whether a line is a message in lower case: `Sam: ok. see you at 9`, or `hi! are you open?`."""
    if len(text) > _LONGEST:
        return False
    is_spoken = _SPOKEN.match(text) is not None or _TYPED.match(text) is not None
    return (is_spoken and _CAPITAL.search(text) is None) or _SMALL.fullmatch(text) is not None


def begins_in_lower_case(text: str, first: int, at: int, end: int, marks: str) -> bool:
    """Tell whether a sentence ends by some marks at `at` in such a line, and the next one begins at `end`.

    Behind dots it goes on: `hm... maybe`.
    """
    if marks[-1] in "…" or marks.endswith("..") or _NEXT.match(text, end) is None:
        return False
    return marks[-1] != "." or text[at - 1].isdigit() or _WORD.search(text, max(first, at - 24), at) is not None
