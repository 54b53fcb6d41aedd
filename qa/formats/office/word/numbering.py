"""Numbers of list items and headings in Word files, as the file's numbering counts them: ECMA-376, part 1, 17.9."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from qa.formats.office.package import is_on, parse_number
from qa.formats.writing.counting import write_count
from qa.formats.xml import Element, attribute, child, children

__all__ = ["Numbering"]

_N_LEVELS = 9
_PLACE = regex.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    style: str = "decimal"
    text: str = ""
    start: int = 1
    all_decimal: bool = False


@dataclass(slots=True)
class _List:
    """A list and how far it has counted; several numberings may share one and count on."""

    levels: dict[int, _Level] = field(default_factory=dict)
    by_style: dict[str, int] = field(default_factory=dict)
    counts: list[int | None] = field(default_factory=lambda: [None] * _N_LEVELS)
    begun: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Counts the items of a document, which must be asked for in their order."""

    def __init__(self, root: Element | None) -> None:
        lists = {attribute(node, "abstractNumId"): _read_list(node) for node in children(root, "abstractNum")}
        self._lists: dict[str, _List] = {}
        self._starts: dict[tuple[str, int], int] = {}
        for node in children(root, "num"):
            name = attribute(node, "numId")
            self._lists[name] = lists.get(attribute(child(node, "abstractNumId"), "val"), _List())
            for override in children(node, "lvlOverride"):
                level = parse_number(attribute(override, "ilvl"))
                start = child(override, "startOverride")
                if start is not None:
                    self._starts[name, level] = parse_number(attribute(start, "val"), 1)

    def level_of(self, name: str, style: str) -> int:
        """Return the level that a paragraph style has in a list; 0 when it has none of its own."""
        return self._lists[name].by_style.get(style, 0) if name in self._lists else 0

    def next(self, name: str, level: int) -> str:
        """Return the mark of the next item of a list at a level from 0: "2.1." or "-"; empty when it has none."""
        numbered = self._lists.get(name)
        if numbered is None or not 0 <= level < _N_LEVELS:
            return ""
        own = numbered.levels.get(level, _Level())
        counts = numbered.counts
        if (name, level) in self._starts and (name, level) not in numbered.begun:
            counts[level] = self._starts[name, level]
        else:
            before = counts[level]
            counts[level] = own.start if before is None else before + 1
        numbered.begun.add((name, level))
        for place in range(level):
            if counts[place] is None:
                counts[place] = numbered.levels.get(place, _Level()).start
        counts[level + 1 :] = [None] * (_N_LEVELS - level - 1)
        if own.style == "bullet":
            return "-"
        if own.style == "none":
            return own.text if "%" not in own.text else ""

        def count_place(match: regex.Match[str]) -> str:
            place = int(match[1]) - 1
            style = "decimal" if own.all_decimal else numbered.levels.get(place, _Level()).style
            return write_count(counts[place] or 0, style)

        return _PLACE.sub(count_place, own.text)


def _read_list(node: Element) -> _List:
    numbered = _List()
    for level in children(node, "lvl"):
        place = parse_number(attribute(level, "ilvl"))
        numbered.levels[place] = _Level(
            style=attribute(child(level, "numFmt"), "val", "decimal"),
            text=attribute(child(level, "lvlText"), "val")[:100],
            start=parse_number(attribute(child(level, "start"), "val"), 1),
            all_decimal=is_on(child(level, "isLgl")),
        )
        if style := attribute(child(level, "pStyle"), "val"):
            numbered.by_style[style] = place
    return numbered
