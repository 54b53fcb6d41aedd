"""Lines of a text to blocks: a paragraph that was wrapped is one, a line that was ended on purpose stands alone.

The lines of a paragraph are wrapped where most of them are so full that the first word below would not have fitted, or
where they run on in lower case. Rows of columns, lines that begin with a label or a time, items of a list, code, lines
drawn across and quoted mail are never wrapped. How wide the text is written elsewhere decides on paragraphs of two
lines. A text is not changed; characters are counted as wide as they stand in a fixed-width font.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import ITEM_NUMBER, LIST_ITEM
from qa.text.layout.kinds import is_apart, is_code, is_labelled, is_timed
from qa.text.layout.running_on import (
    begins_anew,
    ends_by_link,
    goes_on_unspaced,
    is_caseless,
    is_named,
    is_prose_without_end,
)

__all__ = ["find_blocks"]

_NARROW, _WIDE = 40, 160  # columns: no prose is wrapped below the one or beyond the other
_LEAST_RAGGED = 30  # columns of a line of prose that is not full
_USUAL = 66  # columns that a full line has at least, where nothing else says how wide the text is
_LEAST_WRAPPED, _LEAST_AROUND = 0.7, 0.6  # shares of the line ends of a paragraph, and of the five around one
_MOST_IN_CAPITALS = 4  # line ends of which not one is followed by lower case: fewer may be those of prose
_MOST_CODE = 0.5  # share of the lines
_NEAR = 8  # lines on either side that say how wide a line of a long paragraph may be
_LOOKED_AT = 250  # characters at both ends of a longer line
_AROUND = 12  # columns that a line of a wrapped paragraph may lack

_ITEM = regex.compile(LIST_ITEM)
_NUMBER = regex.compile(ITEM_NUMBER)
_GOES_ON = tuple("-‐–—(/&")  # a line that ends so goes on, whatever comes
_PAUSES = (*",;:.!?…。！？।؟，、；：", *_GOES_ON)  # a line of prose that ends so goes on, or ends by a mark to judge
_LETTER = regex.compile(r"[(\[“‘\"'«—–-]*(.)")
_SHORT_WORD = regex.compile(r"(?<!\S)\p{Ll}{1,3}$")
_SENTENCE_END = regex.compile(r"[.!?…।؟۔]\p{P}*(?:\s|$)|[。！？]")
_SENTENCES = regex.compile(r"\p{Ll}{3}[.!?] \p{Lu}")  # that end and begin within a line
_BROAD = regex.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー、。，「」（）]")
_GAP = regex.compile(
    r"(?<=[^\s.!?;:,…\"”’)])[ \u00a0]{2,}(?=\S)|(?<=\S)[ \u00a0\u3000]{3,}(?=\S)|(?<=^[^:]{1,40}:)  (?=\S)"
)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the spaces around it: its place, its width and indent in columns, and where gaps part it.

    text: of a very long line its two ends. has_end: whether a sentence may end in it.
    """

    start: int
    end: int
    text: str
    width: int
    indent: int
    gaps: tuple[Place, ...]
    has_end: bool


@dataclass(frozen=True, slots=True, eq=False)
class _End:
    """The end of a line: the two lines, how wide those around are, whether it surely parts them (None: not sure),
    whether the next word would not have fitted, and whether it is in lower case."""

    line: _Line
    following: _Line
    width: int
    parts: bool | None
    full: bool
    small: bool


def find_blocks(text: str, language: str = DEFAULT_LANGUAGE) -> Iterator[Place]:
    """Yield `(start, end)` of the runs of lines that belong together, without the spaces around them, in order."""
    paragraphs = list(_find_paragraphs(text))
    usual = _find_width(text, paragraphs)
    for places in paragraphs:
        if len(places) == 1:
            yield places[0][1:]
            continue
        lines = [_lay_out(text, *place) for place in places]
        start = lines[0].start
        for (line, following), joined in zip(pairwise(lines), _judge(lines, usual, language), strict=True):
            if not joined:
                yield start, line.end
                start = following.start
        yield start, lines[-1].end


