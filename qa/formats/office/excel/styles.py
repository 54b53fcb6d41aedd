"""How the cells of an Excel file look, by the number of their style: number format, bold, box to tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qa.formats.office.package import is_on, parse_number
from qa.formats.sheets.number_format import BUILT_IN
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["CellStyle", "read_styles"]


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The look of a cell. code: its number format; shows_text: whether texts are shown otherwise than they are."""

    code: str = ""
    is_bold: bool = False
    is_box: bool = False

    @property
    def shows_text(self) -> bool:
        """Tell whether a text may be shown in another way than it is stored."""
        return self.code.count(";") > 2 or ("@" in self.code and len(self.code) > 1)


def read_styles(styles: Element | None) -> Iterator[CellStyle]:
    """Yield each style of cells, in order."""
    own = {
        parse_number(attribute(node, "numFmtId")): attribute(node, "formatCode")
        for node in children(child(styles, "numFmts"), "numFmt")
    }
    bold = [is_on(child(font, "b")) for font in children(child(styles, "fonts"), "font")]
    for style in children(child(styles, "cellXfs"), "xf"):
        place = parse_number(attribute(style, "numFmtId"))
        font = parse_number(attribute(style, "fontId"), -1)
        yield CellStyle(
            own.get(place) or BUILT_IN.get(place, ""),
            is_bold=0 <= font < len(bold) and bold[font],
            is_box=any(local(node) == "xfComplement" for node in style.iter()),
        )
