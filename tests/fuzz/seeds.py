"""A small whole file of each format, for the fuzzer to change: with all that its format has readers for."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from reportlab.lib.colors import blue
from reportlab.pdfgen.canvas import Canvas

from qa.formats.extract import FORMATS
from tests.qa import office, pdfs

__all__ = ["Seed", "make_seeds"]

_ODF = "application/vnd.oasis.opendocument."
_PAGE = (
    "<!doctype html><html lang=en><head><title>Museum</title><style>p { color: red }</style></head><body><h1>Fees</h1>"
    "<p>A ticket costs 14&nbsp;&euro;<sup>2</sup>, H<sub>2</sub>O is free.</p><table><caption>Prices</caption>"
    "<tr><th rowspan=2>Who<th colspan=2>Fee</tr><tr><th>Day<th>Year</tr><tr><td>Adult<td>14<td>120</tr></table>"
    "<ol start=3><li>One<li value=9>Two</ol><pre>a\n  b</pre><details><summary>Q?</summary>A.</details>"
    "<math><msup><mi>x</mi><mn>2</mn></msup></math><select><option>Red</select><del>old</del><img alt='A map'>"
    "<dl><dt>Open</dt><dd>At nine.</dd></dl><a href='#n'>note</a></body></html>"
)
_MARKDOWN = (
    "---\ntitle: Museum\nlang: en\n---\n# Fees\n\nA *ticket* costs **14** euros[^1], ~~12~~.\n\n| Who | Fee |\n"
    "|---|---:|\n| Adult | 14<br>16 |\n| Child | 0 |\n\n- one\n  1. two\n\n> quoted\n\n```python\nx = 1\n```\n\n"
    "<div>a <b>b</b></div>\n\n[^1]: At the desk.\n"
)
_MAIL = """\
From: Ann <ann@example.org>
To: =?utf-8?q?B=C3=B6b?= <bob@example.org>
Subject: =?iso-8859-1?b?RulzdGU=?=
Date: Mon, 2 Nov 2026 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: multipart/alternative; boundary=C

--C
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The fee is 14=E2=82=AC.=
 It is due.
--C
Content-Type: text/html
Content-Transfer-Encoding: base64

PGI+VGhlIGZlZTwvYj4gaXMgMTQu
--C--
--B
Content-Type: message/rfc822

From: Cy <c@example.org>
Subject: Old

An older fee.
--B
Content-Type: text/calendar

BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Fair
DTSTART:20261102T100000Z
END:VEVENT
END:VCALENDAR
--B--
"""
_MHTML_HEAD = (
    "From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/fees\nSubject: Fees\n"
    'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
)
_RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset2 Symbol;}}{\info{\title Museum}}"
    rb"\pard\b Fees\b0\par The fee is 14\'80 or \u8364?14.\par{\super 2}{\sub 3}{\strike old}\par"
    rb"\trowd\cellx1000\cellx2000\intbl Adult\cell 14\cell\row\pard{\pict\pngblip 89504e47}"
    rb"{\footnote At the desk.}{\field{\*\fldinst HYPERLINK}{\fldrslt here}}\par}"
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to change. Its name says the format of plain ones."""

    name: str
    data: bytes


def make_seeds() -> dict[str, list[Seed]]:
    """Return by media type the seeds of all formats. Raises KeyError for one that has none: it is to be given some."""
    return {kind: [Seed(*seed) for seed in _MAKERS[kind]()] for kind in FORMATS}


def _make_text() -> list[tuple[str, bytes]]:
    text = 'FEES\n\nThe fee of the museum is 14 €, due on\n2 November.  "Why?" she asked.\n\n  Adult    14\n'
    return [
        ("a.txt", text.encode()),
        ("b.txt", ("Łódź kosztuje 5 zł. " + text).encode("cp1250", "replace")),
        ("c.txt", ("東京タワーは高い。" + text).encode("shift_jis", "replace")),
        ("d.txt", text.encode("utf-16")),
    ]


def _make_csv() -> list[tuple[str, bytes]]:
    table = 'Who;Fee;Note\nAdult;14,5;"a; ""b""\nc"\nChild;0;\n'
    return [("a.csv", table.encode()), ("b.csv", table.replace(";", ",").encode("cp1252"))]


