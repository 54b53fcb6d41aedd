"""The blocks of a Markdown file as HTML, each with the line that it has in the file.

A paragraph is parsed at a time, since the parser's tokens are many times larger than their text. What is known of
Markdown beyond CommonMark: tables, struck text, notes, lists of definitions, alerts, attributes of headings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from typing import Any

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from qa.formats.web.markdown.inline import InlineRenderer
from qa.formats.web.markdown.raw_html import LINE, RawHtml

__all__ = ["RenderedPage", "render"]

_MAX_NESTING = 100  # quotations and lists within one another; the text of deeper ones is lost
_ATTRIBUTES = regex.compile(r"[ \t]*\{:?[ \t]*[#.][^{}\n]{0,200}\}[ \t]*$")
_ALERT = regex.compile(r"\[!(\p{L}{2,20})\][-+]?[ \t]*")
_TAG = regex.compile(r"<[^<>]*>")
_CONTAINERS = frozenset({"blockquote", "bullet_list", "ordered_list", "list_item", "dl", "dt", "dd"})
_CELLS = frozenset({"table", "thead", "tbody", "tr", "th", "td"})


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A file as HTML, the text of its first heading of level 1, and what could not be read."""

    page: str
    first_heading: str
    notices: tuple[str, ...]


def render(source: str) -> RenderedPage:
    """Return a Markdown file as HTML."""
    env: dict[str, Any] = {}
    blocks = _make_parser().parse(source, env)
    renderer = _Renderer(source, env)
    for position, block in enumerate(blocks):
        renderer.take(block, blocks, position)
    notices = []
    if max((block.level for block in blocks), default=0) >= _MAX_NESTING - 1:
        notices.append(f"Text nested more than {_MAX_NESTING} deep in lists and quotations is not read.")
    return RenderedPage("".join(renderer.pieces), renderer.first_heading, tuple(notices))


@cache
def _make_parser() -> MarkdownIt:
    """Return the parser of blocks; to make one takes longer than to read a page with it."""
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
    parser.use(deflist_plugin).use(footnote_plugin).use(dollarmath_plugin)
    return parser.disable(["inline", "text_join", "footnote_tail"])


class _Renderer:
    """Writes HTML, block by block."""

    def __init__(self, source: str, env: dict[str, Any]) -> None:
        self.html = RawHtml(source)
        self.inline = InlineRenderer(source, env, self.html)
        self.pieces: list[str] = []
        self.first_heading = ""
        self.prefix = ""  # of the next text
        self.n_quotes = 0
        self.counted: list[bool] = []  # of the open lists: whether their numbers are counted, not as written

    def take(self, block: Token, blocks: list[Token], position: int) -> None:
        """Write a block, or one end of it."""
        kind, _, end = block.type.rpartition("_")
        if block.type == "inline":
            self._add_text(block, blocks[position - 1])
        elif block.type in ("fence", "code_block", "math_block", "math_block_label"):
            self._add_code(block)
        elif block.type == "html_block":
            self.pieces.append(self.html.read_block(block.content, block.map[0] if block.map else 0))
        elif block.type == "hr":
            self.pieces.append("<hr>")
        elif block.type == "footnote_reference_open":
            self.prefix = f"<sup>{escape(self.inline.mark_of(str(block.meta['label'])))}</sup> "
        elif kind in _CONTAINERS and end == "open":
            self._open(block, kind, blocks, position)
        elif kind in _CONTAINERS:
            self.pieces.append(f"</{block.tag}>")
            self.n_quotes -= kind == "blockquote"
            if kind == "ordered_list":
                self.counted.pop()
        elif kind in ("heading", "paragraph", *_CELLS):
            tag = "div" if kind == "paragraph" else block.tag
            self.pieces.append(f"<{tag}{_say_line(block)}>" if end == "open" else f"</{tag}>")

    def _open(self, block: Token, kind: str, blocks: list[Token], position: int) -> None:
        value = ""
        if kind == "blockquote":
            self.n_quotes += 1
        elif kind == "ordered_list":
            numbers = _find_numbers(blocks, position)
            self.counted.append(len(set(numbers)) < len(numbers))
            value = f" start={block.attrs['start']}" if "start" in block.attrs else ""
        elif kind == "list_item" and block.info and self.counted and not self.counted[-1]:
            value = f" value={block.info}"
        self.pieces.append(f"<{block.tag}{value}{_say_line(block) if kind != 'dd' else ''}>")

    def _add_text(self, block: Token, opener: Token) -> None:
        content = block.content
        alert = _ALERT.match(content) if self.n_quotes else None
        if alert:
            content = alert[1].capitalize() + content[alert.end() :].removeprefix("\n").join(("\n", ""))
        if opener.type == "heading_open" or _ATTRIBUTES.fullmatch(content):
            content = _ATTRIBUTES.sub("", content)
        text = self.inline.render(content)
        if opener.tag == "h1" and not self.first_heading:
            self.first_heading = " ".join(unescape(_TAG.sub("", text)).split())
        self.pieces.append(self.prefix + text)
        self.prefix = ""

    def _add_code(self, block: Token) -> None:
        content = block.content.rstrip("\n")
        skipped = len(content) - len(content.lstrip("\n")) + int(block.type == "fence")
        if block.type.startswith("math"):
            content, skipped = f"$${block.content}$$", 0
        self.pieces.append(f"<pre{_say_line(block, skipped)}>\n{self.prefix}{escape(content.lstrip(chr(10)))}</pre>")
        self.prefix = ""


def _say_line(block: Token, skipped: int = 0) -> str:
    return f" {LINE}={block.map[0] + skipped}" if block.map else ""


def _find_numbers(blocks: list[Token], position: int) -> list[str]:
    """Return the numbers of a list's items as they are written."""
    level = blocks[position].level
    numbers = []
    for place in range(position + 1, len(blocks)):  # a slice would copy all that follows, for each list
        block = blocks[place]
        if block.level <= level:
            break
        if block.type == "list_item_open" and block.level == level + 1:
            numbers.append(block.info)
    return numbers
