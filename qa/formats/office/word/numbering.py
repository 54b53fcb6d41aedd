"""Numbers of list items and headings in Word files, as the file's numbering counts them: ECMA-376, part 1, 17.9."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from qa.formats.office.package import is_on, parse_number
from qa.formats.office.symbols import mark_item
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
    restart: int | None = None  # the level, from 1, whose items begin it again; 0 for none, None for any above it
    font: str = ""  # of its bullet


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
        lists = _read_lists(root)
        self._overrides: dict[tuple[str, int], _Level] = {}
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
                for own in children(override, "lvl"):
                    self._overrides[name, level] = _read_level(own)

    def level_of(self, name: str, style: str) -> int:
        """Return the level that a paragraph style has in a list; 0 when it has none of its own."""
        return self._lists[name].by_style.get(style, 0) if name in self._lists else 0

    def next(self, name: str, level: int) -> str:
        """Return the mark of the next item of a list at a level from 0: "2.1." or "-"; empty when it has none."""
        numbered = self._lists.get(name)
        if numbered is None or not 0 <= level < _N_LEVELS:
            return ""
        own = self._overrides.get((name, level)) or numbered.levels.get(level, _Level())
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
        for place in range(level + 1, _N_LEVELS):
            restart = numbered.levels.get(place, _Level()).restart
            if restart is None or level < restart:
                counts[place] = None
        if own.style == "bullet":
            return mark_item(own.text, own.font)
        if own.style == "none":
            return own.text if "%" not in own.text else ""

        def count_place(match: regex.Match[str]) -> str:
            place = int(match[1]) - 1
            above = self._overrides.get((name, place)) or numbered.levels.get(place, _Level())
            style = "decimal" if own.all_decimal else above.style
            return write_count(counts[place] or 0, style)

        return _PLACE.sub(count_place, own.text)


def _read_lists(root: Element | None) -> dict[str, _List]:
    """Return the lists by their id; one that is only linked to a style is the list that the style names."""
    lists: dict[str, _List] = {}
    of_styles: dict[str, _List] = {}
    links: dict[str, str] = {}
    for node in children(root, "abstractNum"):
        name = attribute(node, "abstractNumId")
        lists[name] = _read_list(node)
        if style := attribute(child(node, "styleLink"), "val"):
            of_styles[style] = lists[name]
        if style := attribute(child(node, "numStyleLink"), "val"):
            links[name] = style
    return lists | {name: of_styles[style] for name, style in links.items() if style in of_styles}


def _read_list(node: Element) -> _List:
    numbered = _List()
    for level in children(node, "lvl"):
        place = parse_number(attribute(level, "ilvl"))
        numbered.levels[place] = _read_level(level)
        if style := attribute(child(level, "pStyle"), "val"):
            numbered.by_style[style] = place
    return numbered


def _read_level(level: Element) -> _Level:
    restart = child(level, "lvlRestart")
    fonts = child(level, "rPr", "rFonts")
    return _Level(
        style=attribute(child(level, "numFmt"), "val", "decimal"),
        text=attribute(child(level, "lvlText"), "val")[:100],
        start=parse_number(attribute(child(level, "start"), "val"), 1),
        all_decimal=is_on(child(level, "isLgl")),
        restart=None if restart is None else parse_number(attribute(restart, "val")),
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi"),
    )
