"""Any bytes: a document of the format that they are, or an error that says why not."""

from __future__ import annotations

import contextlib
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats import extract as extracting
from qa.formats.extract import answer, extract
from qa.formats.wire import unpack
from qa.formats.writing.content import Content
from tests.qa.strategies import texts


def headings(document: qa.Document) -> list[str]:
    return [document.text[start:end] for start, end in document.headings]


@pytest.mark.parametrize(
    ("data", "name", "language"),
    [
        (b'<html lang="de-AT"><p>Museum', "a.html", "de"),
        (b'<html lang="{{ lang }}"><p>Museum', "a.html", "en"),
        (b"<p lang=fr>Museum", "a.html", "en"),
        (b"---\nlang: nl\n---\nMuseum", "a.md", "nl"),
        (b"---\nlanguage: pt_BR\n---\nMuseum", "a.md", "pt"),
        (b"---\nlang: [de]\n---\nMuseum", "a.md", "en"),
        (b"Das ist ein Museum.", "a.txt", "de"),
    ],
)
def test_the_language_is_what_the_file_says_else_detected(data: bytes, name: str, language: str) -> None:
    assert qa.read(data, name=name).language == language
    assert qa.read(data, name=name, language="sv").language == "sv"


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_give_a_document_or_a_typed_error(data: bytes, name: str) -> None:
    with contextlib.suppress(qa.ReadError):
        assert qa.read(data, name=name).text.strip()


@given(texts, st.sampled_from(["a.md", "a.html"]))
def test_headings_are_inside_the_text(text: str, name: str) -> None:
    source = f"<h1>{text}</h1><p>{text}</p>end" if name.endswith("html") else f"# {text}\n\n{text}\n\n## B\n\nend"
    document = qa.read(source.replace("\0", "").encode(), name=name)
    assert all(heading == heading.strip() != "" for heading in headings(document))


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("a.txt", b"", qa.EmptyDocument, "holds no text"),
        ("a.txt", b" \n\t", qa.EmptyDocument, "holds no text"),
        ("a.md", b"---\ntitle: x\n---\n", qa.EmptyDocument, "holds no text"),
        ("a.html", b"<script>x</script>", qa.EmptyDocument, "holds no text"),
        ("a.xyz", b"text", qa.UnsupportedFormat, "unknown kind"),
        ("a.pdf", b"%PDF-1.7", qa.FileDamaged, "broken or cut off"),
        ("noending", b"text", qa.UnsupportedFormat, ".txt"),
        ("a.txt", b"\x7fELF\x00\x00", qa.UnsupportedFormat, "a program"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        qa.read(data, name=name)


def test_a_media_type_overrides_the_name() -> None:
    assert qa.read(b"<p>Text", name="page", media_type="text/html").text.strip() == "Text"
    with pytest.raises(qa.UnsupportedFormat, match="image/png"):
        qa.read(b"x", name="a.txt", media_type="image/png")


def test_a_compressed_file_has_the_type_of_the_one_inside() -> None:
    kind, content = extract(gzip.compress(b"# The cat"), name="a.md.gz", media_type=None)
    assert (kind, content.title) == ("text/markdown", "The cat")


def test_an_error_of_a_format_gets_the_name_of_the_file() -> None:
    with pytest.raises(qa.FileDamaged, match=r"^'report\.pdf': The PDF is broken"):
        extract(b"%PDF-1.7", name="report.pdf", media_type=None)


def test_an_answer_holds_the_content_or_the_error() -> None:
    options = {"name": "a.txt", "media_type": None}
    assert unpack(answer(b"Das ist ein Museum.", options)) == (
        "text/plain",
        Content("Das ist ein Museum.", language="de"),
    )
    with pytest.raises(qa.EmptyDocument, match=r"'a\.txt' was read and holds no text"):
        unpack(answer(b" ", options))


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (MemoryError(), qa.FileTooLarge, "takes more memory"),
        (RuntimeError("a secret"), qa.FileDamaged, "failed with RuntimeError"),
        (SystemExit(), qa.FileDamaged, "failed with SystemExit"),
    ],
)
def test_whatever_a_format_raises_is_a_typed_error(
    error: BaseException, kind: type[qa.ReadError], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(data: bytes) -> Content:
        raise error

    monkeypatch.setitem(extracting.FORMATS, "text/plain", fail)
    with pytest.raises(kind, match=message):
        unpack(answer(b"a", {"name": "a.txt", "media_type": None}))


def test_more_text_than_an_answer_may_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "MAX_ANSWER_BYTES", 200)
    with pytest.raises(qa.FileTooLarge, match="holds more text"):
        unpack(answer(b"a" * 201, {"name": "a.txt", "media_type": None}))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
def test_a_byte_that_does_not_belong_is_told_in_every_format_of_text(name: str) -> None:
    data = "<p>Käse, Brot, Nüsse, Öl</p>\n<p>Käse, fünf Eier</p>\n".encode() + b"<p>ein Gruyere \xff\xfe</p>\n"
    assert any("line 3" in notice for notice in extract(data, name=name, media_type=None)[1].notices)
