"""How new one version of a document is beside another one: by what their titles, file names, folders and texts say.

What a name says comes before what the text says, and at each place "old" and "draft" before the number of a version
(2.1 is before 2.10) before a date. Of a text only its beginning is read, and of that the first line and what
says outright that it speaks of the document: "Stand: 1. März 2024", "valid from 2025", "replaces the rules of 2023".
Where one has a number or a date and the other has none, that one is newer. Left out: the times of files, which say when
they were copied.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from qa.quoting.versions.dates import Date, find_dates
from qa.quoting.versions.marks import EDITION, IN_FORCE, NEWER, OLDER, REPLACED, REPLACES, UNFINISHED, VERSION
from qa.quoting.versions.names import read_file_name
from qa.text.lazy_regex import Pattern
from qa.types import DocumentInfo

__all__ = ["HEAD", "VersionMarks", "are_marked_apart", "compare_ages", "read_head", "read_marks"]

HEAD = 1_500  # characters of a text that may say how new it is
_LONGEST_LINE = 100  # characters of a first line that is read as a name
_NO_DATE: Date = (0, 0, 0)
_BEFORE = 60  # characters before a date that say what it is of
_LINE = Pattern(r"\S[^\n]*")
_ALONE = Pattern(r"^[^\p{L}\p{N}]*(?:\p{Lu}[\p{L}-]+,)?[^\p{L}\p{N}]*$")  # what stands beside a date alone: "Berlin,"


@dataclass(frozen=True, slots=True)
class VersionMarks:
    """What a name or a text says of how new it is.

    rank: -2 for a draft, -1 for old, 1 for new or final, 0 for none of these. version: () where none is said.
    date: 0 for what is not said.
    """

    rank: int = 0
    version: tuple[int, ...] = ()
    date: Date = _NO_DATE


@lru_cache(maxsize=4096)
def read_marks(name: str) -> VersionMarks:
    """Return what a name says.

    >>> read_marks("Rules v2.10 (draft)"), read_marks("Hausordnung alt, Stand März 2023").date
    (VersionMarks(rank=-2, version=(2, 10), date=(0, 0, 0)), (2023, 3, 0))
    """
    text = name.replace("_", " ")
    places = list(find_dates(text))
    for place in reversed(places):  # "v2.2024" is no version
        text = text[: place.start] + " " + text[place.end :]
    rank = -2 if UNFINISHED.search(text) else bool(NEWER.search(text)) - bool(OLDER.search(text))
    return VersionMarks(rank, _read_version(text), max((place.date for place in places), default=_NO_DATE))


def read_head(text: str) -> VersionMarks:
    """Return what the beginning of a text says of its document.

    >>> read_head("Parking rules\\nIn force from 1 March 2024. Built in 1931.").date
    (2024, 3, 1)
    >>> read_head("Version 2.10, replaces all earlier rules.")
    VersionMarks(rank=1, version=(2, 10), date=(0, 0, 0))
    """
    head = text[:HEAD]
    line = _LINE.search(head)
    first = line.group().strip() if line else ""
    named = read_marks(first.rstrip(".")) if len(first) <= _LONGEST_LINE and not first.endswith(".") else VersionMarks()
    rank = bool(REPLACES.search(head)) - bool(REPLACED.search(head))
    dates = [place.date for place in find_dates(head) if _speaks_of_document(head, place.start, place.end)]
    return VersionMarks(
        named.rank or rank,
        named.version or _read_version(_cut_first_lines(head)),
        named.date if named.date[0] else max(dates, default=_NO_DATE),
    )


def compare_ages(one: DocumentInfo, other: DocumentInfo, read: Callable[[str], str]) -> int:
    """Return 1 when `one` is newer than `other`, -1 when it is older, 0 when nothing tells.

    read: returns the text of a document by its id; called only when names do not tell.
    """
    named = list(zip(_read_names(one, other), _read_names(other, one), strict=True))
    decided = _decide(named)
    if decided:
        return decided
    heads = read_head(read(one.id)), read_head(read(other.id))
    return _decide([heads]) or _compare(*(_merge(marks) for marks in zip(*named, heads, strict=True)), alone=True)


def are_marked_apart(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Tell whether the names or folders of two documents have different marks."""
    return _read_names(one, other) != _read_names(other, one)


def _split_folders(source: str, other: str) -> str:
    """Return the folders of a file that are not those of another one's.

    >>> _split_folders("/home/2024/rules/old/parking.md", "/home/2024/rules/new/parking.md")
    'old'
    """
    parts, others = source.replace("\\", "/").split("/")[:-1], other.replace("\\", "/").split("/")[:-1]
    same = next((n for n, pair in enumerate(zip(parts, others, strict=False)) if pair[0] != pair[1]), None)
    same = min(len(parts), len(others)) if same is None else same
    return " / ".join(parts[same:][-3:])


def _read_names(info: DocumentInfo, other: DocumentInfo) -> tuple[VersionMarks, VersionMarks, VersionMarks]:
    """Return what the title, the name of the file and its folders say."""
    title = read_marks(info.title) if info.title not in (info.source, info.id) else VersionMarks()
    folders = _split_folders(info.source, other.source)
    return title, read_marks(read_file_name(info.source)), read_marks(folders)


def _decide(levels: list[tuple[VersionMarks, VersionMarks]]) -> int:
    return next((said for pair in levels if (said := _compare(*pair))), 0)


def _merge(marks: tuple[VersionMarks, ...]) -> VersionMarks:
    """Return the first of each that is said."""
    return VersionMarks(
        next((each.rank for each in marks if each.rank), 0),
        next((each.version for each in marks if each.version), ()),
        next((each.date for each in marks if each.date[0]), _NO_DATE),
    )


def _compare(a: VersionMarks, b: VersionMarks, *, alone: bool = False) -> int:
    """Return which is newer; by a version or date that one `alone` has only where that is wanted."""
    below, other_below = min(a.rank, 0), min(b.rank, 0)
    if below != other_below:  # "old" and "draft" say more than a date
        return 1 if below > other_below else -1
    if a.version != b.version and (alone or (a.version and b.version)):
        return 1 if a.version > b.version else -1
    if alone and bool(a.date[0]) != bool(b.date[0]):
        return 1 if a.date[0] else -1
    for x, y in zip(a.date, b.date, strict=True):
        if not (x and y):
            break
        if x != y:
            return 1 if x > y else -1
    return (a.rank > b.rank) - (a.rank < b.rank)


def _read_version(text: str) -> tuple[int, ...]:
    match = VERSION.search(text) or EDITION.search(text)
    return tuple(int(part) for part in match["number"].split(".")) if match else ()


def _cut_first_lines(head: str) -> str:
    return "\n".join(head.split("\n")[:8])


def _speaks_of_document(head: str, start: int, end: int) -> bool:
    """Tell whether a date says since when a document holds, or stands on a line of its own."""
    before = head[max(0, start - _BEFORE) : start].rsplit("\n", 1)[-1]
    if IN_FORCE.search(before):
        return True
    after = head[end : end + _BEFORE].split("\n", 1)[0]
    return bool(_ALONE.match(before) and _ALONE.match(after))
