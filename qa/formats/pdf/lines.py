"""PDF: the lines of each page with their places, from PDFium. What they make together, `layout` tells.

PDFium gives characters in the order in which the page draws them, right-to-left text in its logical order. A character
may be of any size and turned any way; a page is turned here so that most of its text runs from left to right, and
mirrored where most of it runs from right to left. Text that is drawn invisibly, as over a scan, counts like any other.
Left out: pictures of text, form fields and comments.
"""

from __future__ import annotations

import ctypes
import logging
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice, pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from qa.errors import EmptyDocument, FileDamaged, FileTooLarge, PasswordNeeded, UnsupportedFormat
from qa.formats.content import Content
from qa.formats.pdf.layout import Line, Page, Part, begins_item, lay_out

__all__ = ["MAX_PAGES", "read_pdf"]

MAX_PAGES = 5_000
_MAX_BOOKMARKS = 10_000
_MAX_STATED = 10_000  # bytes of a title or a language
_MAX_FONT_NAME = 128  # bytes
_LOOKED_AT = 20  # pages, to tell a scan

_HYPHEN = "\ufffe"  # stands for a hyphen at the end of a line, for which PDFium gives this code
_HYPHEN_CODE = 2
_RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_LTR = regex.compile(r"\p{Bidi_Class=L}")
_BOLD = regex.compile(rb"bold|black|heavy|semibd|demi|cmbx", regex.I)
_ALEFS = frozenset("اأإآٱ")
_LAM = "ل"
_MISPLACED_MARKS = regex.compile(r"\s(\p{Mn}+)(\p{L})")
_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(9), *range(14, 32), *range(0x7F, 0xA0), 0xAD, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF]),
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_BULLET = regex.compile(r"^[\x01-\x08\x0e-\x1f\x7f-\x9f\uf000-\uf0ff] ")  # as symbol fonts have them
_WORD = regex.compile(r"([^\s\ufffe]+)([\s\ufffe]*)")
_SAME_LINE = 0.4  # of the height of the lower word: so much of it stands beside the other
_LEADER = regex.compile(r"(?:\s*[.…]){5,}\s*")  # dots that lead from an entry to its page
_TOUCHING = 0.12  # times the size: no gap at all
_NEAR = 1.0  # times the size: the widest gap within a line that PDFium took for two
_WIDE = 1.8  # times the size: a gap that parts cells
_JUNK_TITLE = regex.compile(
    r"^(?:untitled|unknown|title|\W*|(?:microsoft|powerpoint|word|excel)\b.*|.*\.(?:docx?|pptx?|xlsx?|indd|tex|dvi|qxd|pdf|rtf))$",
    regex.I,
)

_log = logging.getLogger("pypdfium2")


