"""Plain TF-IDF, which others are compared with."""

from __future__ import annotations

import pytest

import qa
from eval.records import EvalError
from eval.systems.baseline import Tfidf


def test_the_baseline_says_what_it_cannot_index() -> None:
    with pytest.raises(EvalError, match="Leave out --baseline"):
        Tfidf(qa.split(qa.Document(text="a b c.")))
