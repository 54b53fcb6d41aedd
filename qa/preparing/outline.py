"""The outline of a document: its headings, of all levels, and which of them stand above a place.

Headings are those that its reader knows. Where a line stands alone as one does, it is taken for a heading too: short,
with a letter, without the end of a sentence, before what it can be about. Its level is told by its number, else it
stands below those that the reader knows. Left out: lines of verse and addresses, which no rule tells apart surely; so
a line before several like it is none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from qa.text.lazy_regex import Pattern
from qa.types import BETWEEN_HEADINGS, Document

__all__ = ["MAX_HEADING", "Outline", "read_outline"]

MAX_HEADING = 300  # characters of a heading that each passage under it carries
_MOST_LEVELS = 6  # of a path: the nearest ones
_PLAIN = 3  # the level of a guessed heading that has neither number nor capitals
_GUESSED = 10  # the level of a heading that no reader knows: below all that they do

_LONGEST, _MOST_WORDS = 64, 9  # of a line that may be a heading, in characters and words
_LONGEST_TITLE, _MOST_WORDS_OF_TITLE = 110, 16  # of the first line of a text
_LONGEST_UNSPACED = 24  # of one in a script without spaces
_UNSPACED = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_NUMBERED = Pattern(
    r"(?:(?:§§?|Art(?:icle|ikel|ículo|icolo|igo|ykuł|\.)?|Section|Clause|Chapter|Part|Annex|Appendix|Abschnitt|Kapitel|Teil"
    r"|Anlage|Chapitre|Partie|Annexe|Capítulo|Sección|Anexo|Capitolo|Allegato|Hoofdstuk|Bijlage|Rozdział|Madde|Bölüm"
    r"|Kapitola|Статья|Глава|Раздел|Пункт)\s+)?(?P<number>\d{1,2}(?:\.\d{1,3})*|[IVXLC]{1,6}|\p{Lu})(?P<mark>[.):]?)"
    r"(?:\s+[-–—]\s+|\s+|$)"
)
_ORDERED = Pattern(r"第[\d一二三四五六七八九十百]+[条章节節項]")
_HASHES = Pattern(r"#{1,6}\s+(?=\S)")
_ENDS = Pattern(r"[.!?;,:…。！？；，：।؟۔][\p{Pe}\p{Pf}\"'*_]*$")
_LETTER = Pattern(r"\p{L}")
_OPENS = Pattern(r"[\p{Lu}\p{Lo}\p{Nd}§#«“\"„(¿¡]")
_VALUE = Pattern(r"\S\s*[:=：]\s*\S|\t|\s{3,}\S|\d{3,}[-/ ]?\d{2,}|@|https?:|[€$£¥]|\d[.,]\d\d(?!\d)|^[-*+•‣◦▪–—·]")
_PLAIN_LINE = Pattern(r"[^.:!?;,\d\t。：，；]*")
_SAYS = Pattern(r"\d|, |\s[-–—]\s")
"""What a line has that may say something itself, such as a date or who does what, rather than only name it."""
_STATES = Pattern(
    r"(?<![\p{L}-])(?:is|are|was|were|am|has|have|had|will|must|can|may|should|ist|sind|war|waren|hat|haben|wird|werden|muss"
    r"|müssen|kann|können|darf|dürfen|est|sont|était|doit|doivent|peut|peuvent|es|son|está|están|hay|tiene|puede|debe|è|sono"
    r"|deve|può|c['’]è|é|são|tem|pode|zijn|heeft|moet|kan|mag|wordt|jest|są|musi|może|är|ska|måste)(?![\p{L}-])",
    regex.I,
)
"""The verb of a statement, which a heading has not."""
_DRAWN_IN = Pattern(r"(?P<mark>[=\-~*#]{2,})\s*[^\s=*~#-][^\n]{0,60}?\s*(?P=mark)|\[[\p{L}\p{N} ._-]{1,40}\]")
_DRAWN_MARKS = Pattern(r"^(?:#{1,6}\s+|[=\-~*#]{2,}\s*)|\s*[=\-~*#]{2,}$")
_UNDERLINE = Pattern(r"(?P<mark>[=\-~_*])(?P=mark){2,}")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a document in order: where each begins and ends, and its level, 1 for the highest."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    levels: tuple[int, ...]

    def holds(self, start: int, end: int) -> bool:
        """Tell whether the place is one of a heading, or within one."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.ends[at]

    def above(self, place: int) -> list[int]:
        """Return the numbers of the headings that stand above a place, from the highest to the nearest."""
        path: list[int] = []
        level = _GUESSED + 100
        for number in range(bisect_right(self.starts, place) - 1, -1, -1):
            if self.levels[number] < level:
                path.append(number)
                level = self.levels[number]
                if level <= 1 or len(path) == _MOST_LEVELS:
                    break
        return path[::-1]

    def write_path(self, document: Document, numbers: Sequence[int]) -> str | None:
        """Return the headings of these numbers on one line; None without any. The title is left out above others."""
        texts = [
            _join_words(document.text[self.starts[n] : min(self.ends[n], self.starts[n] + MAX_HEADING)])
            for n in numbers
        ]
        texts = [text for text in texts if text]
        if len(texts) > 1 and texts[0].casefold() == _join_words(document.title).casefold():
            texts = texts[1:]
        return BETWEEN_HEADINGS.join(texts) or None


def read_outline(document: Document, sentences: Sequence[Pair]) -> Outline:
    """Return the outline of a document. sentences: the places of its sentences and headings, ascending."""
    known = document.headings
    levels = document.heading_levels or (1,) * len(known)
    headings = [(start, end, level) for (start, end), level in zip(known, levels, strict=True)]
    headings += _guess(document, sentences)
    headings.sort()
    if not headings:
        return Outline((), (), ())
    starts, ends, of_level = zip(*headings, strict=True)
    return Outline(starts, ends, of_level)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence as it stands on its lines. above, below: line ends before and after it; at the text's edges, two."""

    start: int
    end: int
    text: str
    above: int
    below: int


