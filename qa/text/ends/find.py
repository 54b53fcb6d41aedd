"""Find where the sentences of a line or a paragraph end: marks, what closes behind them, and what follows.

No sentence ends before a word in lower case, within quotation marks or brackets, or behind an abbreviation that what
follows belongs to. Time grows with the length of the text.
"""

from __future__ import annotations

import re

from qa.text.ends.abbreviations import Usage, usage_of
from qa.text.ends.casual import begins_in_lower_case, is_casual
from qa.text.ends.enclosed import find_enclosed
from qa.text.ends.following import Following, look_at
from qa.text.ends.speech import goes_on_in_japanese, is_said
from qa.text.ends.stops import ends_at_stop, is_whole
from qa.text.lazy_regex import Pattern

__all__ = ["find_ends"]

_WIDE = "。！？｡．؟۔।॥։።፧။។៕"  # ends where no space need follow
_CLOSING = r"[)\]}”’\"'»›«‹“‘」』）】》*_]"
_WITHIN = rf"(?:(?<=[{_WIDE}])|(?![a-z0-9_]))"  # not before what goes on without a space: 3.5, pool.org
_MARKS = re.compile(rf"(?P<marks>[.!?…‽⁇⁈⁉{_WIDE}]+){_WITHIN}(?P<closing>{_CLOSING}{{0,4}})")
_GREEK = re.compile(rf"(?P<marks>[.!?…;]+)(?P<closing>{_CLOSING}{{0,4}})")
_ARMENIAN = re.compile(rf"(?P<marks>[.!?…։:]+)(?P<closing>{_CLOSING}{{0,4}})")
_FEELING = Pattern(
    r"\s*(?:[\U0001F600-\U0001F64F\U0001F440-\U0001F450\U0001F389\U0001F38A\u2764\U0001F493-\U0001F49F\U0001F90D-\U0001F92F"
    r"\U0001F970-\U0001F97A\u263A\u2639\ufe0f\u200d\U0001F3FB-\U0001F3FF]|[:;]-?[)(DP](?=\s|$))+"
)
_UNSPACED = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_GLUED = Pattern(
    r"(?<=(?<![\p{L}\p{N}./:@_-])\p{Ll}{2,20}|[\p{Ll}\p{N}]\))\.(?=\p{Lu}\p{Ll}*(?:[\s,]|['’]\p{L}))"
    r"|(?<=(?<![\p{L}\p{N}./:@_-])\p{Lu}\p{Ll}{3,20})\.(?=(?:The|This|That|These|It|He|She|They|We|In|On|At|If|When|But|And)\s)"
    r"|(?<=[\p{Arabic}\p{Hebrew}]{3})\.(?=[\p{Arabic}\p{Hebrew}]{3})|(?<=\p{Ll})[!?…](?=\p{Lu})"
)
_FEELINGS = "😀😊👍🎉❤🙂😉😂😁😅🙏🤔😎😢"
_HESITATION = Pattern(r"(?:[^:]{1,20}:\s+)?[\p{L}\p{M}]{1,6}")
_HESITATING = 2  # characters before dots that are no sentence: 呃……
_SHORT, _LONG = 3, 40  # letters of a word that is surely none of those that are shortened
_VOWELS = frozenset("aeiouyäöüéèáàíóúøåæãõêâîôаеиоуыэюяіїєαεηιουω")
_GOES_ON = ",;:)]}、，；：）」』%&/=|·"


def find_ends(text: str, language: str) -> list[int]:
    """Return where sentences end within a text without line breaks, ascending; not at its own end.

    >>> text = "Mr. Ito pays 9 p.m. rates. Do others? No."
    >>> [text[: end].split()[-1] for end in find_ends(text, "en")]
    ['rates.', 'others?']
    """
    marks = {"el": _GREEK, "hy": _ARMENIAN}.get(language, _MARKS)
    matches = marks.finditer(text)
    first_match = next(matches, None)
    if first_match is None or first_match.end() == len(text):
        return []
    usage = usage_of(language)
    enclosed = find_enclosed(text)
    part = 0
    ends: list[int] = []
    first = 0
    for match in (first_match, *matches):
        at, end = match.span()
        if end == len(text):
            break
        while part < len(enclosed) and enclosed[part][1] < at:
            part += 1
        if part < len(enclosed) and enclosed[part][0] < at and enclosed[part][1] >= end:
            continue
        if match.end("marks") != end:
            end = _find_closing(match, enclosed[part : part + 2])
        if end - at != 1 or not _is_plain(text, first, at, usage):
            end = _find_end(text, first, match, end, usage)
        if end >= len(text):
            break
        if end >= 0:
            ends.append(end)
            first = end
            while first < len(text) and text[first] == " ":
                first += 1
    return ends


