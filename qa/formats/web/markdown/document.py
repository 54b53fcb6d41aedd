"""Markdown (CommonMark with tables, notes, lists of definitions and raw HTML): what a reader of the rendered page sees.

Each block keeps the line that it has in the file, so that a citation's line is the file's own; so does each row of a
table. Markup is left out, and so are images without a description and the addresses of links. Formulas and boxes of
tasks stay as they are written. Front matter gives title, source and language.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from qa.errors import FileTooLarge
from qa.formats.plain.charset import Decoded, decode_with_notices
from qa.formats.web.markdown.front_matter import cut_front_matter
from qa.formats.web.markdown.lined import LinedBlocks, LinedPage
from qa.formats.web.markdown.rendering import render
from qa.formats.web.page.bounding import bound_page
from qa.formats.web.page.elements import build_tree
from qa.formats.web.page.hidden import leave_out_hidden
from qa.formats.web.page.walking import write_page
from qa.formats.writing.content import Content

__all__ = ["read_markdown"]

_MAX_LINES = 200_000  # the parser keeps a kilobyte or more for each paragraph


def read_markdown(data: bytes) -> Content:
    """Read a Markdown file; its title is the front matter's, else the first heading of level 1."""
    decoded = _decode_source(data)
    source, matter = cut_front_matter(decoded.text)
    rendered = render(source)
    blocks = LinedBlocks(source.count("\n"))
    for sentence in (*decoded.notices, *rendered.notices):
        blocks.notice(sentence)
    language = matter.get("lang") or matter.get("language", "")
    root = LexborHTMLParser(bound_page(rendered.page)).root
    if root is not None:
        tree = build_tree(root)
        for sentence in leave_out_hidden(tree)[1]:
            blocks.notice(sentence)
        write_page(tree, LinedPage(blocks), language=language, bullet="- ")
    content = blocks.build(title=matter.get("title") or rendered.first_heading, language=language)
    return Content(
        content.text,
        title=content.title,
        source=matter.get("source", ""),
        headings=content.headings,
        heading_levels=content.heading_levels,
        language=content.language,
        notices=content.notices,
    )


def _decode_source(data: bytes) -> Decoded:
    """Return the text of the file. Raises FileTooLarge when it has more lines than the parser has memory for."""
    decoded = decode_with_notices(data)
    if (n_lines := decoded.text.count("\n")) > _MAX_LINES:
        raise FileTooLarge(
            f"The file has {n_lines:,} lines; a Markdown file may have {_MAX_LINES:,}. "
            "Split it, or save it as .txt, and add that."
        )
    return decoded
