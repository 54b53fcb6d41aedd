"""Lines that end in the middle of a sentence."""

from __future__ import annotations

import pytest

from qa.text.layout.running_on import (
    begins_anew,
    ends_by_link,
    goes_on_unspaced,
    is_caseless,
    is_named,
    is_prose_without_end,
)


@pytest.mark.parametrize(
    ("line", "language", "link"),
    [
        ("They crossed the bridge of", "en", True),
        ("They crossed the bridge", "en", False),
        ("Sie wohnen in der", "de", True),
        ("OF", "en", False),
        ("of", "en", False),
        ("Il est né à", "fr", True),
    ],
)
def test_a_word_that_belongs_to_what_follows(line: str, language: str, link: bool) -> None:
    assert ends_by_link(line, language) is link


@pytest.mark.parametrize(
    ("line", "following", "language", "anew"),
    [
        ("Pay to account 55 66", "If you are late, call us.", "en", True),
        ("They went to the", "The Hague by train.", "en", False),
        ("They waited,", "The train came.", "en", False),
        ("Zahlung auf das Konto 55 66", "Bei Verzug rufen wir an.", "de", True),
        ("Wir bitten", "Sie um Geduld.", "de", False),
        ("They met", "Ann Lee there.", "en", False),
    ],
)
def test_a_function_word_with_a_capital_begins_anew(line: str, following: str, language: str, anew: bool) -> None:
    assert begins_anew(line, following, language) is anew


def test_lines_of_chinese_and_japanese() -> None:
    assert goes_on_unspaced("雨が降り、風も強い日に", "出かけた。")
    assert not goes_on_unspaced("雨が降った。", "出かけた。")
    assert not goes_on_unspaced("営業時間", "毎日開いている。")


def test_names_scripts_and_prose() -> None:
    assert is_named("Present: Ms Ferro")
    assert not is_named("https://example.org/")
    assert is_caseless("हम")
    assert not is_caseless("We")
    assert is_prose_without_end("It rained all day, and then the wind", share=0.6, is_first=True)
    assert not is_prose_without_end("Rules for the sauna", share=0.9, is_first=True)
    assert not is_prose_without_end("It rained.", share=1, is_first=False)
