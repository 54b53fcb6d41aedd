"""XML in the files of a format: parsed without its entities and without a network, and looked through by local names.

It is not nested deeper than 256 elements, which is lxml's limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from qa.errors import FileDamaged

__all__ = [
    "ADVICE",
    "Element",
    "attribute",
    "child",
    "children",
    "explain_damage",
    "local",
    "name_children",
    "parse_xml",
]

Element = Any  # lxml's, which has no types

ADVICE = "Open it in the program that wrote it, save it again, and add that."


def explain_damage(why: str, exc: Exception) -> FileDamaged:
    """Return the error of a file that is broken. why: in what way."""
    return FileDamaged(f"The file is damaged: {why} ({str(exc)[:200] or type(exc).__name__}). {ADVICE}")


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of the XML in `data`; `name` is what an error calls it. Raises FileDamaged when it is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as exc:
        raise explain_damage(f"its part {name[:100]!r} is no XML", exc) from exc


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return _cut(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=2_000)
def _cut(tag: str) -> str:
    return tag.rpartition("}")[2]


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children with one of these local names, in order; none when there is no element."""
    return (below for below in (() if element is None else element) if local(below) in names)


def name_children(element: Element | None) -> dict[str, Element]:
    """Return the children by their local names, the first of each name; none when there is no element."""
    named: dict[str, Element] = {}
    for below in () if element is None else element:
        named.setdefault(local(below), below)
    return named


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child at each step of `path`; None when there is none, or no element to begin with."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """Return the value of the attribute with this local name; `default` when there is none, or no element."""
    if element is not None:
        for key, value in element.items():
            if _cut(key) == name:
                return str(value)
    return default
