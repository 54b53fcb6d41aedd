"""How an OpenDocument file shows text, by the names of its styles: hidden, raised, struck, bold, headings, lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from qa.formats.opendocument.lists import ListLevel, read_levels
from qa.formats.xml import Element, attribute, children, local

__all__ = ["Look", "Styles"]

_MAX_DEPTH = 20  # of styles that are made of others
_PERCENT = regex.compile(r"(-?)(\d{1,3})(?:\.\d+)?%")
_CONTAINERS = ("styles", "automatic-styles")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of a text. position: 1 for raised, -1 for lowered, 0 for neither."""

    is_hidden: bool = False
    position: int = 0
    is_struck: bool = False
    is_bold: bool = False
    is_collapsed: bool = False  # a table or slide that is not shown
    list_name: str = ""
    names: tuple[str, ...] = ()  # of the style and of those that it is made of


class Styles:
    """The styles of a file, found by family and name."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._lists: dict[str, Element] = {}
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        for root in roots:
            for container in children(root, *_CONTAINERS):
                for node in container:
                    self._take(node)

    def _take(self, node: Element) -> None:
        name = local(node)
        if name == "style":
            self._styles.setdefault((attribute(node, "family"), attribute(node, "name")), node)
        elif name == "list-style":
            self._lists.setdefault(attribute(node, "name"), node)
        elif name == "outline-style":
            self.outline = self.outline or read_levels(node)

    def look(self, family: str, name: str) -> Look:
        """Return what a style says; nothing for one that the file does not have."""
        key = family, name
        if key not in self._looks:
            self._looks[key] = self._read_look(list(self._find_chain(family, name)))
        return self._looks[key]

    def levels_of(self, name: str) -> dict[int, ListLevel]:
        """Return the levels of a list by its style."""
        if name not in self._levels:
            self._levels[name] = read_levels(self._lists[name]) if name in self._lists else {}
        return self._levels[name]

    def _find_chain(self, family: str, name: str) -> Iterator[Element]:
        """Yield a style, then those that it is made of."""
        for _ in range(_MAX_DEPTH):
            node = self._styles.get((family, name))
            if node is None:
                return
            yield node
            name = attribute(node, "parent-style-name")

    def _read_look(self, chain: list[Element]) -> Look:
        texts = [node for style in chain for node in children(style, "text-properties")]
        strike = _first(texts, "text-line-through-style") or _first(texts, "text-line-through-type")
        shown = [node for style in chain for node in children(style, "table-properties", "drawing-page-properties")]
        weight = _first(texts, "font-weight")
        return Look(
            is_hidden=_first(texts, "display") == "none",
            position=_read_position(_first(texts, "text-position")),
            is_struck=strike not in ("", "none"),
            is_bold=weight == "bold" or (weight.isdigit() and int(weight) >= 600),
            is_collapsed=_first(shown, "display") == "false",
            list_name=next((name for style in chain if (name := attribute(style, "list-style-name"))), ""),
            names=tuple(
                attribute(style, "display-name") or attribute(style, "name").replace("_20_", " ") for style in chain
            ),
        )


def _first(nodes: list[Element], name: str) -> str:
    return next((value for node in nodes if (value := attribute(node, name))), "")


def _read_position(text: str) -> int:
    """Return 1 for raised, -1 for lowered text, which `super 58%` or `-33% 58%` say."""
    place = text.split(" ", maxsplit=1)[0] if text else ""
    if place in ("super", "sub"):
        return 1 if place == "super" else -1
    percent = _PERCENT.fullmatch(place)
    if percent is None or int(percent[2]) == 0:
        return 0
    return -1 if percent[1] else 1
