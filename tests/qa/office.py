"""Small office files and e-books, made of the XML that a test cares about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

Parts = Mapping[str, str | bytes]  # by name

NO_PARTS: Parts = MappingProxyType({})

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATION = f"{OFFICE}/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "m": f"{OFFICE}/math",
        "r": RELATION,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def zipped(parts: Mapping[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, compress_type=compression)
    return file.getvalue()


def relations(*targets: tuple[str, str, str]) -> str:
    """Return a part of relations, each `(id, kind, target)`."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{RELATION}/{kind}" Target="{target}"/>' for name, kind, target in targets
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def xml(tag: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><{tag} {NAMESPACES}>{content}</{tag}>'


def core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    )


def office(main: str, content: str, *targets: tuple[str, str, str], title: str = "", parts: Parts = NO_PARTS) -> bytes:
    """Return an office file; `targets` are relations of its main part, `parts` further parts by name."""
    folder, _, name = main.rpartition("/")
    package: dict[str, str | bytes] = {
        "_rels/.rels": relations(("rId1", "officeDocument", main), ("rId2", "metadata/core-properties", "core.xml")),
        "core.xml": core(title),
        main: content,
        f"{folder}/_rels/{name}.rels": relations(*targets),
    }
    return zipped(package | dict(parts))


# -- Word --------------------------------------------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, style: str = "", item: tuple[str, int] | None = None) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>' if item else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{numbers}</w:pPr>'
    return f"<w:p>{properties}{''.join(part if part.startswith('<') else run(part) for part in content)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


STYLES = xml(
    "w:styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
)
NUMBERING = xml(
    "w:numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>",
)


