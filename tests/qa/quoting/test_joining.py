from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa

COURSES = """The pottery course costs 40 euros. It runs until 3 May. Ask Nadia Brook in the office for a place.

The choir is free for members. It meets on Tuesdays in the hall.

The deposit for a locker is 300 euros. It is paid back within six weeks."""
VEREIN = """Der Töpferkurs kostet 40 Euro. Er dauert bis zum 3. Mai.

Anmelden kann man sich bei Nadia Brook im Büro."""


def ask(text: str, question: str, **options: object) -> qa.Answer:
    library = qa.Library()
    library.add(qa.Document(id="d", text=text, title="Notes", source="notes.txt"))
    answer = library.ask(question, **{"min_confidence": 0.0, **options})  # type: ignore[arg-type]
    check(answer, text)
    return answer


def check(answer: qa.Answer, text: str) -> None:
    assert all(text[quote.start : quote.end] == quote.text for quote in answer.quotes)
    assert [quote.number for quote in answer.reading] == list(range(1, len(answer.quotes) + 1))
    assert [quote.start for quote in answer.reading] == sorted(quote.start for quote in answer.quotes)
    assert [quote.best for quote in answer.quotes] == [n == 0 for n in range(len(answer.quotes))]
    assert len({quote.span for quote in answer.quotes}) == len(answer.quotes)
    for before, quote in zip(answer.reading, answer.reading[1:], strict=False):
        assert quote.continues == (not text[before.end : quote.start].strip())


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("What does the pottery course cost and who do I ask?", ("40 euros", "Ask Nadia Brook")),
        ("How much is the deposit for a locker and when is it paid back?", ("300 euros", "within six weeks")),
        ("How much is the pottery course? When does the choir meet?", ("40 euros", "on Tuesdays")),
    ],
)
def test_both_questions_of_one_are_answered(question: str, quoted: tuple[str, str]) -> None:
    answer = ask(COURSES, question)
    assert all(words in answer.text for words in quoted), answer.text
    assert answer.standalone == question


def test_both_are_answered_in_another_language() -> None:
    answer = ask(VEREIN, "Was kostet der Töpferkurs und bei wem meldet man sich an?")
    assert "40 Euro" in answer.text
    assert "Nadia Brook" in answer.text


def test_one_quote_is_of_the_first_part_and_what_no_sentence_answers_is_left_out() -> None:
    question = "What does the pottery course cost and who do I ask?"
    assert [quote.text for quote in ask(COURSES, question, max_quotes=1).quotes] == [
        "The pottery course costs 40 euros."
    ]
    half = ask(COURSES, "What does the pottery course cost and who repairs bicycles?", min_confidence=None)
    assert [quote.text for quote in half.quotes] == ["The pottery course costs 40 euros."]
    assert half.answered


def test_the_confidence_is_that_of_the_best_quote() -> None:
    library = qa.Library()
    library.add(qa.Document(id="d", text=COURSES, title="Notes", source="notes.txt"))
    examination = library.examine("How much is the pottery course? When does the choir meet?")
    answer = library.ask("How much is the pottery course? When does the choir meet?")
    assert {part.question.text for part in examination.parts} == {
        "How much is the pottery course?",
        "When does the choir meet?",
    }
    best = next(part for part in examination.parts if part.evidence[0].span == answer.quotes[0].span)
    assert answer.confidence == best.confidence
    assert answer.quotes[0].score == max(quote.score for quote in answer.quotes)


@given(st.integers(1, 6), st.sampled_from(["How much is the deposit", "When does the choir meet", "What is free"]))
def test_no_more_is_quoted_than_is_wanted(most: int, first: str) -> None:
    assert len(ask(COURSES, f"{first} and who do I ask for a place?", max_quotes=most).quotes) <= most
