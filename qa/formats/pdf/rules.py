"""The ruling lines of a PDF's page: what it strokes and the edges of what it fills, from PDFium's path objects.

Pieces of one line, dots and dashes too, are made one. A page that draws more than tables need, as a map does, has none.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2.raw as pdfium

from qa.formats.pdf.page import Rule
from qa.formats.pdf.words import turn_back

__all__ = ["join_rules", "rules_of", "turn_rule"]

_MAX_OBJECTS = 20_000  # of a page, those within others too
_MAX_SEGMENTS = 12_000
_MAX_RULES = 1_500  # of a page, once they are joined
_MAX_DEPTH = 3  # of objects within others
_LEVEL = 1.0  # points by which a level line may slope
_THIN = 4.0  # points: what is filled and thinner is a line
_SHORT = 6.0  # points: what is shorter rules nothing
_SLACK = 1.5  # points by which pieces of one line may differ
_DASH = 4.0  # points between pieces of one line

_MOVE, _LINE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO
_get_segment, _get_point = pdfium.FPDFPath_GetPathSegment, pdfium.FPDFPathSegment_GetPoint
_get_kind, _is_closed = pdfium.FPDFPathSegment_GetType, pdfium.FPDFPathSegment_GetClose

_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def rules_of(page: pdfium.FPDF_PAGE) -> list[Rule]:
    """Return the ruling lines of a page, as it is before it is turned."""
    budget = [_MAX_OBJECTS, _MAX_SEGMENTS]
    objects = (pdfium.FPDFPage_GetObject(page, number) for number in range(pdfium.FPDFPage_CountObjects(page)))
    pieces = list(_walk(objects, _PLAIN, 0, budget))
    return join_rules(pieces) if min(budget) > 0 else []


def _walk(objects: Iterable[pdfium.FPDF_PAGEOBJECT], matrix: _Matrix, depth: int, budget: list[int]) -> Iterator[Rule]:
    """Yield the straight pieces of what the objects draw."""
    for each in objects:
        budget[0] -= 1
        if min(budget) <= 0:
            return
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _walk_path(each, matrix, budget)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = (
                pdfium.FPDFFormObj_GetObject(each, number) for number in range(pdfium.FPDFFormObj_CountObjects(each))
            )
            yield from _walk(inner, _multiply(_matrix_of(each), matrix), depth + 1, budget)


def _walk_path(path: pdfium.FPDF_PAGEOBJECT, matrix: _Matrix, budget: list[int]) -> Iterator[Rule]:
    """Yield the level and upright pieces of a path."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not (fill.value or stroke.value):
        return
    n_segments = pdfium.FPDFPath_CountSegments(path)
    budget[1] -= n_segments
    if n_segments < 2 or budget[1] <= 0:
        return
    whole = _multiply(_matrix_of(path), matrix)
    points: list[tuple[float, float]] = []
    pieces: list[tuple[tuple[float, float], tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(n_segments):
        segment = _get_segment(path, number)
        x.value = y.value = 0.0
        _get_point(segment, x, y)
        kind = _get_kind(segment)
        if kind == _MOVE:
            if pieces:
                yield from _pieces_of(points, pieces, edge=not stroke.value)
            points, pieces = [], []
        points.append(_apply(whole, x.value, y.value))
        if kind == _LINE and len(points) > 1:
            pieces.append((points[-2], points[-1]))
        if _is_closed(segment):
            pieces.append((points[-1], points[0]))
    if pieces:
        yield from _pieces_of(points, pieces, edge=not stroke.value)


def _pieces_of(
    points: Sequence[tuple[float, float]],
    pieces: Iterable[tuple[tuple[float, float], tuple[float, float]]],
    *,
    edge: bool,
) -> Iterator[Rule]:
    """Yield the level and upright pieces of a shape; those of a filled one are edges unless it is thin."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if not points or not all(map(math.isfinite, (*xs, *ys))):
        return
    edge = edge and min(max(xs) - min(xs), max(ys) - min(ys)) > _THIN
    for one, other in pieces:
        width, height = abs(one[0] - other[0]), abs(one[1] - other[1])
        if (width <= _LEVEL or height <= _LEVEL) and width != height:
            yield _make_rule(one, other, flat=width > height, edge=edge)


def _make_rule(one: tuple[float, float], other: tuple[float, float], *, flat: bool, edge: bool) -> Rule:
    """Return the line between two points."""
    if flat:
        return Rule(True, (one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0]), edge)
    return Rule(False, (one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1]), edge)


def join_rules(pieces: Iterable[Rule]) -> list[Rule]:
    """Return lines of pieces, level ones first, by their places; none when there are more than tables need."""
    joined: list[Rule] = []
    level: list[Rule] = []
    for piece in sorted(pieces, key=lambda rule: (not rule.flat, rule.edge, rule.at)):
        if level and ((piece.flat, piece.edge) != (level[0].flat, level[0].edge) or piece.at - level[0].at > _SLACK):
            joined += _join_level(level)
            level = []
        level.append(piece)
    joined += _join_level(level)
    return joined if len(joined) <= _MAX_RULES else []


def _join_level(pieces: list[Rule]) -> Iterator[Rule]:
    """Yield the lines that pieces on one level make."""
    at = max(pieces, key=lambda piece: piece.end - piece.start).at if pieces else 0.0
    start, end = math.inf, -math.inf
    for piece in sorted(pieces, key=lambda piece: piece.start):
        if piece.start - end > _DASH and end - start >= _SHORT:
            yield Rule(piece.flat, at, start, end, piece.edge)
        if piece.start - end > _DASH:
            start = piece.start
        end = max(end, piece.end) if piece.start - end <= _DASH else piece.end
    if end - start >= _SHORT:
        yield Rule(pieces[0].flat, at, start, end, pieces[0].edge)


def turn_rule(rule: Rule, turn: int) -> Rule:
    """Return a line as it is once the page is turned back by `turn` quarters."""
    box = (rule.start, rule.at, rule.end, rule.at) if rule.flat else (rule.at, rule.start, rule.at, rule.end)
    left, bottom, right, top = turn_back(box, turn)
    return (
        Rule(True, bottom, left, right, rule.edge)
        if rule.flat == (turn % 2 == 0)
        else Rule(False, left, bottom, top, rule.edge)
    )


def _matrix_of(each: pdfium.FPDF_PAGEOBJECT) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(each, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _multiply(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Return the matrix that does what `inner` does, then what `outer` does."""
    if outer is _PLAIN:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
