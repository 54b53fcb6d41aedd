from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.training.reader.samples.near_misses import change, find_names

TEXT = "The first bridge over the Ister was built in 1911 by Anna Kolb. It is 340 metres long."


def make_random(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # no secret


def changes(question: str, names: tuple[str, ...] = ("Ada Byron", "Pest")) -> set[str]:
    return {changed for seed in range(60) if (changed := change(question, TEXT, names, make_random(seed)))}


def test_one_thing_is_changed() -> None:
    assert changes("What did Anna Kolb build?") >= {"What did Ada Byron build?"}
    assert "Who built the last bridge?" in changes("Who built the first bridge?")
    assert all(changed != "What was built in 1911?" for changed in changes("What was built in 1911?"))
    assert any(changed[-5:-1].isdigit() for changed in changes("What was built in 1911?"))
    assert "Why did she not build the long bridge?" in changes("Why did she build the long bridge?")


def test_a_name_that_the_text_holds_is_not_taken() -> None:
    assert changes("Whom did Anna Kolb meet?", ("Anna Kolb", "Ister")) == set()


@pytest.mark.parametrize("question", ["how long is it", "why?", ""])
def test_what_cannot_be_changed_stays(question: str) -> None:
    assert changes(question) == set()


def test_names_are_runs_of_capitals_after_the_first_word() -> None:
    assert find_names("Which Duke of York met Maria de Vega in Rome?") == ["Duke of York", "Maria de Vega", "Rome"]


@given(question=st.text(max_size=200), text=st.text(max_size=200), seed=st.integers(0, 99))
def test_any_text_is_changed_or_not(question: str, text: str, seed: int) -> None:
    assert change(question, text, ["Ada"], make_random(seed)) != question
