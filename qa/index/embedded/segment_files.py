"""Where segments lie: in files of a folder, or in memory.

A segment is first drafted, which anyone may do at any time; then it is placed, by who holds the lock of the database,
and counts as soon as the database names it. A file that the database does not name was left by somebody who was
interrupted, and the next one who writes deletes it; not so a draft that is worked on, which its writer holds locked.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import re
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol
from weakref import WeakValueDictionary

from qa.index.embedded.locking import RENAMES_OPEN_FILES, is_locked, open_locked
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.segment import Segment

__all__ = ["Draft", "FolderShelf", "MemoryShelf", "MissingSegment", "Shelf"]

_NAME = re.compile(r"[0-9a-f]{16}")
_SUFFIX, _DRAFT = ".segment", ".draft"
_VERIFIED = 64 * 1024 * 1024  # bytes up to which a file is read whole when it is opened, some 20 ms

Fill = Callable[[BinaryIO], str]  # writes a segment, returns its checksum


class MissingSegment(DamagedSegment):
    """A segment that is not there, perhaps because somebody has merged it into another since."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A segment that was written and is not placed yet."""

    name: str
    checksum: str


class Shelf(Protocol):
    """Keeps segments by name."""

    def draft(self, fill: Fill) -> Draft:
        """Write a segment that nobody sees yet. OSError when there is no room."""
        ...

    def place(self, draft: Draft) -> None:
        """Put a draft where `open` finds it; it lasts from then on. OSError."""
        ...

    def open(self, name: str, checksum: str) -> Segment:
        """Return a segment. Raises MissingSegment or DamagedSegment."""
        ...

    def delete(self, names: Collection[str]) -> None:
        """Delete segments and drafts, as far as they are there and may be deleted."""
        ...

    def keep_only(self, names: Collection[str]) -> None:
        """Delete all but these, and but drafts that somebody works on."""
        ...


class MemoryShelf:
    """Segments in memory."""

    def __init__(self) -> None:
        self._segments: dict[str, Segment] = {}
        self._drafts: set[str] = set()

    def draft(self, fill: Fill) -> Draft:
        """Write a segment that nobody knows yet."""
        file, name = BytesIO(), secrets.token_hex(8)
        draft = Draft(name, fill(file))
        segment = Segment(file.getvalue(), name, draft.checksum)
        segment.verified = True
        self._segments[name] = segment
        self._drafts.add(name)
        return draft

    def place(self, draft: Draft) -> None:
        """Do no more than to count it among those that are in use: it is where it belongs."""
        self._drafts.discard(draft.name)

    def open(self, name: str, checksum: str) -> Segment:
        """Return a segment. Raises MissingSegment."""
        if name not in self._segments:
            raise MissingSegment(name, "is missing")
        return self._segments[name]

    def delete(self, names: Collection[str]) -> None:
        """Forget segments."""
        for name in names:
            self._segments.pop(name, None)
            self._drafts.discard(name)

    def keep_only(self, names: Collection[str]) -> None:
        """Forget all but these, and but drafts."""
        self.delete(self._segments.keys() - set(names) - self._drafts)


class FolderShelf:
    """Segments in the files of a folder, mapped into memory. It is made when the first one is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: WeakValueDictionary[str, Segment] = WeakValueDictionary()
        self._drafts: dict[str, BinaryIO] = {}  # by name; each is locked as long as it is open

    def draft(self, fill: Fill) -> Draft:
        """Write a segment to a file that nobody knows yet. OSError when there is no room."""
        if not self._folder.is_dir():
            self._folder.mkdir(exist_ok=True)
            _sync(self._folder.parent)
        name = secrets.token_hex(8)
        while (file := open_locked(self._path(name, _DRAFT))) is None:
            name = secrets.token_hex(8)
        self._drafts[name] = file
        try:
            checksum = fill(file)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            self.delete([name])
            raise
        return Draft(name, checksum)

    def place(self, draft: Draft) -> None:
        """Rename a draft to what `open` looks for, so that nobody reads half of it. OSError."""
        file = self._drafts.pop(draft.name)
        if not RENAMES_OPEN_FILES:
            file.close()
        with file:
            self._path(draft.name, _DRAFT).rename(self._path(draft.name, _SUFFIX))
        _sync(self._folder)

    def open(self, name: str, checksum: str) -> Segment:
        """Return a segment; one that is not too large is read whole. Raises MissingSegment or DamagedSegment."""
        known = self._open.get(name)
        if known is not None and known.checksum == checksum:
            return known
        if not _NAME.fullmatch(name):
            raise DamagedSegment(name[:100], "has a name that no index file has")
        try:
            with self._path(name, _SUFFIX).open("rb") as file:
                data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as exc:
            raise MissingSegment(name, "is missing") from exc
        except (OSError, ValueError) as exc:  # an empty file cannot be mapped
            raise DamagedSegment(name, f"cannot be read ({exc})") from exc
        segment = Segment(data, name, checksum)
        if len(data) <= _VERIFIED and (wrong := segment.damage()):
            raise DamagedSegment(name, f"is damaged in {', '.join(wrong)}")
        self._open[name] = segment
        return segment

    def delete(self, names: Collection[str]) -> None:
        """Delete files; one that is in use elsewhere may stay until somebody writes next."""
        for name in filter(_NAME.fullmatch, names):  # the database might say anything
            if draft := self._drafts.pop(name, None):
                draft.close()
            for suffix in (_SUFFIX, _DRAFT):
                with contextlib.suppress(OSError):
                    self._path(name, suffix).unlink()

    def keep_only(self, names: Collection[str]) -> None:
        """Delete all but these, and but drafts that somebody works on; also the index file of earlier versions."""
        with contextlib.suppress(OSError):
            self._folder.with_name("segment.npz").unlink()
        with contextlib.suppress(OSError):
            others = [path for path in self._folder.iterdir() if path.stem not in names]
            self.delete([path.stem for path in others if path.suffix != _DRAFT or not is_locked(path)])

    def _path(self, name: str, suffix: str) -> Path:
        return self._folder / (name + suffix)


def _sync(folder: Path) -> None:
    """Make the names in a folder last."""
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