def _make_pdf() -> list[tuple[str, bytes]]:
    def draw(canvas: Canvas) -> None:
        for page in range(3):
            canvas.bookmarkPage(f"p{page}")
            canvas.addOutlineEntry(f"Part {page}", f"p{page}")
            top = pdfs.lines(canvas, f"Part {page}", size=18, font="Helvetica-Bold")
            pdfs.lines(canvas, *pdfs.wrapped(" ".join(pdfs.paragraphs(1, 4)), 80), top=top - 20)
            for row in range(4):
                for column in range(3):
                    canvas.rect(72 + 100 * column, 300 + 20 * row, 100, 20)
                    canvas.drawString(76 + 100 * column, 305 + 20 * row, f"{row * column + page}.5")
            canvas.setFillColor(blue)
            canvas.drawString(72, 40, f"{page + 1} of 3")
            canvas.acroForm.textfield(name=f"field{page}", value="Lund", x=300, y=100, width=90, height=20)
            canvas.linkURL("https://example.org", (72, 72, 172, 92))
            canvas.showPage()

    text = "BT /F 12 Tf 72 700 Td (The fee is 14) Tj 0 5 Td (2) Tj ET 0 0 1 rg 72 600 200 40 re f"
    return [
        ("a.pdf", pdfs.drawn(draw)),
        ("b.pdf", pdfs.drawn(draw, pageCompression=0)),
        ("c.pdf", pdfs.by_hand(text, to_unicode="1 beginbfchar <41> <0041> endbfchar", info="/Title (Fees)")),
    ]


def _make_docx() -> list[tuple[str, bytes]]:
    cell, run, paragraph = office.cell, office.run, office.paragraph
    body = (
        paragraph("Fees", style="H1"),
        paragraph("The fee is 14", run("2", '<w:vertAlign w:val="superscript"/>'), run("old", "<w:strike/>")),
        paragraph("One", item=("2", 0)),
        paragraph("Two", item=("2", 1)),
        paragraph('<w:r><w:footnoteReference w:id="2"/><w:sym w:font="Symbol" w:char="F0B3"/><w:tab/><w:br/></w:r>'),
        paragraph(
            "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
        ),
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
            '<w:fldChar w:fldCharType="end"/></w:r>'
        ),
        paragraph("<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"),
        paragraph("<w:sdt><w:sdtContent><w:r><w:t>filled in</w:t></w:r></w:sdtContent></w:sdt>"),
        office.table(
            cell(paragraph("Who"), properties='<w:gridSpan w:val="2"/>') + cell(paragraph("Fee")),
            cell(paragraph("Adult"), properties='<w:vMerge w:val="restart"/>')
            + cell(paragraph("Day"))
            + cell(paragraph("14")),
            cell(paragraph(""), properties="<w:vMerge/>") + cell(paragraph("Year")) + cell(paragraph("120")),
        ),
    )
    notes = office.xml("w:footnotes", f'<w:footnote w:id="2">{paragraph("At the desk.")}</w:footnote>')
    return [("a.docx", office.docx(*body, title="Museum", parts={"word/footnotes.xml": notes}))]


def _make_pptx() -> list[tuple[str, bytes]]:
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc gridSpan='2'><a:txBody><a:p><a:r><a:t>Who</a:t>"
        "</a:r></a:p></a:txBody></a:tc><a:tc hMerge='1'><a:txBody/></a:tc></a:tr><a:tr><a:tc><a:txBody><a:p><a:r><a:t>"
        "Adult</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>14</a:t></a:r></a:p></a:txBody></a:tc>"
        "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    chart = (
        '<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id="rId3"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    slides = (
        office.shape("Fees", kind="title")
        + office.shape("One", "Two", place=(1, 2), properties='<a:buChar char="-"/>'),
        f"<p:grpSp>{office.shape('In a group', place=(3, 1))}</p:grpSp>{table}{chart}",
    )
    notes = office.tree("p:notes", office.shape("Say it slowly.", kind="body"))
    parts = {"ppt/notesSlides/notes1.xml": notes, "ppt/charts/chart1.xml": office.CHART}
    return [("a.pptx", office.pptx(*slides, title="Museum", parts=parts))]


def _make_xlsx() -> list[tuple[str, bytes]]:
    cells = office.rows(
        ("Day", "Who", "Fee", "Open"),
        ('<c r="A2" s="1"><v>45000.25</v></c>', '<c r="B2" t="s"><v>0</v></c>', 14.5, '<c r="D2" t="b"><v>1</v></c>'),
        ('<c r="A3" s="2"><v>0.75</v></c>', '<c r="B3" t="e"><v>#N/A</v></c>', '<c r="C3"><f>SUM(C2)</f></c>', None),
        ("wide", None, 1e300, -1),
        after='<mergeCells><mergeCell ref="A4:B5"/></mergeCells>',
    )
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="[h]:mm;[Red]-0.00"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
    )
    shared = "<si><r><t>Adult</t></r><r><t>s</t></r></si>"
    return [("a.xlsx", office.xlsx(cells, office.rows((1, 2)), styles=styles, shared=shared, names=("Fees", "!Old")))]


def _make_epub() -> list[tuple[str, bytes]]:
    return [("a.epub", office.epub({"one.xhtml": _PAGE, "two.xhtml": "<html><body><p>It closes.</p></body></html>"}))]


