"""One misspelt word: which word is meant, how sure that is, and which words are none to be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import qa
from qa.question.mending.slips import Correction, correct, is_mendable
from qa.text.stems import term
from qa.types import NearTerm, Passage


def hold(**counts: int) -> Callable[[str, str, int], Sequence[NearTerm]]:
    """Return what finds near terms among given words, each in so many passages."""

    def find_near(word: str, language: str, most: int) -> list[NearTerm]:
        return [
            NearTerm(term(held, language), most + 1, n, (Passage("d", 0, 0, len(held), held, language=language),))
            for held, n in counts.items()
        ]

    return find_near


def correct_among(word: str, language: str = "en", *, inside: bool = True, **counts: int) -> Correction | None:
    return correct(word, [language], hold(**counts), lambda word, language: None, inside=inside)


def written(correction: Correction | None) -> str:
    return correction.written if correction else ""


def test_fewer_letters_between_two_words_come_first_then_no_letter_changed_then_the_same_beginning() -> None:
    assert written(correct_among("telescpoe", telescope=1, telescopes=9)) == "telescope"
    assert written(correct_among("tirals", tidals=9, trials=1)) == "trials"
    assert written(correct_among("obnservatory", observatory=1)) == "observatory"


def test_of_two_as_likely_none_is_meant_but_one_that_is_far_more_common() -> None:
    assert correct_among("beeding", breeding=2, bleeding=5) is None
    assert written(correct_among("beeding", breeding=2, bleeding=6)) == "bleeding"


def test_function_words_are_meant_though_no_passage_holds_them() -> None:
    assert written(correct_among("whcih")) == "which"
    assert written(correct_among("Whcih", inside=False)) == "Which"
    assert written(correct_among("nihct", "de")) == "nicht"
    assert correct_among("Whcih") is None  # a name, as far as can be told


@pytest.mark.parametrize("word", ["libary", "Libary", "libärx"])
def test_a_word_that_people_type_is_mendable(word: str) -> None:
    text = f"the {word}?"
    assert is_mendable(word, text, 4, 4 + len(word))


@pytest.mark.parametrize(
    "text", ["libary.path", "a/libary", "libary2", "LIBARY", "liBary", "libary#2", "lib", "x" * 99]
)
def test_a_part_of_an_identifier_is_not(text: str) -> None:
    start = max(0, text.find("libary"))
    word = "libary" if "libary" in text and "2" not in text[start : start + 7] else text
    assert not is_mendable(word, text, start, start + len(word))


def test_what_is_written_comes_from_the_passages_of_the_library() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text="Die Bücherei öffnet um neun Uhr.", language="de"))
    with library._index.view() as view:
        correction = correct("Bücehrei", ["de"], view.find_near, lambda word, language: None, inside=True)
    assert correction is not None
    assert (correction.written, correction.sure) == ("Bücherei", True)
