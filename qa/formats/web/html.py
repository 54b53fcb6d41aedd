"""HTML: the main text of the page, block by block, without scripts, styles, navigation and other boilerplate.

What is main the elements say: `main` or the one `article` where it holds enough of the text, else all but the page's
own footer; without landmarks of navigation, notices about cookies and lists of links in a header, footer or aside. In
doubt a text stays. Left out: telling main text by the density of its words or links.
"""

from __future__ import annotations

from dataclasses import replace

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from qa.formats.plain.charset import decode
from qa.formats.web.bounding import bound_page
from qa.formats.writing.content import Content, TextBuilder

__all__ = ["read_html"]

_DROPPED = (
    "script, style, noscript, template, svg, math, iframe, object, canvas, head, nav, form, button, select, "
    "textarea, [hidden], [aria-hidden=true], [aria-modal=true], dialog:not([open]), [role=navigation], "
    "[role=menu], [role=menubar], [role=search], [role=toolbar], [role=tablist], [role=dialog], "
    "[role=alertdialog], .noprint, .no-print, .breadcrumb, .breadcrumbs, .skip-link, .mw-jump-link, "
    ".mw-editsection"
)
_LISTS_OF_LINKS = "header ul, header ol, footer ul, footer ol, aside ul, aside ol"
_COOKIES = regex.compile(
    r"(?:cookie|consent|gdpr)s?[-_]?(?:banner|bar|notice|pop-?up|overlay|modal|dialog|message|consent|wall)|onetrust|cybot",
    regex.I,
)
_MIN_MAIN = 0.3  # of the text: what `main` holds, to be believed
_MIN_ARTICLE = 0.5  # the same for the only `article`
_MAX_FOOTER = 0.2  # of the text: a longer one is more than a footer
_MIN_LINKS, _LINKED = 6, 0.8  # links in a list, and their share of its text, to be navigation
_MAX_LOOKED_AT = 500  # lists
_MAX_ATTRIBUTED = 50_000  # elements
_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody tfoot thead tr ul
    """.split()
)
_GROUPS = frozenset({"ul", "ol", "menu", "dl", "table"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CHARSET = regex.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", regex.I)
_SPACES = regex.compile(r"[ \t\n\f\v\r]+")


def read_html(data: bytes, *, whole: bool = False) -> Content:
    """Read a web page. Its title is the `title` element's, else the first heading's; its language is `lang`'s.

    whole: whether all of its text is main text, as in the chapter of a book or in a letter.
    """
    declared = _CHARSET.search(data[:4096])
    page = decode(data, declared=declared.group(1).decode("ascii", "replace") if declared else None)
    tree = LexborHTMLParser(bound_page(page))
    title_node = tree.css_first("head > title")
    title = _SPACES.sub(" ", title_node.text()).strip() if title_node else ""
    for node in tree.css(_DROPPED):
        node.decompose()
    builder = TextBuilder()
    if tree.body is not None:
        _Page(builder).walk(tree.body if whole else _find_main(tree.body))
    root = tree.root
    language = (root.attributes.get("lang") if root else None) or ""
    content = builder.build(title=title, language=language)
    if not title and content.headings:
        title = _SPACES.sub(" ", content.text[slice(*content.headings[0])])
    return replace(content, title=title)


def _find_main(body: LexborNode) -> LexborNode:
    """Return the element that holds the main text, after boilerplate in the body was taken out."""
    whole = _count_characters(body)
    for node in body.css("[id], [class]")[:_MAX_ATTRIBUTED]:
        names = f"{node.attributes.get('id') or ''} {node.attributes.get('class') or ''}"
        if _COOKIES.search(names) and node.tag != "body" and _count_characters(node) < _MAX_FOOTER * whole:
            node.decompose()
    for node in body.css(_LISTS_OF_LINKS)[:_MAX_LOOKED_AT]:
        links = node.css("a")
        if len(links) >= _MIN_LINKS and sum(map(_count_characters, links)) >= _LINKED * _count_characters(node):
            node.decompose()
    for selector, share in (("main, [role=main]", _MIN_MAIN), ("article", _MIN_ARTICLE)):
        nodes = body.css(selector)
        if len(nodes) == 1 and _count_characters(nodes[0]) >= share * _count_characters(body):
            return nodes[0]
    for node in body.css("body > footer, body > div > footer"):
        if _count_characters(node) < _MAX_FOOTER * _count_characters(body):
            node.decompose()
    return body


def _count_characters(node: LexborNode) -> int:
    """Return the number of characters that a node shows, spaces aside."""
    return len("".join(node.text().split()))


class _Page:
    """Gathers the text of each block; blocks are parted by an empty line, items and rows of one list by a line end."""

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self.line: list[str] = []
        self.tight = False  # whether no empty line follows the last block
        self.groups = 0  # lists and tables that are open

    def walk(self, root: LexborNode) -> None:
        """Visit `root` and all below it in document order, without recursion: pages may be nested deeply."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag or ""
            if leaving:
                self.end_block(tag)
                if tag in _GROUPS:
                    self.end_group()
            elif tag == "-text":
                self.line.append(node.text(deep=False))
            elif tag == "br":
                self.line.append("\0")  # no page can hold one: the parser replaces it
            else:
                if tag in _BLOCKS:
                    self.end_block("li" if tag in _GROUPS and self.groups else "")
                    self.groups += tag in _GROUPS
                    stack.append((node, True))
                elif tag in ("td", "th"):
                    self.line.append("\t\0\t")
                children = []
                child = node.child
                while child is not None:
                    children.append((child, False))
                    child = child.next
                stack.extend(reversed(children))

    def end_block(self, tag: str) -> None:
        """Write the line that was gathered."""
        raw, self.line = "".join(self.line), []
        cells = [part for part in raw.split("\t\0\t") if part.strip("\0 \t\n\f\v\r")] if "\t\0\t" in raw else [raw]
        text = "\t".join(
            "\n".join(filter(None, (_SPACES.sub(" ", part).strip(" ") for part in cell.split("\0")))) for cell in cells
        )
        if text:
            if tag in _HEADINGS:
                self.builder.add_heading(text)
            else:
                self.builder.add(text)
            self.tight = tag in ("li", "tr", "dt")
            self.builder.add("\n" if self.tight else "\n\n")

    def end_group(self) -> None:
        """Part what follows from a list or table that is not inside another one."""
        self.groups -= 1
        if self.tight and not self.groups:
            self.builder.add("\n")
            self.tight = False
