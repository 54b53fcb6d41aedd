"""The kind of a file, told by its content, and among plain texts by its name."""

from __future__ import annotations

import pytest

import qa
from qa.formats.media import DOCX, EPUB, PPTX, XLSX, is_compressed, media_type_of, suffix_of
from tests.qa.compound import compound
from tests.qa.office import docx, epub, pptx, rows, shape, xlsx, zipped

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"The cat.", "a.txt", "text/plain"),
        (b"The cat.", "a.md", "text/markdown"),
        (b"a,b", "a.csv", "text/csv"),
        (b"<!-- x --> <!DOCTYPE html><p>a", "a.txt", "text/html"),
        (b"<html><p>a", "page", "text/html"),
        (b"noise %PDF-1.7", "a.txt", "application/pdf"),
        (b"The cat.", "a.pdf", "text/plain"),
        (b"From: a@b.c\nTo: d@e.f\nSubject: x\n\nText", "mail", "message/rfc822"),
        (docx("<w:p/>"), "a.xlsx", DOCX),
        (pptx(shape("a")), "a", PPTX),
        (xlsx(rows(("a",))), "a.txt", XLSX),
        (b"<table><tr><td>a", "a.xls", "text/html"),
        (b'<html xmlns:o="x">', "a.doc", "text/html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "a.mht", "application/x-mimearchive"),
        (b"{\\rtf1\\ansi Lease}", "a.docx", "application/rtf"),
        (b"From a@b.org Mon Mar  4 10:00:00 2024\nTo: c@d.org\nSubject: e\n\nf", "a", "application/mbox"),
        (b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.org\n\nx", "a", "application/x-mimearchive"),
        (epub({"a.xhtml": "<p>a"}), "a.zip", EPUB),
    ],
)
def test_content_tells_more_than_the_name(data: bytes, name: str, kind: str) -> None:
    assert media_type_of(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "error", "message"),
    [
        (b"text", "a.xyz", qa.UnsupportedFormat, "unknown kind"),
        (b"\x89PNG\r\n", "a.pdf", qa.UnsupportedFormat, r"a picture\. Have its text recognised"),
        (b"a\0b", "a.txt", qa.UnsupportedFormat, "binary data"),
        (zipped({"a.txt": "a"}), "a.zip", qa.UnsupportedFormat, "a zip archive, not a document.*add the folder"),
        (compound({"WordDocument": b"x"}), "a.docx", qa.UnsupportedFormat, "a Word 97–2003 document.*save it as .docx"),
        (b"[InternetShortcut]\nURL=x", "a.url", qa.UnsupportedFormat, "a shortcut to a web page"),
        (b"", "a.pdf", qa.EmptyDocument, "is empty"),
        (b"\0" * 99, "a.docx", qa.FileDamaged, "nothing but zeros, 99 of them"),
        (OLD, "a.doc", qa.UnsupportedFormat, "before 2007"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "a.docx", qa.PasswordNeeded, "encrypted"),
        (b"PK\x03\x04 cut", "a.docx", qa.FileDamaged, "a broken zip"),
        (b"\x01\x02", "a.pdf", qa.FileDamaged, "does not begin as a .pdf file"),
    ],
)
def test_what_nothing_reads_says_the_way_out(data: bytes, name: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        media_type_of(data, name)


def test_the_ending_before_gz_tells_the_format() -> None:
    assert [suffix_of(name) for name in ("A.MD", "a.md.gz", "a.gz", "a", ".gz")] == [".md", ".md", "", "", ""]
    assert is_compressed(b"\x1f\x8b\x08\0")
    assert not is_compressed(b"\x1f")
