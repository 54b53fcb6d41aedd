"""What is known of a language's abbreviations."""

from __future__ import annotations

import pytest

from qa.text.ends.abbreviations import AFTER, END, MONTH, NUMBER, TITLE, WORD, usage_of


@pytest.mark.parametrize(
    ("language", "word", "kind"),
    [
        ("en", "Dr", TITLE),
        ("en", "p.m", AFTER),
        ("de", "usw", END),
        ("de", "Dez", MONTH),
        ("nl", "enz", END),
        ("pl", "itd", END),
        ("hu", "stb", END),
        ("tr", "yy", AFTER),
        ("ru", "т.д", END),
        ("xx", "etc", END),
        ("nb", "osv", END),
    ],
)
def test_kinds(language: str, word: str, kind: int) -> None:
    assert usage_of(language).kinds[word] & kind


def test_what_is_a_word_as_well_is_marked_so() -> None:
    assert usage_of("en").kinds["no"] == NUMBER | WORD
    assert not usage_of("en").kinds["No"] & WORD


def test_a_language_without_a_list_is_known_by_what_all_share() -> None:
    usage = usage_of("xx")
    assert not usage.has_ordinals
    assert "Prof" in usage.kinds


def test_another_script_has_no_abbreviations_of_latin_letters() -> None:
    assert "osv" not in usage_of("hi").kinds
