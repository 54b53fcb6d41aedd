"""Each system over the documents of the small set."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import qa
from eval.records import QuestionSet
from eval.systems.baseline import tfidf
from eval.systems.bm25 import bm25
from eval.systems.quoth import System, quoth

CONTESTANTS = {factory.name: factory for factory in (quoth(), bm25(), tfidf())}


@pytest.fixture(params=list(CONTESTANTS))
def system(request: pytest.FixtureRequest, question_set: QuestionSet) -> Iterator[System]:
    """Return each system over the small set's documents."""
    with CONTESTANTS[request.param].make(question_set.documents, qa.DEFAULT_PASSAGE_SIZE) as system:
        yield system
