"""A page as a tree of elements with what they say of themselves, and how much text stands in each.

The parser's nodes are read once; what is left out of a page is marked as such and stays in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from selectolax.lexbor import LexborNode

__all__ = ["BLOCKS", "HEADINGS", "PageElement", "build_tree", "iterate", "level_of"]

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol optgroup p
    pre search section summary table tbody tfoot thead tr ul xmp plaintext
    """.split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset(
    """
    alt alttext aria-controls aria-expanded aria-hidden aria-modal checked class close colspan data-bs-target
    data-bs-toggle data-line data-target data-toggle display encoding epub:type hidden href id label lang
    linethickness multiple open reversed role rowspan scope selected separators span srcdoc start style type value
    aria-colspan aria-rowspan aria-level
    """.split()
)
_MAX_VALUE = 2_000  # characters of an attribute that are looked at, but for `srcdoc`
_NEVER = frozenset(
    """
    script style head template datalist audio video map area param col colgroup link meta base source track rp noembed
    """.split()
)
_STOPS = frozenset(".!?…。！？।؟")
_END = regex.compile(r"[.?!] |[。！？]|\.\n")


class PageElement:
    """An element: its tag, its attributes of interest, and what is in it, elements and texts in order.

    below: the elements right in it. n_characters, n_linked, n_prose, n_formulas: what is in it and shown, spaces aside;
    counted by `MeasuredPage`, in which it has a place. skipped: whether it is left out.
    """

    __slots__ = (
        *("attributes", "below", "children", "n_characters", "n_formulas", "n_linked", "n_own", "n_prose"),
        *("place", "skipped", "stopped", "tag"),
    )

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[PageElement | str] = []
        self.below: list[PageElement] = []
        self.n_characters = self.n_linked = self.n_prose = self.n_formulas = 0
        self.place = 0
        self.n_own = 0  # characters right in it
        self.stopped = False  # whether a sentence ends in them
        self.skipped = False

    def add(self, child: PageElement | str) -> None:
        """Add what comes next in the element."""
        self.children.append(child)
        if isinstance(child, str):
            if not child.isspace() and child:
                self.n_own += sum(map(len, child.split()))
                self.stopped = self.stopped or child.rstrip()[-1] in _STOPS or _END.search(child) is not None
        else:
            self.below.append(child)

    def get(self, name: str) -> str:
        """Return an attribute's value in lower case, without spaces around it; empty where there is none."""
        value = self.attributes.get(name)
        return value.strip().lower() if value else ""

    @property
    def elements(self) -> list[PageElement]:
        """The elements right in it that are shown."""
        return [child for child in self.below if not child.skipped]


def build_tree(root: LexborNode) -> PageElement:
    """Return an element of the parser's tree with all below it, without comments, scripts and the like."""
    top = PageElement(root.tag or "", _read_attributes(root))
    stack = [(root, top)]
    while stack:
        node, element = stack.pop()
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                element.add(child.text(deep=False))
            elif tag not in _NEVER and tag[:1] != "-":
                below = PageElement(tag, _read_attributes(child))
                element.children.append(below)
                element.below.append(below)
                stack.append((child, below))
            child = child.next
    return top


def _read_attributes(node: LexborNode) -> dict[str, str]:
    attributes = node.attributes
    if not attributes:
        return {}
    kept = {}
    for name, value in attributes.items():
        if name in _KEPT:
            cut = value and len(value) > _MAX_VALUE and name not in ("srcdoc", "value")
            kept[name] = value[:_MAX_VALUE] if value and cut else value or ""
    return kept


def iterate(root: PageElement) -> Iterator[PageElement]:
    """Yield the elements that are shown, `root` first, in document order."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.skipped:
            continue
        yield element
        if element.below and not element.skipped:  # by who was given it
            stack.extend(reversed(element.below))


def level_of(node: PageElement) -> int:
    """Return the level of a heading, from 1: that of its tag, else what it states for readers that are not shown it."""
    if node.tag in HEADINGS:
        return int(node.tag[1])
    stated = node.get("aria-level") or ""
    return int(stated) if stated.isdecimal() and len(stated) == 1 and stated.isascii() else 2
