"""Parts that are files of another format."""

from __future__ import annotations

import pytest

from qa.formats.office.word.document import read_docx
from qa.formats.writing.content import Content
from tests.qa.office import docx, paragraph, relations

CHUNK = '<w:altChunk r:id="rId1"/>'
PAGE = "<html><body><h1>Lease</h1><p>The rent is 780 euros.</p></body></html>"


def read(name: str, part: str | bytes) -> Content:
    targets: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": relations(("rId1", "aFChunk", name)),
        f"word/{name}": part,
    }
    return read_docx(docx(paragraph("Before."), CHUNK, paragraph("After."), parts=targets))


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("part.html", PAGE),
        ("part.dat", PAGE),
        ("part.mht", f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
                     f"Content-Type: text/html; charset=utf-8\n\n{PAGE}\n--b--\n"),
        ("part.docx", docx(paragraph("Lease"), paragraph("The rent is 780 euros."))),
        ("part.rtf", r"{\rtf1\ansi Lease\par The rent is 780 euros.\par}"),
        ("part.txt", "Lease\n\nThe rent is 780 euros.\n"),
    ],
)  # fmt: skip
def test_a_part_is_read_by_its_format(name: str, part: str | bytes) -> None:
    content = read(name, part)
    assert content.text == "Before.\n\nLease\n\nThe rent is 780 euros.\n\nAfter.\n"
    assert content.notices == ()


def test_what_cannot_be_read_is_said() -> None:
    assert read("part.bin", b"\x01\x02").notices == (
        "The part 'part.bin' that the document takes in (altChunk) was not read: its format is not read here.",
    )
    assert "was not read: The file is damaged" in read("part.docx", b"PK\x03\x04broken").notices[0]
    assert "(altChunk) is not in the file" in read_docx(docx(CHUNK.replace("rId1", "rId9"))).notices[0]


def test_documents_in_one_another_are_read_to_a_depth() -> None:
    data = docx(paragraph("The innermost."))
    for n in range(5):
        targets: dict[str, str | bytes] = {
            "word/_rels/document.xml.rels": relations(("rId1", "aFChunk", "a.docx")),
            "word/a.docx": data,
        }
        data = docx(paragraph(f"Level {n}."), CHUNK, parts=targets)
    content = read_docx(data)
    assert content.text == "Level 4.\n\nLevel 3.\n\nLevel 2.\n\nLevel 1.\n"
    assert content.notices == ("Documents that stand in one another more than 3 deep were not read.",)
