"""The source of a page within bounds: no tag with thousands of attributes, no thousands of open inline elements.

The parser's time grows with the square of both. What is cut is markup and never text: attributes beyond the first of a
tag, tags of inline elements that nobody closed, end tags of nothing, and the lists around thousands of options.
"""

from __future__ import annotations

from collections import Counter

import regex

from qa.errors import UnsupportedFormat

__all__ = ["bound_page"]

_MAX_ATTRIBUTES = 200  # of a tag
_MAX_TAG = 4_000  # characters; a shorter tag has few attributes
_MAX_FORMATTED = 200  # open elements that the parser opens again in each block
_MAX_INLINE = 3_000  # open elements of other kinds
_MAX_STRAY = 300  # open elements above an end tag of nothing
_MAX_OPTIONS = 2_000  # of all lists
_MAX_ROOTS = 20  # tags of the page itself, whose attributes are merged
_DEEPEST = 20_000  # blocks in one another
_FEW_TAGS = 20_000  # with which a page is read in a second, whatever they are
_BLOCKS = frozenset(
    """
    address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hgroup main menu nav object ol pre search section summary table ul
    """.split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_ENDED = frozenset(  # by what follows, or never open
    """
    p li dd dt td th tr tbody thead tfoot option optgroup rt rp rb rtc colgroup col caption html head body area base br
    embed hr img input link meta param source track wbr image keygen basefont bgsound command
    """.split()
)
_PLAIN = _ENDED - frozenset({"p", "option", "optgroup", "html", "body"})  # of which nothing is counted
_ATTRIBUTES = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+"
_TAG = regex.compile(
    r"<!--(?:-?>|.*?--!?>|.*)"
    rf"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])(?P<raw_inside>{_ATTRIBUTES})>?"
    r"(?:.*?</(?P=raw)(?=[\s/>])|.*)"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<inside>{_ATTRIBUTES})>?",
    regex.I | regex.S,
)
_LONG = regex.compile(rf"<[a-zA-Z][^>]{{{_MAX_TAG}}}")
_ATTRIBUTE = regex.compile(r"[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+")


def bound_page(page: str) -> str:
    """Return the source of a page as the parser can take it; the same where it is within bounds, as nearly all are.

    Raises UnsupportedFormat when blocks are nested deeper than in any page that a person wrote.
    """
    is_small = page.count("<") <= _FEW_TAGS and page.count(">") <= _FEW_TAGS
    if is_small and not (_LONG.search(page) and any(map(_is_long, _TAG.finditer(page)))):
        return page
    scan = _Scan()
    bounded = scan.run(page)
    return _Scan(keeps_lists=False).run(page) if scan.n_options > _MAX_OPTIONS else bounded


def _is_long(match: regex.Match[str]) -> bool:
    if match.end() - match.start() <= _MAX_TAG:
        return False
    return max(match.end(group) - match.start(group) for group in ("inside", "raw_inside")) > _MAX_TAG


class _Scan:
    """Counts what is open, tag by tag."""

    def __init__(self, *, keeps_lists: bool = True) -> None:
        self.keeps_lists = keeps_lists
        self.open: Counter[str] = Counter()
        self.n_blocks = self.n_formatted = self.n_inline = 0
        self.n_options = self.n_roots = 0

    def run(self, page: str) -> str:
        """Return the source with what each tag becomes."""
        pieces: list[str] = []
        written = 0
        for match in _TAG.finditer(page):
            if match["name"] in _PLAIN and match.end() - match.start() <= _MAX_TAG:
                continue
            new = self.take(match)
            if new is not None:
                pieces += (page[written : match.start()], new)
                written = match.end()
        return "".join((*pieces, page[written:])) if pieces else page

    def take(self, match: regex.Match[str]) -> str | None:
        """Return what stands for a tag instead; None when it stays."""
        name = (match["name"] or "").lower()
        if not name:
            where = match.span("raw_inside")
            return self._cut(match, where) if where[1] - where[0] > _MAX_TAG else None
        if name in ("select", "optgroup") and not self.keeps_lists:
            return ""
        if name not in _ENDED:
            keeps = self._close(name) if match["end"] else self._open(name)
        elif match["end"]:
            keeps = self.n_blocks + self.n_inline + self.n_formatted < _MAX_STRAY or name != "p"
        else:
            keeps = self._count(name)
        if not keeps:
            return ""
        where = match.span("inside")
        return self._cut(match, where) if where[1] - where[0] > _MAX_TAG else None

    def _count(self, name: str) -> bool:
        self.n_options += name in ("option", "optgroup")
        self.n_roots += name in ("html", "body")
        return name not in ("html", "body") or self.n_roots <= _MAX_ROOTS

    def _open(self, name: str) -> bool:
        if name in _BLOCKS:
            self.n_blocks += 1
            if self.n_blocks > _DEEPEST:
                raise UnsupportedFormat(
                    f"The page nests more than {_DEEPEST:,} blocks in one another. Save its text as .txt and add that."
                )
        elif name in _FORMATTING:
            if self.n_formatted >= _MAX_FORMATTED:
                return False
            self.n_formatted += 1
        else:
            if self.n_inline >= _MAX_INLINE:
                return False
            self.n_inline += 1
        self.open[name] += 1
        return True

    def _close(self, name: str) -> bool:
        if not self.open[name]:
            return self.n_blocks + self.n_inline + self.n_formatted < _MAX_STRAY
        self.open[name] -= 1
        if name in _BLOCKS:
            self.n_blocks -= 1
        elif name in _FORMATTING:
            self.n_formatted -= 1
        else:
            self.n_inline -= 1
        return True

    def _cut(self, match: regex.Match[str], where: tuple[int, int]) -> str | None:
        """Return a tag, and what it holds as text, with its first attributes only; None when it has no more."""
        whole, start = match.group(), match.start()
        inside = whole[where[0] - start : where[1] - start]
        for number, attribute in enumerate(_ATTRIBUTE.finditer(inside)):
            if number == _MAX_ATTRIBUTES:
                return whole[: where[0] - start + attribute.start()] + whole[where[1] - start :]
        return None
