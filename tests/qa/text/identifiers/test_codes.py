from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.identifiers.codes import find_identifiers
from tests.qa.strategies import texts


def named(question: str) -> list[str]:
    return [each.text for each in find_identifiers(question)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("error P-204 or p205?", ["P-204", "p205"]),
        ("What is mail.retry_count, and log_level?", ["mail.retry_count", "log_level"]),
        ("Is it in report.pdf?", ["report.pdf"]),
        ("What does clause 7.2 say about § 3.1.2?", ["7.2", "3.1.2"]),
        ("Was steht in Ziffer 4.1?", ["4.1"]),
        ("Что сказано в пункт 5.2", ["5.2"]),
        ("changes in v3.1.4", ["v3.1.4"]),
        ("错误LS-1017的意思", ["LS-1017"]),
        ("KX-500-B and SARS-CoV-2", ["KX-500-B", "SARS-CoV-2"]),
    ],
)
def test_what_names_one_thing_is_an_identifier(question: str, expected: list[str]) -> None:
    assert named(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "How much is 12.50 of 1.000.000 on 4.5.2024 or 2024.05.04?",
        "A well-known 21-day trip, e.g. by U.S. ships at 8 a.m. in the 1980s",
        "the 21st of 10kg, Mon-Fri 8-17, 2019-2023, 9/11",
        "It ends.The next begins.",
        "Wi-Fi, e-mail, C++ and C#",
        "Article 12 of 2,000.5",
        "公元1953年，第3条，제3조 وال19 और कक्षा5",
        "",
    ],
)
def test_figures_and_hyphened_words_are_none(question: str) -> None:
    assert named(question) == []


@pytest.mark.parametrize(
    ("asked", "same", "near", "other"),
    [
        ("LS-1017", ["ls1017", "LS 1017", "LS‑1017.", "(LS-1017)"], ["LS-1018", "ls101", "LS-10170"], ["1017", "LSX"]),
        ("log_level", ["log_level", "log-level"], ["log_format"], ["level", "a log of it"]),
        ("covid19", ["Covid-19", "COVID 19"], ["covid-20"], ["covid", "a virus"]),
        ("clause 7.2", ["7.2 Keys", "7.2.1 Keys"], ["7.3 Deposit"], ["17.2.1.4", "7"]),
        ("v3.1.4", ["3.1.4", "v3.1.4"], ["3.1.5"], ["3.1"]),
    ],
)
def test_nearly_alike_is_not_the_same(asked: str, same: list[str], near: list[str], other: list[str]) -> None:
    (identifier,) = find_identifiers(asked)
    assert all(map(identifier.is_in, same))
    assert not any(map(identifier.is_missed_in, [*same, *other]))
    assert all(map(identifier.is_missed_in, near))
    assert not any(map(identifier.is_in, [*near, *other]))


@given(texts | st.text(st.sampled_from("aB19._- §v")))
def test_a_question_holds_its_own_identifiers(question: str) -> None:
    for identifier in find_identifiers(question):
        assert identifier.text in question
        assert identifier.is_in(identifier.text)
        assert not identifier.is_missed_in(identifier.text)


def test_a_long_code_takes_no_long_time() -> None:
    assert len(find_identifiers("a1-" * 100_000 + "b2")) == 1
    assert find_identifiers("a" * 100_000 + "." * 100_000 + "_") == ()
    (code,) = find_identifiers("a_b")
    assert not code.is_in("a " * 100_000)
