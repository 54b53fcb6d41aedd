"""A page as a tree of elements with what they say of themselves, and how much text stands in each.

The parser's nodes are read once; what is left out of a page is marked as such and stays in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from selectolax.lexbor import LexborNode

__all__ = ["BLOCKS", "HEADINGS", "PageElement", "build_tree", "iterate", "measure"]

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
_MIN_PROSE, _MIN_SENTENCE = 60, 15  # characters of a text without and with a full stop that is more than a label
_STOPPED = regex.compile(r"[.!?…。！？।؟][\"'”’»)\]]?\s*(?:$|[\s<])")


class PageElement:
    """An element: its tag, its attributes of interest, and what is in it, elements and texts in order.

    n_characters, n_linked, n_prose, n_formulas: what is in it and shown, spaces aside; measured by `measure`.
    skipped: whether it is left out.
    """

    __slots__ = ("attributes", "children", "n_characters", "n_formulas", "n_linked", "n_prose", "skipped", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[PageElement | str] = []
        self.n_characters = self.n_linked = self.n_prose = self.n_formulas = 0
        self.skipped = False

    def get(self, name: str) -> str:
        """Return an attribute's value in lower case, without spaces around it; empty where there is none."""
        value = self.attributes.get(name)
        return value.strip().lower() if value else ""

    @property
    def elements(self) -> Iterator[PageElement]:
        """The elements right in it that are shown."""
        return (child for child in self.children if not isinstance(child, str) and not child.skipped)


def build_tree(root: LexborNode) -> PageElement:
    """Return an element of the parser's tree with all below it, without comments."""
    top = PageElement(root.tag or "", _read_attributes(root))
    stack = [(root, top)]
    while stack:
        node, element = stack.pop()
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                element.children.append(child.text(deep=False))
            elif not tag.startswith("-"):
                below = PageElement(tag, _read_attributes(child))
                element.children.append(below)
                stack.append((child, below))
            child = child.next
    return top


def _read_attributes(node: LexborNode) -> dict[str, str]:
    attributes = node.attributes
    if not attributes:
        return {}
    return {
        name: (value or "") if name in ("srcdoc", "value") else (value or "")[:_MAX_VALUE]
        for name, value in attributes.items()
        if name in _KEPT
    }


def iterate(root: PageElement) -> Iterator[PageElement]:
    """Yield the elements that are shown, `root` first, in document order."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.skipped:
            continue
        yield element
        if not element.skipped:  # by who was given it
            stack.extend(child for child in reversed(element.children) if not isinstance(child, str))


class _Run:
    """What stands in a block beside the blocks in it: its characters, those in no link, and whether a sentence ends."""

    __slots__ = ("n_characters", "n_free", "stopped")

    def __init__(self) -> None:
        self.n_characters = self.n_free = 0
        self.stopped = False

    def is_prose(self) -> bool:
        """Tell whether it is more than a label or a list of links."""
        enough = _MIN_SENTENCE if self.stopped else _MIN_PROSE
        return self.n_characters >= enough and self.n_free * 2 >= self.n_characters


def measure(root: PageElement) -> None:
    """Count what is shown in `root` and in each element below it."""
    stack: list[tuple[PageElement, PageElement | None, _Run, bool, bool]] = [(root, None, _Run(), False, False)]
    while stack:
        element, parent, run, linked, leaving = stack.pop()
        if leaving:
            if element.tag in BLOCKS and run.is_prose():
                element.n_prose += run.n_characters
            if parent is not None:
                parent.n_characters += element.n_characters
                parent.n_linked += element.n_linked
                parent.n_prose += element.n_prose
                parent.n_formulas += element.n_formulas
            continue
        element.n_characters = element.n_linked = element.n_prose = 0
        element.n_formulas = int(element.tag == "math")
        if element.skipped:
            continue
        if element.tag in BLOCKS or parent is None:
            run = _Run()
        linked = linked or element.tag in ("a", "button", "option")
        stack.append((element, parent, run, linked, True))
        for child in reversed(element.children):
            if isinstance(child, str):
                size = len("".join(child.split()))
                element.n_characters += size
                element.n_linked += size if linked else 0
                run.n_characters += size
                run.n_free += 0 if linked else size
                run.stopped = run.stopped or (not linked and _STOPPED.search(child) is not None)
            else:
                stack.append((child, element, run, linked, False))
