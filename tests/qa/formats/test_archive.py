"""Hostile and broken files of the formats that are zip archives: a document or a typed error, and nothing else."""

from __future__ import annotations

import contextlib
import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import qa
from qa.formats import archive as limits
from qa.formats.archive import ZipArchive, unpack
from qa.formats.office.excel.workbook import read_xlsx
from qa.formats.office.slides.presentation import read_pptx
from qa.formats.office.word.document import read_docx
from qa.formats.web.epub import read_epub
from qa.formats.writing.content import Content
from qa.formats.xml import parse_xml
from tests.qa.office import CHART, cell, docx, epub, paragraph, pptx, rows, shape, table, xlsx, xml, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAMPLES: dict[str, tuple[Callable[[bytes], Content], bytes]] = {
    "docx": (
        read_docx,
        docx(
            paragraph("Title", style="T"),
            paragraph("Head", style="Own"),
            paragraph("item", item=("2", 0)),
            paragraph(
                "Note", '<w:r><w:footnoteReference w:id="1"/><w:drawing><c:chart r:id="rId4"/></w:drawing></w:r>'
            ),
            table(cell(paragraph("a"), properties="<w:vMerge/>") + cell(table(cell(paragraph("b"))))),
            "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den/></m:f></m:oMath>",
            parts={
                "word/charts/chart1.xml": CHART,
                "word/footnotes.xml": xml("w:footnotes", f'<w:footnote w:id="1">{paragraph("A note.")}</w:footnote>'),
            },
        ),
    ),
    "pptx": (read_pptx, pptx(shape("Title", kind="title") + shape("a", place=(1, 1)), shape("b", kind="body"))),
    "xlsx": (
        read_xlsx,
        xlsx(
            rows(
                ("Name", "n", None),
                ('<c r="A2" t="s"><v>0</v></c>', '<c r="B2" s="1"><v>45292.5</v></c>'),
                after='<mergeCells><mergeCell ref="A2:A4"/></mergeCells>',
            ),
            shared="<si><t>x</t></si>",
            styles='<numFmts><numFmt numFmtId="164" formatCode="d/m/yyyy h:mm"/></numFmts>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
        ),
    ),
    "epub": (read_epub, epub({"a.xhtml": "<html><body><h1>One</h1><p>Text.</p></body></html>"})),
}
formats = pytest.mark.parametrize("name", SAMPLES)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@formats
def test_the_samples_are_read(name: str) -> None:
    read, data = SAMPLES[name]
    assert read(data).text.strip()


@formats
@pytest.mark.parametrize("broken", [b"", b"PK", b"PK\x03\x04" + b"\0" * 100, b"no archive at all"])
def test_what_is_no_archive_is_damaged(name: str, broken: bytes) -> None:
    with pytest.raises(qa.FileDamaged, match="damaged"):
        SAMPLES[name][0](broken)


