"""Lines on pages to a text in reading order: paragraphs, headings, footnotes, and without what stands on every page.

It works for any format whose files say where on a page a line stands; a place has its origin at the bottom left, and a
line runs from left to right (`Line.mirrored` turns others). The order in which a page draws its lines is the order of
reading unless it goes back up. A wrapped line is joined to the next, a word that is broken at a line's end made whole,
also across columns and pages. A footnote stands after its page's text, but before a paragraph that runs on to the next
page. Running heads and page numbers are left out; a head that says something is kept once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from qa.formats.content import Content, TextBuilder

__all__ = ["Line", "Page", "Part", "begins_item", "lay_out"]

_SIMILAR = 1.12  # sizes that differ by less are one
_LARGE = 1.12  # times the size of most text: a heading
_MUCH_LARGER = 1.25  # times the size of the first heading: the title
_SMALL = 0.93  # times the size of most text: a footnote
_WIDE_PITCH = 1.3  # times the usual distance of two lines: a new paragraph
_MAX_PITCH = 1.7  # times the size, where nothing else is known; double spacing has lines beside it
_INDENT = 0.8  # of the size
_RAGGED = 0.7  # of the width up to the margin: a line that is shorter was ended on purpose
_NARROW = 10.0  # times the size: too narrow for a line of prose
_MAX_HEADING = 200  # characters
_MAX_HEADINGS = 0.4  # share of a document's characters; with more, size and weight mean something else
_MAX_BLOCKS = 200  # on a page that is put in order; the time grows with the square
_APART = 1.6  # times the size, between a running head and the text
_EDGE_LINES = 3  # at the top and bottom of a page that may be running heads and feet
_REPEATED = 3  # pages on which one stands
_SHIFT = 5.0  # points by which its place may differ
_GUTTER_LINES = 6  # that must have a gap at one place to be taken for two columns drawn line by line
_COLUMN_CHARACTERS = 25  # on average, on each side

_TERMINAL = regex.compile(r"[.!?:;…。！？：；।۔؟؛][\p{Pe}\p{Pf}\p{Pi}\"'’”\d*†‡]{0,4}$")
_SENTENCE_END = regex.compile(r"[.!;,:…。！；：，।][\p{Pe}\p{Pf}\"']*$")
_BROKEN = regex.compile(r"\w[-‐]$")
_BULLET = regex.compile(r"[•◦▪▫■□●○‣⁃∙·➢➤✓✔❖◆\-–—*]\s")
_NUMERAL = regex.compile(r"(?:\(?(?:\d{1,3}|[ivxIVX]{1,5}|\p{L})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s")
_NOTE = regex.compile(r"(?:\d{1,3}[.)]?|[*∗†‡§¶#]{1,3}|[(\[]\d{1,3}[)\]])\s?\S")
_PAGE_NUMBER = regex.compile(
    r"\W*(?:(?:page|seite|p|s|pag|página|стр|第)?\W*(?:#|[ivxlc]+)\W*(?:(?:of|von|/|de|из|页)?\W*#?)\W*)", regex.I
)
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}　-〿＀-｠]")
_HANGUL = regex.compile(r"\p{Hangul}")
_DIGITS = regex.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line that a wide gap parts from the others, as in a row of a table."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """What stands beside one another on a page: at least one part. Places and sizes are in points.

    font: its name, empty where there are several. first_width: of its first word. hyphenated: whether its last word is
    broken, which then lacks the hyphen. spaced: whether a space ends it. turned: whether it runs in another direction
    than the page's text.
    """

    parts: tuple[Part, ...]
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

    def mirrored(self) -> Line:
        """Return a line that runs from right to left as one from left to right."""
        return replace(self, parts=tuple(Part(part.text, -part.right, -part.left) for part in self.parts))


@dataclass(slots=True)
class Page:
    """The lines of a page in the order in which it draws them, and the titles of the bookmarks that lead to it."""

    lines: list[Line]
    bookmarks: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Paragraph:
    """Lines that are one text."""

    lines: list[Line]
    tight: bool = False  # whether it follows the one before without an empty line
    heading: bool = False
    page: int = 0  # number of the page that it begins on
    turns: dict[int, int] = field(default_factory=dict)  # number of a line with which a page begins, and of that page

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def plain(self) -> str:
        return " ".join(line.text for line in self.lines)


def begins_item(text: str) -> bool:
    """Tell whether `text` begins with the mark or number of an item in a list.

    >>> begins_item("• Bread"), begins_item("2) Milk"), begins_item("Two eggs")
    (True, True, False)
    """
    return bool(_BULLET.match(text) or _NUMERAL.match(text))


def lay_out(pages: Sequence[Page], *, title: str = "", language: str = "") -> Content:
    """Return the text of `pages`. Without a `title`, the first heading of page one is it, or a much larger one."""
    body = _body_size(pages)
    kept, heads = _without_running_heads(pages)
    texts: list[list[_Paragraph]] = []
    notes: list[list[_Paragraph]] = []
    for lines, extra in zip(kept, heads, strict=True):
        paragraphs = [paragraph for block in _blocks(lines) for paragraph in _paragraphs(block, body)]
        text, below = _without_notes(paragraphs, body)
        texts.append(_joined(text))
        notes.append([*below, *(_Paragraph([line]) for line in extra)])
    _mark_headings(texts, pages, body)
    if not title and texts:
        title = _title([paragraph for paragraph in texts[0] if paragraph.heading])
    return _Writer(pages).write(_sequence(texts, notes)).content(title=title, language=language)


def _body_size(pages: Iterable[Page]) -> float:
    """Return the size that most characters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0)