def _make_opendocument(kind: str) -> list[tuple[str, bytes]]:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in "office text table draw presentation style chart form meta number".split()
    )
    note = "<text:note><text:note-body>n</text:note-body></text:note>"
    paragraph = f"<text:p>The fee is 14<text:span>2</text:span>{note}</text:p>"
    table = (
        '<table:table table:name="Fees"><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Who'
        "</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell "
        'table:number-columns-repeated="3" office:value-type="float" office:value="14"><text:p>14</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    bodies = {
        "text": f"<text:h text:outline-level='1'>Fees</text:h>{paragraph}<text:list><text:list-item>{paragraph}"
        f"</text:list-item></text:list>{table}",
        "spreadsheet": table,
        "presentation": f"<draw:page><draw:frame><draw:text-box>{paragraph}</draw:text-box></draw:frame></draw:page>",
        "graphics": f"<draw:page><draw:frame><draw:text-box>{paragraph}</draw:text-box></draw:frame></draw:page>",
    }
    element = "drawing" if kind == "graphics" else kind
    inner = f"<office:body><office:{element}>{bodies[kind]}</office:{element}></office:body>"
    suffix = {"text": "odt", "spreadsheet": "ods", "presentation": "odp", "graphics": "odg"}[kind]
    packed = office.zipped(
        {"mimetype": _ODF + kind, "content.xml": f"<office:document-content {names}>{inner}</office:document-content>"}
    )
    seeds = [(f"a.{suffix}", packed)]
    if kind != "graphics":
        flat = f'<?xml version="1.0"?><office:document {names} office:mimetype="{_ODF}{kind}">{inner}</office:document>'
        seeds.append((f"b.f{suffix}", flat.encode()))
    return seeds


def _make_xls() -> list[tuple[str, bytes]]:
    from tests.qa.formats.office.excel import test_old_workbook as made

    body = made.label(0, 0, "Who") + made.label(0, 1, "Fee") + made.label(1, 0, "Adult") + made.number(1, 1, 14.5, 2)
    return [("a.xls", made.book(("Fees", body), ("Old", made.number(0, 0, 12.0)), formats=("0.00",), hidden="Old"))]


def _make_xlsb() -> list[tuple[str, bytes]]:
    from tests.qa.formats.office.excel import test_binary_workbook as made

    body = made.row(0, made.label(0, "Who"), made.label(1, "Fee"))
    body += made.row(1, made.label(0, "Adult"), made.real(1, 14.5, 2))
    return [("a.xlsb", made.book(("Fees", body), formats=("0.00",), shared=("Child",)))]


def _make_msg() -> list[tuple[str, bytes]]:
    from tests.qa.formats.mail.compound_writer import write_compound, write_item

    head: dict[int, str | bytes] = {
        0x001A: "IPM.Note",
        0x0037: "Fees",
        0x0C1A: "Ann",
        0x1000: "The fee is 14 euros.\r\n",
    }
    rich = struct.pack("<II4sI", len(_RTF) + 12, len(_RTF), b"MELA", 0) + _RTF
    page = write_item({0x0037: "Fees", 0x1009: rich, 0x1013: _PAGE.encode("cp1252")}, numbers={0x3FDE: 1252})
    attached = write_item({0x3707: "list.txt", 0x3701: b"Adult 14"}, n_header=8)
    whole = write_item(head, folders={"__attach_version1.0_#00000000": attached})
    return [("a.msg", write_compound(whole)), ("b.msg", write_compound(page))]


# By media type.
_MAKERS: Mapping[str, Callable[[], list[tuple[str, bytes]]]] = {
    "text/plain": _make_text,
    "text/markdown": lambda: [("a.md", _MARKDOWN.encode())],
    "text/html": lambda: [("a.html", _PAGE.encode()), ("b.html", _PAGE.replace("&euro;", "ß").encode("latin-1"))],
    "text/csv": _make_csv,
    "text/tab-separated-values": lambda: [("a.tsv", b"Who\tFee\nAdult\t14\nChild\t0\n")],
    "application/pdf": _make_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _make_docx,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": _make_pptx,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": _make_xlsx,
    "application/vnd.ms-excel": _make_xls,
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": _make_xlsb,
    "application/epub+zip": _make_epub,
    "application/vnd.ms-outlook": _make_msg,
    "text/calendar": lambda: [
        ("a.ics", _MAIL[_MAIL.index("BEGIN:VCALENDAR") : _MAIL.index("--B--")].replace("Fair", "Fee fair").encode())
    ],
    "application/mbox": lambda: [
        ("a.mbox", b"".join(b"From ann@example.org Mon Nov  2 2026\n" + _MAIL.encode() for _ in "ab"))
    ],
    "application/x-mimearchive": lambda: [("a.mhtml", (_MHTML_HEAD + _PAGE).encode())],
    "message/rfc822": lambda: [("a.eml", _MAIL.replace("\n", "\r\n").encode()), ("b.eml", _MAIL.encode())],
    **{_ODF + kind: partial(_make_opendocument, kind) for kind in ("text", "spreadsheet", "presentation", "graphics")},
    "application/rtf": lambda: [("a.rtf", _RTF)],
    "text/rtf": lambda: [("a.rtf", _RTF)],
}
