"""Which version of a document is newer."""

from __future__ import annotations

import pytest
from hypothesis import given

from qa.quoting.versions.age import VersionMarks, are_marked_apart, compare_ages, read_head, read_marks
from tests.qa.quoting.versions.test_names import describe
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("Rules", VersionMarks()),
        ("Rules v2.10", VersionMarks(version=(2, 10))),
        ("Rules Rev. 3", VersionMarks(version=(3,))),
        ("Rules, 3. Auflage", VersionMarks(version=(3,))),
        ("Rules (old)", VersionMarks(rank=-1)),
        ("Rules draft 2024", VersionMarks(rank=-2, date=(2024, 0, 0))),
        ("Regeln neu", VersionMarks(rank=1)),
        ("規則 新版", VersionMarks(rank=1)),
        ("rules_old_2023", VersionMarks(rank=-1, date=(2023, 0, 0))),
    ],
)
def test_marks_of_a_name(name: str, marks: VersionMarks) -> None:
    assert read_marks(name) == marks


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Rules v2.9", "Rules v2.10"),
        ("Rules 2023", "Rules 2024"),
        ("Rules 3 March 2024", "Rules 4 March 2024"),
        ("Rules (old) 2024", "Rules 2023"),
        ("Rules 2024 draft", "Rules 2023"),
        ("Rules revised 2023", "Rules 2024"),
        ("Rules", "Rules (new)"),
        ("Rules", "Rules 2024"),
        ("Rules", "Rules v2"),
    ],
)
def test_the_newer_name(older: str, newer: str) -> None:
    def read(document_id: str) -> str:
        return "A text."

    one, other = describe(1, older), describe(2, newer)
    assert compare_ages(other, one, read) == 1
    assert compare_ages(one, other, read) == -1
    assert are_marked_apart(one, other)


def test_texts_are_read_only_where_names_do_not_tell() -> None:
    def fail(document_id: str) -> str:
        raise AssertionError(document_id)

    assert compare_ages(describe(1, "Rules 2024"), describe(2, "Rules 2023"), fail) == 1
    said = {"d1": "Rules\n\nValid from 1 May 2024.", "d2": "Rules\n\nValid from 1 June 2024."}
    assert compare_ages(describe(1, "Rules"), describe(2, "Rules"), said.__getitem__) == -1
    assert compare_ages(describe(1, "Rules"), describe(2, "Rules"), lambda document_id: "Rules") == 0


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("House rules\n\nStand: 1. März 2024\n\nText.", (2024, 3, 1)),
        ("House rules\n\nThe house was built on 1 March 1931.", (0, 0, 0)),
        ("House rules\n\nThey hold until further notice, in force since 1 March 2024.", (2024, 3, 1)),
        ("House rules\n\nBonn, 1 March 2024\n\nText.", (2024, 3, 1)),
        ("House rules\n\nValid until 1 March 2024.", (0, 0, 0)),
        ("House rules 2024\n\nText.", (2024, 0, 0)),
        ("House rules\n\nCreated 2022-01-01, last updated on 2024-03-01.", (2024, 3, 1)),
        ("x" * 3000 + "\nStand: 1. März 2024", (0, 0, 0)),
    ],
)
def test_a_text_says_since_when_it_holds(head: str, date: tuple[int, int, int]) -> None:
    assert read_head(head).date == date


@pytest.mark.parametrize(
    ("head", "rank"),
    [
        ("These rules supersede those of May. This page supersedes all others.", 1),
        ("Diese Ordnung ersetzt die Fassung von Mai.", 1),
        ("This page was superseded by another one.", -1),
        ("Les règles de mai. Remplacées par d'autres.", -1),
        ("The rules of the house.", 0),
    ],
)
def test_a_text_says_that_it_replaces_another(head: str, rank: int) -> None:
    assert read_head(head).rank == rank


@given(texts, texts)
def test_one_is_newer_or_none(one: str, other: str) -> None:
    said = {"d1": one, "d2": other}
    a, b = describe(1, "Rules"), describe(2, "Rules")
    assert compare_ages(a, b, said.__getitem__) == -compare_ages(b, a, said.__getitem__)