# -- running heads -----------------------------------------------------------------------------------------------------


def _without_running_heads(pages: Sequence[Page]) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return the lines of each page without running heads and feet, and those of them that are kept."""
    edges = [_edges(page.lines) for page in pages]
    places = Counter(place for ends in edges for place in {_place(line) for end in ends for line in end})
    running: set[int] = set()
    first: dict[str, tuple[int, Line]] = {}
    for number, ends in enumerate(edges):
        for end in ends:
            repeated = [_is_repeated(line, places, len(pages)) for line in end]
            n_lines = repeated.index(False) if False in repeated else len(repeated)
            while n_lines and (n_lines == len(end) or not _is_apart(end[n_lines - 1], end[n_lines])):
                n_lines -= 1
            for line in end[:n_lines]:
                running.add(id(line))
                if not _PAGE_NUMBER.fullmatch(_pattern(line)):
                    first.setdefault(_pattern(line), (number, line))
    elsewhere = {_pattern(line) for page in pages for line in page.lines if id(line) not in running}
    heads: list[list[Line]] = [[] for _ in pages]
    for pattern, (number, line) in first.items():
        if pattern not in elsewhere:
            heads[number].append(line)
    return [[line for line in page.lines if id(line) not in running] for page in pages], heads


def _edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines at the top of a page, and those at its foot, each from the edge inward."""
    upright = sorted((line for line in lines if not line.turned), key=lambda line: line.bottom)
    return upright[: -_EDGE_LINES - 2 : -1], upright[: _EDGE_LINES + 1]


def _is_repeated(line: Line, places: Counter[tuple[str, int]], n_pages: int) -> bool:
    """Tell whether a line stands at one place of enough pages."""
    pattern, height = _place(line)
    n_times = sum(places[pattern, height + shift] for shift in (-1, 0, 1))
    return n_times >= _REPEATED or (1 < n_times == n_pages and _PAGE_NUMBER.fullmatch(pattern) is not None)


def _place(line: Line) -> tuple[str, int]:
    """Return what a line says, but for its numbers, and about where."""
    return _pattern(line), round(line.bottom / _SHIFT)


def _is_apart(line: Line, inner: Line) -> bool:
    """Tell whether more than the distance of two lines of one text parts a line at the edge from the next one."""
    return abs(line.bottom - inner.bottom) > _APART * min(line.size, inner.size) or line.bottom == inner.bottom


def _pattern(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))


# -- blocks ------------------------------------------------------------------------------------------------------------


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Return runs of lines below one another, in the order of reading."""
    blocks: list[list[Line]] = []
    for line in _column_by_column(lines):
        if blocks and _is_below(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return _in_order(blocks)


def _is_below(line: Line, following: Line) -> bool:
    """Tell whether `following` goes on under `line`, near enough to belong to it."""
    drop = line.bottom - following.bottom
    return (
        line.turned == following.turned
        and -0.2 * line.size <= drop <= 4 * max(line.size, following.size)
        and min(line.right, following.right) > max(line.left, following.left)
    )


def _column_by_column(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with two columns of prose that are drawn line by line taken apart, left column first."""
    at: defaultdict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if len(line.parts) == 2 and not line.turned:
            at[round(line.parts[1].left / 3)].append(number)
    place, rows = max(at.items(), key=lambda item: len(item[1]), default=(0, []))
    if len(rows) < _GUTTER_LINES:
        return list(lines)
    first, last = rows[0], rows[-1]
    middle = [lines[number] for number in range(first, last + 1)]
    lefts, rights = [], []
    for line in middle:
        before = tuple(part for part in line.parts if part.left < 3 * place - 3)
        behind = line.parts[len(before) :]
        if before and before[-1].right > 3 * place:
            return list(lines)  # a line that crosses the gap: no columns
        if before:
            lefts.append(replace(line, parts=before, hyphenated=line.hyphenated and not behind))
        if behind:
            rights.append(replace(line, parts=behind))
    if any(sum(len(line.text) for line in side) < _COLUMN_CHARACTERS * len(side) for side in (lefts, rights)):
        return list(lines)
    return [*lines[:first], *lefts, *rights, *lines[last + 1 :]]


