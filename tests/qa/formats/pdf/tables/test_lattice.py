"""Grids of lines and which of their fields are one."""

from __future__ import annotations

from qa.formats.pdf.page import Rule
from qa.formats.pdf.tables.lattice import LatticeField, find_lattices


def flat(at: float, start: float, end: float) -> Rule:
    return Rule(True, at, start, end)


def upright(at: float, start: float, end: float) -> Rule:
    return Rule(False, at, start, end)


FRAME = [flat(0, 0, 100), flat(60, 0, 100), upright(0, 0, 60), upright(100, 0, 60)]


def test_a_field_without_a_line_within_is_one() -> None:
    (lattice,) = find_lattices([*FRAME, upright(40, 0, 60), flat(30, 40, 100)])
    assert (lattice.lefts, lattice.tops) == ((0, 40, 100), (60, 30, 0))
    assert lattice.fields == (LatticeField(0, 0, 2, 1), LatticeField(0, 1, 1, 1), LatticeField(1, 1, 1, 1))


def test_a_table_without_lines_at_its_sides_ends_where_its_lines_end() -> None:
    (lattice,) = find_lattices([flat(0, 0, 100), flat(60, 0, 100), upright(50, 0, 60)])
    assert lattice.lefts == (0, 50, 100)


def test_lines_that_miss_one_another_by_little_meet_and_others_do_not() -> None:
    assert find_lattices([flat(0, 0, 98), upright(100, 2, 60), flat(60, 0, 99), upright(50, 1, 59)])[0].n_columns == 2
    assert find_lattices([flat(0, 0, 50), upright(100, 2, 60)]) == []


def test_fields_that_are_no_rectangle_stay_apart() -> None:
    (lattice,) = find_lattices([*FRAME, upright(50, 30, 60), flat(30, 0, 50)])
    assert len(lattice.fields) == 4


def test_grids_apart_are_two() -> None:
    other = [Rule(rule.flat, rule.at + 500, rule.start + 500, rule.end + 500) for rule in FRAME]
    inner = [upright(50, 0, 60), upright(550, 500, 560)]
    assert len(find_lattices([*FRAME, *other, *inner])) == 2
