"""HTML that is written in a Markdown file: kept as it is, but for what would swallow the text that follows.

A tag of an element whose text is none (`script`, `title`) counts only where it is closed in the same piece. A name in
angle brackets that is no element of HTML and is closed nowhere, `<file>`, is a text.
"""

from __future__ import annotations

from html import escape

import regex

__all__ = ["LINE", "RawHtml"]

LINE = "data-line"  # the attribute that says on which line of the file an element begins
_TAG = regex.compile(
    r"<!--(?:-?>|.*?-->)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][\w:.-]*+)(?P<inside>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+)>",
    regex.S,
)
_CLOSED = regex.compile(r"</([A-Za-z][\w:.-]*)")
_STATED = regex.compile(rf"\b{LINE}\b", regex.I)
_RAW = frozenset(
    """
    script style textarea title xmp iframe noembed noframes plaintext template noscript frameset
    """.split()
)
_CLOSED_LATER = frozenset({"math", "object", "select", "svg"})
_DROPPED = frozenset({"html", "head", "body", "frame", "base", "link", "meta"})
_LINED = frozenset(
    """
    p div tr li dt dd h1 h2 h3 h4 h5 h6 summary details pre blockquote table caption ul ol dl section article figure
    figcaption
    """.split()
)
_KNOWN = frozenset(
    """
    a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code
    col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark menu meter nav nobr ol
    optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp search section small source span
    strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr
    """.split()
)


class RawHtml:
    """Reads the pieces of HTML in a file."""

    def __init__(self, source: str) -> None:
        self.closed = frozenset(name.lower() for name in _CLOSED.findall(source))

    def read_tag(self, tag: str) -> str:
        """Return a tag among the text of a paragraph, or a comment."""
        match = _TAG.fullmatch(tag)
        if match is None or match["name"] is None:
            return ""
        return self._keep(match, frozenset())

    def read_block(self, block: str, line: int) -> str:
        """Return lines of HTML that begin on a line of the file, with the line of each element."""
        pieces = []
        end = 0
        closed = frozenset(name.lower() for name in _CLOSED.findall(block))
        ended = block.rfind("-->") + 1
        block = block[:ended] + block[ended:].replace("<!--", "&lt;!--")  # else each is looked for an end to the last
        for match in _TAG.finditer(block):
            between = block[end : match.start()]
            pieces.append(between)
            line += between.count("\n")
            if match["name"]:
                pieces.append(self._keep(match, closed, line))
            line += match.group().count("\n")
            end = match.end()
        return "".join((*pieces, block[end:], "\n"))

    def _keep(self, match: regex.Match[str], closed: frozenset[str], line: int | None = None) -> str:
        name = match["name"].lower()
        inside = _STATED.sub("data-", match["inside"])
        if name in _DROPPED:
            return ""
        if name in _RAW:
            return f"<{match['end']}{name}{inside}>" if name in closed else ""
        if name in _CLOSED_LATER:
            return f"<{match['end']}{name}{inside}>" if name in self.closed else ""
        if name not in _KNOWN and name not in self.closed:
            return " " if inside or match["end"] else escape(match.group())
        if match["name"][0].isupper() and name not in _KNOWN:
            return " "  # a component, which may be a block
        stands = f" {LINE}={line}" if line is not None and name in _LINED and not match["end"] else ""
        return f"<{match['end']}{name}{stands}{inside}>"
