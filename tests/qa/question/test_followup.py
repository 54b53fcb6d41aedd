from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa import MAX_QUESTION
from qa.question.followup import complete
from qa.question.question import Question
from tests.qa.strategies import questions


def standalone(question: str, history: Sequence[qa.Turn], language: str = "en") -> str:
    return complete(Question(question, language), history).text


HISTORY = [qa.Turn("How long was the proposed ceasefire?")]
MINISTER = {"quotes": [{"text": "The minister, Ann Lee, met Bob Ray.", "focus": {"text": "Ann Lee"}}]}
UNUSABLE: list[Any] = [
    None,
    7,
    "text",
    [],
    {},
    {"quotes": None},
    {"quotes": "Ann Lee"},
    {"quotes": []},
    {"quotes": {"0": 1}},
    {"quotes": [None]},
    {"quotes": [[]]},
    {"quotes": [{}]},
    {"quotes": [{"text": 7, "focus": 7}]},
    {"quotes": [{"text": None, "focus": {"text": ["Ann Lee"]}}]},
    {"quotes": [{"focus": {}}]},
]


@pytest.mark.parametrize(
    "question",
    [
        "And how many were injured?",
        "What about France?",
        "Why?",
        "Did they accept?",
        "When was that?",
        "The 21 days",
    ],
)
def test_a_question_that_leans_gets_the_words_before_it(question: str) -> None:
    assert standalone(question, HISTORY) == f"{question} (proposed ceasefire)"


