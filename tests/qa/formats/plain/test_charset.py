"""Plain text: charsets are told apart, and nothing is changed but line ends."""

from __future__ import annotations

import pytest
from hypothesis import given

from qa.formats.plain.charset import decode
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Grüße".encode(), "Grüße"),
        ("\ufeffGrüße".encode(), "Grüße"),
        ("Grüße".encode("utf-16"), "Grüße"),
        ("Grüße".encode("utf-32"), "Grüße"),
        ("Привет, как дела? Это обычный русский текст.".encode("cp1251"), "Привет"),
        ("Le café était fermé, c’est là.".encode("cp1252"), "café"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xff\xff\x00\xfe broken", "broken"),
    ],
)
def test_charsets_are_told_apart(data: bytes, expected: str) -> None:
    assert expected in decode(data)


@given(texts)
def test_plain_text_is_kept_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
