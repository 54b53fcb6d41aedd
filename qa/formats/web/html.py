"""HTML: the main text of the page as a browser shows it, without scripts, hidden elements, navigation and the like.

What is dropped proves first that it holds little (`hidden.py`, `boilerplate.py`); what a reader may miss is said. Style
sheets are not read. Frames written into the page are read; those at other addresses are not.
"""

from __future__ import annotations

from dataclasses import replace

import regex
from selectolax.lexbor import LexborHTMLParser

from qa.formats.plain.charset import Decoded, decode_with_notices
from qa.formats.web.page.boilerplate import find_main, leave_out_navigation
from qa.formats.web.page.bounding import bound_page
from qa.formats.web.page.elements import PageElement, build_tree, iterate
from qa.formats.web.page.hidden import leave_out_hidden
from qa.formats.web.page.walking import write_page
from qa.formats.web.page.writers import PageBlocks
from qa.formats.web.stated import read_stated
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content

__all__ = ["measure_page", "read_html"]

_CHARSET = regex.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", regex.I)
_SPACES = regex.compile(r"[ \t\n\f\v\r]+")
_SHADOW = regex.compile(r"<template\s[^>]{0,200}shadowroot", regex.I)
_TEMPLATE = regex.compile(r"<(/?)template\b", regex.I)
_MAX_FRAMES = 3  # in one another
_LITTLE = 200  # characters of a page that may show what it holds by a script


def read_html(data: bytes, *, whole: bool = False) -> Content:
    """Read a web page. Its title is the `title` element's, else the first heading's; its language is `lang`'s.

    whole: whether all of its text is main text, as in the chapter of a book or in a letter.
    """
    decoded = _decode_page(data)
    tree = _parse(decoded.text)
    title_node = tree.css_first("head > title")
    title = _SPACES.sub(" ", title_node.text()).strip() if title_node else ""
    root = build_tree(tree.root) if tree.root is not None else PageElement("html", {})
    language = root.attributes.get("lang", "")
    if tree.css_first("iframe"):
        _open_frames(root)
    blocks = BlockWriter()
    page, notices = leave_out_hidden(root)
    for sentence in (*decoded.notices, *notices):
        blocks.notice(sentence)
    n_shown = root.n_characters
    body = page.root = _find_body(root)
    leave_out_navigation(page)
    write_page(body if whole else find_main(page), PageBlocks(blocks), language=language)
    if body.n_characters < _LITTLE and not whole:
        read_stated([node.text() for node in tree.css("script[type='application/ld+json']")[:20]], blocks)
    if n_shown < _LITTLE:
        _say_what_frames_hold(root, blocks)
    content = blocks.build(title=title, language=language)
    if not title and content.headings:
        title = _SPACES.sub(" ", content.text[slice(*content.headings[0])])
    return replace(content, title=title)


def measure_page(data: bytes) -> PageElement:
    """Return the body of a page with the counts of what it shows."""
    tree = _parse(_decode_page(data).text)
    root = build_tree(tree.root) if tree.root is not None else PageElement("html", {})
    leave_out_hidden(root)
    return _find_body(root)


def _find_body(root: PageElement) -> PageElement:
    return next((element for element in iterate(root) if element.tag in ("body", "frameset")), root)


def _decode_page(data: bytes) -> Decoded:
    declared = _CHARSET.search(data[:4096])
    return decode_with_notices(data, declared=declared.group(1).decode("ascii", "replace") if declared else None)


def _parse(page: str) -> LexborHTMLParser:
    if _SHADOW.search(page):  # what a template of this kind holds is shown
        page = _TEMPLATE.sub(r"<\1x-template", page)
    return LexborHTMLParser(bound_page(page))


def _open_frames(root: PageElement, depth: int = 0) -> None:
    """Put the pages that are written into frames of a page where the frames stand."""
    for element in [element for element in iterate(root) if element.tag == "iframe"]:
        element.children, element.below, element.n_own = [], [], 0
        source = element.attributes.pop("srcdoc", "")
        if source and depth < _MAX_FRAMES:
            frame = _parse(source).root
            if frame is not None:
                below = build_tree(frame)
                below.tag = "div"
                element.add(below)
                _open_frames(below, depth + 1)


def _say_what_frames_hold(root: PageElement, blocks: BlockWriter) -> None:
    n_frames = sum(element.tag == "frame" for element in iterate(root))
    n_frames += sum(element.tag == "iframe" and not element.children for element in iterate(root))
    if n_frames:
        blocks.notice(
            f"The page shows {n_frames:,} {'page' if n_frames == 1 else 'pages'} at other addresses in frames, which "
            "are not read: save and add each by itself."
        )
