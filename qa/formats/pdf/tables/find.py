"""The tables of a page, and the lines that are in none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.formats.pdf.page import PageLine, Rule
from qa.formats.pdf.tables.aligned import find_aligned
from qa.formats.pdf.tables.columns import cut_columns
from qa.formats.pdf.tables.lattice import Lattice, find_lattices
from qa.formats.pdf.tables.pieces import join_rest, pieces_of
from qa.formats.pdf.tables.ruled import fill_lattice
from qa.formats.pdf.tables.table import PageTable
from qa.formats.pdf.tables.visual import line_up

__all__ = ["PageTables", "find_tables"]

_MAX_PIECES = 20_000  # of a page


@dataclass(slots=True)
class PageTables:
    """The lines of a page that are in no table, in their order, and its tables, each with how many lines precede it."""

    lines: list[PageLine]
    tables: list[tuple[int, PageTable]] = field(default_factory=list)


def find_tables(lines: Sequence[PageLine], rules: Sequence[Rule]) -> PageTables:
    """Return the tables of a page, ruled ones and those that are aligned."""
    pieces = pieces_of(lines)
    if len(pieces) > _MAX_PIECES:
        return PageTables(list(lines))
    places: list[tuple[int, PageTable]] = []  # by the first line of each
    lines_only = [rule for rule in rules if not rule.edge]
    for lattice in [*_find_sorted(lines_only), *(_find_sorted(rules) if len(lines_only) < len(rules) else ())]:
        filled = fill_lattice(lattice, pieces)
        if filled is not None:
            table, rest = filled
            left = set(rest)
            places.append((min(piece.number for piece in pieces if piece not in left), table))
            pieces = rest
    if len(pieces) > 3:
        pieces = sorted(cut_columns(line_up(pieces)), key=lambda piece: piece.number)
        for table, taken in find_aligned(pieces, rules):
            gone = set(taken)
            places.append((min(piece.number for piece in taken), table))
            pieces = [piece for piece in pieces if piece not in gone]
    if not places:
        return PageTables(list(lines))
    kept = join_rest(lines, pieces)
    places.sort(key=lambda place: place[0])
    return PageTables(
        [line for _, line in kept],
        [(sum(number < first for number, _ in kept), table) for first, table in places],
    )


def _find_sorted(rules: Sequence[Rule]) -> list[Lattice]:
    """Return the grids of lines, those within others first."""
    return sorted(find_lattices(rules), key=lambda each: each.n_rows * each.n_columns)
