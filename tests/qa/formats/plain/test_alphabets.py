"""Alphabets: each language's own letters, the words that it has often, and one weight a letter."""

from __future__ import annotations

from qa.formats.plain.alphabets import ALPHABETS
from qa.formats.plain.code_pages import PAGES


def test_letters_are_small_and_beyond_plain_ones() -> None:
    for code, alphabet in ALPHABETS.items():
        for letter in alphabet.letters:
            assert not letter.isascii(), f"{code}: {letter!r}"
            assert letter == letter.lower(), f"{code}: {letter!r}"


def test_commoner_letters_weigh_more() -> None:
    polish, russian = ALPHABETS["pl"].letters, ALPHABETS["ru"].letters
    assert polish["ę"] > polish["ń"] > polish["é"]
    assert russian["о"] > russian["п"] > russian["ъ"]


def test_words_have_the_letters_of_code_pages() -> None:
    assert "şi" in ALPHABETS["ro"].words
    assert "a" not in ALPHABETS["cs"].words  # a single plain letter says nothing


def test_each_code_page_is_for_languages_that_have_an_alphabet() -> None:
    assert {code for _, codes in PAGES.values() for code in codes.split()} <= ALPHABETS.keys()
