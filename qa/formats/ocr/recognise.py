"""The scanned pages of a document, recognised one by one where an engine is installed, and named where they are not.

Each page has a worker's time and memory of its own. Left out: pictures on pages that hold text as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from qa.boxes.word_boxes import WordBoxes
from qa.errors import ReadError
from qa.formats.ocr.engines import find_engine
from qa.formats.wire import unpack
from qa.formats.writing.content import Content
from qa.formats.writing.pages import name_pages
from qa.processes.pool import Borrower, shared
from qa.processes.process import Job, WorkerFailed
from qa.text.detect import detect

__all__ = ["MAX_PAGES", "insert_pages", "recognise"]

MAX_PAGES = 500  # of a document; each takes seconds
_RECOGNISING = Job("qa.formats.ocr.page", "answer", seconds=300.0, memory=8_000_000_000, max_calls=200, programs=True)

PageReader = Callable[[int], Content | None]


def recognise(data: bytes, content: Content, *, borrower: Borrower | None = None) -> Content:
    """Return the content of a file with the text of its scanned pages, and with notices of these.

    data: the file. Without an engine, or where one sees nothing, pages stay without a text, and are named.
    """
    if not content.scanned:
        return content
    engine = find_engine()

    def read(number: int) -> Content | None:
        options = {"page": number, "engine": engine}
        try:
            return shared(_RECOGNISING).call(data, options, unpack, borrower=borrower)[1]
        except (ReadError, WorkerFailed):
            return None

    return fill(content, read if engine else None, engine)


def fill(content: Content, read: PageReader | None, engine: str) -> Content:
    """Return the content with its scanned pages as `read` gives them; None for it says that no engine is there."""
    pages: dict[int, Content] = {}
    for number in content.scanned[:MAX_PAGES] if read else ():
        assert read  # noqa: S101  # else there is no page here
        page = read(number)
        if page is not None:
            pages[number] = page
    notices = list(content.notices)
    if pages:
        were, words = ("was a picture", "its") if len(pages) == 1 else ("were pictures", "their")
        notices.append(f"{name_pages(pages)} {were}: {words} words were recognised by {engine}, and may be wrong.")
    left = [number for number in content.scanned if number not in pages]
    if left:
        have, they = ("has", "it is a picture") if len(left) == 1 else ("have", "they are pictures")
        way = "" if read else " Install quoth[ocr] to have the text of pictures recognised, and add the file again."
        seen = " in which no text was recognised" if read and len(content.scanned) <= MAX_PAGES else ""
        notices.append(f"{name_pages(left)} {have} no text: {they}{seen}.{way}")
    filled = insert_pages(content, pages)
    language = content.language if content.text.strip() or not pages else detect(filled.text)
    return replace(filled, notices=tuple(notices), language=language, recognised=tuple(sorted(pages)))


def insert_pages(content: Content, pages: Mapping[int, Content]) -> Content:
    """Return the content with the text of `pages`, by number from 0, where those pages begin."""
    starts = list(content.page_starts)
    parts: list[str] = []
    headings: list[tuple[int, int]] = []
    levels: list[int] = []
    new_starts: list[int] = []
    boxes: list[tuple[int, WordBoxes]] = []
    own = WordBoxes.unpack(content.word_boxes, len(content.text))
    length = taken = 0
    old_headings = zip(content.headings, content.levels, strict=True)
    waiting = next(old_headings, None)
    for number, start in enumerate([*starts, len(content.text)]):
        while waiting and waiting[0][0] < start:
            headings.append((waiting[0][0] + length - taken, waiting[0][1] + length - taken))
            levels.append(waiting[1])
            waiting = next(old_headings, None)
        parts.append(content.text[taken:start])
        boxes.append((length, own.cut(taken, start)))
        length, taken = length + start - taken, start
        if number == len(starts):
            break
        new_starts.append(length)
        if number in pages:
            text = pages[number].text.strip() + "\n"
            if parts[-1] and not parts[-1].endswith("\n"):
                text = f"\n\n{text}"
            shift = length + len(text) - len(text.lstrip())
            headings += [(shift + first, shift + last) for first, last in pages[number].headings]
            levels += pages[number].levels
            seen = WordBoxes.unpack(pages[number].word_boxes, len(pages[number].text))
            boxes.append((shift, seen.on_page(number + 1)))
            parts.append(f"{text}\n")
            length += len(text) + 1
    title = content.title or next((page.title for _, page in sorted(pages.items()) if page.title), "")
    return replace(
        content,
        text="".join(parts),
        headings=tuple(headings),
        heading_levels=tuple(levels),
        page_starts=tuple(new_starts),
        title=title,
        word_boxes=WordBoxes.joined(boxes).pack(),
    )
