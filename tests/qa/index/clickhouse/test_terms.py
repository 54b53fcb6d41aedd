"""Terms as numbers: the same on each run, and told apart where they share one."""

from __future__ import annotations

import pytest

from qa.index.clickhouse import terms
from qa.index.clickhouse.terms import make_keys, number_term


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
