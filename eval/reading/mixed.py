"""Files of ten formats, as a shared folder has them: with a heading, prose and a table, made without their programs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from pathlib import Path

from eval.reading.prose import Prose
from eval.reading.report import make_report

__all__ = ["MAKERS", "write_files"]

_OFFICE = "http://schemas.openxmlformats.org"
_RELATION = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE_RELATION = f"{_OFFICE}/package/2006/relationships"
_WORD = f"{_OFFICE}/wordprocessingml/2006/main"
_DRAWING = f"{_OFFICE}/drawingml/2006/main"
_SLIDE = f"{_OFFICE}/presentationml/2006/main"
_SHEET = f"{_OFFICE}/spreadsheetml/2006/main"

Table = list[list[str]]


def write_files(folder: Path, n_files: int) -> list[Path]:
    """Write `n_files` files, the formats in turn; return their paths, in that order."""
    paths = []
    for number in range(n_files):
        suffix = list(MAKERS)[number % len(MAKERS)]
        path = folder / f"file{number:05}{suffix}"
        path.write_bytes(MAKERS[suffix](number))
        paths.append(path)
    return paths


def _parts_of(seed: int) -> tuple[str, list[str], Table]:
    """Return a heading, paragraphs and a table."""
    prose = Prose(seed)
    return prose.title(), [prose.paragraph() for _ in range(12)], prose.table(15, 5)


def _make_text(seed: int) -> bytes:
    title, paragraphs, table = _parts_of(seed)
    rows = ["  ".join(f"{cell:14}" for cell in row).rstrip() for row in table]
    return "\n\n".join([title, *paragraphs, "\n".join(rows)]).encode()


def _make_markdown(seed: int) -> bytes:
    title, paragraphs, table = _parts_of(seed)
    rows = [f"| {' | '.join(row)} |" for row in (table[0], ["---"] * len(table[0]), *table[1:])]
    return "\n\n".join([f"# {title}", *paragraphs, "\n".join(rows)]).encode()


def _html_of(seed: int) -> str:
    title, paragraphs, table = _parts_of(seed)
    rows = "".join(
        f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>"
        for row in table
        for tag in ["th" if row is table[0] else "td"]
    )
    return f"<h1>{title}</h1>{''.join(f'<p>{each}</p>' for each in paragraphs)}<table>{rows}</table>"


def _make_html(seed: int) -> bytes:
    head = "<!doctype html><html lang='en'><head><title>A page</title></head>"
    return f"{head}<body>{_html_of(seed)}</body></html>".encode()


def _make_csv(seed: int) -> bytes:
    return "".join(";".join(row) + "\n" for row in Prose(seed).table(80, 6)).encode()


def _make_mail(seed: int) -> bytes:
    title, paragraphs, _ = _parts_of(seed)
    head = f"From: Ann <ann@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: {title}\r\n"
    return (head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + "\r\n\r\n".join(paragraphs)).encode()


def _make_docx(seed: int) -> bytes:
    title, paragraphs, table = _parts_of(seed)

    def line(text: str, style: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{line(cell)}</w:tc>' for cell in row)}</w:tr>" for row in table)
    body = line(title, "Heading1") + "".join(map(line, paragraphs)) + f"<w:tbl>{rows}</w:tbl>"
    styles = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    return _office(
        "word/document.xml",
        f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        {"styles": "styles.xml"},
        {"word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>'},
    )


def _make_pptx(seed: int) -> bytes:
    _, paragraphs, _ = _parts_of(seed)
    slides = {
        f"ppt/slides/slide{number}.xml": f'<p:sld xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}"><p:cSld><p:spTree><p:sp>'
        f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
        for number, text in enumerate(paragraphs, 1)
    }
    ids = "".join(f'<p:sldId id="{255 + place}" r:id="rId{place}"/>' for place in range(1, len(slides) + 1))
    main = f'<p:presentation xmlns:p="{_SLIDE}" xmlns:r="{_RELATION}"><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>'
    return _office("ppt/presentation.xml", main, {f"slide {name}": f"/{name}" for name in slides}, slides)


def _make_xlsx(seed: int) -> bytes:
    rows = "".join(
        f"<row>{''.join(f'<c t=`inlineStr`><is><t>{cell}</t></is></c>' for cell in row)}</row>".replace("`", '"')
        for row in Prose(seed).table(80, 6)
    )
    main = (
        f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATION}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>'
    )
    sheet = f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    return _office(
        "xl/workbook.xml",
        f"{main}</workbook>",
        {"worksheet": "worksheets/sheet1.xml"},
        {"xl/worksheets/sheet1.xml": sheet},
    )


def _make_epub(seed: int) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf"/></rootfiles></container>'
    )
    names = [f"chapter{number}.xhtml" for number in range(3)]
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    opf = f"<package xmlns='http://www.idpf.org/2007/opf'><manifest>{items}</manifest><spine>{spine}</spine></package>"
    chapters = {name: f"<html><body>{_html_of(seed + place)}</body></html>" for place, name in enumerate(names)}
    return _zip({"mimetype": "application/epub+zip", "META-INF/container.xml": container, "book.opf": opf, **chapters})


def _make_pdf(seed: int) -> bytes:
    return make_report(4, seed)


def _office(main: str, content: str, targets: Mapping[str, str], parts: Mapping[str, str]) -> bytes:
    """Return an office file. targets: of its main part, by the kind of relation (what follows a space only parts)."""
    folder, _, name = main.rpartition("/")

    def relations(pairs: Mapping[str, str]) -> str:
        each = "".join(
            f'<Relationship Id="rId{place}" Type="{_RELATION}/{kind.split()[0]}" Target="{target}"/>'
            for place, (kind, target) in enumerate(pairs.items(), 1)
        )
        return f'<Relationships xmlns="{_PACKAGE_RELATION}">{each}</Relationships>'

    return _zip(
        {
            "_rels/.rels": relations({"officeDocument": main}),
            f"{folder}/_rels/{name}.rels": relations(targets),
            main: content,
            **parts,
        }
    )


def _zip(parts: Mapping[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


MAKERS: dict[str, Callable[[int], bytes]] = {
    ".txt": _make_text,
    ".md": _make_markdown,
    ".html": _make_html,
    ".csv": _make_csv,
    ".eml": _make_mail,
    ".docx": _make_docx,
    ".pptx": _make_pptx,
    ".xlsx": _make_xlsx,
    ".epub": _make_epub,
    ".pdf": _make_pdf,
}
"""Ending to what makes a file of that format from a seed."""
