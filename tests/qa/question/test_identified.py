"""What is said of one thing is no answer about another of nearly the same name."""

from __future__ import annotations

import pytest

import qa

TEXTS = {
    "codes": "Message F17 means that the filter is full. Message F18 means that no water comes in.",
    "settings": "The value mail.send_delay is the wait before a message is sent. The value mail.retry_count is 5.",
    "drills": "The KX-500 is a drill that weighs two kilos. Ask the desk for batteries.",
    "courses": "The course on C# takes four evenings. The course on C++ takes ten. The course on C takes six evenings.",
    "office": "The Wi-Fi password hangs in the kitchen. Send an e-mail to the desk before you leave.",
}


@pytest.fixture(scope="module")
def library() -> qa.Library:
    library = qa.Library()
    library.add(*(qa.Document(id=name, text=text) for name, text in TEXTS.items()))
    return library


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("What does message F17 mean?", "filter is full"),
        ("message f-18", "no water"),
        ("What is mail.retry_count?", "is 5"),
        ("What is the weight of the KX500?", "two kilos"),
        ("How long is the course on C++?", "C++ takes ten"),
        ("How long is the course on C#?", "C# takes four"),
        ("Where is the wifi password?", "kitchen"),
        ("Who gets an email?", "desk"),
    ],
)
def test_an_identifier_is_found_in_any_spelling(library: qa.Library, question: str, held: str) -> None:
    answer = library.ask(question, min_confidence=0.0)
    assert held in answer.quotes[0].text
    assert not {"F17", "f", "18", "KX500", "wifi", "email"} & {*answer.missing_terms}


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What does message F19 mean?", "F19"),
        ("message f-16", "f-16"),
        ("What is mail.retry_delay?", "mail.retry_delay"),
        ("How heavy is the KX-550?", "KX-550"),
        ("What was changed in version 2.4.1?", "2.4.1"),
    ],
)
def test_another_thing_of_nearly_the_name_is_no_answer(library: qa.Library, question: str, missing: str) -> None:
    answer = library.ask(question, min_confidence=0.0)
    assert (answer.answered, answer.reason) == (False, "no_match")
    assert answer.missing_terms[-1] == missing
    assert not {*missing.replace(".", "-").split("-")} & {*answer.missing_terms[:-1]}


def test_the_nearest_place_that_names_one_decides() -> None:
    library = qa.Library()
    text = "KX-400\n\nIt costs 40 euros and has a case.\n\nKX-500\n\nIt costs 50 euros and has a case."
    headings = tuple((start := text.index(name), start + len(name)) for name in ("KX-400", "KX-500"))
    library.add(qa.Document(id="drills", text=text, headings=headings))
    answer = library.ask("What costs 50 euros as a KX-500 with a case?", min_confidence=0.0)
    assert [quote.text for quote in answer.quotes] == ["It costs 50 euros and has a case."]


@pytest.mark.parametrize(("question", "named"), [("Is it B2B?", "B2B"), ("Is it for the bx-12?", "bx-12")])
def test_one_that_no_document_holds_is_named_though_it_may_be_a_word(
    library: qa.Library, question: str, named: str
) -> None:
    assert library.ask(question).missing_terms == (named,)


def test_what_has_no_number_is_not_missing_for_it() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text="A covid test is free of charge. After an infection stay at home."))
    assert library.ask("Is a covid19 test free?", min_confidence=0.0).answered