@pytest.mark.parametrize(
    "question",
    [
        "How many people have been displaced in Lebanon?",
        "Is there a museum in Beirut?",
        "Which of those officials said that Israel accepted American calls for restraint in Gaza?",
        "What does a ticket cost?",
        "Explain the museum.",
        "opening hours of the national museum in Beirut",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert complete(Question(question), HISTORY) == Question(question)


def test_without_history_nothing_changes() -> None:
    assert standalone("Why?", []) == "Why?"


@pytest.mark.parametrize(
    ("question", "earlier", "understood"),
    [
        ("who is she meeting?", [qa.Turn("Where is Ann Lee?")], "who is Ann Lee meeting?"),
        ("What does she want?", [qa.Turn("Who is the minister?", MINISTER)], "What does Ann Lee want?"),
        ("And her role?", [qa.Turn("Where is Ann Lee?")], "And Ann Lee’s role?"),
        ("What is her age?", [qa.Turn("Where is Ann Lee?"), qa.Turn("Why?")], "What is Ann Lee’s age?"),
        ("She is where?", [qa.Turn("Who leads?", MINISTER)], "Ann Lee is where?"),
        ("Did he see him?", [qa.Turn("Where is Ann Lee?")], "Did he see him? (Ann Lee)"),
        ("What did he do?", [qa.Turn("Did Ann Lee meet Bob Ray?")], "What did he do? (Ann Lee meet Bob Ray)"),
        ("How do I remove it?", [qa.Turn("How do I add a document?")], "How do I remove the document?"),
        ("What is its size?", [qa.Turn("Where is the library?")], "What is the library’s size?"),
        ("When did it start?", [qa.Turn("Who opened Quoth?")], "When did it start? (opened Quoth)"),
        ("What about France?", [qa.Turn("Who left the United States?")], "Who left France?"),
        ("And in July?", [qa.Turn("How many came in June?")], "How many came in July?"),
        ("And in July?", [qa.Turn("How many came?")], "How many came in July?"),
        ("and 1990?", [qa.Turn("Who won in 1986?")], "Who won in 1990?"),
        ("What about Spain?", [qa.Turn("Did Ann Lee visit France?")], "What about Spain? (Ann Lee visit France)"),
    ],
)
def test_what_is_sure_is_put_in_its_place(question: str, earlier: list[qa.Turn], understood: str) -> None:
    assert standalone(question, earlier) == understood


def test_a_chain_of_follow_ups_is_understood_from_its_beginning() -> None:
    history = [qa.Turn("How many people live in France?"), qa.Turn("What about Spain?")]
    assert standalone("And in Italy?", history) == "How many people live in Italy?"


def test_what_was_asked_earlier_counts_for_less() -> None:
    history = [qa.Turn("Who founded the museum?"), qa.Turn("What does the café sell?"), qa.Turn("Why?")]
    understood = complete(Question("And when does it close?"), history)
    assert understood.text == "And when does it close? (café sell founded museum)"
    assert understood.carried == pytest.approx({"café": 1 / 3, "sell": 1 / 3, "founded": 1 / 6, "museum": 1 / 6})


def test_what_is_left_of_a_question_counts_half() -> None:
    understood = complete(Question("What about Spain?"), [qa.Turn("Who lives in France?")])
    assert (understood.text, understood.carried) == ("Who lives in Spain?", {"lives": 0.5})
    assert understood.asked == "What about Spain?"


def test_no_word_is_added_twice() -> None:
    assert standalone("And the ceasefire?", HISTORY) == "And the ceasefire? (proposed)"


@pytest.mark.parametrize("answer", UNUSABLE, ids=repr)
def test_an_answer_of_another_shape_is_passed_over(answer: Any) -> None:
    with_it = standalone("What does she want?", [qa.Turn("Who is the minister?", answer)])
    assert with_it == "What does she want? (minister)"


def test_the_record_and_its_json_say_the_same() -> None:
    library = qa.Library()
    library.add(qa.Document(text="The minister is Ann Lee. She wants peace."))
    asked = "Who is the minister?"
    answer = library.ask(asked, min_confidence=0.0)
    quote = {"text": answer.quotes[0].text, "focus": None}
    for given_answer in (answer, {"quotes": [quote]}):
        assert standalone("What does she want?", [qa.Turn(asked, given_answer)]).startswith("What does Ann Lee want?")


def test_words_are_carried_in_other_languages_too() -> None:
    history = [qa.Turn("Wann wurde das Museum gegründet?")]
    assert standalone("Und von wem?", history, "de") == "Und von wem? (Museum gegründet)"
    assert standalone("Und das Haus?", history, "de") == "Wann wurde das Haus gegründet?"
    assert standalone("Und Häuser?", history, "de") == "Und Häuser? (Museum gegründet)"
    assert standalone("Wie hoch ist das Haus?", history, "de") == "Wie hoch ist das Haus?"


def test_a_long_conversation_adds_little() -> None:
    history = [qa.Turn(" ".join(f"word{turn}{n}" for n in range(300)) + "?") for turn in range(20)]
    understood = complete(Question("Why?"), history)
    assert len(understood.carried) == 24
    longest = Question("x" * (MAX_QUESTION - 5) + " it?")
    assert complete(longest, history) == longest


@given(
    st.one_of(questions(), st.text(max_size=60)),
    st.lists(st.tuples(st.one_of(questions(), st.text(max_size=2_000)), st.sampled_from([*UNUSABLE, MINISTER]))),
    st.sampled_from(["en", "de", "zh", "und"]),
)
def test_any_history_is_understood_the_same_way_twice(
    question: str, turns: list[tuple[str, Any]], language: str
) -> None:
    history = [qa.Turn(*turn) for turn in turns]
    understood = complete(Question(question, language), history)
    assert understood == complete(Question(question, language), history)
    assert len(understood.text) <= MAX_QUESTION
    assert all(0 < weight < 1 and word in understood.text for word, weight in understood.carried.items())
    assert understood.carried or understood.text == question or language == "en"


def test_what_was_just_asked_counts_for_more_than_what_it_is_about() -> None:
    library = qa.Library()
    library.add(qa.Document(text="The campaign displaced 1 million people. The campaign killed 1,400 people."))
    earlier = [qa.Turn("How many people were displaced by the campaign?")]
    answer = library.ask("And how many were killed?", history=earlier, min_confidence=0.0)
    assert answer.quotes[0].text == "The campaign killed 1,400 people."


def test_a_question_that_stands_alone_gets_the_answer_that_it_has_alone(library: qa.Library) -> None:
    question = "Who founded the museum?"
    assert library.ask(question, HISTORY, min_confidence=0.0) == library.ask(question, min_confidence=0.0)


def test_ask_uses_the_conversation(library: qa.Library) -> None:
    alone = library.ask("And when did he do that?", min_confidence=0.0)
    after = library.ask("And when did he do that?", history=[qa.Turn("Who founded the museum?")], min_confidence=0.0)
    assert after.question == "And when did he do that?" != after.standalone
    assert alone.standalone == alone.question
    assert "1931" in after.quotes[0].text


def test_what_was_asked_before_does_not_answer_what_no_document_tells(library: qa.Library) -> None:
    earlier = [qa.Turn("Who founded the museum?")]
    answer = library.ask("Xylophone zeppelin?", earlier, min_confidence=0.0)
    assert (answer.standalone, answer.reason) == ("Xylophone zeppelin?", "no_match")
    assert library.ask("Xylophone café?", earlier).standalone == "Xylophone café? (founded museum)"


MAYORS = (
    "Tom Reed was the warden of Port Ellery until 2019. He was chosen in 2011. "
    "Una Grey is the warden of Port Ellery. She was chosen in 2019. The hall opens at nine."
)


def converse(text: str, *questions: str, language: str = "") -> qa.Answer:
    """Return the answer to the last question, each asked after those before it."""
    library = qa.Library()
    library.add(qa.Document(text=text, language=language))
    history: list[qa.Turn] = []
    for question in questions:
        history.append(qa.Turn(question, library.ask(question, history, min_confidence=0.0)))
    answer = history[-1].answer
    assert isinstance(answer, qa.Answer)
    return answer


@pytest.mark.parametrize(
    ("questions", "standalone", "quote"),
    [
        (
            ("Who is the warden of Port Ellery?", "When was she chosen?"),
            "When was Una Grey chosen?",
            "She was chosen in 2019.",
        ),
        (
            ("Who was warden until 2019?", "When was he chosen?"),
            "When was Tom Reed chosen?",
            "He was chosen in 2011.",
        ),
        (
            ("Who is the warden of Port Ellery?", "When does the hall open?"),
            "When does the hall open?",
            "The hall opens at nine.",
        ),
    ],
)
def test_a_pronoun_takes_the_person_that_was_answered(questions: list[str], standalone: str, quote: str) -> None:
    answer = converse(MAYORS, *questions)
    assert (answer.standalone, answer.quotes[0].text) == (standalone, quote)


def test_a_pronoun_takes_the_person_in_german_too() -> None:
    text = (
        "Tom Reet war bis 2019 Leiter der Schule. Er wurde 2011 gewählt. "
        "Una Grau ist die Leiterin der Schule. Sie wurde 2019 gewählt. Das Bad öffnet um neun."
    )
    answer = converse(text, "Wer ist die Leiterin der Schule?", "Wann wurde sie gewählt?", language="de")
    assert answer.standalone == "Wann wurde sie gewählt? (Una Grau)"
    assert answer.quotes[0].text == "Sie wurde 2019 gewählt."


def test_a_phrase_is_put_in_the_place_of_its_like_in_other_languages() -> None:
    history = [qa.Turn("¿A qué hora hay visitas en español?")]
    understood = complete(Question("¿Y en inglés?", "es"), history)
    assert understood.text == "¿A qué hora hay visitas en inglés?"
    assert set(understood.carried.values()) == {0.5}


def test_a_question_that_points_back_carries_words_though_its_own_are_unknown(library: qa.Library) -> None:
    history = [qa.Turn("Who founded the museum?")]
    assert library.ask("And who painted it?", history).standalone == "And who painted the museum?"
    assert library.ask("And who danced?", history).standalone == "And who danced? (founded museum)"


def test_a_figure_is_not_carried_to_a_question_that_names_another() -> None:
    history = [qa.Turn("Who paints LS-1018?")]
    assert standalone("Is there a lid for AB-2000 too?", history) == "Is there a lid for AB-2000 too?"
    assert standalone("And ab-2000?", history) == "And ab-2000? (paints LS)"


def test_nothing_is_carried_from_a_question_that_was_not_answered() -> None:
    silent = {"answered": False, "quotes": [], "reason": "no_match"}
    history = [qa.Turn("How much is the rent?"), qa.Turn("How many zeppelins are there?", silent)]
    assert standalone("And deposits?", history) == "And deposits? (rent)"
    assert standalone("And the deposit?", history) == "How much is the deposit?"
    assert standalone("And the deposit?", history[1:]) == "And the deposit?"


def test_carrying_ends_with_the_last_answered_turn_unless_that_leaned_too() -> None:
    answered = {"answered": True, "quotes": [{"text": "It is 900 euros."}]}
    first = qa.Turn("Who founded the museum?", answered)
    assert standalone("Why?", [first, qa.Turn("How much is the rent?", answered)]) == "Why? (rent)"
    assert standalone("Why?", [first, qa.Turn("And rents?", answered)]) == "Why? (rents founded museum)"


def test_words_that_no_document_holds_are_neither_carried_nor_missing(library: qa.Library) -> None:
    history = [qa.Turn("When was the zeppelin museum founded?")]
    answer = library.ask("And by whom?", history)
    assert answer.standalone == "And by whom? (museum founded)"
    assert answer.missing_terms == ()
    assert library.ask("And the zebra?", history).missing_terms == ("zebra",)


def test_a_remark_does_not_repeat_the_last_answer_at_a_higher_figure() -> None:
    text = "A loaf costs 4 euros. Loaves are baked at five. The shop is shut on Mondays, because the baker rests."
    asked = "How much is a loaf?"
    first = converse(text, asked)
    for remark in ("and?", "why?", "what else?", "Und?"):
        again = converse(text, asked, remark)
        assert not again.answered or again.quotes[0].text != first.quotes[0].text
    for remark in ("are you sure?", "who said that?", "really?"):
        assert converse(text, asked, remark).reason == "not_a_question"
    assert "because the baker rests" in converse(text, "When is the shop shut?", "Why?").quotes[0].text


def test_a_few_words_are_read_in_the_language_of_the_conversation() -> None:
    library = qa.Library()
    library.add(qa.Document(text="The pool opens at nine. A ticket costs 6 euros.", language="en"))
    library.add(qa.Document(text="Das Bad öffnet um neun. Eine Karte kostet 6 Euro.", language="de"))
    for asked, language in (("Wann öffnet das Bad?", "de"), ("When does the pool open?", "en")):
        history = [qa.Turn(asked, library.ask(asked, min_confidence=0.0))]
        assert library.examine("Euro?", history=history).question.language == language
