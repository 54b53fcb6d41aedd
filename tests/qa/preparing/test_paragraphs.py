from __future__ import annotations

import pytest

import qa
from qa.preparing.paragraphs import find_paragraph

TEXT = """# Leave

Parents have 14 weeks. They may share them. Ask in May.

A second paragraph stands here. It has two sentences.

Rent: 900 euros
Deposit: 300 euros
Heating: 80 euros"""


def together(text: str, words: str, *, lines: bool = False) -> list[str]:
    (passage,) = qa.split(qa.Document(id="d", text=text, title="Notes"))
    place = next(place for place in passage.sentences if words in passage.cut(*place))
    return [passage.cut(*passage.sentences[number]) for number in find_paragraph(passage, place, lines=lines)]


def test_a_paragraph_ends_at_a_blank_line() -> None:
    assert together(TEXT, "share") == ["Parents have 14 weeks.", "They may share them.", "Ask in May."]
    assert together(TEXT, "two sentences") == ["A second paragraph stands here.", "It has two sentences."]
    assert together(TEXT.replace("\n", "\r\n"), "Ask in May") == together(TEXT, "share")


def test_a_line_without_a_mark_stands_alone_unless_lines_are_wanted() -> None:
    assert together(TEXT, "Deposit") == ["Deposit: 300 euros"]
    assert together(TEXT, "Deposit", lines=True) == ["Rent: 900 euros", "Deposit: 300 euros", "Heating: 80 euros"]


def test_a_question_parts_what_it_leads_to() -> None:
    text = "Q: Is it free?\nA: Yes, on Mondays. Bring a card.\nQ: Is it warm?\nA: No, it is cold. Bring a coat.\n"
    assert "Bring a coat." not in together(text, "Bring a card", lines=True)


def test_no_sentence_is_an_error() -> None:
    (passage,) = qa.split(qa.Document(id="d", text=TEXT))
    with pytest.raises(ValueError, match="not in"):
        find_paragraph(passage, (0, 1))
