"""Wide text without a mark, told from other text and from what is no text."""

from __future__ import annotations

import pytest

from qa.formats.plain.wide import find_wide, has_controls, is_binary

WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize("charset", WIDE)
@pytest.mark.parametrize(
    "text",
    ["Short note.\n", "Ćma brzęczy.", "Тишина", "今日は休みです。また明日来ます。", "오늘은 쉽니다. 내일 오세요."],
)
def test_wide_text_is_told(text: str, charset: str) -> None:
    data = text.encode(charset)
    assert find_wide(data) == charset
    assert not is_binary(data)


def test_wide_text_that_is_cut_within_a_letter_is_told() -> None:
    assert find_wide("Die Rechnung liegt bei.".encode("utf-16-le")[:-1]) == "utf-16-le"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ab",
        b"plain text",
        b"one\0two three four",
        "naïve".encode(),
        b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
    ],
)
def test_other_bytes_are_not_wide(data: bytes) -> None:
    assert find_wide(data) is None


def test_a_few_nuls_do_not_make_a_text_binary() -> None:
    text = b"A log of many lines, of which one was cut off.\n" * 20
    assert not is_binary(text + b"\0" * 3_000)
    assert not is_binary(text + b"\0" + text)
    assert is_binary(b"\0" * 64)
    assert is_binary(text + bytes(range(32)) * 20)


def test_controls_are_told_from_line_ends() -> None:
    assert has_controls(b"a\0b")
    assert not has_controls(b"a\tb\r\n\fc")
