from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.text.identifiers.compounds import find_asked_compounds, find_compounds, find_written_compounds
from qa.text.terms import terms
from tests.qa.strategies import texts

SPELLINGS = [
    ("Wi-Fi", "wifi"),
    ("e-mails", "Email"),
    ("E‑Mail", "email"),  # with a hyphen that does not break
    ("LS-1017", "LS1017"),
    ("Covid-19", "covid19"),
    ("KX-500-B", "KX500B"),
    ("check-in", "checkin"),
    ("3-D", "3D"),
]


@pytest.mark.parametrize(("hyphened", "together"), SPELLINGS)
def test_a_word_is_found_however_it_is_hyphened(hyphened: str, together: str) -> None:
    assert find_compounds(f"of {hyphened}, that", "en") == terms(together)
    for asked, written in ((hyphened, together), (together, hyphened), (hyphened, hyphened)):
        library = qa.Library()
        library.add(qa.Document(id="a", text=f"The label {written} stands on the door of the yellow room."))
        library.add(qa.Document(id="b", text="The door of the yellow room has a label that says nothing."))
        assert library.search(asked)[0].passage.document_id == "a"
        answer = library.ask(f"Where does the label {asked} stand?")
        assert answer.quotes[0].document_id == "a"
        assert answer.missing_terms == ()


@pytest.mark.parametrize(
    "text", ["2019-2023", "21-day", "65-year-old", "a - b", "well -known", "-", "a-b-c-d-e", "x--y", "-v", "中国-美国"]
)
def test_what_no_one_writes_as_one_is_none(text: str) -> None:
    assert find_compounds(text, "en") == []


def test_a_word_may_stand_among_characters() -> None:
    assert find_compounds("错误LS-1017的", "zh") == ["ls1017"]


@given(texts | st.text(st.sampled_from("aB1-‐ _é多")))
def test_a_hyphened_word_stands_where_it_is_said_to(text: str) -> None:
    for together, start in find_written_compounds(text):
        assert text[start] == together[0]
        assert text[start:].translate(dict.fromkeys(map(ord, "-‐‑"), "")).startswith(together)
    assert find_compounds(text, "de") == [term for run in text.split() for term in find_compounds(run, "de")]


def test_words_whose_marks_are_no_accents_are_found_without_them() -> None:
    assert find_compounds("Nghỉ phép cho em", "vi") == ["~nghi", "~phep"]
    assert find_asked_compounds("nghi phep", "vi") == {"~nghi": ("nghi",), "~phep": ("phep",)}
    assert find_asked_compounds("nghỉ phép", "vi") == {}
    assert find_compounds("Café", "fr") == []


@given(texts)
def test_a_question_asks_for_each_hyphened_word(question: str) -> None:
    asked = find_asked_compounds(question, "en")
    assert {*find_compounds(question, "en")} <= asked.keys()
    assert {part for parts in asked.values() for part in parts} <= {*terms(question)} | {""}


def test_a_word_and_its_figure_may_be_one() -> None:
    assert find_asked_compounds("Covid 19 in 2,000 rooms", "en") == {"covid19": ("covid", "19")}


def test_a_long_row_of_hyphens_takes_no_long_time() -> None:
    assert find_compounds("a-" * 200_000 + "b" * 200_000, "en") == []
