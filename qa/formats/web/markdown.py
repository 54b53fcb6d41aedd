"""Markdown (CommonMark with tables): the text that a reader of the rendered page would see.

Each block keeps the line that it has in the file, so that a citation's line is the file's own. Markup is left out, and
so are raw HTML, images without a description and the addresses of links. Front matter gives title, source and language.
"""

from __future__ import annotations

from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from qa.errors import FileTooLarge
from qa.formats.plain.charset import decode
from qa.formats.writing.content import Content, TextBuilder

__all__ = ["read_markdown"]

_MAX_FRONT_MATTER = 10_000  # characters
_MAX_NESTING = 100  # quotations and lists within one another; the text of deeper ones is lost
_MAX_LINES = 200_000  # the parser keeps a kilobyte or more for each paragraph
_MAX_INLINE = 100_000  # characters of a paragraph; a longer one is taken as it is written


def read_markdown(data: bytes) -> Content:
    """Read a Markdown file; its title is the front matter's, else the first heading of level 1."""
    parser = (
        MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
        .enable("table")
        .use(front_matter_plugin)
        .disable(["inline", "text_join"])
    )
    inline = MarkdownIt("commonmark")  # a paragraph at a time: tokens are many times larger than their text
    references: dict[str, Any] = {}
    builder = TextBuilder()
    matter: dict[str, str] = {}
    first_heading = ""
    prefix = ""
    blocks = parser.parse(_decode_source(data), references)
    for position, block in enumerate(blocks):
        if block.type == "front_matter":
            matter = _parse_front_matter(block.content)
        elif block.type == "list_item_open":
            prefix = f"{block.info}. " if block.info else "- "
        elif block.type in ("fence", "code_block"):
            _go_to(builder, block, skip=int(block.type == "fence"))
            builder.add(prefix + block.content.rstrip("\n") + "\n")
            prefix = ""
        elif block.type == "inline":
            opener = blocks[position - 1]
            cell = opener.type in ("th_open", "td_open")
            if cell and position > 1 and blocks[position - 2].type in ("th_close", "td_close"):
                builder.add("\t")
            else:
                _go_to(builder, block)
            text = prefix + _read_inline(inline, block.content, references)
            prefix = ""
            if opener.type == "heading_open":
                builder.add_heading(text)
                if opener.tag == "h1":
                    first_heading = first_heading or " ".join(text.split())
            else:
                builder.add(text)
            if not cell:
                builder.add("\n")
        elif block.type == "tr_close":
            builder.add("\n")
    return builder.build(
        title=matter.get("title") or first_heading,
        source=matter.get("source", ""),
        language=matter.get("lang") or matter.get("language", ""),
    )


def _decode_source(data: bytes) -> str:
    """Return the text of the file. Raises FileTooLarge when it has more lines than the parser has memory for."""
    source = decode(data)
    if (n_lines := source.count("\n")) > _MAX_LINES:
        raise FileTooLarge(
            f"The file has {n_lines:,} lines; a Markdown file may have {_MAX_LINES:,}. "
            "Split it, or save it as .txt, and add that."
        )
    return source


def _go_to(builder: TextBuilder, block: Token, *, skip: int = 0) -> None:
    """Add line ends up to the block's own line, or `skip` lines further."""
    line = block.map[0] + skip if block.map else builder.lines
    builder.add("\n" * (line - builder.lines))


def _read_inline(parser: MarkdownIt, content: str, references: dict[str, Any]) -> str:
    """Return the text of a paragraph, heading or cell."""
    if len(content) > _MAX_INLINE:
        return content
    return _join_inline(parser.parseInline(content, references)[0].children or [])


def _join_inline(children: list[Token]) -> str:
    """Return the text of inline tokens; a line end in the file stays one."""
    parts = []
    for token in children:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_join_inline(token.children or []))
    return "".join(parts)


def _parse_front_matter(block: str) -> dict[str, str]:
    """Return the front matter's plain values by lower-case key, as written; none when it is not valid YAML."""
    try:  # the base loader makes text of every value: no number, date, tag or merge that could fail or grow
        values = yaml.load(block[:_MAX_FRONT_MATTER], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(key).lower(): value for key, value in values.items() if isinstance(value, str)}
