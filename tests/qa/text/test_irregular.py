"""Irregular forms and spellings."""

from __future__ import annotations

import pytest

from qa.text.function_words import FUNCTION_WORDS
from qa.text.irregular import IRREGULAR, SPELLINGS
from qa.text.stems import term


@pytest.mark.parametrize("groups", [IRREGULAR, SPELLINGS])
def test_each_form_stands_for_one_word(groups: dict[str, str]) -> None:
    assert not set(groups) & set(groups.values())
    assert not set(groups) & FUNCTION_WORDS["en"]
    assert all(form == form.lower() and form.isalpha() for form in groups)


@pytest.mark.parametrize("form", IRREGULAR)
def test_a_form_has_the_term_of_its_word(form: str) -> None:
    assert term(form) == term(IRREGULAR[form]) == term(form.capitalize())


@pytest.mark.parametrize("american", SPELLINGS)
def test_both_spellings_have_one_term(american: str) -> None:
    assert term(american) == term(SPELLINGS[american])


def test_spellings_meet_in_their_inflected_forms_too() -> None:
    assert term("harbors") == term("harbour")
    assert term("analyzed") == term("analysing")
    assert term("theaters") == term("theatre")


def test_words_that_only_look_like_a_form_are_left_alone() -> None:
    assert term("ranges") != term("ring")
    assert term("bits") != term("bite")
    assert term("wrote", "de") != term("write", "de")
