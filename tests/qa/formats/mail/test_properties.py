"""Properties of Outlook's items: texts in their code page, numbers, times, and names of their own."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest

from qa.formats.mail.compound_file import open_compound
from qa.formats.mail.properties import Properties
from tests.qa.formats.mail.compound_writer import write_compound, write_item


def make(*arguments: object, **further: object) -> Properties:
    item = write_item(*arguments, **further)  # type: ignore[arg-type]
    return Properties(open_compound(write_compound(item)), n_header=32)


@pytest.mark.parametrize(
    ("numbers", "charset", "text"),
    [({0x3FFD: 1253}, "cp1253", "Στέγη"), ({0x3FDE: 20866}, "koi8-r", "Крыша"), ({0x3FF1: 0x0415}, "cp1250", "Łąka")],
)
def test_texts_are_read_in_the_code_page_that_is_stated(numbers: dict[int, int], charset: str, text: str) -> None:
    assert make({0x1000: text}, numbers=numbers, narrow=charset).text(0x1000) == text


def test_what_is_not_there_is_empty() -> None:
    item = make({})
    assert (item.text(1), item.data(1), item.inner(1), item.number(1), item.time(1), item.named(1), item.html) == (
        "", b"", None, None, None, 0, b"",
    )  # fmt: skip


def test_numbers_and_times_are_told_by_their_kinds() -> None:
    noon = datetime(2023, 12, 31, 12, tzinfo=UTC)
    item = make({}, numbers={0x0C15: 2}, times={0x0039: noon, 0x0E06: datetime(1601, 1, 1, tzinfo=UTC)})
    assert item.number(0x0C15) == 2
    assert item.time(0x0039) == noon
    assert item.time(0x0E06) is None  # no time was set
    assert item.number(0x0039) is None
    assert item.time(0x0C15) is None


def test_properties_with_names_of_their_own_are_numbered_by_the_file() -> None:
    entries = struct.pack("<IHHIHH", 0x8208, 6, 0, 44, 7, 1)  # the second is named by a text
    item = make({}, folders={"__nameid_version1.0": {"__substg1.0_00030102": entries}})
    assert (item.named(0x8208), item.named(44)) == (0x8000, 0)


def test_a_page_is_read_in_the_code_page_of_the_internet() -> None:
    assert make({0x1013: "<p>Dächer".encode("cp1252")}, numbers={0x3FDE: 1252}).html == "<p>Dächer".encode()
    assert make({0x1013: "<p>Dächer"}).html == "<p>Dächer".encode()
