"""The persons that a sentence names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.persons.names import find_persons


@pytest.mark.parametrize(
    ("sentence", "language", "names"),
    [
        ("Una Grey met Tom Reed in York.", "en", ["Una Grey", "Tom Reed"]),
        ("The Iron Bridge was opened by Mayor Una Grey.", "en", ["Una Grey"]),
        ("In New York, J. R. Reed signed.", "en", ["J. R. Reed"]),
        ("Mr. Reed is away; Dr Ito is not.", "en", ["Reed", "Ito"]),
        ("The University of Leeds opened on Monday 4 May.", "en", []),
        ("General terms apply. ANNUAL LEAVE", "en", []),
        ("Ludwig van der Berg zog nach Graz.", "de", ["Ludwig van der Berg"]),
        ("Frau Dr. Kern leitet die Abteilung.", "de", ["Kern"]),
        ("La Torre Nueva mide 40 m.", "es", []),
        ("Господин Зуев ушёл, Анна Белова осталась.", "ru", ["Зуев", "Анна Белова"]),
        ("卡拉·米勒是市长。", "zh", ["卡拉·米勒"]),
        ("学校在三楼。", "zh", []),
        ("マリア・ロペスは歌手です。", "ja", ["マリア・ロペス"]),
    ],
)
def test_names_of_persons_are_told_from_those_of_things(sentence: str, language: str, names: list[str]) -> None:
    assert [person.name for person in find_persons(sentence, language)] == names


@pytest.mark.parametrize(
    ("sentence", "language", "gender"),
    [
        ("Mrs Grey is away.", "en", "she"),
        ("Her brother Tom Reed is away.", "en", "he"),
        ("Una Grey is away.", "en", None),
        ("Eva Kern ist die Leiterin.", "de", "she"),
        ("Herr Kern ist da.", "de", "he"),
        ("Rosa Gil es la alcaldesa.", "es", "she"),
        ("Paul Roux est né à Lyon.", "fr", "he"),
        ("Анна Белова родилась в Туле.", "ru", "she"),
        ("王先生在三楼。", "zh", "he"),
    ],
)
def test_titles_kinship_and_agreement_tell_the_gender(sentence: str, language: str, gender: str | None) -> None:
    assert [person.gender for person in find_persons(sentence, language)] == [gender]


@given(st.text(max_size=300), st.sampled_from(["en", "de", "ru", "zh", "ja", "ko", "th"]))
def test_a_name_stands_where_it_is_said_to(sentence: str, language: str) -> None:
    for person in find_persons(sentence, language):
        assert sentence.startswith(person.name.split()[0], person.start)