def _is_plain(text: str, first: int, at: int, usage: Usage) -> bool:
    """Tell whether a mark surely ends a sentence: a long word before it, a space and a word with a capital behind."""
    if text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].isupper():
        return False
    word = text[max(first, text.rfind(" ", first, at) + 1) : at]
    return (
        _SHORT < len(word) < _LONG
        and word.isalpha()
        and word.islower()
        and word not in usage.kinds
        and word[-3:] != "str"
        and not _VOWELS.isdisjoint(word)
    )


def _find_closing(match: re.Match[str], enclosed: list[tuple[int, int]]) -> int:
    """Return where what closes behind some marks ends: before a mark that opens."""
    behind = match.end("marks")
    return min((start for start, _ in enclosed if behind <= start < match.end()), default=match.end())


def _find_end(text: str, first: int, match: re.Match[str], end: int, usage: Usage) -> int:
    """Return where a sentence ends by a mark, behind what closes it; -1 where it does not."""
    marks, at = match["marks"], match.start()
    if end < len(text) and not text[end].isspace():
        return _find_end_without_space(text, first, match, end, usage)
    if marks[-1] in "。！？｡．":
        return end if _ends_wide(text, first, match, end, usage) else -1
    if feeling := _FEELING.match(text, end):
        end = feeling.end()
    following = look_at(text, end)
    if following.is_small:
        begins = is_casual(text) and begins_in_lower_case(text, first, at, end, marks)
        return end if begins and is_whole(text, first, at, usage) else -1
    goes_on = following.other and (following.other in _GOES_ON or (following.other in ".!?…" and not following.opening))
    if goes_on or _is_leader(text, at, marks, following) or (at and text[at - 1] in "([{" and match["closing"]):
        return -1
    return end if _ends(text, first, match, following, usage) else -1


def _find_end_without_space(text: str, first: int, match: re.Match[str], end: int, usage: Usage) -> int:
    """Return the same where no space stands behind the marks and what closes them."""
    last, at = match["marks"][-1], match.start()
    unspaced = _UNSPACED.match(text, end) is not None
    if last in _WIDE or (last in "!?…" and unspaced):
        return end if _ends_wide(text, first, match, end, usage) else -1
    spanish = text[end] in "¿¡" and (last in "!?…" or end > at + 1)
    glued = match.end("marks") == end and len(match["marks"]) == 1 and _GLUED.match(text, at)
    if spanish or glued or (unspaced and at and _UNSPACED.match(text, at - 1)):
        return end
    feeling = _FEELING.match(text, end) if text[end] in _FEELINGS else None
    return feeling.end() if feeling else -1


def _is_leader(text: str, at: int, marks: str, following: Following) -> bool:
    """Tell whether marks are dots that lead from a name to its figure: `Rent ...... 850 euros`."""
    if not at or text[at - 1] != " " or marks.strip(".…"):
        return False
    return (
        len(marks) > 3 or (bool(following.number) and len(marks) > 1) or text[max(0, at - 3) : at].rstrip()[-1:] == "."
    )


def _ends(text: str, first: int, match: re.Match[str], following: Following, usage: Usage) -> bool:
    """Tell whether a mark, behind which a space or nothing stands and no small letter, ends a sentence."""
    marks, at, closing = match["marks"], match.start(), match["closing"]
    if marks == ".":
        if not closing:
            return ends_at_stop(text, first, at, following, usage)
        if closing[0] in "\"”’»'“«*_":
            return True
        word = text[max(first, at - 12) : at].rsplit(" ", maxsplit=1)[-1].lstrip("([")
        return not ("." in word or usage.kinds.get(word, 0)) or text[first] in "([{"
    if marks[-1] in "?!" and closing and closing[0] in "\"”’'":
        return not is_said(text, match.end(), usage.language, is_quoted=text[first] in "\"“'‘")
    if following.is_caseless and marks[-1] in ".…" and _HESITATION.fullmatch(text, first, at):
        return False
    return bool(following.word or following.number or following.other)


def _ends_wide(text: str, first: int, match: re.Match[str], end: int, usage: Usage) -> bool:
    """Tell whether a mark that needs no space behind it ends a sentence: not in `「行く。」と言った` or `3．5`."""
    mark, at, closing = match["marks"][-1], match.start(), match["closing"]
    before = text[at - 1 : at]
    if text[end : end + 1] and text[end] in _GOES_ON:
        return False
    if mark == "．":
        return bool(before) and not before.isdigit() and not before.isascii() and not text[end].isdigit()
    if not closing:
        return mark != "…" or at - first > _HESITATING
    if usage.language == "ja":
        return not goes_on_in_japanese(text, end)
    return mark in "।॥" or not is_said(text, end, usage.language, is_quoted=text[first] in '“「『"')
