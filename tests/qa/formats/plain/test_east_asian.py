"""Encodings of East Asia: the one whose characters are frequent comes first."""

from __future__ import annotations

import pytest

from qa.formats.plain.east_asian import rate_characters, rate_east_asian


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("超市晚上十点关门，请大家早点来。", "gb18030"),
        ("超市晚上十點關門，請大家早點來。", "cp950"),
        ("店は夜十時に閉まります。", "cp932"),
        ("店は夜十時に閉まります。", "euc_jp"),
        ("가게는 밤 열 시에 문을 닫습니다.", "cp949"),
        ("가게는 밤 열 시에 문을 닫습니다.", "johab"),
    ],
)
def test_the_encoding_of_a_text_comes_first(text: str, encoding: str) -> None:
    assert rate_east_asian(text.encode(encoding))[0].page == encoding


def test_characters_in_latin_words_speak_against_an_encoding() -> None:
    german = "Größe, Länge, Höhe".encode("cp1252")
    assert rate_east_asian(german)[0].mean < -8


def test_frequent_characters_are_more_plausible_than_rare_ones() -> None:
    assert rate_characters("我们大家都来看书。") > rate_characters("龘靐齉爩鱻麤龗") > rate_characters("\ufffd\ufffd")


def test_plain_text_is_of_no_encoding() -> None:
    assert rate_east_asian(b"plain") == []