def _find_paragraphs(text: str) -> Iterator[list[tuple[int, int, int]]]:
    """Yield runs of lines that are not empty: where each begins, and its first and last visible character."""
    paragraph: list[tuple[int, int, int]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = offset + len(line) - len(line.lstrip())
            paragraph.append((offset, start, start + len(stripped)))
        elif paragraph:
            yield paragraph
            paragraph = []
        offset += len(line)
    if paragraph:
        yield paragraph


def _lay_out(text: str, offset: int, start: int, end: int) -> _Line:
    line = text[start:end]
    if end - start > 2 * _LOOKED_AT:  # no line was wrapped there, and patterns are slow over such
        ends = line[:_LOOKED_AT] + line[-_LOOKED_AT:]
        return _Line(start, end, ends, end - start, start - offset, (), _SENTENCE_END.search(ends) is not None)
    indent = len(text[offset:start].expandtabs())
    gaps = (
        tuple((match.start(), match.end()) for match in _GAP.finditer(line)) if "  " in line or "\u3000" in line else ()
    )
    return _Line(start, end, line, _measure(line), indent, gaps, _SENTENCE_END.search(line) is not None)


def _measure(line: str) -> int:
    return len(line) if line.isascii() else len(line) + len(_BROAD.findall(line))


def _find_width(text: str, paragraphs: list[list[tuple[int, int, int]]]) -> int:
    """Return the width that the text's longer paragraphs are wrapped at; 0 where it has none."""
    widest = 0
    for places in paragraphs:
        if len(places) > 3:
            widths = [end - start for _, start, end in places]
            width = max(widths)
            if widest < width <= _WIDE and sum(each > width - _AROUND for each in widths) >= 0.8 * (len(widths) - 1):
                in_lower_case = sum(text[start].islower() for _, start, _ in places[1:])
                widest = width if in_lower_case * 3 >= len(places) - 1 else widest
    return widest


# -- a paragraph -------------------------------------------------------------------------------------------------------


def _judge(lines: list[_Line], usual: int, language: str) -> list[bool]:
    """Return for each line of a paragraph but the last whether the next one goes on with it."""
    if sum(is_code(line.text) for line in lines) > _MOST_CODE * len(lines):
        return [False] * (len(lines) - 1)
    ends = list(_describe_ends(lines))
    return [
        end.parts is False or (end.parts is None and _is_joined(ends, number, usual, language))
        for number, end in enumerate(ends)
    ]


def _is_joined(ends: list[_End], number: int, usual: int, language: str) -> bool:
    """Tell whether the next line goes on with one, where neither is sure: by words first, then by widths."""
    end = ends[number]
    if begins_anew(end.line.text, end.following.text, language):
        return False
    near = ends[max(0, number - _NEAR) : number + _NEAR]
    return (
        ends_by_link(end.line.text, language) or _goes_on(end, near, usual) or _runs_on(end, near, is_first=number == 0)
    )


def _describe_ends(lines: list[_Line]) -> Iterator[_End]:
    """Yield the line ends of a paragraph."""
    widths = [line.width if " " in line.text or _UNSPACED.search(line.text) else 0 for line in lines]
    parts = _tell_parts(lines)
    for number, (line, following) in enumerate(pairwise(lines)):
        width = max(widths[max(0, number - _NEAR) : number + _NEAR])
        yield _End(line, following, width, parts[number], _is_full(line, following, width), _is_small(following))


def _goes_on(end: _End, near: list[_End], usual: int) -> bool:
    """Tell whether the next line goes on with one, whose end neither parts nor joins them surely."""
    line, following = end.line, end.following
    if end.small:
        is_list = end.width < _NARROW and len(near) > 1 and not any(each.line.has_end for each in near)
        return not is_list or following.has_end
    if line.text.endswith(_GOES_ON):
        return True
    if not _NARROW <= end.width <= _WIDE:
        return False
    unsure = [each for each in near if each.parts is None]
    if len(unsure) == 1 or (end.full and line.text.endswith(",")):
        seems_full = end.full and _seems_full(line, following, max(end.width, usual or _USUAL))
        if seems_full or len(unsure) == 1:
            return seems_full
    if _is_wrapped(unsure):
        return end.full or line.text.endswith(_PAUSES)
    at = near.index(end)
    around = near[max(0, at - 2) : at + 3]
    n_wrapped = sum(each.full or each.small for each in around)
    return end.full and any(each.full and each.small for each in around) and n_wrapped >= _LEAST_AROUND * len(around)


def _runs_on(end: _End, near: list[_End], *, is_first: bool) -> bool:
    """Tell whether a line of prose goes on below although it is not full: others of its paragraph surely do."""
    line, following = end.line, end.following
    if is_named(line.text) or goes_on_unspaced(line.text, following.text):
        return not is_named(line.text)
    is_wide = _LEAST_RAGGED <= line.width <= end.width <= _WIDE and following.has_end
    if not is_wide or not (is_caseless(following.text) or any(each.small and each.parts is None for each in near)):
        return False
    return is_prose_without_end(line.text, share=line.width / end.width, is_first=is_first)


def _is_wrapped(ends: list[_End]) -> bool:
    """Tell whether most of some line ends are there because the lines are full."""
    n_full, n_small = sum(end.full for end in ends), sum(end.small for end in ends)
    if not n_small and len(ends) >= _MOST_IN_CAPITALS and ends[0].line.text[0].isupper():
        return any(_SENTENCES.search(end.line.text) for end in ends) and n_full >= _LEAST_WRAPPED * len(ends)
    return n_full > 0 and sum(end.full or end.small for end in ends) >= _LEAST_WRAPPED * len(ends)


def _tell_parts(lines: list[_Line]) -> list[bool | None]:
    """Return for each line end whether it surely parts the lines, or surely does not; None where neither is sure."""
    timed = [is_timed(line.text) for line in lines]
    labelled = [is_labelled(line.text) for line in lines]
    apart = [is_apart(line.text) for line in lines]
    in_columns = not _is_justified(lines)
    told: list[bool | None] = []
    hanging = 0  # column that what goes on with a cell begins at
    for number, (line, following) in enumerate(pairwise(lines)):
        near = slice(max(0, number - 2), number + 4)
        least_labelled = len(lines[near]) / 2 if _is_small(following) else 1
        parts = (
            _ITEM.match(following.text) is not None
            or apart[number]
            or apart[number + 1]
            or (timed[number + 1] and sum(timed[near]) > 1)
            or (labelled[number + 1] and sum(labelled[near]) > least_labelled)
        )
        in_row = in_columns and (_is_row(line) or _is_row(following) or bool(line.gaps and following.gaps))
        columns = {line.indent + end for _, end in line.gaps} | {hanging or -1}
        goes_on = not parts and in_columns and not following.gaps and 0 < following.indent in columns
        hanging = following.indent if goes_on else 0
        if not parts and not in_row and _is_label_of(line, following, lines[number + 2 : number + 3]):
            goes_on = True
        told.append(False if goes_on else True if parts or in_row else None)
    return told


def _is_label_of(line: _Line, following: _Line, below: list[_Line]) -> bool:
    """Tell whether a line is the label or number of the one line below it: `Late season:`, `7.`."""
    if _NUMBER.fullmatch(line.text):
        return True
    ends = all(each.text.endswith((":", "：")) for each in below)
    return (
        ends and line.width < _NARROW and line.text.endswith((":", "：")) and not following.text.endswith((":", "："))
    )


def _is_small(line: _Line) -> bool:
    """Tell whether a line begins in lower case, as one in the middle of a sentence does, an address apart."""
    letter = _LETTER.match(line.text)
    return bool(letter and letter[1].islower()) and not line.text.startswith(("http", "www."))


def _is_row(line: _Line) -> bool:
    return any(end - start > 2 for start, end in line.gaps) or (bool(line.gaps) and ":  " in line.text)


def _is_justified(lines: list[_Line]) -> bool:
    """Tell whether spaces were put in so that the lines end at one place, as some programs justify prose."""
    if len(lines) < 3 or lines[0].width < _NARROW:
        return False
    ends = [line.indent + line.width for line in lines[:-1]]
    if max(ends) - min(ends) > 1:
        return False
    starts = [column for line in lines for column in {line.indent + end for _, end in line.gaps}]
    return len(set(starts)) * 2 > len(starts)


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    if _UNSPACED.match(following.text) and _UNSPACED.match(line.text[-1]):
        return line.width + 5 > width  # a mark that must not begin a line takes what stands before it along
    return line.width + 1 + _measure(following.text.split(maxsplit=1)[0]) > width


def _seems_full(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether a line, of which nothing else is known, was wrapped at a width."""
    if _UNSPACED.match(line.text[-1]) and _UNSPACED.match(following.text):
        return not _SENTENCE_END.search(line.text[-1]) and (
            line.width >= _NARROW or "，" in line.text or "、" in line.text
        )
    return _is_full(line, following, width) or _SHORT_WORD.search(line.text) is not None
