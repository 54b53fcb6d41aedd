"""Sentences of a text, as exact places in it.

They are found in two steps: lines are first joined to blocks (`layout.lines`), so that a heading, a list item, a row
or a line that just lacks its full stop stands alone while a hard-wrapped paragraph does not; `ends.find` then finds the
ends within each block, by what the language is known to shorten. A row with the names of its columns is one sentence. A
note's mark behind the end of a sentence belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import regex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.ends.find import find_ends
from qa.text.english import LIST_ITEM
from qa.text.layout.lines import find_blocks
from qa.text.words import RAISED

__all__ = ["MAX_SENTENCE", "find_sentences"]

MAX_SENTENCE = 1_000  # characters; a longer run is cut at a clause, else at a space, else there
_VISIBLE = re.compile(r"\S")
_PLAIN = re.compile(r"[\w ,'’-]*")  # a line of such characters alone has no end of a sentence within
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace() and chr(code) != " ")
_OTHER_SPACE = re.compile(f"[{re.escape(_SPACES)}]")  # sentencex stops dead on some of them
_LIST_ITEM = regex.compile(LIST_ITEM)
_CELL = r"(?:[^;:.()\n]|[:.](?! )|\([^;:()\n]{1,60}\)){1,60}: [^;\n]+"  # with the name of its column
_ROW = regex.compile(rf"{_CELL}(?:; {_CELL})+|[^;:\n]{{1,100}}(?:; {_CELL}){{2,}}")
# A note's mark behind the end of a sentence: ¹ ¹,² [1] [2][3]:14 * †; and a figure there that was raised once.
_CLOSING = r"[)\]”’\"'»」』）]"
_NOTED = regex.compile(
    rf"""
    (?:[.!?…。！？।؟۔]{_CLOSING}{{0,3}}(?P<mark>(?:
        ⁽?[{RAISED}]++⁾?(?:[,;⁻–][ ]?⁽?[{RAISED}]++⁾?)*+
        | \[\^?(?:\d{{1,3}}|\p{{L}}|note[ ]\d{{1,3}})(?:[ ]?[,–-][ ]?\d{{1,3}})*+\](?::\d{{1,4}}(?:[-–]\d{{1,4}})?)?
        | \[[\p{{L}}\p{{M}}][\p{{L}}\p{{M}}\ ?–-]{{2,40}}+\]
        | :\d{{1,4}}(?:[-–,]\d{{1,4}})*+(?=\s|$)
        | [*†‡§¶]{{1,3}}
        | \^\(?\d{{1,3}}\)?
     ){{1,9}})(?![ ]*\p{{Ll}})
    | (?:(?<=[\p{{Ll}}\p{{Lo}}]{{3}})\.{_CLOSING}{{0,2}}|\.[”’"'»]|[!?।؟۔]{_CLOSING}{{0,2}})
      (?P<mark>\d{{1,3}}(?:[,–-]\d{{1,3}})*+)(?=[ ]+[\p{{Lu}}\p{{Lo}}“‘"«¿¡(]))
    """,
    regex.VERBOSE | regex.V1,
)
_NUMBERED = regex.compile(
    r"\b(?:vols?|sect|secs|chap|para|paras|abschn|ziff|aufl|anl|annex|cap|núm|pág|págs|vers|abb|tab|rev|eqn|figs|pts|arts"
    r"|рис|табл|стр|разд|версия)\.$",
    regex.I,
)
_CLAUSE_ENDS = ("; ", ": ", ", ", "；", "，", "、", "، ", " ")


def find_sentences(text: str, language: str = DEFAULT_LANGUAGE) -> list[tuple[int, int]]:
    """Return `(start, end)` of each sentence, in order.

    The spans do not overlap, begin and end with a character that is no space, and together cover every character
    that is no space. Empty when there is none. No sentence is longer than `MAX_SENTENCE`.

    >>> find_sentences("Dr. Ito left. He\\nsleeps.\\n\\nThe end")
    [(0, 13), (14, 24), (26, 33)]
    """
    return [
        piece
        for start, end in find_blocks(text, language)
        for sentence in _split_block(text, start, end, language)
        for piece in _cut_long(text, *sentence)
    ]


def _split_block(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Return the sentences of one block, which begins and ends with a visible character; it has one at least."""
    if _PLAIN.fullmatch(text, start, end):
        return [(start, end)]
    block = _OTHER_SPACE.sub(" ", text[start:end])
    if end - start <= MAX_SENTENCE and "; " in block and ": " in block and _ROW.fullmatch(block):
        return [(start, end)]
    item = _LIST_ITEM.match(block)
    first = item.end() if item else 1  # an item's number is no sentence
    edges = [0, *(cut for cut in _find_cuts(block, language) if first < cut < len(block)), len(block)]
    return [
        (start + left + len(piece) - len(piece.lstrip()), start + left + len(piece.rstrip()))
        for left, right in pairwise(edges)
        if (piece := block[left:right]) and not piece.isspace()
    ]


def _find_cuts(block: str, language: str) -> list[int]:
    """Return where the sentences of a block end, ascending, behind the marks of their notes."""
    marks = [
        match.span("mark")
        for match in _NOTED.finditer(block)
        if not _NUMBERED.search(block, max(0, match.start("mark") - 9), match.start("mark"))
    ]
    if not marks:
        return find_ends(block, language)
    parts: list[str] = []
    origins: list[int] = []  # of each character of the parts
    end = 0
    for left, right in marks:
        parts.append(block[end:left])
        origins += range(end, left)
        if block[right : right + 1].isalnum():  # 。¹它
            parts.append(" ")
            origins.append(left)
        end = right
    parts.append(block[end:])
    origins += range(end, len(block) + 1)
    ends = dict(marks)
    cuts = (origins[cut] for cut in find_ends("".join(parts), language))
    return [ends.get(cut, cut) for cut in cuts]


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or in pieces of at most `MAX_SENTENCE` characters, cut where a reader would pause."""
    while end - start > MAX_SENTENCE:
        window = text[start : start + MAX_SENTENCE]
        at = next((cut for mark in _CLAUSE_ENDS if (cut := window.rfind(mark)) > MAX_SENTENCE // 4), MAX_SENTENCE - 1)
        piece = window[: at + 1].rstrip()
        yield start, start + len(piece)
        visible = _VISIBLE.search(text, start + at + 1, end)
        assert visible  # noqa: S101  # the last character of a sentence is
        start = visible.start()
    yield start, end
