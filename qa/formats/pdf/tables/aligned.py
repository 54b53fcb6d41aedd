"""Tables whose columns nothing but gaps parts: rows of pieces that stand at the same places.

No table: columns of prose, contents with page numbers, references with a mark before each, addresses side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.formats.pdf.page import Rule, begins_item
from qa.formats.pdf.tables.columns import column_of, find_columns
from qa.formats.pdf.tables.folding import fold_rows
from qa.formats.pdf.tables.naming import name_columns
from qa.formats.pdf.tables.pieces import LinePiece, cell_line, cut_at, reach_of
from qa.formats.pdf.tables.prose import are_addresses, are_contents, are_labels, find_stories, is_prose
from qa.formats.pdf.tables.table import Cell, PageTable
from qa.formats.pdf.tables.visual import TIGHT, is_figure, line_up, pitch_of

__all__ = ["find_aligned"]

_APART = 3.2  # times the size: the widest distance of two rows of a table
_SINGLES = 3  # rows of one piece that may stand between rows of several
_WIDE_TEXT = 60  # characters of a piece that is no cell where it stands alone
_MIN_ROWS = 3
_MIN_FILLED = 0.5
_LONG = 36  # characters of a piece, on average: prose, with columns or without
_MAX_CELL = 80  # characters that half of the cells keep within
_MAX_DEPTH = 3
_MIN_RULES = 3  # lines between rows that make a table of whatever stands there
_MAX_HEAD = 4  # rows above a line


def find_aligned(pieces: Sequence[LinePiece], rules: Sequence[Rule]) -> list[tuple[PageTable, list[LinePiece]]]:
    """Return the tables that pieces make, each with the pieces that it takes."""
    tables = []
    for group in _group(line_up(pieces)):
        tables += _find_within(group, rules, 0)
    return tables


def _group(rows: Sequence[list[LinePiece]]) -> Iterator[list[list[LinePiece]]]:
    """Yield runs of rows near to one another that begin and end with several pieces, or with what goes on under one."""
    group: list[list[LinePiece]] = []
    n_singles, left = 0, 0.0
    for row in rows:
        several = len(row) > 1 and not any("\t" in piece.text for piece in row)
        near = bool(group) and pitch_of(group[-1], row) <= _APART * max(piece.line.size for piece in (*row, *group[-1]))
        if group and (
            not near
            or (not several and (n_singles >= _SINGLES or len(row) > 1))
            or (len(row) == 1 and len(row[0].text) > _WIDE_TEXT and row[0].left < left + 2 * row[0].line.size)
        ):
            yield from _trim(group)
            group, n_singles = [], 0
        if several:
            left = min(left, row[0].left) if group else row[0].left
            group.append(row)
            n_singles = 0
        elif group:
            group.append(row)
            n_singles += 1
    yield from _trim(group)


def _trim(group: list[list[LinePiece]]) -> Iterator[list[list[LinePiece]]]:
    """Yield a group if it has rows enough, without the rows of one piece at its end that begin where it begins."""
    left = min((piece.left for row in group for piece in row), default=0.0)
    while group and len(group[-1]) == 1 and group[-1][0].left < left + 2 * group[-1][0].line.size:
        if len(group) > 1 and len(group[-2]) > 1 and _runs_under(group[-2], group[-1]):
            break
        group.pop()
    if sum(len(row) > 1 for row in group) >= 2:
        yield group


def _runs_under(row: list[LinePiece], following: list[LinePiece]) -> bool:
    """Tell whether the only piece of a row is the further line of the first cell above it."""
    near = pitch_of(row, following) <= TIGHT * row[0].line.size
    return near and following[0].text[:1].islower() and following[0].right <= row[1].left


def _find_within(
    group: list[list[LinePiece]], rules: Sequence[Rule], depth: int
) -> list[tuple[PageTable, list[LinePiece]]]:
    """Return the tables of a group of rows: one, or those beside columns of prose."""
    several = [row for row in group if len(row) > 1]
    if len(several) < 2 or sum(len(piece.text) for row in several for piece in row) > _LONG * sum(map(len, several)):
        return []
    size = sorted(piece.line.size for row in several for piece in row)[sum(map(len, several)) // 2]
    columns = find_columns(several, size)
    if not columns:
        return []
    borders = [(end + start) / 2 for (_, end), (start, _) in pairwise(columns)]
    by_column: list[list[LinePiece]] = [[] for _ in columns]
    for row in group:
        for piece in row:
            first, last = column_of(columns, piece.left, piece.right)
            if first == last:
                by_column[first].append(piece)
    apart = find_stories(several, columns) if depth < _MAX_DEPTH else None
    prose = [is_prose(own) for own in by_column]
    if apart is not None or any(prose):
        on_sides = [] if apart is None else _find_on_sides(group, apart, rules, depth)
        return on_sides if apart is not None else _find_beside(group, columns, prose, rules, depth)
    spots = [(row, _assign(row, columns, borders, size)) for row in group]
    reach = reach_of(piece for row in group for piece in row)
    flats = [
        rule.at
        for rule in rules
        if rule.flat
        and reach[1] - size < rule.at < reach[3] + size
        and min(rule.end, reach[2]) - max(rule.start, reach[0]) > 0.6 * (reach[2] - reach[0])
    ]
    if not _is_table(group, several, spots, columns, flats):
        return []
    placed = [cells for _, cells in spots]
    rows = fold_rows(placed, columns, flats)
    cells = [
        Cell(tuple(map(cell_line, own)), number, first, 1, last - first + 1)
        for number, row in enumerate(rows)
        for (first, last), own in _separate(row)
    ]
    table = PageTable(cells, columns, *reach, n_names=_count_above_rule(rows, flats))
    table.listed = len(columns) == 2 and len(flats) < 2 and are_labels(several)
    if len(flats) < _MIN_RULES and not _has_figures(table) and not _is_named(table):
        return []
    return [(table, [piece for row in group for piece in row])]


def _count_above_rule(rows: Sequence[dict[tuple[int, int], list[LinePiece]]], flats: Sequence[float]) -> int | None:
    """Return how many rows stand above the only line among rows, or the first of few; None where nothing tells."""
    heights = [max(piece.middle for own in row.values() for piece in own) for row in rows]
    inner = [sum(height > flat for height in heights) for flat in sorted(flats, reverse=True)]
    inner = sorted({number for number in inner if 0 < number < len(rows)})
    if inner and inner[0] <= _MAX_HEAD and len(inner) <= max(1, len(rows) // 3) and len(rows) - inner[0] > 1:
        return inner[0]
    return None


def _has_figures(table: PageTable) -> bool:
    """Tell whether a good part of the cells beside the first column are figures."""
    beside = [is_figure(cell.text) for cell in table.cells if cell.column]
    return 3 * sum(beside) >= len(beside)


def _is_named(table: PageTable) -> bool:
    naming = name_columns(table, table.rows())
    return bool(naming.names) or naming.listed


def _separate(row: dict[tuple[int, int], list[LinePiece]]) -> list[tuple[tuple[int, int], list[LinePiece]]]:
    """Return the cells of a row from the left, none of which covers a column of another."""
    apart: list[tuple[tuple[int, int], list[LinePiece]]] = []
    for (first, last), own in sorted(row.items()):
        if apart and apart[-1][0][0] == first:
            apart[-1] = ((first, max(last, apart[-1][0][1])), apart[-1][1] + own)
        else:
            if apart and apart[-1][0][1] >= first:
                apart[-1] = ((apart[-1][0][0], first - 1), apart[-1][1])
            apart.append(((first, last), own))
    return apart


def _find_on_sides(
    group: list[list[LinePiece]], apart: float, rules: Sequence[Rule], depth: int
) -> list[tuple[PageTable, list[LinePiece]]]:
    """Return the tables before and behind a place, each side by itself."""
    tables = []
    for behind in (False, True):
        own = [[piece for piece in row if (piece.left >= apart) is behind] for row in group]
        for part in _group(list(filter(None, own))):
            tables += _find_within(part, rules, depth + 1)
    return tables


def _find_beside(
    group: list[list[LinePiece]],
    columns: Sequence[tuple[float, float]],
    prose: Sequence[bool],
    rules: Sequence[Rule],
    depth: int,
) -> list[tuple[PageTable, list[LinePiece]]]:
    """Return the tables of the columns between those of prose."""
    tables = []
    start = 0
    for end in [*(number for number, each in enumerate(prose) if each), len(prose)]:
        if end - start > 1 and depth < _MAX_DEPTH:
            left, right = columns[start][0], columns[end - 1][1]
            own = [[piece for piece in row if piece.left >= left - 1 and piece.right <= right + 1] for row in group]
            for part in _group(list(filter(None, own))):
                tables += _find_within(part, rules, depth + 1)
        start = end + 1
    return tables


def _assign(
    row: Sequence[LinePiece], columns: Sequence[tuple[float, float]], borders: Sequence[float], size: float
) -> dict[tuple[int, int], list[LinePiece]]:
    """Return the pieces of a row by the first and the last column that they stand in."""
    cells: dict[tuple[int, int], list[LinePiece]] = {}
    taken: Counter[int] = Counter()
    cuts = [cut for piece in row for cut in _cut(piece, columns, borders, size)]
    for cut in cuts:
        first, last = column_of(columns, cut.left, cut.right)
        cells.setdefault((first, last), []).append(cut)
    singles = {first for first, last in cells if first == last}
    for first, last in [spot for spot in cells if spot[0] != spot[1]]:
        own = cells.pop((first, last))
        middle = sum(piece.left + piece.right for piece in own) / (2 * len(own))
        free = [column for column in range(first, last + 1) if column not in singles and not taken[column]]
        if not free:
            free = [min(range(first, last + 1), key=lambda column: abs(sum(columns[column]) / 2 - middle))]
        elif free[-1] - free[0] + 1 != len(free):
            free = free[:1]
        taken.update(free)
        cells.setdefault((free[0], free[-1]), []).extend(own)
        if len(free) == 1:
            singles.add(free[0])
    return {spot: sorted(own, key=lambda piece: piece.left) for spot, own in cells.items()}


def _cut(
    piece: LinePiece, columns: Sequence[tuple[float, float]], borders: Sequence[float], size: float
) -> list[LinePiece]:
    """Return a piece cut where more than a space stands between two columns."""
    first, last = column_of(columns, piece.left, piece.right)
    words = piece.line.parts[0].words
    if first == last or len(words) < 2:
        return [piece]
    gaps = [
        (one.right + other.left) / 2
        for one, other in pairwise(words)
        if other.left - one.right > 0.5 * size
        and any(one.right < border + size and other.left > border - size for border in borders[first:last])
    ]
    return cut_at(piece, gaps) if gaps else [piece]


def _is_table(
    group: Sequence[Sequence[LinePiece]],
    several: Sequence[Sequence[LinePiece]],
    spots: Sequence[tuple[Sequence[LinePiece], dict[tuple[int, int], list[LinePiece]]]],
    columns: Sequence[tuple[float, float]],
    flats: Sequence[float],
) -> bool:
    """Tell whether rows with columns are a table, rather than contents, references, addresses or figures."""
    cells = [cells for row, cells in spots if len(row) > 1]
    texts = [[" ".join(piece.text for piece in own) for _, own in sorted(row.items())] for row in cells]
    lengths = sorted(len(text) for row in texts for text in row)
    if not lengths or lengths[len(lengths) // 2] > _MAX_CELL:
        return False
    filled = sum(last - first + 1 for row in cells for first, last in row)
    if filled < _MIN_FILLED * len(cells) * len(columns):
        return False
    figures = [text for row in texts for text in row[1:] if is_figure(text)]
    ruled = len(flats) >= 2
    if len(several) < (2 if ruled or (len(columns) > 2 and len(figures) * 2 >= len(texts)) else _MIN_ROWS):
        return False
    if len(columns) == 2 and all(begins_item(f"{row[0]} ") for row in texts):
        return False
    return not (are_contents(texts) or (not ruled and are_addresses(several, texts, columns)))
