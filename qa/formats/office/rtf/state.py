"""What holds within a group of a rich text file, and what the file says once: fonts and styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Font", "Heading", "State", "Tables", "change_state", "charset_of"]

# By the number of a font's charset; 0 and 1 are those of the file, 2 is that of signs.
_CHARSETS = {
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp850",
}
_KNOWN_PAGES = frozenset(
    "437 708 720 737 775 850 852 855 857 860 861 862 863 864 865 866 869 874 932 936 949 950 1250 1251 1252 1253 1254 "
    "1255 1256 1257 1258".split()
)
_NAMED_OTHERWISE = {
    708: "iso8859-6",
    936: "gb18030",
    1361: "johab",
    10000: "mac-roman",
    10007: "mac-cyrillic",
    65001: "utf-8",
}


_MAX_TABLE = 10_000  # fonts or styles
_MAX_NAME = 1_000  # characters
_LEFT_OUT = {"v": "hidden", "deleted": "deleted", "strike": "struck", "striked": "struck"}
_RAISED = {"super": 1, "up": 1, "sub": -1, "dn": -1, "nosupersub": 0}
_FIELDS = {
    "f": "font",
    "uc": "n_fallbacks",
    "revised": "inserted",
    "intbl": "in_table",
    "s": "style",
    "outlinelevel": "level",
}


class State(NamedTuple):
    """What holds within a group; the one before holds again when the group ends."""

    target: str = "text"  # what its text is part of
    font: int = -1
    n_fallbacks: int = 1  # characters that stand for one in Unicode, for readers that know none
    raised: int = 0  # 1: above the line, -1: below it
    left_out: str = ""  # why its text is no part of what is shown: hidden, struck, deleted
    inserted: bool = False
    in_table: bool = False
    style: int = 0
    level: int = -1  # of the outline


class Font(NamedTuple):
    """A font: its charset, empty for the file's own, and its name."""

    charset: str = ""
    name: str = ""


class Heading(NamedTuple):
    """What a style makes of a paragraph: its name, and its level in the outline, -1 for none."""

    name: str = ""
    level: int = -1


@dataclass
class Tables:
    """Fonts and styles by number, and the charset of the file."""

    charset: str = "cp1252"
    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Heading] = field(default_factory=dict)
    _style: Heading = field(default_factory=Heading)  # that is being read

    def describe(self, state: State, word: str, number: int | None) -> State:
        """Take over a word on a font or a style; return what holds after it."""
        if state.target == "styles":
            if word == "outlinelevel":
                self._style = self._style._replace(level=number or 0)
            return state._replace(style=number) if word == "s" and number is not None else state
        if word == "f" and number is not None and len(self.fonts) < _MAX_TABLE:
            self.fonts[number] = Font()
            return state._replace(font=number)
        if word in ("fcharset", "cpg") and state.font in self.fonts:
            font = self.fonts[state.font]
            self.fonts[state.font] = font._replace(
                charset=charset_of(number or 0, is_page=word == "cpg") or font.charset
            )
        return state

    def name_font(self, number: int, text: str) -> None:
        """Take over the name of a font, or the next part of it."""
        font = self.fonts.get(number)
        if font is not None and len(font.name) < _MAX_NAME:
            self.fonts[number] = font._replace(name=(font.name + text).split(";")[0].strip())

    def name_style(self, number: int, text: str) -> None:
        """Take over the name of a style, or the next part of it; a semicolon ends it."""
        name, end, _ = text.partition(";")
        self._style = self._style._replace(name=(self._style.name + name)[:_MAX_NAME])
        if end:
            if len(self.styles) < _MAX_TABLE:
                self.styles[number] = self._style
            self._style = Heading()


def charset_of(number: int, *, is_page: bool) -> str:
    """Return the charset of a code page's number or of a font's; empty where that is the file's own.

    >>> charset_of(1250, is_page=True), charset_of(204, is_page=False), charset_of(0, is_page=False)
    ('cp1250', 'cp1251', '')
    """
    if not is_page:
        return _CHARSETS.get(number, "")
    return _NAMED_OTHERWISE.get(number, f"cp{number}" if str(number) in _KNOWN_PAGES else "")


def change_state(state: State, word: str, number: int) -> State:
    """Return what holds after a word on how letters look, or on their paragraph; number: 1 where the word has none."""
    if word == "plain":
        return state._replace(raised=0, left_out="", inserted=False, font=-1)
    if word == "pard":
        return state._replace(in_table=False, style=0, level=-1)
    if word in _LEFT_OUT:
        why = _LEFT_OUT[word]
        return state._replace(left_out=why if number else "" if state.left_out == why else state.left_out)
    if word in _RAISED:
        return state._replace(raised=_RAISED[word] * (number > 0))
    name = _FIELDS.get(word)
    if name is None:
        return state
    value: int | bool = bool(number) if word in ("revised", "intbl") else number
    return state._replace(**{name: max(0, min(value, 16)) if word == "uc" else value})  # type: ignore[arg-type]
