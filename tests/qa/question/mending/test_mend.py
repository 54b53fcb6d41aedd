"""Misspelt words: mended to what the documents write, and left alone where they may be right."""

from __future__ import annotations

import pytest

import qa
from qa.models.known_words import is_known
from qa.question.mending.mend import Mending, mend

TEXT = (
    "The library lends books. Documents are kept in the archive, and each document has a number. "
    "You may add documents at any time. Accessibility is described on the last page. "
    "Roswitha Engel founded the observatory. The telescope was restored in May."
)


def make_library(*texts: str, language: str = "en") -> qa.Library:
    library = qa.Library()
    library.add(*(qa.Document(id=f"{n}", text=text, language=language) for n, text in enumerate(texts)))
    return library


def mend_in(library: qa.Library, text: str, *missing: str, language: str = "en") -> Mending | None:
    with library._index.view() as view:
        return mend(text, missing, [language], view, is_known)


@pytest.mark.parametrize(
    ("asked", "missing", "meant"),
    [
        ("Where is the libary?", ["libary"], "Where is the library?"),
        ("Where is the Libary?", ["Libary"], "Where is the Library?"),
        ("Where are documnets kept?", ["documnets"], "Where are documents kept?"),
        ("How many documetns has the libary?", ["documetns", "libary"], "How many documents has the library?"),
        ("who foundde the obsevratory", ["foundde", "obsevratory"], "who founded the observatory"),
        ("who restroed the tellescope?", ["restroed", "tellescope"], "who restored the telescope?"),
        ("Whre is it?", ["Whre"], "Where is it?"),
        ("waht is there", ["waht"], "what is there"),
        ("ad documnets to a libary", ["ad", "documnets", "libary"], "add documents to a library"),
    ],
)
def test_a_slip_is_mended_to_a_word_as_documents_write_it(asked: str, missing: list[str], meant: str) -> None:
    mending = mend_in(make_library(TEXT), asked, *missing)
    assert mending is not None
    assert mending.text.lower() == meant.lower()
    assert mending.sure


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("Who is the librarian's sister?", "sister"),
        ("What is a bicycle?", "bicycle"),
        ("Where is libary2?", "libary2"),
        ("Where is LIBARY?", "LIBARY"),
        ("What is libary.path?", "libary"),
        ("What is my_libary?", "libary"),
        ("mail to me@libary.org", "libary"),
        ("What is a doc?", "doc"),
        ("Where is libArry?", "libArry"),
        ("What does documentary mean?", "documentary"),
        ("Where is 図書館?", "図"),
        ("x" * 5_000, "x" * 5_000),
    ],
)
def test_what_may_be_right_is_left_alone(asked: str, word: str) -> None:
    assert mend_in(make_library(TEXT), asked, word) is None


def test_where_two_words_are_as_near_none_is_taken_unless_far_more_common() -> None:
    both = make_library("The breeding of sheep.", "The bleeding stopped.")
    assert mend_in(both, "What about beeding?", "beeding") is None
    common = make_library("The breeding of sheep.", *["The bleeding stopped."] * 5)
    mending = mend_in(common, "What about beeding?", "beeding")
    assert mending is not None
    assert mending.text == "What about bleeding?"


@pytest.mark.parametrize(
    ("word", "held"),
    [("truce", "true"), ("plight", "light"), ("trough", "through"), ("beginners", "beginning"), ("vegan", "began")],
)
def test_a_word_is_not_taken_for_another_that_documents_hold(word: str, held: str) -> None:
    assert mend_in(make_library(f"It was {held}, they said."), f"What about the {word}?", word) is None


def test_a_misspelt_word_that_only_says_what_is_asked_for_is_mended_too() -> None:
    library = make_library("The interface speaks ten languages.")
    assert library.examine("Which lannguages does it speak?").suggestion == "Which languages does it speak?"


def test_another_letter_in_a_name_is_asked_back() -> None:
    library = make_library(TEXT)
    assert mend_in(library, "Who is Roswita Engel?", "Roswita") == Mending("Who is Roswitha Engel?", True)
    assert mend_in(library, "Who is Roswitta Engel?", "Roswitta") == Mending("Who is Roswitha Engel?", False)
    assert mend_in(library, "Who is Roswitha Angel?", "Angel") is None  # a word


def test_without_a_list_of_words_other_forms_and_short_words_are_left_alone() -> None:
    library = make_library(
        "Der Direktor leitet das Museum. Die Bibliothek ist offen, die Ausstellung frei.", language="de"
    )
    mending = mend_in(library, "Wo ist die Bibiothek?", "Bibiothek", language="de")
    assert mending == Mending("Wo ist die Bibliothek?", True)
    mending = mend_in(library, "Was kostet die Austsellung?", "Austsellung", language="de")
    assert mending == Mending("Was kostet die Ausstellung?", True)
    assert mend_in(library, "Wer sind die Direktors?", "Direktorz", language="de") is None
    assert mend_in(library, "Was ist eine Form?", "Form", language="de") is None
    assert mend_in(library, "Ist das ofen?", "ofen", language="de") is None


def test_a_question_about_something_else_is_left_alone() -> None:
    missing = [f"libary{'x' * n}" for n in range(7)]
    assert mend_in(make_library(TEXT), " ".join(missing), *missing) is None
    assert mend_in(make_library(TEXT), "Where is the libary?") is None
