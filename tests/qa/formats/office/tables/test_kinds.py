"""What a table is."""

from __future__ import annotations

from qa.formats.office.recording import Recording
from qa.formats.office.tables.cells import TableCell, TableRow
from qa.formats.office.tables.kinds import (
    count_names,
    has_known_labels,
    is_form,
    is_form_row,
    is_layout,
    may_have_names,
)
from qa.formats.writing.blocks import BlockWriter


def row(*texts: str, bold: bool = False, fill: str = "", is_head: bool = False) -> TableRow:
    cells = []
    for text in texts:
        recording = Recording(BlockWriter())
        for line in text.split("|"):
            recording.add_paragraph(line)
        cells.append(TableCell(recording, recording.join(), bold=bold, fill=fill))
    return TableRow(cells, starts=tuple(range(len(cells))), is_head=is_head)


NAMES, VALUES = ("Tree", "Age"), [row("Oak", "300"), row("Yew", "900")]


def test_what_only_places_texts_is_a_layout() -> None:
    assert is_layout([row("a"), row("b")])
    assert is_layout([row("a", ""), row("", "b")])
    assert is_layout([row("It opens at nine.|It closes at five.", "A ticket costs 14 euros.")])
    assert is_layout([row("a|" + "b" * 200, "c|" + "d" * 200)] * 2)
    assert is_layout([row("The museum opens at nine. " * 4, "b")])
    assert not is_layout([row("a", "b")])
    assert not is_layout([row(*NAMES, is_head=True), row("a|" + "b" * 200, "c|" + "d" * 200)])


def test_a_head_is_marked_bold_or_on_a_ground_of_its_own() -> None:
    assert count_names([row(*NAMES, is_head=True), *VALUES], first_row=False) == 1
    assert count_names([row(*NAMES, bold=True), *VALUES], first_row=False) == 1
    assert count_names([row(*NAMES, fill="D9D9D9"), *VALUES], first_row=False) == 1
    assert count_names([row(*NAMES), *VALUES], first_row=True) == 1
    assert count_names([row(*NAMES), *VALUES], first_row=False) is None
    striped = [row(*NAMES, fill="D9D9D9"), row("Oak", "300"), row("Yew", "900", fill="D9D9D9")]
    assert count_names(striped, first_row=False) is None
    assert count_names([row("Oak", "300", bold=True), row("Yew", "900", bold=True)], first_row=False) is None
    assert count_names([row(*NAMES, is_head=True)] * 2, first_row=False) is None


def test_a_head_has_the_columns_of_the_rows_below() -> None:
    wide = [row("a", "b", "c", "d", "e"), row("f", "g", "h", "i", "j")]
    head = TableRow(row("Left", "Right", bold=True).cells, starts=(0, 7))
    assert count_names([head, *wide], first_row=False) is None


def test_names_may_stand_above_rows_that_are_alike() -> None:
    assert may_have_names([row(*NAMES), *VALUES])
    assert may_have_names([row(*NAMES), VALUES[0]])
    assert not may_have_names([row(*NAMES), row("Oak", "old")])
    assert not may_have_names([row("Soup", "6 euros"), row("Tea", "3 euros"), row("Cake", "free")])
    assert may_have_names([row("Room", "2023"), row("Blue", "410"), row("Green", "398")])
    assert may_have_names([row("Week", "1", "2"), row("Ito", "40", "38"), row("Ruiz", "20", "25")])
    assert may_have_names([row("Room", "1st floor"), row("Blue", "yes"), row("Green", "no")])
    assert not may_have_names([row("Street: Town:", "x"), *VALUES])
    assert not may_have_names([row("Ash", "It grows fast."), *VALUES])
    assert not may_have_names([row(*NAMES)])


def test_labels_beside_values_are_a_form() -> None:
    assert is_form_row(row("Name:", "Ito", "Born:", "1970"))
    assert not is_form_row(row("Name:", "Born:"))
    assert not is_form_row(row("Name:", "Ito", "Born:"))
    labels = [row("Name:", "Ito"), row("City:", "Oslo"), row("Note", "none")]
    assert is_form(labels, n_names=1, first_column=False)
    assert is_form(VALUES, n_names=None, first_column=True)
    assert not is_form(VALUES, n_names=None, first_column=False)
    assert not is_form(VALUES, n_names=1, first_column=True)


def test_labels_that_forms_have_everywhere_need_no_marks() -> None:
    known = [row("Name", "Ito", "Date of birth", "3 May 1988"), row("Street", "Mill Lane 4", "Town", "Lund")]
    assert has_known_labels(known)
    assert is_form(known, n_names=None, first_column=False)
    assert not has_known_labels([row("Name", "Phone"), row("Ito", "12"), row("Ruiz", "34")])
    assert not has_known_labels([row("Name", "Ito"), row("all of it")])
