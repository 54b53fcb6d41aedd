"""Styles of Word files: which paragraphs are headings, titles, captions or items, and how their letters are set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from qa.formats.office.package import is_on, parse_number
from qa.formats.writing.content import LOWEST_LEVEL
from qa.formats.xml import Element, attribute, child, children, name_children

__all__ = ["CharacterStyle", "ParagraphStyle", "WordStyles", "read_characters"]

_HEADING = regex.compile(r"heading ?[1-9]|title|subtitle", regex.I)
_CAPTION = regex.compile(r"caption|image caption|table caption", regex.I)
_MAX_STYLES = 20  # that a style may be based on, one upon the other
_HEIGHTS = {"superscript": 1, "subscript": -1}
_SET = frozenset({"vanish", "strike", "dstrike", "b", "vertAlign", "position", "rFonts"})  # what says how letters are
_SHIFTED = 4  # half points, from which a letter stands above or below its line


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """How letters are set; None where that is not stated. raised: 1 above the line, -1 below it, 0 on it."""

    hidden: bool | None = None
    struck: bool | None = None
    bold: bool | None = None
    raised: int | None = None
    shifted: int | None = None
    font: str | None = None

    def under(self, other: CharacterStyle) -> CharacterStyle:
        """Return what holds where `other` is stated over this."""
        if other is _PLAIN:
            return self
        return CharacterStyle(
            self.hidden if other.hidden is None else other.hidden,
            self.struck if other.struck is None else other.struck,
            self.bold if other.bold is None else other.bold,
            self.raised if other.raised is None else other.raised,
            self.shifted if other.shifted is None else other.shifted,
            self.font if other.font is None else other.font,
        )


_PLAIN = CharacterStyle()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What matters here of a paragraph style, its own or inherited."""

    heading_level: int = 0  # from 1; 0 where it is none
    is_title: bool = False
    is_caption: bool = False
    list_name: str = ""
    level: int | None = None  # of its list
    language: str = ""
    characters: CharacterStyle = _PLAIN

    @property
    def is_heading(self) -> bool:
        """Whether its paragraphs are headings."""
        return self.heading_level > 0


class WordStyles:
    """The styles of a file by their id: `paragraphs` and `characters`; `default` is the id of a plain
    paragraph's, `plain` what holds without any; `prompts` are those of what to fill in."""

    def __init__(self, root: Element | None) -> None:
        nodes = {attribute(node, "styleId"): node for node in children(root, "style")}
        self._nodes = nodes
        self.default = ""
        self.paragraphs: dict[str, ParagraphStyle] = {}
        self.characters: dict[str, CharacterStyle] = {}
        defaults = read_characters(name_children(child(root, "docDefaults", "rPrDefault", "rPr")))
        self.prompts = {
            name for name, node in nodes.items() if attribute(child(node, "name"), "val").lower() == "placeholder text"
        } | {"PlaceholderText"}
        self.plain = ParagraphStyle(characters=defaults)
        for name, node in nodes.items():
            kind = attribute(node, "type", "paragraph")
            if kind == "paragraph" and attribute(node, "default").lower() in ("1", "true", "on"):
                self.default = name
            if kind == "character":
                self.characters[name] = self._read_characters(node)
            else:
                self.paragraphs[name] = self._read_paragraph(node, defaults)

    def sets_off(self, style: str, part: str) -> bool:
        """Tell whether a table style sets its `firstRow` or `firstCol` in bold or on a ground of its own."""
        for node in self._chain(self._nodes.get(style)):
            for region in children(node, "tblStylePr"):
                if attribute(region, "type") == part:
                    fill = attribute(child(region, "tcPr", "shd"), "fill", "auto")
                    return is_on(child(region, "rPr", "b")) or fill not in ("auto", "FFFFFF", "")
        return False

    def _chain(self, node: Element | None) -> list[Element]:
        """Return a style and those that it is based on, the nearest first."""
        chain: list[Element] = []
        while node is not None and len(chain) < _MAX_STYLES:
            chain.append(node)
            node = self._nodes.get(attribute(child(node, "basedOn"), "val"))
        return chain

    def _read_characters(self, node: Element, base: CharacterStyle = _PLAIN) -> CharacterStyle:
        for link in reversed(self._chain(node)):
            base = base.under(read_characters(name_children(child(link, "rPr"))))
        return base

    def _read_paragraph(self, node: Element, defaults: CharacterStyle) -> ParagraphStyle:
        """Return a style with what it inherits."""
        names = attribute(child(node, "name"), "val")
        outline = list_name = language = ""
        level: int | None = None
        is_caption = False
        for link in self._chain(node):
            properties = child(link, "pPr")
            numbers = child(properties, "numPr")
            outline = outline or attribute(child(properties, "outlineLvl"), "val")
            list_name = list_name or attribute(child(numbers, "numId"), "val")
            if level is None and child(numbers, "ilvl") is not None:
                level = parse_number(attribute(child(numbers, "ilvl"), "val"))
            language = language or attribute(child(link, "rPr", "lang"), "val")
            is_caption = is_caption or bool(_CAPTION.fullmatch(attribute(child(link, "name"), "val")))
        return ParagraphStyle(
            heading_level=_find_level(names, parse_number(outline, 9)),
            is_title=names.lower() == "title",
            is_caption=is_caption,
            list_name=list_name,
            level=level,
            language=language,
            characters=self._read_characters(node, defaults),
        )


def _find_level(name: str, outline: int) -> int:
    """Return the level of a heading by the name of its style and the level in the outline, from 0; 0 for none."""
    if _HEADING.fullmatch(name):
        return int(name[-1]) if name[-1].isdecimal() else 1
    return outline + 1 if 0 <= outline < LOWEST_LEVEL else 0


def read_characters(stated: Mapping[str, Element]) -> CharacterStyle:
    """Return what the properties of a run, the children of an `rPr` by their names, state of its letters."""
    if stated.keys().isdisjoint(_SET):
        return _PLAIN
    strikes = [is_on(stated[name]) for name in ("strike", "dstrike") if name in stated]
    raised, position, fonts = stated.get("vertAlign"), stated.get("position"), stated.get("rFonts")
    height = parse_number(attribute(position, "val"))
    return CharacterStyle(
        hidden=is_on(stated["vanish"]) if "vanish" in stated else None,
        struck=any(strikes) if strikes else None,
        bold=is_on(stated["b"]) if "b" in stated else None,
        raised=None if raised is None else _HEIGHTS.get(attribute(raised, "val"), 0),
        shifted=None if position is None else (height >= _SHIFTED) - (height <= -_SHIFTED),
        font=None if fonts is None else (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or None),
    )
