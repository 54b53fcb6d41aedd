"""Sentences with what leads to them: the questions that they answer, labels, numbers of clauses."""

from __future__ import annotations

import pytest
from hypothesis import given

import qa
from qa.preparing.leads import find_leads
from qa.text.sentences import find_sentences
from tests.qa.strategies import documents


def lead(text: str, language: str = "en", *headings: str) -> dict[str, str | None]:
    """Return what can be quoted of a text, to what leads to it."""
    places = [(start, end, text[start:end] in headings) for start, end in find_sentences(text, language)]
    return {
        text[each.start : each.end]: text[slice(*each.lead)] if each.lead else None
        for each in find_leads(text, language, places)
        if each.quotable
    }


def test_a_question_on_its_line_leads_up_to_the_next_one_or_a_heading() -> None:
    text = "May I swim?\n\nYes. Not at night.\n\nIn winter it is closed.\n\nIs it deep?\n\nNo.\n\nRules\n\nBe kind.\n"
    assert lead(text, "en", "Rules") == {
        "Yes.": "May I swim?",
        "Not at night.": "May I swim?",
        "In winter it is closed.": "May I swim?",
        "No.": "Is it deep?",
        "Be kind.": None,
    }


def test_a_heading_that_asks_leads_to_its_text() -> None:
    assert lead("Is it deep?\n\nNo.\n", "en", "Is it deep?") == {"No.": "Is it deep?"}


def test_a_question_within_a_paragraph_leads_to_its_end() -> None:
    text = "It rained. Why did it matter? The roof leaked.\n\nWe went home."
    assert lead(text) == {"It rained.": None, "The roof leaked.": "Why did it matter?", "We went home.": None}


def test_labels_are_no_part_of_what_is_quoted_where_both_have_theirs() -> None:
    text = "F: Wo ist der Schlüssel?\nA: Beim Hausmeister.\n\nF: Wann\nA: Um neun.\n"
    assert lead(text, "de") == {"Beim Hausmeister.": "Wo ist der Schlüssel?", "Um neun.": "Wann"}
    assert lead("A: Ground floor\n\nB: First floor\n") == {"A: Ground floor": None, "B: First floor": None}


def test_a_line_of_a_chat_that_asks_leads_to_what_is_said_then() -> None:
    text = "[9:01] Ida: who has the drill\n[9:04] Tom: me, it is in the van\n"
    assert lead(text) == {"[9:04] Tom: me, it is in the van": "[9:01] Ida: who has the drill"}


def test_a_line_with_a_colon_leads_to_its_list() -> None:
    assert lead("Bring:\n- a towel\n- soap\n\nNo dogs.\n") == {"a towel": "Bring:", "soap": "Bring:", "No dogs.": None}
    said = "You can cancel by telling us in writing:\n- by post\n"
    assert lead(said) == {
        "You can cancel by telling us in writing:": None,
        "by post": "You can cancel by telling us in writing:",
    }


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (
            "Pack:\n- tools:\n  - saw\n  - file\n- rope\n",
            {"saw": "tools:", "file": "tools:", "rope": "Pack:"},
        ),
        (
            "Pack for it:\n\n* tools:\n  * saw\n    of steel\n* tents:\n  * two\n* rope\n\nThen go.\n",
            {"saw": "tools:", "of steel": "tools:", "two": "tents:", "rope": "Pack for it:", "Then go.": None},
        ),
        ("Pack:\n\n- rope\n\n- saw\n\nThen go.\n", {"rope": "Pack:", "saw": "Pack:", "Then go.": None}),
        ("You need:\n\n- flour\n- salt\n\n1. Knead it.\n2. Bake it.\n", {"salt": "You need:", "1. Knead it.": None}),
        (
            "(1) These are approved:\n\n- Ames\n- Bell\n\n(2) A new one is told first.\n(3) It may be refused.\n",
            {"Ames": "(1) These are approved:", "(2) A new one is told first.": None, "(3) It may be refused.": None},
        ),
        (
            "  Not with\n    - gout\n    - fever\n  Ask first with\n    - asthma\n",
            {"fever": "Not with", "asthma": "Ask first with"},
        ),
    ],
)
def test_a_list_inside_another_has_its_own_lead_and_gives_it_back(text: str, leads: dict[str, str | None]) -> None:
    (passage,) = qa.split(qa.Document(text=text, language="en"))
    told = {
        passage.cut(*place): passage.cut(*lead) if lead else None
        for place, lead in zip(passage.sentences, passage.leads or [None] * len(passage.sentences), strict=True)
    }
    assert {words: told[words] for words in leads} == leads


def test_the_number_of_a_clause_leads_to_its_other_sentences() -> None:
    text = "4.2 The deposit is 900 euros. It is paid back.\n\n4.3 Pets need consent. They may stay.\n"
    assert lead(text) == {
        "4.2 The deposit is 900 euros.": None,
        "It is paid back.": "4.2",
        "4.3 Pets need consent.": None,
        "They may stay.": "4.3",
    }


def test_what_has_no_word_is_not_quoted() -> None:
    assert lead("One.\n\n-----\n\nTwo.\n") == {"One.": None, "Two.": None}


@given(documents(most=1))
def test_what_is_quoted_is_the_end_of_a_sentence_and_leads_come_before(given_documents: list[qa.Document]) -> None:
    (document,) = given_documents
    places = find_sentences(document.text, document.language)
    sentences = find_leads(document.text, document.language, [(*place, False) for place in places])
    assert [each.end for each in sentences] == [end for _, end in places]
    for each, (start, end) in zip(sentences, places, strict=True):
        assert start <= each.start < end
        assert each.lead is None or 0 <= each.lead[0] < each.lead[1] <= each.start
