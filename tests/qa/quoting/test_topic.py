from __future__ import annotations

import pytest

import qa

HANDBOOK = """# Handbook

## Parental leave

Parents have fourteen weeks off at full pay. They may share them as they like. Tell the office in the third month. No
more than two parts are possible.

## Bills

Please pay within two weeks.

IBAN: XX12 3456 7890
BIC: ABCDEFGH

The treasurer is Tom Reyes.
"""
DEUTSCH = """# Handbuch

## Elternzeit

Eltern haben vierzehn Wochen frei. Sie dürfen sie teilen. Das Büro erfährt es im dritten Monat.
"""


def quotes(text: str, asked: str, most: int = 3) -> list[str]:
    library = qa.Library()
    library.add(qa.Document(id="d", text=text, title="Notes", source="notes.md", media_type="text/markdown"))
    answer = library.ask(asked, max_quotes=most, min_confidence=0.0)
    assert answer.quotes[0].score == max(quote.score for quote in answer.quotes)
    assert all(text[quote.start : quote.end] == quote.text for quote in answer.quotes)
    return [quote.text for quote in answer.reading]


def test_the_first_sentences_under_the_heading_are_quoted_in_order() -> None:
    about = quotes(HANDBOOK, "parental leave")
    assert len(about) == 3
    assert about[:2] == ["Parents have fourteen weeks off at full pay.", "They may share them as they like."]


def test_it_is_so_in_another_language() -> None:
    assert quotes(DEUTSCH, "Elternzeit") == [
        "Eltern haben vierzehn Wochen frei.",
        "Sie dürfen sie teilen.",
        "Das Büro erfährt es im dritten Monat.",
    ]


def test_no_more_is_quoted_than_is_wanted() -> None:
    assert [len(quotes(HANDBOOK, "parental leave", most)) for most in (1, 2, 3, 10)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("asked", "line"), [("IBAN", "IBAN: XX12 3456 7890"), ("treasurer", "The treasurer is Tom Reyes.")]
)
def test_a_line_of_a_list_and_a_paragraph_of_one_sentence_stand_alone(asked: str, line: str) -> None:
    assert quotes(HANDBOOK, asked) == [line]


def test_a_question_is_not_answered_with_a_paragraph() -> None:
    assert quotes(HANDBOOK, "How many weeks do parents have off?") == ["Parents have fourteen weeks off at full pay."]
