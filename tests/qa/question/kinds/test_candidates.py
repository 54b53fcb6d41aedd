"""What a sentence offers of the kind that is asked for."""

from __future__ import annotations

import pytest

from qa.question.kinds.candidates import find_candidates


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("number", "Over 1,400 people and €14.50, or 3 %.", ["1,400", "€14.50", "3 %"]),
        ("date", "On 5 January 1931 and again in the 19th century.", ["5 January 1931", "19th century"]),
        ("duration", "It lasted 21 days, a 3-week run.", ["21 days", "a 3-week"]),
        ("person", "the chief Yoav Gallant met Lloyd Austin.", ["Yoav Gallant", "Lloyd Austin"]),
        ("cause", "He left because of rain.", ["because"]),
        (
            "contact",
            "Write to ann.lee+desk@example.org or call 030 / 44 12-9.",
            ["ann.lee+desk@example.org", "030 / 44 12-9"],
        ),
        (
            "contact",
            "See https://example.org/help or dial 110, room 12.",
            ["https://example.org/help", "dial 110", "room 12"],
        ),
        ("contact", "Pay to DE02 1203 0000 0000 2020 51.", ["DE02 1203 0000 0000 2020 51"]),
        ("contact", "It costs 1,400 euros in 2024.", []),
        ("date", "From 9:30 on Mondays until noon, then at 5 p.m. again.", ["9:30", "Mondays", "noon", "5 p.m"]),
    ],
)
def test_what_a_sentence_offers(kind, sentence: str, expected: list[str]) -> None:
    assert [sentence[start:end] for start, end in find_candidates(kind, sentence, frozenset())] == expected


def test_what_only_repeats_the_question_is_no_candidate() -> None:
    assert find_candidates("person", "Gallant spoke.", frozenset({"gallant"})) == []
    assert find_candidates("person", "The official spoke.", frozenset()) == []


def test_hostile_sentences_are_matched_in_time() -> None:
    for hostile in (
        "A " * 500,
        "a" * 1_000,
        "1," * 500,
        "A.A" * 300,
        "Of the " * 140,
        "1 " * 500,
        "+1(" * 300,
        "a@a." * 300,
    ):
        for kind in ("date", "number", "duration", "person", "cause", "manner", "contact"):
            find_candidates(kind, hostile, frozenset())
