"""Headers and footers of Word files: what a letterhead says, once, without what differs by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from qa.formats.office.package import Package, is_on
from qa.formats.office.word.inline import PAGE_MARK
from qa.formats.xml import attribute, child, children, local

__all__ = ["PageText", "clean_page_text", "find_page_text", "read_sections"]

_KINDS = ("first", "default", "even")
_WORD = regex.compile(r"\p{L}{2,}")
_LETTER = regex.compile(r"\p{L}")
_MANY_DIGITS = 5  # that a telephone number has, and a page number has not
_MAX_COUNTER = 3  # words of a page number: "Page 3 of 7", "Seite 3 von 7"


@dataclass(frozen=True, slots=True)
class PageText:
    """The parts of a section that hold the text above its pages, and those below."""

    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()


def read_sections(package: Package) -> Iterator[PageText]:
    """Yield what stands above and below the pages of each section, in order; what one does not state it inherits."""
    even = is_on(child(package.read_related(package.main, "settings"), "evenAndOddHeaders"))
    current: dict[tuple[str, str], str] = {}
    for section in package.root.iter("{*}sectPr"):
        if local(section.getparent()) == "sectPrChange":  # as it was before a tracked change
            continue
        for reference in children(section, "headerReference", "footerReference"):
            side = "header" if reference.tag.endswith("headerReference") else "footer"
            kind = attribute(reference, "type", "default")
            current[side, kind] = package.find_target(package.main, attribute(reference, "id"))
        shown = [
            kind
            for kind in _KINDS
            if kind == "default" or (even if kind == "even" else is_on(child(section, "titlePg")))
        ]
        yield PageText(
            *(
                tuple(dict.fromkeys(part for kind in shown if (part := current.get((side, kind)))))
                for side in ("header", "footer")
            )
        )


def find_page_text(blocks: Iterable[str], seen: set[str]) -> Iterator[str]:
    """Yield the lines of a header or footer that say more than a page number and were not seen before."""
    for line in (line for block in blocks for line in block.splitlines()):
        text = clean_page_text(line)
        if text and text.casefold() not in seen:
            seen.add(text.casefold())
            yield text


def clean_page_text(line: str) -> str:
    r"""Return a line of a header or footer without page numbers; empty when nothing else stands there.

    >>> clean_page_text("Lakeside School\tPage \0 of \0"), clean_page_text("- \0 -"), clean_page_text("3 / 7")
    ('Lakeside School', '', '')
    """
    kept = []
    for segment in line.split("\t"):
        text = segment
        if PAGE_MARK in segment:
            text = segment.replace(PAGE_MARK, "") if len(_WORD.findall(segment)) > _MAX_COUNTER else ""
        if _LETTER.search(text) or sum(map(str.isdigit, text)) >= _MANY_DIGITS:
            kept.append(" ".join(text.split()))
    return "\t".join(kept)
