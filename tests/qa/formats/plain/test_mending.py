"""UTF-8 with bytes that do not belong: which texts count as such, and what becomes of the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.plain.mending import mend_utf8


@pytest.mark.parametrize("text", ["Größe ist fünf", "Ответ был да", "これは本です", "é"])
def test_a_text_in_a_code_page_is_not_taken_for_utf8(text: str) -> None:
    for page in ("cp1252", "koi8-r", "shift_jis", "euc_jp"):
        if data := text.encode(page, "ignore"):
            assert data.isascii() or mend_utf8(data, certain=False) is None


def test_where_a_mark_says_so_any_bytes_are_utf8() -> None:
    mended = mend_utf8(b"a \xff\xfe b", certain=True)
    assert mended is not None
    assert mended[0].startswith("a ")


@pytest.mark.parametrize(
    ("language_text", "bad", "letter"),
    [
        ("Ostseeküste, Gebühren, Prüfungen, Höhe. ", b"gr\xf6\xdfer", "größer"),
        ("Wyższa opłata, później, książka. ", b"\xb3\xf3d\x9f", "łódź"),
        ("Книга лежит на столе. ", b"\xe4\xee\xec", "дом"),
    ],
)
def test_bad_bytes_are_read_in_the_code_page_of_the_language(language_text: str, bad: bytes, letter: str) -> None:
    mended = mend_utf8((language_text * 5).encode() + bad + b".", certain=False)
    assert mended is not None
    assert mended[0] == language_text * 5 + letter + "."


def test_a_long_text_whose_beginning_is_in_a_code_page_is_read_in_both() -> None:
    line = "Die Gebühr für die Prüfung wird im März fällig.\n"
    mended = mend_utf8(line.encode("cp1252") * 5_000 + line.encode() * 20_000, certain=False)
    assert mended is not None
    assert (mended[0] == line * 25_000) is True  # a difference would take long to show
    assert mend_utf8(line.encode("cp1252") * 25_000, certain=False) is None


def test_many_bad_bytes_are_counted_and_not_mended() -> None:
    mended = mend_utf8("ü".encode() * 800_000 + b" \xff" * 200_000, certain=False)
    assert mended is not None
    assert mended[1] == ("200,000 characters are not in UTF-8, as the rest of the file is: \ufffd stands for each.",)


@given(st.text(min_size=1), st.binary(max_size=3), st.text(min_size=1))
def test_what_is_utf8_stays_as_it_is(before: str, between: bytes, after: str) -> None:
    before, after = before.encode("utf-8", "ignore").decode(), after.encode("utf-8", "ignore").decode()
    data = (before + "x").encode() + between + ("x" + after).encode()
    mended = mend_utf8(data, certain=True)
    assert mended is not None
    assert mended[0].startswith(before + "x")
    assert mended[0].endswith("x" + after)