def docx(*blocks: str, title: str = "", parts: Parts = NO_PARTS) -> bytes:
    """Return a Word document of these paragraphs and tables."""
    return office(
        "word/document.xml",
        xml("w:document", f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>"),
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "footnotes", "footnotes.xml"),
        ("rId4", "chart", "charts/chart1.xml"),
        ("rId5", "header", "header1.xml"),
        title=title,
        parts={"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING, **parts},
    )


# -- PowerPoint --------------------------------------------------------------------------------------------------------


def shape(*lines: str, place: tuple[int, int] | None = None, kind: str = "", properties: str = "") -> str:
    """Return a shape of a slide; place: its left and upper edge, in inches."""
    holder = f'<p:ph type="{kind}"/>' if kind else ""
    where = f'<a:xfrm><a:off x="{place[0] * 914_400}" y="{place[1] * 914_400}"/></a:xfrm>' if place else ""
    text = "".join(f"<a:p><a:pPr>{properties}</a:pPr><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>'
        f"<p:txBody>{text}</p:txBody></p:sp>"
    )


def tree(tag: str, *shapes: str) -> str:
    return xml(tag, f"<p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld>")


def pptx(*slides: str, title: str = "", parts: Parts = NO_PARTS) -> bytes:
    """Return a presentation of these slides, each the XML of its shapes."""
    numbers = range(1, len(slides) + 1)
    made: dict[str, str | bytes] = {}
    for place, slide in zip(numbers, slides, strict=True):
        made[f"ppt/slides/slide{place}.xml"] = tree("p:sld", slide)
        made[f"ppt/slides/_rels/slide{place}.xml.rels"] = relations(
            ("rId1", "slideLayout", "../slideLayouts/layout1.xml"),
            ("rId2", "notesSlide", f"../notesSlides/notes{place}.xml"),
            ("rId3", "chart", "../charts/chart1.xml"),
            ("rId4", "diagramData", "../diagrams/data1.xml"),
        )
    ids = "".join(f'<p:sldId id="{255 + place}" r:id="rId{place}"/>' for place in numbers)
    return office(
        "ppt/presentation.xml",
        xml("p:presentation", f"<p:sldIdLst>{ids}</p:sldIdLst>"),
        *((f"rId{place}", "slide", f"/ppt/slides/slide{place}.xml") for place in numbers),
        title=title,
        parts=made | dict(parts),
    )


CHART = xml(
    "c:chartSpace",
    "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Visitors</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>"
    "<c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>Adults</c:v></c:pt></c:strCache></c:strRef>"
    "</c:tx><c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>May</c:v></c:pt><c:pt idx='1'><c:v>June</c:v></c:pt>"
    "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx='0'><c:v>0.30000000000000004</c:v></c:pt>"
    "<c:pt idx='1'><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>",
)


# -- Excel -------------------------------------------------------------------------------------------------------------


def xlsx(
    *sheets: str, styles: str = "", shared: str = "", names: tuple[str, ...] = (), parts: Parts = NO_PARTS
) -> bytes:
    """Return a workbook of these sheets, each the XML of its rows; a name that begins with `!` is of a hidden one."""
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    numbers = range(1, len(sheets) + 1)
    titles = names or tuple(f"Sheet{place}" for place in numbers)
    listed = "".join(
        f'<sheet name="{name.lstrip("!")}" sheetId="{place}" r:id="rId{place}"'
        f' state="{"hidden" if name.startswith("!") else "visible"}"/>'
        for place, name in zip(numbers, titles, strict=True)
    )
    made: dict[str, str | bytes] = {
        f"xl/worksheets/sheet{place}.xml": f'<worksheet xmlns="{spreadsheet}"><sheetData>{sheet}</worksheet>'
        for place, sheet in zip(numbers, sheets, strict=True)
    }
    made["xl/styles.xml"] = f'<styleSheet xmlns="{spreadsheet}">{styles}</styleSheet>'
    made["xl/sharedStrings.xml"] = f'<sst xmlns="{spreadsheet}">{shared}</sst>'
    return office(
        "xl/workbook.xml",
        f'<workbook xmlns="{spreadsheet}" xmlns:r="{RELATION}"><workbookPr/><sheets>{listed}</sheets></workbook>',
        *((f"rId{place}", "worksheet", f"worksheets/sheet{place}.xml") for place in numbers),
        ("rIdA", "styles", "styles.xml"),
        ("rIdB", "sharedStrings", "sharedStrings.xml"),
        parts=made | dict(parts),
    )


def rows(*values: tuple[str | float | None, ...], first: int = 1, after: str = "") -> str:
    """Return the rows of a sheet; a text that begins with `<` is the XML of its cell."""
    made = ""
    for place, row in enumerate(values, start=first):
        cells = ""
        for column, value in enumerate(row):
            name = f"{chr(ord('A') + column)}{place}"
            if isinstance(value, str) and value.startswith("<"):
                cells += value
            elif isinstance(value, str):
                cells += f'<c r="{name}" t="inlineStr"><is><t>{value}</t></is></c>'
            elif value is not None:
                cells += f'<c r="{name}"><v>{value!r}</v></c>'
        made += f'<row r="{place}">{cells}</row>'
    return f"{made}</sheetData>{after}"


# -- e-books -----------------------------------------------------------------------------------------------------------


def epub(chapters: Mapping[str, str], *, spine: str = "", package: str = "", parts: Parts = NO_PARTS) -> bytes:
    """Return an e-book of these chapters by name, in the order of `spine` or else as given."""
    order = spine.split() or list(chapters)
    items = "".join(f'<item id="{name}" href="text/{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    references = "".join(f'<itemref idref="{name}"/>' for name in order)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The \n Book</dc:title><dc:language>en-GB</dc:language></metadata>"
        f'<manifest>{items}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'</manifest><spine><itemref idref="nav"/>{references}</spine>{package}</package>'
    )
    made: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": opf,
        "OEBPS/nav.xhtml": "<html><body><p>Contents</p></body></html>",
    }
    made |= {f"OEBPS/text/{name}": chapter for name, chapter in chapters.items()}
    return zipped(made | dict(parts))
