"""Charts of Office files: title, axes, and a sentence a category with the values that are shown.

A chart keeps the last values of the sheet that it was made from, with the formats that they are shown in: 0.25 as 25%,
a day as a date. Newer kinds (waterfall, treemap, funnel) keep them in another way. Left out: labels that somebody typed
on single points.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.formats.office.drawing import read_paragraph
from qa.formats.office.package import Package, is_on
from qa.formats.sheets.number_format import format_number
from qa.formats.writing.rows import write_row
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["read_chart"]

_MAX_POINTS = 1_000  # of a series; a chart shows no more that a person could read
_MAX_NAME = 100  # characters of a series' name
_MAX_SERIES = 500
_GENERAL = ("", "General", "@")


def read_chart(package: Package, part: str, relation: str) -> Iterator[str]:
    """Yield the title of a chart that `part` shows by this relation, empty for none, then a sentence a category.

    Titles of axes are the names of the categories and of the values, or lines of their own.
    """
    target = package.find_target(part, relation)
    root = package.read_xml(target) if target else None
    chart = child(root, "chart")
    if chart is None:
        return
    yield _read_title(child(chart, "title"))
    if child(root, "chartData") is not None:
        yield from _read_newer(root)
        return
    names, values_name = _read_axes(chart)
    rows: dict[int, dict[int, str]] = {}
    from_1904 = is_on(child(root, "date1904"))
    for column, node in enumerate(chart.iter("{*}ser"), start=1):
        if column > _MAX_SERIES:
            break
        if name := _read_points(child(node, "tx"), from_1904=from_1904).get(0, ""):
            names[column] = name[:_MAX_NAME]
        labels = _read_first(node, "cat", "xVal", from_1904=from_1904)
        for place, value in _read_first(node, "val", "yVal", from_1904=from_1904).items():
            row = rows.setdefault(place, {})
            if place in labels:
                row.setdefault(0, labels[place])
            row[column] = value
    if values_name and not any(names.keys() - {0}) and all(row.keys() <= {0, 1} for row in rows.values()):
        names[1] = values_name
    elif values_name:
        yield values_name
    for _, row in sorted(rows.items()):
        yield write_row(dict(sorted(row.items())), names if names.keys() - {0} or len(row) > 1 else {})


def _read_axes(chart: Element) -> tuple[dict[int, str], str]:
    """Return the title of the axis of categories as the name of their column, and that of the values."""
    titles: dict[bool, list[str]] = {True: [], False: []}
    for axis in chart.iter("{*}catAx", "{*}dateAx", "{*}valAx", "{*}serAx"):
        if title := _read_title(child(axis, "title")):
            titles[local(axis) in ("catAx", "dateAx")].append(title)
    names = {0: titles[True][0][:_MAX_NAME]} if titles[True] else {}
    return names, "; ".join(titles[False])


def _read_title(title: Element | None) -> str:
    text = child(title, "tx")
    rich = child(text, "rich")
    if rich is not None:
        return " ".join(" ".join(read_paragraph(line) for line in children(rich, "p")).split())
    value = child(text, "txData", "v")
    if value is not None:
        return " ".join((value.text or "").split())
    return _read_points(text).get(0, "")


def _read_first(node: Element, *names: str, from_1904: bool) -> dict[int, str]:
    """Return the points of the first of these parts of a series that has any."""
    return next((points for name in names if (points := _read_points(child(node, name), from_1904=from_1904))), {})


def _read_points(node: Element | None, *, from_1904: bool = False) -> dict[int, str]:
    """Return the cached points of a series' names, categories or values, by their place.

    Of categories in levels, the outer ones stand before the inner ones: 2023 Q1.
    """
    points: dict[int, str] = {}
    if node is None:
        return points
    levels = list(node.iter("{*}lvl"))
    for level in levels or [node]:
        own = _read_level(level, from_1904=from_1904)
        if points:
            outer = ""
            for place in range(max(points) + 1):
                outer = own.get(place, outer)
                if place in points and outer:
                    points[place] = f"{outer} {points[place]}"
        else:
            points = own
    if not points and (value := child(node, "v")) is not None and value.text:
        points[0] = value.text
    return points


def _read_level(node: Element, *, from_1904: bool) -> dict[int, str]:
    points: dict[int, str] = {}
    code = next((code.text or "" for code in node.iter("{*}formatCode")), attribute(node, "formatCode"))
    for point in node.iter("{*}pt"):
        place = attribute(point, "idx")
        value = child(point, "v")
        text = (value.text if value is not None else point.text) or ""
        if place.isascii() and place.isdigit() and len(place) < 6 and text.strip():
            points.setdefault(int(place), _show(text, attribute(point, "formatCode") or code, from_1904=from_1904))
        if len(points) >= _MAX_POINTS:
            break
    return points


def _show(value: str, code: str, *, from_1904: bool) -> str:
    """Return a value as its format shows it; without the noise of its last binary digits where it has none."""
    try:
        if code not in _GENERAL:
            return format_number(float(value), code, since_1904=from_1904)
        return f"{float(value):.10g}" if len(value) > 12 else value
    except (ValueError, OverflowError):
        return value


def _read_newer(root: Element) -> Iterator[str]:
    """Yield a sentence a category of a chart of the newer kinds."""
    sets = {attribute(data, "id"): data for data in children(child(root, "chartData"), "data")}
    for number, series in enumerate(root.iter("{*}series")):
        data = sets.get(attribute(child(series, "dataId"), "val"))
        if data is None or number >= _MAX_SERIES:
            continue
        name = _read_title(series)[:_MAX_NAME]
        dimensions = {local(node): _read_points(node) for node in reversed(list(children(data, "strDim", "numDim")))}
        labels, values = dimensions.get("strDim", {}), dimensions.get("numDim", {})
        for place in sorted(labels.keys() | values.keys()):
            row = {column: part[place] for column, part in enumerate((labels, values)) if place in part}
            yield write_row(row, {1: name} if name else {})
