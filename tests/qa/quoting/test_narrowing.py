"""Which sentences can answer a question that leans on the answer before it."""

from __future__ import annotations

from collections.abc import Mapping

import qa
from qa.question.question import Before, Question
from qa.quoting.narrowing import limit, narrow
from qa.types import Evidence, Passage, Span

TEXT = "Una Grey runs the mill. She was born in 1950. Tom Reed cooks. He was born in 1960. The mill is red."
SENTENCES = ((0, 23), (24, 45), (46, 61), (62, 83), (84, 100))
PASSAGE = Passage(document_id="d", ordinal=0, start=0, end=len(TEXT), text=TEXT, sentences=SENTENCES)


def evidence(matched: Mapping[int, str]) -> list[Evidence]:
    return [
        Evidence(Span("d", *SENTENCES[number]), PASSAGE, 0.5, dict.fromkeys(names.split(), 0.5), {})
        for number, names in matched.items()
    ]


def numbers(kept: list[Evidence]) -> list[int]:
    return [SENTENCES.index((each.span.start, each.span.end)) for each in kept]


def quoted(*places: int) -> Before:
    spans = frozenset(Span("d", *SENTENCES[number]) for number in places)
    return Before(spans, spans, 0.8)


ALL = evidence({0: "mill", 1: "bear", 2: "cook", 3: "bear", 4: "mill"})  # by their terms


def test_all_sentences_can_answer_a_question_that_stands_alone() -> None:
    assert narrow(ALL, Question("Who was born in 1950?")) == ALL


def test_without_evidence_there_is_none() -> None:
    for language in ("en", "ja"):
        assert narrow([], Question("When?", language, before=quoted(0))) == []


def test_a_word_that_only_begins_alike_is_none_of_the_question() -> None:
    sentences = evidence({0: "key", 1: "key"})
    sentences[0].matched["key"] = 0.3  # type: ignore[index]
    question = Question("Which key has Una Grey?", asked="Which key has she?", before=quoted(0))
    assert numbers(narrow(sentences, question)) == [1]


def test_what_else_asks_for_other_sentences() -> None:
    question = Question("What else? (mill)", asked="What else?", remark="more", before=quoted(0))
    assert numbers(narrow(ALL, question)) == [1, 2, 3, 4]


def test_a_quote_whose_place_is_not_known_is_known_by_its_text() -> None:
    before = Before(frozenset(), frozenset(), 0.8, frozenset({"Una Grey runs the mill."}))
    question = Question("What else? (mill)", asked="What else?", remark="more", before=before)
    assert numbers(narrow(ALL, question)) == [1, 2, 3, 4]
    assert limit(0.9, ALL, Question("When? (mill)", asked="When?", before=before)) == 0.8


def test_what_was_quoted_answers_again_only_with_a_word_of_the_question() -> None:
    born = Question("And who was born? (mill)", asked="And who was born?", before=quoted(0, 1))
    assert numbers(narrow(ALL, born)) == [1, 2, 3, 4]
    other = Question("And who sings? (mill)", asked="And who sings?", before=quoted(0))
    assert numbers(narrow(ALL, other)) == [0, 1, 2, 3, 4]


def test_what_was_quoted_answers_again_only_with_what_is_asked_for() -> None:
    when = Question("When? (mill)", asked="When?", before=quoted(0, 1))
    assert 0 not in numbers(narrow(ALL, when))
    assert 1 in numbers(narrow(ALL, when))
    why = Question("Why? (mill)", asked="Why?", remark="why", before=quoted(0))
    assert 0 not in numbers(narrow(ALL, why))
    told = Question("When was it born? (mill)", asked="When was it born?", before=quoted(1))
    assert 1 in numbers(narrow(ALL, told))


def test_a_question_about_a_person_is_not_answered_by_another() -> None:
    question = Question("When was Una Grey born?", asked="When was she born?", before=quoted(0), person="Una Grey")
    assert numbers(narrow(ALL, question)) == [1]
    unknown = Question("When did Una Grey sing?", asked="When did she sing?", before=quoted(0), person="Una Grey")
    assert 3 not in numbers(narrow(ALL, unknown))


def test_who_said_so_is_told_by_the_last_answer_alone() -> None:
    text = "“It is red,” said Una Grey. Tom Reed said nothing."
    passage = Passage(document_id="d", ordinal=0, start=0, end=len(text), text=text, sentences=((0, 27), (28, 50)))
    both = [Evidence(Span("d", *place), passage, 0.5, {}, {}) for place in passage.sentences]
    last = frozenset({both[0].span})
    question = Question("Who said that?", remark="source", before=Before(last, last, 0.8))
    assert narrow(both, question) == both[:1]


def test_quoted_again_without_a_word_of_its_own_a_sentence_is_no_surer() -> None:
    bare = Question("When? (mill)", asked="When?", before=quoted(1))
    assert limit(0.9, ALL[1:], bare) == 0.8
    assert limit(0.7, ALL[1:], bare) == 0.7
    assert limit(0.9, ALL, bare) == 0.9
    assert limit(0.9, ALL[1:], Question("Who was born?", before=quoted(1))) == 0.9
    assert limit(0.9, [], bare) == 0.9


def test_a_doubt_is_no_question_and_nothing_is_quoted(library: qa.Library) -> None:
    asked = "Who founded the museum?"
    history = [qa.Turn(asked, library.ask(asked, min_confidence=0.0))]
    for remark in ("Are you sure?", "really?", "Wirklich?", "真的吗？"):
        answer = library.ask(remark, history, min_confidence=0.0)
        assert (answer.answered, answer.reason, answer.missing_terms) == (False, "not_a_question", ())
