from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

import qa
from server.examples import CORPUS_EXAMPLES

EXPECTED = {
    "How many people have been displaced?": "1 million people",
    "Who is Israel's defense minister?": "Yoav Gallant",
    "How long was the proposed ceasefire?": "21 days",
    "How do I add documents?": "quoth add",
    "Who won the World Cup in 2022?": None,
}


@pytest.fixture(scope="module")
def corpus() -> qa.Library:
    library = qa.Library()
    library.add_files(Path(str(resources.files("corpus"))))
    return library


@pytest.mark.parametrize("question", CORPUS_EXAMPLES)
def test_each_example_shows_what_it_is_there_for(corpus: qa.Library, question: str) -> None:
    answer = corpus.ask(question)
    expected = EXPECTED[question]
    assert answer.answered == (expected is not None)
    if expected:
        assert expected in answer.quotes[0].text
