"""Grids that ruling lines make: where lines cross or meet, and which of their fields are one.

┌───┬───────┐
│   │       │      two rows; the first column is one field over both
│   ├───┬───┤
└───┴───┴───┘
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.formats.pdf.page import Rule

__all__ = ["Lattice", "LatticeField", "find_lattices"]

_TOUCH = 3.0  # points by which lines that meet may miss one another
_NARROW = 4.0  # points: lines nearer to one another are one
_MAX_FIELDS = 20_000


@dataclass(frozen=True, slots=True)
class LatticeField:
    """A field of a lattice: its first row and column, and how many it covers."""

    row: int
    column: int
    down: int
    across: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """Lines from the left, ascending, and from the top, descending, with the fields between them."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    fields: tuple[LatticeField, ...]

    @property
    def n_columns(self) -> int:
        return len(self.lefts) - 1

    @property
    def n_rows(self) -> int:
        return len(self.tops) - 1


def find_lattices(rules: Sequence[Rule]) -> list[Lattice]:
    """Return the grids that lines make, those of at least two rows or columns."""
    lattices = []
    for flat, upright in _connect(rules):
        lefts = _cluster([*(rule.at for rule in upright), *_ends_of(flat)])
        tops = _cluster([*(rule.at for rule in flat), *_ends_of(upright)])[::-1]
        n_fields = (len(lefts) - 1) * (len(tops) - 1)
        if 2 <= n_fields <= _MAX_FIELDS:
            lattices.append(Lattice(tuple(lefts), tuple(tops), tuple(_find_fields(lefts, tops, flat, upright))))
    return lattices


def _connect(rules: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines that meet one another, level and upright ones, for each group that has both."""
    parents = list(range(len(rules)))

    def find(one: int) -> int:
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    upright = sorted((rule.at, number) for number, rule in enumerate(rules) if not rule.flat)
    places = [at for at, _ in upright]
    for number, rule in enumerate(rules):
        if rule.flat:
            within = slice(bisect_left(places, rule.start - _TOUCH), bisect_right(places, rule.end + _TOUCH))
            for _, other in upright[within]:
                if rules[other].start - _TOUCH <= rule.at <= rules[other].end + _TOUCH:
                    parents[find(other)] = find(number)
    groups: defaultdict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, rule in enumerate(rules):
        groups[find(number)][0 if rule.flat else 1].append(rule)
    return [group for group in groups.values() if all(group)]


def _ends_of(rules: Iterable[Rule]) -> tuple[float, float]:
    rules = list(rules)
    return min(rule.start for rule in rules), max(rule.end for rule in rules)


def _cluster(places: Iterable[float]) -> list[float]:
    """Return places, ascending, those near to one another made one."""
    clustered: list[float] = []
    for place in sorted(places):
        if not clustered or place - clustered[-1] > _NARROW:
            clustered.append(place)
    return clustered


def _find_fields(
    lefts: Sequence[float], tops: Sequence[float], flat: list[Rule], upright: list[Rule]
) -> list[LatticeField]:
    """Return the fields, those made one between which no line stands."""
    n_columns, n_rows = len(lefts) - 1, len(tops) - 1
    parents = list(range(n_columns * n_rows))

    def find(one: int) -> int:
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    beside, below = _walls(upright, lefts), _walls(flat, tops)
    for row in range(n_rows):
        middle = (tops[row] + tops[row + 1]) / 2
        for column in range(1, n_columns):
            if not any(start <= middle <= end for start, end in beside[column]):
                parents[find(row * n_columns + column)] = find(row * n_columns + column - 1)
    for column in range(n_columns):
        middle = (lefts[column] + lefts[column + 1]) / 2
        for row in range(1, n_rows):
            if not any(start <= middle <= end for start, end in below[row]):
                parents[find(row * n_columns + column)] = find((row - 1) * n_columns + column)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for one in range(n_columns * n_rows):
        groups[find(one)].append(one)
    fields = []
    for group in groups.values():
        rows = [one // n_columns for one in group]
        columns = [one % n_columns for one in group]
        down, across = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        if down * across == len(group):
            fields.append(LatticeField(min(rows), min(columns), down, across))
        else:  # no rectangle
            fields += [LatticeField(row, column, 1, 1) for row, column in zip(rows, columns, strict=True)]
    return sorted(fields, key=lambda each: (each.row, each.column))


def _walls(rules: Iterable[Rule], places: Sequence[float]) -> list[list[tuple[float, float]]]:
    """Return where lines stand at each of the places."""
    walls: list[list[tuple[float, float]]] = [[] for _ in places]
    for rule in rules:
        nearest = min(range(len(places)), key=lambda number: abs(places[number] - rule.at))
        walls[nearest].append((rule.start, rule.end))
    return walls
