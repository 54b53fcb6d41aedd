"""Markdown (CommonMark with tables): the text that a reader of the rendered page would see.

Each block keeps the line that it has in the file, so that a citation's line is the file's own. Markup is left out, and
so are raw HTML, images without a description and the addresses of links. Front matter gives title and source.
"""

from __future__ import annotations

from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from qa.readers.content import Content, TextBuilder
from qa.readers.plain import decode

__all__ = ["read_markdown"]

_MAX_FRONT_MATTER = 10_000  # characters


def read_markdown(data: bytes) -> Content:
    """Read a Markdown file; its title is the front matter's, else the first heading of level 1."""
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    builder = TextBuilder()
    matter: dict[str, str] = {}
    first_heading = ""
    prefix = ""
    blocks = parser.parse(decode(data))
    for position, block in enumerate(blocks):
        if block.type == "front_matter":
            matter = _front_matter(block.content)
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
            text = prefix + _plain(block.children or [])
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
    return builder.content(title=matter.get("title") or first_heading, source=matter.get("source", ""))


def _go_to(builder: TextBuilder, block: Token, *, skip: int = 0) -> None:
    """Add line ends up to the block's own line, or `skip` lines further."""
    line = block.map[0] + skip if block.map else builder.lines
    builder.add("\n" * (line - builder.lines))


def _plain(children: list[Token]) -> str:
    """Return the text of inline tokens; a line end in the file stays one."""
    parts = []
    for token in children:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_plain(token.children or []))
    return "".join(parts)


def _front_matter(block: str) -> dict[str, str]:
    """Return the front matter's plain values by lower-case key; none when it is not valid YAML."""
    try:
        values: Any = yaml.safe_load(block[:_MAX_FRONT_MATTER])
    except (yaml.YAMLError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(key).lower(): str(value) for key, value in values.items() if isinstance(value, str | int | float)}
