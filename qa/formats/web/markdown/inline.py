"""The text of a paragraph, heading or cell of a Markdown file as HTML."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from qa.formats.web.markdown.raw_html import RawHtml

__all__ = ["InlineRenderer"]

_MAX_INLINE = 100_000  # characters of a paragraph; a longer one is taken as it is written
_NOTE = regex.compile(r"\[\^([^\]\s]{1,100})\](?!:)")
_MARKUP = regex.compile(r"[\\`*_\[\]<&!~^$]")
_RAISED = regex.compile(r"(?<=[\p{L}\p{N})])\^([^\s^~<>]{1,12})\^(?![\p{L}\p{N}])")
_LOWERED = regex.compile(r"(?<=[\p{L}\p{N})])~([^\s^~<>]{1,12})~(?!~)")


@cache
def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("strikethrough").use(footnote_plugin).use(dollarmath_plugin)
    return parser.disable("footnote_tail")  # which would go through all notes again with each paragraph


class InlineRenderer:
    """Renders paragraphs one at a time; they share the addresses and notes of the file."""

    def __init__(self, source: str, env: dict[str, Any], html: RawHtml) -> None:
        self.parser = _make_parser()
        self.env = env
        self.html = html
        labels = list(dict.fromkeys(_NOTE.findall(source)))
        as_written = all(label.isdecimal() for label in labels)
        self.marks = {label: label if as_written else str(number) for number, label in enumerate(labels, start=1)}

    def mark_of(self, label: str) -> str:
        """Return the mark of a note: its number where all are written as numbers, else that of its first mention."""
        return self.marks.get(label, label)

    def render(self, content: str) -> str:
        """Return a text as HTML; a line end in the file stays one."""
        if len(content) > _MAX_INLINE or not _MARKUP.search(content):
            return escape(content, quote=False).replace("\n", "<br>")
        return self._join(self.parser.parseInline(content, self.env)[0].children or [])

    def _join(self, children: list[Token]) -> str:
        parts = []
        for token in children:
            kind = token.type
            if kind in ("text", "text_special"):
                text = escape(token.content, quote=False)
                parts.append(_LOWERED.sub(r"<sub>\1</sub>", _RAISED.sub(r"<sup>\1</sup>", text)))
            elif kind == "code_inline":
                parts.append(escape(token.content, quote=False))
            elif kind in ("softbreak", "hardbreak"):
                parts.append("<br>")
            elif kind == "image":
                parts.append(self._join(token.children or []))
            elif kind in ("s_open", "s_close"):
                parts.append("<s>" if kind == "s_open" else "</s>")
            elif kind == "html_inline":
                parts.append(self.html.read_tag(token.content))
            elif kind.startswith("math_inline"):
                marks = "$$" if kind.endswith("double") else "$"
                parts.append(escape(f"{marks}{token.content}{marks}", quote=False))
            elif kind == "footnote_ref":
                parts.append(self._write_note(token))
        return "".join(parts)

    def _write_note(self, token: Token) -> str:
        """Return the mark of a note, or the note itself where it stands in the text."""
        label = token.meta.get("label")
        if label is not None:
            return f"<sup>{escape(self.mark_of(str(label)))}</sup>"
        note = self.env.get("footnotes", {}).get("list", {}).get(token.meta.get("id"), {})
        return f" ({self._join(note.get('tokens') or [])})"
