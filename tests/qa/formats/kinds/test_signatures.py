"""Kinds of files by how they begin."""

from __future__ import annotations

import pytest

from qa.formats.kinds.signatures import find_kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"GIF89a\1\0", "a picture"),
        (b"RIFF\1\0\0\0WEBPVP8 ", "a picture"),
        (b"\0\0\0\x18ftypheic", "a picture"),
        (b"II*\0\x08\0", "a picture (TIFF)"),
        (b"BM\x36\x10\0\0\0\0\0\0", "a picture"),
        (b"\0\0\0\x18ftypmp42", "a video"),
        (b"\0\0\0\x18ftypM4A ", "a sound recording"),
        (b"ID3\3\0\0", "a sound recording"),
        (b"RIFF\1\0\0\0WAVEfmt ", "a sound recording"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "an archive"),
        (b"Rar!\x1a\7\0", "an archive"),
        (b"a/\0".ljust(257, b"\0") + b"ustar\0", "an archive"),
        (b"BZh91AY&SY\0\1", "a compressed file"),
        (b"MZ\x90\0\3", "a program"),
        (b"\x7fELF\2\1", "a program"),
        (b"x".ljust(60, b"\0") + b"BOOKMOBI", "a Kindle or Mobipocket e-book"),
        (b"AT&TFORM\0\0", "a DjVu document"),
        (b"\0\1\0\0Standard Jet DB\0", "an Access database"),
        (b"SQLite format 3\0", "an SQLite database"),
        (bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3"), "a OneNote section"),
        (b"bplist00\xd1\1", "a property list or shortcut of Apple"),
        (b"L\0\0\0\1\x14\2\0", "a shortcut"),
        (b"%!PS-Adobe", "a PostScript file"),
        (b"[InternetShortcut]\r\nURL=x", "a shortcut to a web page"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE plist><plist><dict><key>URL</key>', "a shortcut to a web page"),
        (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "a shortcut to a document in Google Drive"),
        (b'<?xml?><?mso-application progid="Word.Document"?><w:wordDocument>', "a Word 2003 XML document"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<svg xmlns="x">', "a drawing (SVG)"),
        ("<?xml?><svg>".encode("utf-16"), "a drawing (SVG)"),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_its_beginning(data: bytes, what: str) -> None:
    kind = find_kind(data)
    assert kind is not None
    assert kind.what == what
    assert kind.way_out.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["ID3 is a kind of tag.", "The New WAVE of it.", "BM and PS", "OTTO I", "BZh", "MZ", "", "{}", "<a>"],
)
def test_a_text_may_begin_with_the_same_letters(text: str) -> None:
    assert find_kind(text.encode()) is None
    assert find_kind("Ötztal liegt in Tirol.".encode()) is None
