"""The words of a PDF's page to lines: PDFium's, cut where one drops or a wide gap parts it, joined where it goes on.

A page is mirrored where most of it runs from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from qa.boxes.frame import Frame
from qa.formats.pdf.annotations.fields import read_annotations
from qa.formats.pdf.annotations.placing import place_shown
from qa.formats.pdf.levels import set_levels
from qa.formats.pdf.page import LinePart, Page, PageLine, PageWord, begins_item
from qa.formats.pdf.rules import rules_of, turn_rule
from qa.formats.pdf.vertical import DOWNWARD, is_vertical, turn_vertical, widen_columns
from qa.formats.pdf.words import RTL, font_of, turn_of, words_of
from qa.formats.writing.raised import tidy_levels

__all__ = ["make_part", "read_page"]

_LTR = regex.compile(r"\p{Bidi_Class=L}")
_BOLD = regex.compile(rb"bold|black|heavy|semibd|demi|cmbx", regex.I)
_MISPLACED_MARKS = regex.compile(r"\s(\p{Mn}+)(\p{L})")
_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(9), *range(14, 32), *range(0x7F, 0xA0), 0xAD, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF]),
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_BULLET = regex.compile(r"^[\x01-\x08\x0e-\x1f\x7f-\x9f\uf000-\uf0ff] ")  # as symbol fonts have them
_SAME_LINE = 0.4  # of the height of the lower word: so much of it stands beside the other
_LEADER = regex.compile(r"(?:\s*[.…]){5,}\s*")  # dots that lead from an entry to its page
_TOUCHING = 0.12  # times the size: no gap at all
_NEAR = 1.0  # times the size: the widest gap within a line that PDFium took for two
_BOXES = frozenset("☒☐☑")  # that stand beside what they tick
_WIDE = 1.8  # times the size: a gap that parts cells


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Return the lines of a page, in the order in which it draws them; none when it is broken."""
    try:
        with closing(document[number]) as page, ExitStack() as opened:
            bounds, rotation = page.get_bbox(), page.get_rotation() // 90
            text = opened.enter_context(closing(page.get_textpage()))
            words = words_of(text.raw)
            if (not words or is_vertical(words)) and widen_columns(page.raw):
                text = opened.enter_context(closing(page.get_textpage()))
                words = words_of(text.raw)
            turned = turn_of(text.raw, words)
            if words and rotation != turned:  # PDFium finds the lines of a text that it sees upright
                page.set_rotation(90 * turned)
                opened.callback(page.set_rotation, 90 * rotation)
                text = opened.enter_context(closing(page.get_textpage()))
                words = words_of(text.raw)
            if is_vertical(words):
                words, turned = turn_vertical(words), (turned + DOWNWARD) % 4
            notes = read_annotations(page.raw, document.formenv.raw if document.formenv else None)
            if notes.shown:
                words = place_shown(words, notes.shown, turned)
            rules = [turn_rule(rule, turned) for rule in rules_of(page.raw)] if words else []
            lines = [
                line
                for run in _cut_runs(words)
                if (line := _make_line(text.raw, set_levels(text.raw, run, turned))).text
            ]
    except pypdfium2.PdfiumError:
        return Page([])
    letters = "".join(line.text for line in lines)
    mirrored = len(RTL.findall(letters)) > len(_LTR.findall(letters))
    if mirrored:
        lines, rules = [line.mirrored() for line in lines], [rule.mirrored() for rule in rules]
    return Page(
        lines,
        rules=rules,
        n_fields=sum(text.filled for text in notes.shown),
        n_comments=notes.n_comments,
        frame=Frame.of_page(bounds, rotation, turned=turned, mirrored=mirrored),
    )


def _cut_runs(words: list[PageWord]) -> Iterator[list[PageWord]]:
    """Yield the words of each line: PDFium's, cut where a line drops, joined where one goes on beside the other."""
    run: list[PageWord] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(word: PageWord, following: PageWord) -> bool:
    """Tell whether two words stand on one line."""
    if word.turn != following.turn:
        return False
    if word.turn:
        return not word.ends_line
    overlap = min(word.top, following.top) - max(word.bottom, following.bottom)
    beside = overlap > _SAME_LINE * min(word.top - word.bottom, following.top - following.bottom)
    if not word.ends_line:
        return beside
    gap = max(following.left - word.right, word.left - following.right)
    return beside and not word.hyphenated and -_NEAR * word.size < gap < _NEAR * word.size


def _make_line(text: pdfium.FPDF_TEXTPAGE, words: list[PageWord]) -> PageLine:
    """Return the line that `words` make."""
    size = sorted(word.size for word in words)[len(words) // 2]
    fonts = {font_of(text, word.first) for word in (words[0], words[len(words) // 2], words[-1])}
    parts: list[LinePart] = []
    gathered: list[PageWord] = []
    for word in words:
        wide = bool(gathered) and _measure_gap(gathered[-1], word) > _WIDE * size
        if wide and (parts or not _is_marker(gathered)) and _BOXES.isdisjoint((word.text, gathered[-1].text)):
            parts.append(make_part(gathered))
            gathered = []
        gathered.append(word)
    parts.append(make_part(gathered))
    return PageLine(
        parts=tuple(part for part in parts if part.text),
        bottom=min(word.bottom for word in words),
        top=max(word.top for word in words),
        size=size,
        bold=all(_BOLD.search(font) for font in fonts),
        font=fonts.pop().decode("ascii", "replace") if len(fonts) == 1 else "",
        first_width=words[0].right - words[0].left,
        hyphenated=words[-1].hyphenated,
        spaced=words[-1].spaced,
        turned=bool(words[0].turn),
    )


def _measure_gap(word: PageWord, following: PageWord) -> float:
    """Return the width between two words of a line, whichever comes first."""
    return max(following.left - word.right, word.left - following.right)


def _is_marker(words: list[PageWord]) -> bool:
    """Tell whether the words that begin a line are the mark or number of an item, which stands apart from its text."""
    return len(words) == 1 and begins_item(f"{_clean(words[0].text)} -")


def make_part(words: list[PageWord]) -> LinePart:
    """Return the piece of a line that `words` make."""
    pieces = [words[0].text]
    for word, following in pairwise(words):
        joined = following.glued or (
            word.ends_line and _measure_gap(word, following) < _TOUCHING * max(word.size, following.size)
        )
        pieces.append(following.text if joined else f" {following.text}")
    text = _LEADER.sub("\t", _clean(tidy_levels("".join(pieces))))
    return LinePart(text, min(word.left for word in words), max(word.right for word in words), tuple(words))


def _clean(text: str) -> str:
    """Return text without control characters and soft hyphens, with ligatures taken apart, marks behind letters."""
    text = _BULLET.sub("• ", text).encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(_TABLE)
    if RTL.search(text):
        text = _MISPLACED_MARKS.sub(r"\2\1", text)
    return text.strip()
