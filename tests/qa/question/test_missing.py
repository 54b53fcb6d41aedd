"""Which words are named as missing: whole ones, and none that stands in a title, asks, or is a letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.question.missing import name_missing
from qa.question.question import Question


@pytest.mark.parametrize(
    ("question", "language", "missing", "named"),
    [
        ("李梅的手机号码是多少？", "zh", "手机号码多少", ("手机号码",)),
        ("茶馆和茶几点关门？", "zh", "茶几", ("茶",)),
        ("市役所の電話番号は？", "ja", "の電話番号", ("電話番号",)),
        ("プールはいつ開きますか？", "ja", "プいつか", ("プール",)),
        ("ห้องสมุดเปิดกี่โมง", "th", "กม", ()),
    ],
)
def test_characters_are_put_together(question: str, language: str, missing: str, named: tuple[str, ...]) -> None:
    assert name_missing(Question(question, language), [*missing], []) == named


def test_a_word_of_a_title_or_a_file_name_is_not_named() -> None:
    question = Question("When does Ada Brook's zeppelin fly?")
    assert name_missing(question, ["Ada", "Brook's", "zeppelin"], ["Ada Brook", ""]) == ("zeppelin",)
    assert name_missing(question, ["Ada", "zeppelin"], ["zeppelin-2024.txt"]) == ("Ada",)
    assert name_missing(question, [], ["Ada"]) == ()


@given(st.text(max_size=40), st.data())
def test_what_is_named_stands_in_the_question_and_holds_what_is_missing(text: str, data: st.DataObject) -> None:
    question = Question(text, data.draw(st.sampled_from(["en", "zh", "ja", "th"])))
    words = question.content_words
    missing = data.draw(st.lists(st.sampled_from(words), unique=True)) if words else []
    for name in name_missing(question, missing, []):
        assert name in text
        assert any(word in name for word in missing)


def test_an_answer_names_words_as_they_were_typed() -> None:
    with qa.Library() as library:
        library.add(
            qa.Document(text="Phone: 0151 2233. Office hours are on Monday.", title="Ada Brook"),
            qa.Document(text="张强是人事部经理。他的办公室在三楼。", title="员工"),
        )
        assert library.ask("What is the phone number of Ada Brook?").missing_terms == ("number",)
        assert library.ask("张强的电话号码是多少？").missing_terms == ("电话号码",)
