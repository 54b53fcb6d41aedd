"""Tables whose columns are parted by lines: what stands in the fields of a lattice."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from qa.formats.pdf.page import begins_item
from qa.formats.pdf.tables.folding import fold_rows
from qa.formats.pdf.tables.lattice import Lattice
from qa.formats.pdf.tables.pieces import LinePiece, cell_line, cut_at
from qa.formats.pdf.tables.table import Cell, PageTable
from qa.formats.pdf.tables.visual import TIGHT, ends_early, is_figure, line_up, pitch_of

__all__ = ["fill_lattice"]

_MIN_CELLS = 3
_MIN_FILLED = 0.2  # of the fields that hold a text
_LONG = 700  # characters of a cell: a page that is laid out in boxes
_MANY = 0.7  # of the rows

_Spot = tuple[int, int, int, int]  # row, column, and how many of each are covered


def fill_lattice(lattice: Lattice, pieces: Sequence[LinePiece]) -> tuple[PageTable, list[LinePiece]] | None:
    """Return the table that a lattice makes of pieces, and the pieces that it leaves; None where it makes none."""
    inside, outside = _part(lattice, pieces)
    spots: list[tuple[_Spot, list[LinePiece]]] = []
    for field, own in inside:
        spots.append(((field[0], field[1], field[2], field[3]), own))
    n_filled = len(spots)
    if n_filled < _MIN_CELLS or n_filled < _MIN_FILLED * len(lattice.fields) or _is_layout(spots):
        return None
    if _has_columns_within(spots):
        return None
    spots = _split_rows(lattice, _part_beside(lattice, spots))
    rows, columns = sorted({spot[0] for spot, _ in spots}), sorted({spot[1] for spot, _ in spots})
    if len(rows) < 2 or len(columns) < 2:
        return None
    cells = []
    for (row, column, down, across), own in spots:
        first, last = rows.index(row), bisect_right(rows, row + down - 1) - 1
        left, right = columns.index(column), bisect_right(columns, column + across - 1) - 1
        lines = tuple(cell_line(piece) for line in line_up(own) for piece in line)
        cells.append(Cell(lines, first, left, last - first + 1, right - left + 1))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    edges = [lattice.lefts[min(column, lattice.n_columns)] for column in columns] + [lattice.lefts[-1]]
    table = PageTable(
        cells,
        list(pairwise(edges)),
        lattice.lefts[0],
        lattice.tops[-1],
        lattice.lefts[-1],
        lattice.tops[0],
        ruled=True,
    )
    return table, outside


def _part(lattice: Lattice, pieces: Sequence[LinePiece]) -> tuple[list[tuple[_Spot, list[LinePiece]]], list[LinePiece]]:
    """Return the pieces in each field that holds some, and those that stand outside."""
    owners: dict[tuple[int, int], int] = {}
    for number, field in enumerate(lattice.fields):
        for row in range(field.row, field.row + field.down):
            for column in range(field.column, field.column + field.across):
                owners[row, column] = number
    rising = [-top for top in lattice.tops]
    inside: defaultdict[int, list[LinePiece]] = defaultdict(list)
    outside = []
    for piece in pieces:
        row = bisect_right(rising, -piece.middle) - 1
        if not 0 <= row < lattice.n_rows or piece.right < lattice.lefts[0] or piece.left > lattice.lefts[-1]:
            outside.append(piece)
            continue
        walls = [lattice.lefts[0], lattice.lefts[-1]]
        walls[1:1] = [
            lattice.lefts[column]
            for column in range(1, lattice.n_columns)
            if owners[row, column - 1] != owners[row, column]
        ]
        for cut in cut_at(piece, walls):
            column = bisect_right(lattice.lefts, (cut.left + cut.right) / 2) - 1
            if 0 <= column < lattice.n_columns:
                inside[owners[row, column]].append(cut)
            else:
                outside.append(cut)
    fields = lattice.fields
    spots = [
        ((fields[n].row, fields[n].column, fields[n].down, fields[n].across), own) for n, own in sorted(inside.items())
    ]
    return spots, outside


def _is_layout(spots: Sequence[tuple[_Spot, list[LinePiece]]]) -> bool:
    """Tell whether fields are boxes of prose rather than cells."""
    lengths = [sum(len(piece.text) for piece in own) for _, own in spots]
    return max(lengths) > _LONG and len(lengths) < 2 * sum(length > _LONG / 3 for length in lengths) + 4


def _has_columns_within(spots: Sequence[tuple[_Spot, list[LinePiece]]]) -> bool:
    """Tell whether the fields of a column, or the lines of a field, hold columns that no line parts."""
    several: defaultdict[tuple[int, int], list[bool]] = defaultdict(list)
    for (_, column, _, across), own in spots:
        lines = [len(line) > 1 for line in line_up(own)]
        if len(lines) > 2 and 2 * sum(lines) > len(lines):
            return True
        several[column, across].append(any(lines))
    return any(len(each) > 2 and 2 * sum(each) > len(each) for each in several.values())


def _split_rows(lattice: Lattice, spots: list[tuple[_Spot, list[LinePiece]]]) -> list[tuple[_Spot, list[LinePiece]]]:
    """Return the fields with those of a row made several where lines of text are rows that nothing rules."""
    by_row: defaultdict[int, list[tuple[_Spot, list[LinePiece]]]] = defaultdict(list)
    for spot, own in spots:
        by_row[spot[0]].append((spot, own))
    split = []
    shift = 0
    below = {row for (row, _, down, _), _ in spots for row in range(row + 1, row + down)}
    for row in sorted(by_row):
        band = by_row[row]
        if row in below or any(down > 1 for (_, _, down, _), _ in band):
            stacked, lines = False, list[dict[tuple[int, int], list[LinePiece]]]()
        else:
            lines = _split_stacks(lattice, band)
            stacked = bool(lines)
            lines = lines or _split_lines(lattice, band)
        if not lines:
            split += [((row + shift, column, down, across), own) for (_, column, down, across), own in band]
            continue
        for number, cells in enumerate(lines):
            for (first, last), inside in sorted(cells.items()):
                covers = stacked and number == 0 and (first, last) not in lines[1]
                split.append(((row + shift + number, first, len(lines) if covers else 1, last - first + 1), inside))
        shift += len(lines) - 1
    return split


def _split_stacks(
    lattice: Lattice, band: Sequence[tuple[_Spot, list[LinePiece]]]
) -> list[dict[tuple[int, int], list[LinePiece]]]:
    """Return the rows of fields most of which hold as many figures, one above the other, beside fields of one line."""
    lined = [((column, column + across - 1), line_up(own)) for (_, column, _, across), own in band]
    counts = {len(lines) for _, lines in lined} - {1}
    stacks = [lines for _, lines in lined if len(lines) > 1]
    if len(counts) != 1 or len(stacks) < 2 or 2 * len(stacks) < len(lined):
        return []
    figures = [all(is_figure(" ".join(piece.text for piece in line)) for line in lines) for lines in stacks]
    if 2 * sum(figures) < len(stacks) or (sum(figures) < 2 and not _are_ended(lattice, band)):
        return []
    return [{spot: lines[number] for spot, lines in lined if number < len(lines)} for number in range(counts.pop())]


def _split_lines(
    lattice: Lattice, band: Sequence[tuple[_Spot, list[LinePiece]]]
) -> list[dict[tuple[int, int], list[LinePiece]]]:
    """Return the rows of fields whose lines of text are rows of their own."""
    rows = line_up(piece for _, own in band for piece in own)
    if not _are_rows(lattice, band, rows):
        return []
    return fold_rows([_place(line, band) for line in rows], list(pairwise(lattice.lefts)), ())


def _place(
    line: Sequence[LinePiece], band: Sequence[tuple[_Spot, list[LinePiece]]]
) -> dict[tuple[int, int], list[LinePiece]]:
    """Return the pieces of a line of text by the first and last column of the field that they stand in."""
    members = set(line)
    placed = {}
    for (_, column, _, across), own in band:
        if inside := [piece for piece in own if piece in members]:
            placed[column, column + across - 1] = inside
    return placed


def _are_rows(
    lattice: Lattice, band: Sequence[tuple[_Spot, list[LinePiece]]], rows: Sequence[Sequence[LinePiece]]
) -> bool:
    """Tell whether lines of text within a row of fields are rows of their own: most columns have them all."""
    if len(rows) < 3 or len(band) < 2:
        return False
    stacks = [[is_figure(" ".join(piece.text for piece in line)) for line in line_up(own)] for _, own in band]
    if any(sum(stack) > 2 and sum(stack) >= _MANY * len(stack) for stack in stacks):
        return True
    several = [(spot, own) for spot, own in band if len(own) >= _MANY * len(rows)]
    figures = any(sum(is_figure(piece.text) for piece in own) * 2 > len(own) for _, own in several)
    if len(several) < (2 if figures else 3) or 2 * len(several) < len(band):
        return False
    return _are_ended(lattice, several)


def _are_ended(lattice: Lattice, band: Sequence[tuple[_Spot, list[LinePiece]]]) -> bool:
    """Tell whether most lines in fields were ended on purpose, as the next word would have fitted behind."""
    early = total = 0
    for (_, column, _, across), own in band:
        width = 0.9 * (lattice.lefts[column + across] - lattice.lefts[column])
        ordered = sorted(own, key=lambda piece: -piece.middle)
        for above, under in pairwise(ordered):
            total += 1
            apart = pitch_of([above], [under]) > TIGHT * above.line.size
            early += (apart or ends_early(above, under, width)) and not (
                begins_item(under.text) or under.text[:1].islower()
            )
    return early >= _MANY * total


def _part_beside(lattice: Lattice, spots: list[tuple[_Spot, list[LinePiece]]]) -> list[tuple[_Spot, list[LinePiece]]]:
    """Return the fields, one over several rows parted where its lines stand beside those of the rows."""
    by_row: defaultdict[int, list[LinePiece]] = defaultdict(list)
    for (row, _, down, _), own in spots:
        if down == 1:
            by_row[row] += own
    parted = []
    for spot, own in spots:
        row, column, down, across = spot
        lines = line_up(own)
        beside = [
            any(one.line.bottom < line[0].middle < one.line.top for one in by_row[row + number])
            for number, line in enumerate(lines)
        ]
        if down == len(lines) > 1 and all(beside) and _are_ended(lattice, [(spot, own)]):
            parted += [((row + number, column, 1, across), line) for number, line in enumerate(lines)]
        else:
            parted.append((spot, own))
    return parted