def _in_order(blocks: list[list[Line]]) -> list[list[Line]]:
    """Return blocks as they are drawn, but each behind those that stand above it."""
    boxes = [
        (
            min(line.left for line in block),
            min(line.bottom for line in block),
            max(line.right for line in block),
            max(line.top for line in block),
        )
        for block in blocks
    ]

    def above(one: int, other: int) -> bool:
        left, bottom, right, _ = boxes[one]
        other_left, _, other_right, other_top = boxes[other]
        return min(right, other_right) > max(left, other_left) and bottom >= other_top - 2

    n_blocks = len(blocks)
    if n_blocks > _MAX_BLOCKS:
        return blocks
    earlier = [{i for i in range(n_blocks) if above(i, j)} for j in range(n_blocks)]
    order: list[int] = []
    left = list(range(n_blocks))
    while left:
        chosen = next((j for j in left if earlier[j].isdisjoint(left)), left[0])
        order.append(chosen)
        left.remove(chosen)
    return [blocks[number] for number in order]


# -- paragraphs --------------------------------------------------------------------------------------------------------


def _paragraphs(block: list[Line], body: float) -> list[_Paragraph]:
    """Return the paragraphs of a block of lines that stand below one another."""
    paragraphs = [_Paragraph([block[0]])]
    for number in range(1, len(block)):
        line, following = block[number - 1 : number + 1]
        paragraph = paragraphs[-1]
        near = block[max(0, number - 3) : number + 3]
        pitch = _usual_pitch(block, number)
        if _flows(paragraph, following, near, pitch, body):
            paragraph.lines.append(following)
        else:
            apart = (
                line.bottom - following.bottom > _WIDE_PITCH * pitch
                or not _alike(line, following)
                or _differ(line, following)
            )
            listed = following.row or line.row or begins_item(following.text) or begins_item(paragraph.plain)
            ended = _TERMINAL.search(line.text) is not None
            paragraphs.append(_Paragraph([following], tight=not apart and (listed or not ended)))
    return paragraphs


def _usual_pitch(block: list[Line], number: int) -> float:
    """Return the distance of lines that is usual around line `number` of a block and the one before it."""
    size = block[number].size
    distances = [
        distance
        for at in (number - 1, number + 1)
        if 0 < at < len(block)
        and _alike(block[at - 1], block[at])
        and _alike(block[at], block[number])
        and (distance := block[at - 1].bottom - block[at].bottom) > 0.5 * size
    ]
    return min([*distances, _MAX_PITCH * size])


def _alike(line: Line, following: Line) -> bool:
    """Tell whether two lines are of one size."""
    return max(line.size, following.size) <= _SIMILAR * min(line.size, following.size)


def _breaks_word(line: Line) -> bool:
    """Tell whether a line ends within a word, with its hyphen taken away or not."""
    return line.hyphenated or _BROKEN.search(line.text) is not None


def _differ(line: Line, following: Line) -> bool:
    """Tell whether two lines are in one font each, and not in the same."""
    return line.bold != following.bold or (line.font != following.font and bool(line.font and following.font))


def _flows(paragraph: _Paragraph, following: Line, near: list[Line], pitch: float, body: float) -> bool:
    """Tell whether a paragraph goes on in the line under it."""
    line = paragraph.lines[-1]
    if line.row or following.row or line.turned or not _alike(line, following):
        return False
    if _breaks_word(line) or line.bottom - following.bottom > _WIDE_PITCH * pitch:
        return line.bottom - following.bottom <= _WIDE_PITCH * pitch
    if line.size >= _LARGE * body:
        return not _differ(line, following) and not _TERMINAL.search(line.text) and not begins_item(following.text)
    lower = following.text[:1].islower()
    fits = _fits(line, following, near)
    if _begins_anew(paragraph, following, fits=fits, lower=lower):
        return False
    width = line.right - line.left
    if fits:
        margin = max(other.right for other in near)
        return lower and not _TERMINAL.search(line.text) and width > _RAGGED * (margin - line.left)
    return lower or width >= _NARROW * line.size


