"""Terms as numbers: the same on each run, and told apart where they share one."""

from __future__ import annotations

import pytest

from qa.index.clickhouse import terms
from qa.index.clickhouse.terms import list_near, make_keys, number_term


def test_terms_that_share_a_number_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = make_keys(["sea", "tide"], frozenset({1}))
    assert plain.key == "word"
    monkeypatch.setattr(terms, "number_term", lambda name: terms.Term(1, len(name)))
    both = make_keys(["sea", "tide"], frozenset({1}))
    assert len(set(both.numbers)) == 2
    assert "(1, 3), (1, 4)" in both.condition


def test_numbers_fit_into_the_columns_and_no_text_of_a_term_is_in_a_condition() -> None:
    names = ["sea", "x' OR 1=1 --", "", "多少"]
    assert all(0 <= term.word < 1 << 63 and 0 <= term.tag < 1 << 32 for term in map(number_term, names))
    assert len({number_term(name) for name in names}) == 4
    condition = make_keys(names, frozenset()).condition
    assert condition.replace("word IN", "").strip(" (0123456789,)") == ""


def test_the_terms_a_letter_away_are_listed_and_the_beginnings_of_a_word_further_away() -> None:
    near = list_near("libary", "en", 1)
    assert near["librari"] == near["liari"] == near["libayr"] == 1
    assert near["liba"] == 2
    assert "libari" not in near
    assert list_near("opennig", "en", 2)["open"] == 3
    assert "библиотека" in list_near("библотека", "ru", 1)
    assert {*list_near("電話", "ja", 1)} == {"電", "話", "話電"}
    assert list_near("x" * 100, "en", 1) == {}
    assert len(list_near("w" * 40, "en", 1)) < 5_000
