"""OpenDocument files (.odt, .ods, .odp, .odg, and each in one piece of XML): what a reader of them sees, in order.

Texts: paragraphs, headings and lists with their numbers, tables, text boxes after the paragraph that they are anchored
in, fields as they are filled, notes at the end. Left out: headers, footers, pictures, tracked deletions, comments
(said), hidden and struck-out text (the latter said), and pages of a text, which it does not have until it is laid out.
"""

from __future__ import annotations

from qa.errors import UnsupportedFormat
from qa.formats.opendocument.flow import Flow
from qa.formats.opendocument.package import OpenPackage
from qa.formats.opendocument.sheets import write_sheets
from qa.formats.opendocument.slides import write_slides
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content

__all__ = ["read_opendocument"]


def read_opendocument(data: bytes) -> Content:
    """Read an OpenDocument file; its title is the one that it states, else its title paragraph or first heading.

    Raises FileTooLarge, FileDamaged, PasswordNeeded, or UnsupportedFormat for another kind than texts, sheets, slides.
    """
    package = OpenPackage(data)
    blocks = BlockWriter()
    flow = Flow(package, blocks)
    if package.kind == "spreadsheet":
        write_sheets(package, blocks)
    elif package.kind in ("presentation", "drawing"):
        write_slides(flow, package.body)
    elif package.kind == "text":
        flow.write(package.body)
        flow.write_notes()
    else:
        raise UnsupportedFormat(
            f"The file is an OpenDocument {package.kind[:30]}, which has no pages of text. Open it in its program, "
            "save it as .odt or .pdf, and add that."
        )
    if flow.n_comments:
        said = "1 comment was" if flow.n_comments == 1 else f"{flow.n_comments:,} comments were"
        blocks.notice(f"{said} left out.")
    return blocks.build(title=package.title.strip() or flow.title or flow.first_heading)
