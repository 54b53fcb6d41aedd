"""The codes of the candidates of a sentence."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from qa.focus.codes import CODES, code_candidates, count_before
from qa.focus.words import LEXICON, SHAPES, TRAITS, read_word
from qa.question.form import KINDS, read_form
from qa.text.words import find_word_spans

SENTENCE = "In 1931, Ann Lee founded the museum."


def codes(question: str, first: str, last: str) -> dict[str, int]:
    """Return the codes of one candidate of the sentence, from the word `first` to `last`."""
    form = read_form(question)
    assert form is not None
    spans = find_word_spans(SENTENCE)
    texts = [SENTENCE[start:end] for start, end in spans]
    words = [read_word(text, not at) for at, text in enumerate(texts)]
    bits = np.array([word.traits for word in words] + [0, 0])[:, None] >> np.arange(len(TRAITS)) & 1
    i, j = np.array([texts.index(first)]), np.array([texts.index(last)])
    column: npt.NDArray[Any] = code_candidates(form, words, bits, i, j)[:, 0]
    return dict(zip(CODES, column.tolist(), strict=True))


def test_every_code_is_within_its_values() -> None:
    for first, last in (("1931", "1931"), ("Ann", "Lee"), ("Ann", "museum"), ("museum", "museum")):
        for name, code in codes("When did Ann Lee found the museum?", first, last).items():
            assert 0 <= code < CODES[name], name


def test_the_words_around_a_candidate() -> None:
    of = codes("When was it?", "1931", "1931")
    assert (of["left"], of["right"]) == (LEXICON["in"], LEXICON[","])
    assert (of["first_shape"], of["far_left"]) == (SHAPES["year"], LEXICON["start"])
    assert KINDS[of["kind"]] == "when"
    museum = codes("When was it?", "museum", "museum")
    assert (museum["next_left"], museum["left"]) == (LEXICON["the"], SHAPES["ed"])  # passes over an article


def test_words_of_the_question_are_that_before_all_else() -> None:
    of = codes("What did Ann Lee found?", "museum", "museum")
    assert of["left"] == SHAPES["asked"]
    assert of["asked"] == 0
    assert codes("What did Ann Lee found?", "Ann", "Lee")["asked"] == 3
    assert codes("What did Ann Lee found?", "Ann", "Lee")["first_shape"] == SHAPES["asked_name"]


def test_flags_are_counted_before_each_place() -> None:
    assert count_before(np.array([True, False, True])).tolist() == [0, 1, 1, 2]
