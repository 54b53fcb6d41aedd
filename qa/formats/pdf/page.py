"""What stands on a page: lines of parts, with their places; and how two lines of it are to each other.

A place has its origin at the bottom left, and a line runs from left to right (`Line.mirrored` turns others). Whatever
format says where on a page a line stands can be laid out by these.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

import regex

from qa.boxes.frame import Frame

__all__ = [
    "BULLET",
    "LARGE",
    "NUMERAL",
    "RAISED_MARK",
    "SMALL",
    "UNSPACED",
    "LinePart",
    "Page",
    "PageLine",
    "PageWord",
    "Rule",
    "begins_item",
    "breaks_word",
    "differ_in_font",
    "is_below",
    "same_size",
]

_SIMILAR = 1.12  # sizes that differ by less are one
LARGE = 1.12  # times the size of most text: a heading
SMALL = 0.93  # times the size of most text: a footnote
RAISED_MARK = regex.compile(r"[⁰¹²³⁴-⁹]{1,3}⁾?(?=\s?\S)")  # of a note, where a line begins with it
_BROKEN = regex.compile(r"\w[-‐]$")
BULLET = regex.compile(r"[•◦▪▫■□●○‣⁃∙·➢➤✓✔❖◆\-–—*]\s")
NUMERAL = regex.compile(r"(?:\(?(?:\d{1,3}|[ivxIVX]{1,5}|\p{L})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s")
UNSPACED = regex.compile(r"[゠-ヿ\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}　-〿＀-｠]")


class PageWord(NamedTuple):
    """A run of characters without a space, and its place on the page once that is turned.

    ends_line: whether PDFium ends a line behind it; spaced: whether the page has a space there. glued: whether it
    stands right behind the word before it, as a note's mark does. reach: bottom and top with what is raised or lowered
    of it; None where these are the same.
    """

    text: str
    first: int  # number of its first character
    turn: int  # quarter turns, anticlockwise
    size: float  # of its letters, in points
    left: float
    bottom: float
    right: float
    top: float
    ends_line: bool
    hyphenated: bool
    spaced: bool
    glued: bool = False
    reach: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class LinePart:
    """A piece of a line that a wide gap parts from the others, as in a row of a table, with the words that make it."""

    text: str
    left: float
    right: float
    words: tuple[PageWord, ...] = ()

    def mirrored(self) -> LinePart:
        """Return a part that runs from right to left as one from left to right."""
        words = tuple(word._replace(left=-word.right, right=-word.left) for word in self.words)
        return LinePart(self.text, -self.right, -self.left, words)


@dataclass(frozen=True, slots=True)
class PageLine:
    """What stands beside one another on a page: at least one part. Places and sizes are in points.

    font: its name, empty where there are several. first_width: of its first word. hyphenated: whether its last word is
    broken, which then lacks the hyphen. spaced: whether a space ends it. turned: whether it runs in another direction
    than the page's text.
    """

    parts: tuple[LinePart, ...]
    bottom: float
    top: float
    size: float
    bold: bool = False
    font: str = ""
    first_width: float = 0.0
    hyphenated: bool = False
    spaced: bool = True
    turned: bool = False

    @property
    def text(self) -> str:
        """Its parts, with a tab between."""
        return "\t".join(part.text for part in self.parts)

    @property
    def words(self) -> list[PageWord]:
        """Its words; a part of which none are known is one."""
        words: list[PageWord] = []
        for part in self.parts:
            words += part.words or (_make_word(part, self),)
        return words

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.parts[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.parts[-1].right

    @property
    def row(self) -> bool:
        """Whether it is a row of a table or the like."""
        return len(self.parts) > 1 or "\t" in self.parts[0].text

    def mirrored(self) -> PageLine:
        """Return a line that runs from right to left as one from left to right."""
        return replace(self, parts=tuple(part.mirrored() for part in self.parts))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that a page draws, level (`flat`) or upright. at: its height, or its place from the left.

    edge: whether it is no more than the edge of what is filled.
    """

    flat: bool
    at: float
    start: float
    end: float
    edge: bool = False

    def mirrored(self) -> Rule:
        """Return the line as it is on a page whose lines run from left to right in place of from right to left."""
        return replace(self, start=-self.end, end=-self.start) if self.flat else replace(self, at=-self.at)


@dataclass(slots=True)
class Page:
    """The lines of a page in the order in which it draws them, the titles of the bookmarks that lead to it, and what
    it rules."""

    lines: list[PageLine]
    bookmarks: set[str] = field(default_factory=set)
    rules: list[Rule] = field(default_factory=list)
    n_fields: int = 0  # of a form, that are filled
    n_comments: int = 0  # that it does not show
    frame: Frame | None = None  # how it is shown, where that is known


def _make_word(part: LinePart, line: PageLine) -> PageWord:
    return PageWord(
        part.text, 0, int(line.turned), line.size, part.left, line.bottom, part.right, line.top,
        ends_line=False, hyphenated=False, spaced=True,
    )  # fmt: skip


def begins_item(text: str) -> bool:
    """Tell whether `text` begins with the mark or number of an item in a list.

    >>> begins_item("• Bread"), begins_item("2) Milk"), begins_item("Two eggs")
    (True, True, False)
    """
    return bool(BULLET.match(text) or NUMERAL.match(text) or RAISED_MARK.match(text))


def breaks_word(line: PageLine) -> bool:
    """Tell whether a line ends within a word, with its hyphen taken away or not."""
    return line.hyphenated or _BROKEN.search(line.text) is not None


def is_below(line: PageLine, following: PageLine) -> bool:
    """Tell whether `following` goes on under `line`, near enough to belong to it."""
    drop = line.bottom - following.bottom
    return (
        line.turned == following.turned
        and -0.2 * line.size <= drop <= 4 * max(line.size, following.size)
        and min(line.right, following.right) > max(line.left, following.left)
    )


def same_size(line: PageLine, following: PageLine) -> bool:
    """Tell whether two lines are of one size."""
    return max(line.size, following.size) <= _SIMILAR * min(line.size, following.size)


def differ_in_font(line: PageLine, following: PageLine) -> bool:
    """Tell whether two lines are in one font each, and not in the same."""
    return line.bold != following.bold or (line.font != following.font and bool(line.font and following.font))
