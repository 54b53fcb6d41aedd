"""XML in the files of a format: parsed without its entities and without a network, and looked through by local names.

It is not nested deeper than 256 elements, which is lxml's limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from qa.errors import FileDamaged

__all__ = ["ADVICE", "Element", "attribute", "child", "children", "explain_damage", "local", "parse_xml"]

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
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children with one of these local names, in order; none when there is no element."""
    return (below for below in (() if element is None else element) if local(below) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child at each step of `path`; None when there is none, or no element to begin with."""
    for name in path:
        element = next(children(element, name), None)
    return element


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """Return the value of the attribute with this local name; `default` when there is none, or no element."""
    if element is not None:
        for key, value in element.items():
            if key.rpartition("}")[2] == name:
                return str(value)
    return default