def _begins_anew(paragraph: _Paragraph, following: Line, *, fits: bool, lower: bool) -> bool:
    """Tell whether a line under a paragraph begins another by its mark, its font or its place."""
    line = paragraph.lines[-1]
    ended = _TERMINAL.search(line.text) is not None
    listed = begins_item(paragraph.plain)
    if _BULLET.match(following.text) or (_differ(line, following) and (fits or not lower)):
        return True
    if _NUMERAL.match(following.text) and not lower and not line.text[-2:-1].isdigit():
        return (ended or fits or listed) and following.left < line.left + line.size
    indent = following.left - line.left
    if abs(line.left + line.right - following.left - following.right) < line.size:  # centred
        return False
    if len(paragraph.lines) == 1:
        return indent > _INDENT * line.size and not listed and (fits or ended)
    return indent > _INDENT * line.size or (indent < -_INDENT * line.size and (ended or not lower))


def _fits(line: Line, following: Line, near: list[Line]) -> bool:
    """Tell whether the next line's first word would have fitted on `line`, so that it was ended on purpose."""
    margin = max(other.right for other in near if _alike(line, other) and not other.row)
    width = min(following.first_width, line.size) if _UNSPACED.match(following.text) else following.first_width
    return line.right + 0.3 * line.size + width <= margin


