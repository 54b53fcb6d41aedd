"""What a quote cannot be understood without is quoted with it."""

from __future__ import annotations

import pytest

import qa
from qa.quoting.needed import find_needed
from qa.types import Evidence


def needed(text: str, best: str, language: str = "en", **details: object) -> list[str]:
    """Return the sentences that are needed beside one of a text."""
    document = qa.Document(text=text, language=language, **details)  # type: ignore[arg-type]
    (passage,) = qa.split(document)
    start = text.index(best)
    evidence = Evidence(qa.Span(document.id, start, start + len(best)), passage, 0.9, {}, {})
    return [span.cut(document) for span in find_needed(evidence)]


@pytest.mark.parametrize(
    ("text", "best", "language", "wanted"),
    [
        ("Ida Roth is the mayor. She was elected in May.", "She was elected in May.", "en", "Ida Roth is the mayor."),
        ("Ida Roth ist Bürgermeisterin. Sie kam im Mai.", "Sie kam im Mai.", "de", "Ida Roth ist Bürgermeisterin."),
        (
            "The ttl says how long a page is kept. The default is 600.",
            "The default is 600.",
            "en",
            "The ttl says how long a page is kept.",
        ),
        ("The lock jams. This is mended by oil.", "This is mended by oil.", "en", "The lock jams."),
    ],
)
def test_a_sentence_that_points_back_needs_what_it_points_to(text: str, best: str, language: str, wanted: str) -> None:
    assert needed(text, best, language) == [wanted]


def test_a_bare_answer_needs_what_is_said_next() -> None:
    assert needed("May I bring a dog?\n\nYes. For 4 euros a night.\n", "Yes.") == ["For 4 euros a night."]
    assert needed("May I bring a dog?\n\nYes.\n\nIs it far?\n\nNo.\n", "Yes.") == []


def test_a_sentence_that_says_all_needs_nothing() -> None:
    assert needed("The lock jams. Oil mends the lock.", "Oil mends the lock.") == []
    assert needed("The lock jams.\n\nIt is old.", "It is old.") == [], "of another paragraph"
    assert needed("May I bring a dog?\n\nIt must be on a lead.", "It must be on a lead.") == [], "the question names it"