@dataclass(frozen=True, slots=True)
class _Word:
    """A run of characters without a space, and its place on the page once that is turned.

    ends_line: whether PDFium ends a line behind it; spaced: whether the page itself has a space there.
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


def read_pdf(data: bytes) -> Content:
    """Read a PDF, a page after the other. Its title is the one that it states, else the largest text of page one.

    Raises PasswordNeeded, FileDamaged, FileTooLarge when it has too many pages, EmptyDocument when it has no text.
    """
    _log.setLevel(logging.CRITICAL)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as exc:
        raise _refusal(exc) from exc
    with document:
        n_pages = len(document)
        if n_pages > MAX_PAGES:
            raise FileTooLarge(
                f"The PDF has {n_pages:,} pages; the limit is {MAX_PAGES:,}. Split it and add its parts."
            )
        pages = [_page(document, number) for number in range(n_pages)]
        if not any(page.lines for page in pages):
            raise EmptyDocument(_why_empty(document))
        for page, titles in zip(pages, _bookmarks(document, n_pages), strict=True):
            page.bookmarks.update(titles)
        title = " ".join(_text_of(pdfium.FPDF_GetMetaText, document.raw, b"Title").split())
        language = _language(document)
    return lay_out(pages, title="" if _JUNK_TITLE.match(title) else title, language=language)


def _refusal(error: pypdfium2.PdfiumError) -> PasswordNeeded | UnsupportedFormat | FileDamaged:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return PasswordNeeded(
            "The PDF is encrypted. Open it with its password, print or export it to a PDF without one, and add that."
        )
    if error.err_code == pdfium.FPDF_ERR_SECURITY:
        return UnsupportedFormat(
            "The PDF is encrypted in a way that is not known here. Export it without, and add that."
        )
    return FileDamaged(
        "The PDF is broken or cut off. Get it anew, or open it in its own program, save it anew, and add that."
    )


def _why_empty(document: pypdfium2.PdfDocument) -> str:
    """Return why a PDF gave no text: it is scanned, or it is empty."""
    try:
        pictures = (
            picture
            for number in range(min(len(document), _LOOKED_AT))
            for picture in document[number].get_objects([pdfium.FPDF_PAGEOBJ_IMAGE])
        )
        found = next(pictures, None)
    except pypdfium2.PdfiumError:
        found = None
    if found is None:
        return "The PDF was read and holds no text. Check that it is the file you meant."
    return (
        "The PDF was scanned without text: its pages are pictures. Have its text recognised (OCR), and add what that "
        "gives."
    )


def _bookmarks(document: pypdfium2.PdfDocument, n_pages: int) -> list[list[str]]:
    """Return the titles of the bookmarks that lead to each page."""
    titles: list[list[str]] = [[] for _ in range(n_pages)]
    try:
        for bookmark in islice(document.get_toc(), _MAX_BOOKMARKS):
            target = bookmark.get_dest()
            number = target.get_index() if target else None
            if number is not None and 0 <= number < n_pages:
                titles[number].append(_text_of(pdfium.FPDFBookmark_GetTitle, bookmark.raw))
    except (pypdfium2.PdfiumError, RecursionError):
        pass  # a broken table of contents: the text is not
    return titles


def _language(document: pypdfium2.PdfDocument) -> str:
    """Return the language that the catalogue states; English, which programs state by themselves, is left to detect."""
    stated = _text_of(pdfium.FPDFCatalog_GetLanguage, document.raw)
    return "" if stated.lower().startswith("en") else stated


def _text_of(function: Callable[..., int], *arguments: object) -> str:
    """Return a text that PDFium writes to a buffer; empty when there is none, or too much."""
    size = function(*arguments, None, 0)
    if not 2 < size <= _MAX_STATED:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    function(*arguments, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


# -- one page ----------------------------------------------------------------------------------------------------------


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Return the lines of a page, in the order in which it draws them; none when it is broken."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            words = _words(text.raw)
            lines = [line for run in _runs(words) if (line := _line(text.raw, run)).text]
    except pypdfium2.PdfiumError:
        return Page([])
    letters = "".join(line.text for line in lines)
    if len(_RTL.findall(letters)) > len(_LTR.findall(letters)):
        lines = [line.mirrored() for line in lines]
    return Page(lines)


def _words(text: pdfium.FPDF_TEXTPAGE) -> list[_Word]:
    """Return the words of a page, all turned as most of them need to be."""
    characters = _characters(text)
    found = list(_WORD.finditer(characters))
    matrix = pdfium.FS_MATRIX()
    turns, sizes = [], []
    for match in found:
        pdfium.FPDFText_GetMatrix(text, match.start(), matrix)
        turns.append(round(_finite(math.atan2(matrix.b, matrix.a)) / (math.pi / 2)) % 4)
        sizes.append(_finite(pdfium.FPDFText_GetFontSize(text, match.start()) * math.hypot(matrix.c, matrix.d)))
    most = Counter(turns).most_common(1)[0][0] if turns else 0
    words = []
    for match, turn, size in zip(found, turns, sizes, strict=True):
        word, behind = match.group(1), match.group(2)
        numbers = range(match.start(), match.end(1))
        if _RTL.search(word):
            word = _reordered(text, word, match.start())
        else:
            numbers = numbers[:: max(1, len(numbers) - 1)]  # the first and the last reach as far as all of them
        words.append(
            _Word(
                word,
                match.start(),
                (turn - most) % 4,
                size,
                *_turned(_box(text, numbers), most),
                ends_line="\n" in behind or "\r" in behind or _HYPHEN in behind,
                hyphenated=_HYPHEN in behind,
                spaced=behind.startswith(" "),
            )
        )
    return words


def _characters(text: pdfium.FPDF_TEXTPAGE) -> str:
    """Return all characters of a page, one for each number."""
    code_of = pdfium.FPDFText_GetUnicode
    codes = [code_of(text, number) for number in range(pdfium.FPDFText_CountChars(text))]
    if _HYPHEN_CODE in codes:
        is_hyphen = pdfium.FPDFText_IsHyphen
        codes = [
            ord(_HYPHEN) if code == _HYPHEN_CODE and is_hyphen(text, number) == 1 else code
            for number, code in enumerate(codes)
        ]
    return "".join([chr(code) if code <= sys.maxunicode else "\ufffd" for code in codes])


def _box(text: pdfium.FPDF_TEXTPAGE, numbers: Sequence[int]) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of characters, by their fonts; zeros where a broken page has no numbers."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, numbers[0], box)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    for number in numbers[1:]:
        pdfium.FPDFText_GetLooseCharBox(text, number, box)
        left, bottom = min(left, box.left), min(bottom, box.bottom)
        right, top = max(right, box.right), max(top, box.top)
    return (left, bottom, right, top) if math.isfinite(left + bottom + right + top) else (0.0, 0.0, 0.0, 0.0)


def _finite(number: float) -> float:
    """Return `number`, or 0 for what a broken page has in its place."""
    return number if math.isfinite(number) else 0.0


def _turned(box: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """Return a box as it is once the page is turned back by `turn` quarters."""
    left, bottom, right, top = box
    if turn == 1:
        return bottom, -right, top, -left
    if turn == 2:
        return -right, -top, -left, -bottom
    return (-top, left, -bottom, right) if turn == 3 else box


def _reordered(text: pdfium.FPDF_TEXTPAGE, word: str, first: int) -> str:
    """Return a word with lam before alef where one glyph stands for both: PDFium turns them with the rest."""
    letters = list(word)
    for i, (one, next_one) in enumerate(pairwise(word)):
        if next_one == _LAM and one in _ALEFS and _box(text, [first + i]) == _box(text, [first + i + 1]):
            letters[i], letters[i + 1] = next_one, one
    return "".join(letters)


def _runs(words: list[_Word]) -> Iterator[list[_Word]]:
    """Yield the words of each line: PDFium's, cut where a line drops, joined where one goes on beside the other."""
    run: list[_Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(word: _Word, following: _Word) -> bool:
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


def _line(text: pdfium.FPDF_TEXTPAGE, words: list[_Word]) -> Line:
    """Return the line that `words` make."""
    size = sorted(word.size for word in words)[len(words) // 2]
    fonts = {_font(text, word.first) for word in (words[0], words[len(words) // 2], words[-1])}
    parts: list[Part] = []
    gathered: list[_Word] = []
    for word in words:
        if gathered and _gap(gathered[-1], word) > _WIDE * size and (parts or not _is_marker(gathered)):
            parts.append(_part(gathered))
            gathered = []
        gathered.append(word)
    parts.append(_part(gathered))
    return Line(
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


def _gap(word: _Word, following: _Word) -> float:
    """Return the width between two words of a line, whichever comes first."""
    return max(following.left - word.right, word.left - following.right)


def _is_marker(words: list[_Word]) -> bool:
    """Tell whether the words that begin a line are the mark or number of an item, which stands apart from its text."""
    return len(words) == 1 and begins_item(f"{_cleaned(words[0].text)} ")


def _part(words: list[_Word]) -> Part:
    """Return the piece of a line that `words` make."""
    pieces = [words[0].text]
    for word, following in pairwise(words):
        joined = word.ends_line and _gap(word, following) < _TOUCHING * word.size
        pieces.append(following.text if joined else f" {following.text}")
    text = _LEADER.sub("\t", _cleaned("".join(pieces)))
    return Part(text, min(word.left for word in words), max(word.right for word in words))


def _cleaned(text: str) -> str:
    """Return text without control characters and soft hyphens, with ligatures taken apart, marks behind letters."""
    text = _BULLET.sub("• ", text).encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(_TABLE)
    if _RTL.search(text):
        text = _MISPLACED_MARKS.sub(r"\2\1", text)
    return text.strip()


def _font(text: pdfium.FPDF_TEXTPAGE, number: int) -> bytes:
    """Return the name of a character's font, empty when it has none."""
    name = ctypes.create_string_buffer(_MAX_FONT_NAME)
    pdfium.FPDFText_GetFontInfo(text, number, name, _MAX_FONT_NAME, None)
    return name.value
