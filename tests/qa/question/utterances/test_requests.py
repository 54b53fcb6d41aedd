from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.utterances.requests import Request, read_request

BARE = {
    "summary": """
        summarise|Summarize this document, please|tl;dr|Give me a short summary of the text
        |What is this document about?
        |what's this about?|What do these files say?|Can you sum it up for me?|explain this
        |tell me about the documents
        |Fass das Dokument zusammen|Könntest du den Text bitte zusammenfassen?|Worum geht es in diesem Dokument?
        |Wovon handelt der Text?|Résume ce document|De quoi parle ce texte ?|Resume este documento
        |¿De qué trata el texto?
        |Riassumi il testo|Di cosa parla questo documento?|Resume o documento|Do que trata o documento?
        |Vat deze tekst samen|Waar gaat dit document over?|Podsumuj ten dokument|O czym jest ten dokument?
        |总结一下这个文件|这份文件讲的是什么？|لخص هذا المستند|عن ماذا يتحدث هذا المستند؟|О чём этот документ?
        |この文書を要約してください|sammanfatta texten
    """,
    "list": """
        list all documents|Which documents do you have?|How many documents are there?|what can I ask you?
        |Welche Dokumente gibt es?|Wie viele Dokumente hast du?|Quels documents avez-vous ?|¿Qué documentos hay?
        |Quali documenti hai?|Welke documenten zijn er?|有哪些文件？|How many pages does this document have?
    """,
    "translation": """
        translate|Translate this into German|can you translate the second page to French?|Übersetze das ins Englische
        |Traduis ce texte|Traduce esto al inglés|Traduci in inglese|Vertaal dit|Przetłumacz to|翻译成英文|ترجم هذا
        |Переведи на английский
    """,
    "writing": """
        write me a letter|Write a poem about dogs|draft an email to my landlord|make me a table|rewrite this
        |Schreib mir einen Brief|Écris une lettre|Escribe una carta|Scrivi una lettera|Schrijf een brief
        |Napisz list do szefa|写一封信
    """,
    "sum": "2+2|12 * 7 =|what is 15% of 80?|3 plus 4|1,200 - 300|was ist 3 mal 4?",
}
WITH_OBJECT = {
    "Summarise the rules on pets": Request("summary", False, "Summarise the"),
    "Fasse die Hausordnung zusammen": Request("summary", False, "Fasse"),
    "Résume la clause sur les animaux": Request("summary", False, "Résume"),
    "list all fees": Request("list", False, "list all"),
    "Please list the members of the board": Request("list", False, "Please list the"),
    "Give me all prices": Request("list", False, "Give me all"),
    "Nenne alle Mitglieder": Request("list", False, "Nenne alle"),
    "Enumera todas las tarifas": Request("list", False, "Enumera todas las"),
    "列出所有费用": Request("list", False, "列出所有"),
    "Add up the invoices": Request("sum", False, "Add up the"),
    "Count the rooms": Request("sum", False, "Count the"),
    "How many invoices are there in total?": Request("sum", False, ""),
    "Wie viele Zimmer sind es insgesamt?": Request("sum", False, ""),
}
NONE = """
    What is clause 4 about?|How many rooms are there?|Summary|overview|summary of benefits|translation fees
    |list price|list
    |Who wrote this document?|What does the contract say about pets?|How do I write a letter of complaint?|555-0170
    |2019-2023|12/07/2024|+49 30 1234|create an invoice|write access|abstract|letter of intent|count down|tel 555
    |vat rate
    |What is this?|Is there a list of exclusions?|Was steht in § 4?|resume|Worum muss ich mich kümmern?|Zeige|C++|A4
    |What is in the box?|What do these fees cover?|Where is the list of members?|How many documents must I hand in?
    |Welche Dokumente brauche ich?|Quels documents faut-il apporter ?|What does it say about pets?|translated edition
"""


def read(phrases: str) -> list[str]:
    return [phrase.strip() for phrase in phrases.split("|")]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in BARE.items() for text in read(texts)])
def test_a_request_about_the_documents_is_bare(kind: str, text: str) -> None:
    assert read_request(text) == Request(kind, True, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "request_"), WITH_OBJECT.items())
def test_a_request_that_names_something_asks_for_it(text: str, request_: Request) -> None:
    assert read_request(text) == request_
    assert text.startswith(request_.cue)


@pytest.mark.parametrize("text", read(NONE))
def test_questions_and_topics_are_no_requests(text: str) -> None:
    assert read_request(text) is None


@given(st.text(max_size=250))
def test_any_text_is_read(text: str) -> None:
    request = read_request(text)
    assert request is None or (request.cue in text and not (request.bare and request.cue))


def test_a_hostile_text_takes_no_time() -> None:
    for text in ("please " * 28, "(1+" * 60, "1 + " * 50 + "x", "list of " * 25, "summarise this document " * 8):
        assert read_request(text) is None or text
