"""How much a term counts by where it is found."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.question.query import PROPERTIES, analyse
from qa.question.question import Question
from qa.scoring.evidence import load_evidence_model
from qa.scoring.term_weights import BLOCKS, TermWeights
from tests.qa.strategies import documents, questions

SHAPE = (len(BLOCKS), len(PROPERTIES))


def query(question: str, carried: Mapping[str, float] = MappingProxyType({})):
    return analyse(Question(question, carried=carried), lambda names: [float(len(name)) for name in names])


@given(questions(), st.integers(0, 2**32 - 1), st.sampled_from([0.0, 1.0, 1e3]))
def test_every_weight_is_above_0_and_finite(question: str, seed: int, scale: float) -> None:
    weights = TermWeights(np.random.default_rng(seed).normal(scale=scale, size=SHAPE), 1.0)
    asked = query(question)
    for each in (weights, load_evidence_model().term_weights):
        by_term = each.of(asked)
        assert by_term.shape == (len(BLOCKS), len(asked.names))
        assert (by_term > 0.0).all()
        assert np.isfinite(by_term).all()


def test_it_is_the_exponential_of_what_is_known_of_a_term() -> None:
    coefficients = np.zeros(SHAPE)
    coefficients[0, PROPERTIES.index("always")] = 0.5
    coefficients[0, PROPERTIES.index("function")] = -2.0
    by_term = TermWeights(coefficients, 1.0).of(query("the harbour"))
    assert by_term[0] == pytest.approx(np.exp([-1.5, 0.5]))
    assert by_term[1:].tolist() == [[1.0, 1.0]] * (len(BLOCKS) - 1)


def test_equal_weights_are_1_but_for_what_was_asked_before() -> None:
    assert TermWeights.equal().of(query("Who built the harbour?")).tolist() == [[1.0] * 4] * len(BLOCKS)
    assert TermWeights.equal().of(query("built harbour", carried={"built": 0.5}))[0].tolist() == [0.5, 1.0]


@pytest.mark.parametrize("shape", [(0, 0), SHAPE[::-1], (SHAPE[0], SHAPE[1] + 1), (SHAPE[0] * SHAPE[1],)])
def test_other_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=rf"Coefficients of shape .*: \({SHAPE[0]}, {SHAPE[1]}\) are needed"):
        TermWeights(np.zeros(shape), 1.0)


@given(documents(), questions())
def test_a_term_counts_in_one_place_alone(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    found = library.match(question)
    blocks = np.array(found.blocks())
    assert blocks.shape == (len(BLOCKS), found.n, len(found.query.names))
    assert (blocks >= 0.0).all()
    assert (blocks.sum(axis=0) <= 1.0 + 1e-12).all()
    held = np.maximum(np.maximum(found.soft, found.elsewhere), np.maximum(found.before, found.after))
    assert ((blocks.sum(axis=0) > 0.0) == (held > 0.0)).all()
    assert (blocks.sum(axis=0)[found.exact > 0] == 1.0).all()