@formats
def test_a_cut_or_empty_archive_is_damaged(name: str) -> None:
    read, data = SAMPLES[name]
    for broken in (data[: len(data) // 2], data[:-30], data[100:], zipped({}), zipped({"a/": "", "b.txt": "x"})):
        with pytest.raises(qa.FileDamaged, match="again"):
            read(broken)


@formats
def test_a_file_of_another_format_is_damaged(name: str) -> None:
    for other in SAMPLES.keys() - {name}:
        with pytest.raises(qa.FileDamaged):
            SAMPLES[name][0](SAMPLES[other][1])


@formats
def test_an_encrypted_file_needs_a_password(name: str) -> None:
    read, data = SAMPLES[name]
    container = OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(qa.PasswordNeeded, match="password"):
        read(container)
    with pytest.raises(qa.UnsupportedFormat, match=r"before 2007.*\.docx"):
        read(OLE + b"\0" * 500)
    locked = bytearray(data)
    place = locked.rindex(b"PK\x01\x02") + 8
    locked[place] |= 1
    with pytest.raises(qa.PasswordNeeded):
        read(bytes(locked))


def test_a_bomb_is_refused_before_it_is_decompressed() -> None:
    bomb = zipped({"word/document.xml": b" " * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(qa.FileTooLarge, match="200 times"):
        read_docx(bomb)


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MAX_MEMBERS", 2, "parts; the limit is 2"),
        ("MAX_TOTAL_BYTES", 100, "decompressed; the limit is 100"),
        ("MAX_MEMBER_BYTES", 20, "bytes; the limit is 20"),
    ],
)
def test_sizes_are_bounded(limit: str, value: int, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(qa.FileTooLarge, match=message):
        read_docx(docx(paragraph("Text.")))


def test_no_more_is_decompressed_than_is_stated() -> None:
    data = bytearray(zipped({"a": b"x" * 1_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + offset
        data[place : place + 4] = struct.pack("<I", 10)
    with pytest.raises(qa.FileDamaged, match="CRC"):
        ZipArchive(bytes(data)).read("a")


def test_other_ways_of_compression_are_refused() -> None:
    with pytest.raises(qa.FileDamaged, match="compressed"):
        ZipArchive(zipped({"a": b"x"}, compression=zipfile.ZIP_BZIP2))


def test_entities_are_not_expanded_and_no_file_is_opened() -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE a [<!ENTITY e0 "lol">{names}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    content = xml("w:document", f"<w:body>{paragraph('Text. &e11; &f;')}</w:body>").replace("?>", f"?>{bomb}", 1)
    try:
        text = read_docx(docx(parts={"word/document.xml": content})).text
    except qa.FileDamaged:
        return
    assert text == "Text.\n"


@formats
def test_deep_nesting_is_refused(name: str) -> None:
    read, data = SAMPLES[name]
    deep = {
        part: b"<a>" * 5_000 + b"</a>" * 5_000 if part.endswith((".xml", ".opf")) else content
        for part, content in parts(data).items()
    }
    with pytest.raises(qa.FileDamaged, match="depth"):
        read(zipped(deep))


def test_tables_within_tables_are_read_as_deep_as_xml_may_be() -> None:
    text = paragraph("Text.")
    for _ in range(60):
        text = table(cell(text) + cell(paragraph("x")))
    assert "Text." in read_docx(docx(text)).text


def test_relations_cannot_leave_the_archive() -> None:
    data = docx(paragraph("Text."))
    escaped = {
        name: content.replace(b'Target="styles.xml"', b'Target="../../../../etc/passwd"')
        for name, content in parts(data).items()
    }
    assert read_docx(zipped(escaped)).text == "Text.\n"


@formats
@settings(max_examples=100)
@given(st.randoms(use_true_random=False))
def test_changed_bytes_give_a_document_or_a_typed_error(name: str, rng: random.Random) -> None:
    read, data = SAMPLES[name]
    changed = bytearray(data)
    for _ in range(rng.randint(1, 5)):
        place = rng.randrange(len(changed))
        changed[place : place + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
    _read_or_refuse(read, bytes(changed))


VALUES = ("-1", "0", "9", "999999999", "99999999999999999999", "x", "", "1e400", "NaN", "A1:XFD1048576", "%9%1", "rId1")


@formats
@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_changed_elements_give_a_document_or_a_typed_error(name: str, rng: random.Random) -> None:
    read, data = SAMPLES[name]
    changed = parts(data)
    part = rng.choice([part for part in changed if part.endswith((".xml", ".opf", ".rels", ".xhtml"))])
    root = etree.fromstring(changed[part])
    for _ in range(rng.randint(1, 6)):
        nodes = list(root.iter())
        node, other = rng.choice(nodes), rng.choice(nodes)
        change = rng.randrange(5)
        if change == 0 and node.attrib:
            node.set(rng.choice(list(node.attrib)), rng.choice(VALUES))
        elif change == 1 and node is not root:
            node.getparent().remove(node)
        elif change == 2 and len(list(other.iter())) < 50:
            node.append(etree.fromstring(etree.tostring(other, with_tail=False)))
        elif change == 3:
            node.text = rng.choice(VALUES)
        else:
            node.tag = other.tag
    changed[part] = etree.tostring(root)
    _read_or_refuse(read, zipped(changed))


def _read_or_refuse(read: Callable[[bytes], Content], data: bytes) -> None:
    try:
        content = read(data)
    except qa.ReadError:
        return
    qa.Document(text=content.text, headings=content.headings, page_starts=content.page_starts)
    assert read(data) == content


def test_no_xml_says_so() -> None:
    with pytest.raises(qa.FileDamaged, match="'x' is no XML"):
        parse_xml(b"<a", "x")


def test_a_member_without_a_name_is_none_that_is_asked_for() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("N", "text")
    data = bytearray(stream.getvalue())
    entry = data.index(b"PK\x01\x02")
    data[entry + 28], data[entry + 32] = 0, 1  # its name becomes a comment
    assert "N" not in ZipArchive(bytes(data))


# -- gzip --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt.gz", b"The cat sat.", "The cat sat."),
        ("a.md.gz", b"# The *cat*", "The cat\n"),
        ("A.HTML.GZ", b"<p>The cat", "The cat\n"),
        ("a.txt", b"The cat sat.", "The cat sat."),
        ("page.gz", b"<!doctype html><p>The cat", "The cat\n"),
    ],
)
def test_a_compressed_file_is_read_by_the_one_inside(name: str, data: bytes, text: str) -> None:
    assert qa.read(gzip.compress(data), name=name).text == text


def test_compressed_files_of_a_known_kind_are_found_in_a_folder(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "b.tar.gz", "c.gz", "d.md"):
        (tmp_path / name).write_bytes(gzip.compress(b"The cat sat."))
    library = qa.Library()
    library.add_files(tmp_path)
    assert {document.title for document in library.documents()} == {"a.txt.gz", "d.md"}


@pytest.mark.parametrize("n_bytes", [20_000_000, 150_000_000])
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(n_bytes: int) -> None:
    with pytest.raises(qa.FileTooLarge, match=r"'a\.txt\.gz' has .* bytes and unpacks to more than"):
        qa.read(gzip.compress(b" " * n_bytes), name="a.txt.gz")


@given(st.binary(max_size=200), st.integers(0, 40))
def test_broken_compressed_files_are_typed_errors(noise: bytes, at: int) -> None:
    packed = gzip.compress(b"The cat sat on the mat and looked at the moon.")
    with contextlib.suppress(qa.ReadError):
        unpack(packed[:at] + noise + packed[at + len(noise) :], "a.gz")