def _joined(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """Return the paragraphs of a page with those made one that run on from a column to the next."""
    joined: list[_Paragraph] = []
    for paragraph in paragraphs:
        if joined and not _is_below(joined[-1].lines[-1], paragraph.lines[0]) and _runs_on(joined[-1], paragraph):
            joined[-1].lines += paragraph.lines
        else:
            joined.append(paragraph)
    return joined


def _runs_on(paragraph: _Paragraph, following: _Paragraph) -> bool:
    """Tell whether a sentence runs on from the end of a column or page to the beginning of the next."""
    line, first = paragraph.lines[-1], following.lines[0]
    if paragraph.heading or following.heading or line.row or first.row or line.turned != first.turned:
        return False
    if _breaks_word(line):
        return _alike(line, first)
    if not _alike(line, first) or _TERMINAL.search(line.text) or begins_item(first.text) or _differ(line, first):
        return False
    widest = max(other.right for other in paragraph.lines)
    wide = widest - min(other.left for other in paragraph.lines) >= _NARROW * line.size
    full = line.right + 0.3 * line.size + first.first_width > widest and (len(paragraph.lines) > 1 or wide)
    return wide and (full or first.text[:1].islower())


# -- footnotes and headings --------------------------------------------------------------------------------------------


def _without_notes(paragraphs: list[_Paragraph], body: float) -> tuple[list[_Paragraph], list[_Paragraph]]:
    """Return the paragraphs of a page without its footnotes, and these: small print at the foot of a column."""
    text: list[_Paragraph] = []
    notes: list[_Paragraph] = []
    inside = False
    for paragraph in paragraphs:
        small = paragraph.size < _SMALL * body and not paragraph.lines[0].row
        inside = small and ((inside and _under(notes[-1], paragraph)) or _NOTE.match(paragraph.plain) is not None)
        if inside and any(other.size >= _SMALL * body and _under(paragraph, other) for other in paragraphs):
            inside = False
        (notes if inside else text).append(paragraph)
    return (text, notes) if any(paragraph.size >= _SMALL * body for paragraph in text) else (paragraphs, [])


def _under(paragraph: _Paragraph, other: _Paragraph) -> bool:
    """Tell whether `other` stands somewhere below `paragraph`, in its column."""
    line, first = paragraph.lines[-1], other.lines[0]
    return first.top <= line.bottom + 0.5 * line.size and min(line.right, first.right) > max(line.left, first.left)


def _mark_headings(texts: list[list[_Paragraph]], pages: Sequence[Page], body: float) -> None:
    """Mark the paragraphs that a bookmark names, and short ones that are larger or bolder than most text."""
    guessed = []
    for paragraphs, page in zip(texts, pages, strict=True):
        titles = {_key(title) for title in page.bookmarks} - {""}
        for paragraph in paragraphs:
            text = paragraph.plain
            if any(line.row or line.turned for line in paragraph.lines) or len(text) > _MAX_HEADING:
                continue
            if _key(text) in titles:
                paragraph.heading = True
            elif _WORD.search(text) and not _SENTENCE_END.search(text) and not _BULLET.match(text):
                bold = all(line.bold for line in paragraph.lines) and len(paragraph.lines) <= 2
                if paragraph.size >= _LARGE * body or (bold and paragraph.size >= _SMALL * body):
                    guessed.append(paragraph)
    n_characters = sum(len(paragraph.plain) for paragraphs in texts for paragraph in paragraphs)
    if sum(len(paragraph.plain) for paragraph in guessed) <= _MAX_HEADINGS * n_characters:
        for paragraph in guessed:
            paragraph.heading = True


def _title(headings: list[_Paragraph]) -> str:
    """Return the first heading, or the largest where that is clearly larger; empty when there is none."""
    if not headings:
        return ""
    largest = max(headings, key=lambda paragraph: paragraph.size)
    return (largest if largest.size >= _MUCH_LARGER * headings[0].size else headings[0]).plain


def _key(text: str) -> str:
    """Return the letters and digits of `text`, to compare a bookmark with."""
    return "".join(character for character in text.casefold() if character.isalnum())


# -- the text ----------------------------------------------------------------------------------------------------------


def _sequence(texts: list[list[_Paragraph]], notes: list[list[_Paragraph]]) -> Iterator[_Paragraph]:
    """Yield the paragraphs of all pages, each page's notes behind its text, but before a paragraph that runs on."""
    running: _Paragraph | None = None
    for number, (paragraphs, below) in enumerate(zip(texts, notes, strict=True)):
        for paragraph in (*paragraphs, *below):
            paragraph.page = number
        rest = paragraphs
        if running is not None:
            running.turns[len(running.lines)] = number
            running.lines += paragraphs[0].lines
            rest = paragraphs[1:]
        last = rest[-1] if rest else None if below else running
        following = texts[number + 1] if number + 1 < len(texts) else []
        runs_on = last is not None and bool(following) and _runs_on(last, following[0])
        if running is not None and not (runs_on and last is running):
            yield running
        running = last if runs_on else None
        yield from rest[:-1] if runs_on and rest else rest
        yield from below


class _Writer:
    """Writes paragraphs, and where pages start."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._builder = TextBuilder()
        self._n_started = 0
        self._n_pages = len(pages)
        self._words = Counter(
            word for page in pages for line in page.lines for word in _WORD.findall(line.text.casefold())
        )
        self._spaces_hangul = any(line.spaced and _HANGUL.match(line.text[-1]) for page in pages for line in page.lines)

    def write(self, paragraphs: Iterable[_Paragraph]) -> TextBuilder:
        """Return the builder with all of the text."""
        for paragraph in paragraphs:
            if self._builder.length:
                self._builder.add("\n" if paragraph.tight and not paragraph.heading else "\n\n")
            self._start_pages(paragraph.page)
            text = self._joined(paragraph.lines[: min(paragraph.turns, default=len(paragraph.lines))])
            (self._builder.add_heading if paragraph.heading else self._builder.add)(text)
            edges = [*paragraph.turns, len(paragraph.lines)]
            for start, end in pairwise(edges):
                self._builder.add(self._joint(*paragraph.lines[start - 1 : start + 1]))
                self._start_pages(paragraph.turns[start])
                self._builder.add(self._joined(paragraph.lines[start:end]))
        if self._builder.length:
            self._builder.add("\n")
        self._start_pages(self._n_pages - 1)
        return self._builder

    def _start_pages(self, number: int) -> None:
        """Start the pages up to `number`."""
        while self._n_started <= number:
            self._builder.start_page()
            self._n_started += 1

    def _joined(self, lines: list[Line]) -> str:
        """Return lines as one."""
        parts = [lines[0].text]
        for line, following in pairwise(lines):
            parts += [self._joint(line, following), following.text]
        return "".join(parts)

    def _joint(self, line: Line, following: Line) -> str:
        """Return what belongs between a line and the next: a space, a hyphen, or nothing."""
        if _breaks_word(line):
            return "-" if line.hyphenated and self._keeps_hyphen(line.text, following.text) else ""
        ends = line.text[-1:], following.text[:1]
        if all(map(_UNSPACED.match, ends)):
            return ""
        if all(map(_HANGUL.match, ends)) and self._spaces_hangul and not line.spaced:
            return ""
        return " "

    def _keeps_hyphen(self, text: str, following: str) -> bool:
        """Tell whether the hyphen at a line's end is the word's own: by the document's words, else by its looks."""
        before, behind = text.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0]
        if not (before[-1].isalpha() and behind[0].isalpha()):
            return True
        first = _WORD.findall(before.casefold())[-1]
        second = _WORD.findall(behind.casefold())[0]
        whole, compound = self._words[first + second], self._words[f"{first}-{second}"]
        if whole or compound:
            return compound > whole
        return "-" in first or behind[0].isupper()
