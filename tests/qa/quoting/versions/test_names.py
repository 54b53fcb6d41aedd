"""Which documents have one name."""

from __future__ import annotations

import pytest

import qa
from qa.quoting.versions.names import are_near_names, have_one_name, read_file_name, strip_marks
from qa.types import DocumentInfo


def describe(n: int, title: str, source: str = "") -> DocumentInfo:
    library = qa.Library()
    (made,) = library.add(qa.Document(id=f"d{n}", text="A text.", title=title, source=source))
    return next(info for info in library.documents() if info.id == made)


@pytest.mark.parametrize(
    "name",
    [
        "Price list (old)",
        "price_list_2024",
        "Price list v2.1",
        "Price list, 2nd edition",
        "Price list - final draft",
        "New price list",
        "Price list (2)",
        "Copy of price list",
        "Price list valid from 1 March 2024",
        "price list 2.10",
    ],
)
def test_marks_are_taken_away(name: str) -> None:
    assert strip_marks(name) == "price list"


@pytest.mark.parametrize("name", ["Chapter 2", "Room 101", "Newsletter", "Goldener Saal", "Altona"])
def test_what_is_no_mark_stays(name: str) -> None:
    assert strip_marks(name) == name.casefold()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Rules", "a.md"), ("Rules", "b.md"), True),
        (("Rules 2023", "a.md"), ("Rules 2024", "b.md"), True),
        (("Rules of the house", "rules-v1.md"), ("House rules", "rules-v2.md"), False),
        (("", "rules-v1.md"), ("", "rules-v2.pdf"), True),
        (("", "old/rules.md"), ("", "new/rules.md"), True),
        (("", "old/README.md"), ("", "new/README.md"), False),
        (("Minutes 2023", "a.md"), ("Minutes 2024", "b.md"), False),
        (("Minutes 2023 (draft)", "a.md"), ("Minutes 2023", "b.md"), True),
        (("Chapter 1", "a.md"), ("Chapter 2", "b.md"), False),
        (("Rules", ""), ("Menu", ""), False),
    ],
)
def test_one_name(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    a, b = describe(1, *one), describe(2, *other)
    assert have_one_name(a, b) is same
    assert have_one_name(b, a) is same
    assert not have_one_name(a, a)


def test_a_longer_name_is_near() -> None:
    assert are_near_names(describe(1, "Handbook"), describe(2, "Handbook for staff 2024"))
    assert not are_near_names(describe(1, "Lease Smith"), describe(2, "Lease Jones"))


def test_the_name_of_a_file() -> None:
    assert read_file_name("C:\\rules\\House rules.docx") == "House rules"
    assert read_file_name("https://example.org/rules/?page=2") == "rules"
    assert not read_file_name("")
