"""Code pages: the one whose text is in a language comes first, with the language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.plain.code_pages import PAGES, rate


@pytest.mark.parametrize(
    ("text", "page", "language"),
    [
        ("Děti si hrály na dvoře.", "cp1250", "cs"),
        ("Wyszło słońce, więc wyszliśmy.", "iso8859-2", "pl"),
        ("Çok güzel bir şehir, değil mi?", "cp1254", "tr"),
        ("Ūkininkas išėjo į laukus.", "cp1257", "lt"),
        ("Дети играли во дворе.", "koi8-r", "ru"),
        ("Діти гралися, бо їм було весело.", "cp1251", "uk"),
        ("Das Frühstück ist um acht.", "mac-roman", "de"),
        ("הילדים שיחקו בחצר.", "cp862", "he"),
    ],
)
def test_the_page_of_a_text_comes_first(text: str, page: str, language: str) -> None:
    best = rate(text.encode(page))[0]
    assert (best.page, best.language) == (page, language)


def test_of_pages_that_make_the_same_text_the_commonest_comes_first() -> None:
    assert [reading.page for reading in rate("naïve café".encode("latin-1"))[:1]] == ["cp1252"]


def test_capitals_and_signs_within_words_speak_against_a_page() -> None:
    ratings = {reading.page: reading.mean for reading in rate("Vögel flögen höher".encode("cp437"))}
    assert ratings["cp437"] > ratings["cp1252"]


def test_plain_bytes_have_no_page() -> None:
    assert rate(b"plain") == []


def test_only_the_pages_and_languages_that_are_asked_for_are_rated() -> None:
    ratings = rate("è così".encode("cp1252"), pages=["cp1252", "cp1250"], languages=["it"])
    assert [(reading.page, reading.language) for reading in ratings] == [("cp1252", "it")]


@given(st.binary(max_size=200))
def test_any_bytes_are_rated_once_a_page(data: bytes) -> None:
    pages = [reading.page for reading in rate(data)]
    assert len(pages) == len(set(pages)) == (len(PAGES) if any(byte > 0x7F for byte in data) else 0)