def _guess(document: Document, sentences: Sequence[Pair]) -> list[tuple[int, int, int]]:
    """Return the headings that no reader knows, with their levels."""
    text, known = document.text, Outline((), (), ())
    if document.headings:
        starts, ends = zip(*document.headings, strict=True)
        known = Outline(starts, ends, (1,) * len(starts))
    edges = [(0, 0), *sentences, (len(text), len(text))]
    guessed: list[tuple[int, int, int]] = []
    bare: list[tuple[int, int, int]] = []  # numbered without a mark
    for place in range(1, len(edges) - 1):
        start, end = edges[place]
        if end - start > _LONGEST_TITLE or known.holds(start, end):
            continue
        unit = _read_unit(text, edges, place)
        if not unit.above or not unit.below or "\n" in unit.text:
            continue
        below = [
            _read_unit(text, edges, n)
            for n in range(place + 1, min(place + 4, len(edges) - 1))
            if not known.holds(*edges[n])
        ]
        if place + 1 < len(edges) - 1 and known.holds(*edges[place + 1]):
            below = []
        level = _tell_level(unit, below, first=place == 1 and not document.headings)
        if level:
            number = _NUMBERED.match(unit.text)
            is_bare = number is not None and number["number"].isdecimal() and not number["mark"]
            (bare if is_bare else guessed).append((start, end, _GUESSED + level if document.headings else level))
    if len(bare) > 1:
        guessed += bare
    return _level_first(text, guessed) if not document.headings else guessed


def _level_first(text: str, guessed: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return headings with the first one, taken for a title, on the level of the others where it stands as they do:
    with its text on the line below."""

    def is_tight(heading: tuple[int, int, int]) -> bool:
        return text[heading[1] : heading[1] + 40].lstrip(" ").startswith("\n") and not text[
            heading[1] : heading[1] + 40
        ].lstrip(" ").startswith(("\n\n", "\n \n"))

    others = [heading for heading in guessed if heading[2] == _PLAIN]
    if guessed and guessed[0][2] == 1 and is_tight(guessed[0]) and any(map(is_tight, others)):
        start, end, _ = guessed[0]
        return [(start, end, _PLAIN), *guessed[1:]]
    return guessed


def _read_unit(text: str, edges: Sequence[Pair], place: int) -> _Unit:
    start, end = edges[place]
    above = 2 if place == 1 else text.count("\n", edges[place - 1][1], start)
    below = 2 if place == len(edges) - 2 else text.count("\n", end, edges[place + 1][0])
    return _Unit(start, end, text[start:end], above, below)


def _tell_level(unit: _Unit, following: Sequence[_Unit], *, first: bool) -> int:
    """Return the level of what may be a heading, by the units that follow; 0 where it is none.

    first: whether it is the first line of a text that has no other title.
    """
    level = 0
    if not following:
        return level
    if hashes := _HASHES.match(unit.text):
        level = len(hashes.group().strip())
    elif _DRAWN_IN.fullmatch(unit.text):
        level = 2
    elif _is_bare(unit.text, first=first):
        if _UNDERLINE.fullmatch(following[0].text.split("\n")[0]):
            level = 1 if following[0].text[0] == "=" else 2
        elif _is_followed(unit, following):
            level = _tell_bare_level(unit, first=first)
    return level


def _is_bare(text: str, *, first: bool) -> bool:
    """Tell whether a line is as short as a heading, opens as one, and neither ends as a sentence nor holds a value."""
    longest, most = (_LONGEST_TITLE, _MOST_WORDS_OF_TITLE) if first else (_LONGEST, _MOST_WORDS)
    longest = _LONGEST_UNSPACED if _UNSPACED.search(text) else longest
    return (
        len(text) <= longest
        and len(text.split()) <= most
        and _LETTER.search(text) is not None
        and _OPENS.match(text) is not None
        and not _ENDS.search(text)
        and not _VALUE.search(text)
        and not _STATES.search(text)
    )


def _tell_bare_level(unit: _Unit, *, first: bool) -> int:
    """Return the level of a line that is as bare as a heading; 0 where it may be none."""
    number = _NUMBERED.match(unit.text)
    named = number and len(unit.text) > number.end() and unit.text[number.end()].isupper() and number["mark"] != ")"
    if (number and (named or not unit.text[0].isdecimal())) or _ORDERED.match(unit.text):
        return 3 + (number["number"].count(".") if number else 0)
    if unit.above < 2 or unit.text[0].isdecimal():  # within a block of lines
        return 0
    if first and not (unit.below < 2 and _SAYS.search(unit.text)):
        return 1
    if unit.text.isupper():
        return 2
    return 0 if _SAYS.search(unit.text) else _PLAIN


def _is_followed(unit: _Unit, following: Sequence[_Unit]) -> bool:
    """Tell whether what follows is something that a heading can stand above: text, values, a list, a deeper heading."""
    alike = 0
    for each in following:
        if not _seems_heading(each):
            return True
        if unit.below < 2 or each.above < 2:
            alike += 1
            if alike > 1:
                return False
    return len(following) > 1 and bool(_NUMBERED.match(unit.text))


def _seems_heading(unit: _Unit) -> bool:
    """Tell whether a unit is as short and bare as a heading."""
    return (
        len(unit.text) <= _LONGEST
        and len(unit.text.split()) <= _MOST_WORDS
        and _PLAIN_LINE.fullmatch(unit.text) is not None
    )


def _join_words(text: str) -> str:
    return " ".join(_DRAWN_MARKS.sub("", text).split())
