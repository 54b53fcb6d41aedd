"""Tables in plain text (.csv, .tsv): each row is a sentence with the names of its columns.

The separator is the one that parts the first rows most evenly: a comma, semicolon, tab or vertical bar. Quoted cells
may hold separators and line ends; where a quote is never closed, all are taken as they stand. Lines of comment above
the table (`# made on 9 January`) are lines of their own.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from typing import Literal

from qa.errors import FileTooLarge
from qa.formats.plain.charset import decode_with_notices
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.writing.rows import RowWriter

__all__ = ["read_csv"]

_Quoting = Literal[0, 3]  # csv.QUOTE_MINIMAL, csv.QUOTE_NONE
_SEPARATORS = ",;\t|"
_SAMPLE = 50  # rows that the separator is found in
_SAMPLE_CHARACTERS = 200_000
_MAX_COMMENTS = 100  # lines


def read_csv(data: bytes) -> Content:
    """Read a table in plain text. Raises FileTooLarge when it has more rows, columns or text than a table may have."""
    decoded = decode_with_notices(data)
    return replace(_read_text(decoded.text), notices=decoded.notices)


def _read_text(text: str) -> Content:
    comments, text = _take_comments(text)
    separator, text = _find_separator(text)
    try:
        return _read_rows(comments, text, separator, csv.QUOTE_MINIMAL, strict=True)
    except csv.Error as exc:
        unclosed = "end of data" in str(exc)  # a quote that nothing closes would swallow the rows below it
    try:
        return _read_rows(comments, text, separator, csv.QUOTE_NONE if unclosed else csv.QUOTE_MINIMAL, strict=False)
    except csv.Error as exc:
        raise FileTooLarge(
            f"A cell of the file is too long ({exc}). Shorten it, or save the file as .txt, and add that."
        ) from exc


def _read_rows(comments: list[str], text: str, separator: str, quoting: _Quoting, *, strict: bool) -> Content:
    blocks = BlockWriter()
    for comment in comments:
        blocks.add_paragraph(comment)
    RowWriter(blocks).write(
        {column: cell for column, cell in enumerate(cells) if cell and not cell.isspace()}
        for cells in _parse_cells(text, separator, quoting, strict=strict)
    )
    return blocks.build()


def _parse_cells(text: str, separator: str, quoting: _Quoting, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(
        StringIO(text, newline=""), delimiter=separator, quoting=quoting, skipinitialspace=True, strict=strict
    )


def _take_comments(text: str) -> tuple[list[str], str]:
    """Return the lines of comment above a table, and the table; names behind the last `#` stay in the table."""
    comments: list[str] = []
    while text.startswith("#") and len(comments) < _MAX_COMMENTS:
        line, _, rest = text.partition("\n")
        following = rest.partition("\n")[0]
        if not following.startswith("#") and any(
            0 < following.count(separator) == line.count(separator) for separator in _SEPARATORS
        ):
            return comments, f"{line.lstrip('# ')}\n{rest}"
        comments.append(line.lstrip("# "))
        text = rest
    return comments, text


def _find_separator(text: str) -> tuple[str, str]:
    """Return the character that parts cells, and the text without the line that states it (`sep=;`)."""
    first, _, rest = text.partition("\n")
    if first.strip('"').lower().startswith("sep=") and len(first.strip('"')) == 5:
        return first.strip('"')[4], rest
    return max(_SEPARATORS, key=lambda separator: _measure_evenness(text[:_SAMPLE_CHARACTERS], separator)), text


def _measure_evenness(sample: str, separator: str) -> tuple[float, int]:
    """Return how many of the rows have the commonest number of cells above one, and that number."""
    widths: Counter[int] = Counter()
    try:
        for n_rows, cells in enumerate(_parse_cells(sample, separator, csv.QUOTE_MINIMAL, strict=False)):
            if n_rows == _SAMPLE:
                break
            widths[len(cells)] += bool(cells)
    except csv.Error:
        return 0.0, 0
    split = {width: count for width, count in widths.items() if width > 1}
    if not split:
        return 0.0, 0
    width = max(split, key=lambda width: (split[width], width))
    return split[width] / widths.total(), width
