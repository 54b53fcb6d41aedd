"""What is kept of one upload on disk until each of its files is added: the files, their names, and what became of each.

A folder appears whole or not at all: it is written under another name, flushed, and renamed. Files in it have numbers
for names, so that nothing of what a sender wrote is ever part of a path. Outcomes are lines of JSON, each begun with a
line end, so that a line that was cut short by a crash spoils no other. Left out: who does the work (jobs).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import time
from typing import Any, BinaryIO, Self

from server.bodies.documents import FileBody, JobBody

__all__ = ["Incoming", "JobFolder", "Progress"]

_MANIFEST = "job.json"
_OUTCOMES = "outcomes.jsonl"
_UNFINISHED = ".new"  # what the name of a folder ends with while it is written
_COPIED_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file that is handed in. refusal: why it will not be read, or None."""

    name: str
    stream: BinaryIO
    refusal: str | None = None


@dataclass(slots=True)
class Progress:
    """How far a job is. outcomes: by number of the file. begun, ended: as `time` has them, None before that.

    n_bytes: worked through since it was begun. held_up: it waits, as the library cannot be written.
    """

    outcomes: dict[int, FileBody] = field(default_factory=dict)
    begun: float | None = None
    ended: float | None = None
    n_bytes: int = 0
    held_up: bool = False


class JobFolder:
    """One job on disk. names and sizes (in bytes): of its files, in order. language: tag for all of them, or empty."""

    def __init__(self, path: Path, names: Sequence[str], sizes: Sequence[int], language: str) -> None:
        self.path = path
        self.names = tuple(names)
        self.sizes = tuple(sizes)
        self.language = language

    @classmethod
    def write(cls, path: Path, files: Iterable[Incoming], language: str) -> Self:
        """Keep the files in a folder that has no final name yet; `settle` gives it one. Raises OSError."""
        new = path.with_name(f"{path.name}{_UNFINISHED}")
        new.mkdir()
        try:
            names, sizes, refused = [], [], []
            for number, file in enumerate(files):
                names.append(file.name)
                sizes.append(0 if file.refusal else _copy(file.stream, new / str(number)))
                if file.refusal:
                    refused.append((number, FileBody(name=file.name, id=None, title=None, error=file.refusal)))
            job = cls(new, names, sizes, language)
            job.note(refused)
            manifest = {"language": language, "files": list(zip(names, sizes, strict=True))}
            _append(new / _MANIFEST, json.dumps(manifest))
            _flush(new)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        return job

    def settle(self, path: Path) -> None:
        """Give the folder its final name: from here on a crash loses nothing of it. Raises OSError."""
        self.path.rename(path)
        self.path = path
        _flush(path.parent)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return a job that was kept. Raises OSError, ValueError, KeyError or TypeError when it is damaged."""
        manifest = json.loads((path / _MANIFEST).read_text(encoding="utf-8"))
        names, sizes = [str(name) for name, _ in manifest["files"]], [int(size) for _, size in manifest["files"]]
        return cls(path, names, sizes, str(manifest["language"]))

    @staticmethod
    def drop_unfinished(root: Path) -> None:
        """Delete what a crash left of folders that were being written; nobody was told that these were kept."""
        for path in root.glob(f"*{_UNFINISHED}"):
            shutil.rmtree(path, ignore_errors=True)

    def find_file(self, number: int) -> Path:
        """Return the path of a file of the job; it is gone once the outcome is noted."""
        return self.path / str(number)

    def note(self, outcomes: Iterable[tuple[int, FileBody]]) -> None:
        """Keep what became of files, by number, and delete them. Raises OSError."""
        outcomes, now = list(outcomes), time()
        lines = [json.dumps({"number": number, "at": now, **body.model_dump()}) for number, body in outcomes]
        if lines:
            _append(self.path / _OUTCOMES, "\n".join(lines))
        for number, _ in outcomes:
            self.find_file(number).unlink(missing_ok=True)

    def begin(self) -> int:
        """Keep that work begins, and return how often it had begun before without an outcome or a `pause` since."""
        earlier = 0
        for line in self._read_lines():
            if "held_up" not in line:
                earlier = earlier + 1 if "begun" in line else 0
        _append(self.path / _OUTCOMES, json.dumps({"begun": True, "at": time()}))
        return earlier

    def pause(self) -> None:
        """Keep that work stopped on purpose."""
        _append(self.path / _OUTCOMES, json.dumps({"paused": True}))

    def hold_up(self) -> None:
        """Keep that work waits until the library can be written."""
        _append(self.path / _OUTCOMES, json.dumps({"held_up": True}))

    def read_progress(self) -> Progress:
        """Return how far the job is, by what was kept of it."""
        known, last = Progress(), 0.0
        for line in self._read_lines():
            number, at = line.get("number"), line.get("at")
            last = float(at) if isinstance(at, int | float) else last
            if "held_up" in line:
                known.held_up = True
                continue
            known.held_up = False
            if "begun" in line:
                known.begun, known.n_bytes = last, 0
            elif "paused" in line:
                known.begun = None
            elif isinstance(number, int) and 0 <= number < len(self.names):
                known.n_bytes += self.sizes[number]
                known.outcomes[number] = FileBody(
                    name=self.names[number],
                    id=line.get("id"),
                    title=line.get("title"),
                    error=line.get("error"),
                    notices=line.get("notices") or [],  # which an earlier version did not keep
                    replaced=line.get("replaced") is True,
                )
        known.ended = last if len(known.outcomes) == len(self.names) else None
        return known

    def count_bytes(self) -> int:
        """Return a number that grows with all that is kept of the progress. Raises OSError when the job is gone."""
        try:
            return (self.path / _OUTCOMES).stat().st_size
        except FileNotFoundError:
            (self.path / _MANIFEST).stat()
            return 0

    def list_left(self, progress: Progress) -> list[int]:
        """Return the numbers of the files that are to be added."""
        return [number for number in range(len(self.names)) if number not in progress.outcomes]

    def report(self, progress: Progress) -> JobBody:
        """Return the job as JSON; its id is the name of the folder."""
        left = self.list_left(progress)
        seconds = 0.0 if progress.begun is None else max(0.0, (progress.ended or time()) - progress.begun)
        n_bytes_left = sum(self.sizes[number] for number in left)
        known = not left or (progress.n_bytes and not progress.held_up)
        return JobBody(
            id=self.path.name,
            state="done" if not left else "waiting" if progress.begun is None else "running",
            done=len(progress.outcomes),
            failed=sum(outcome.error is not None for outcome in progress.outcomes.values()),
            total=len(self.names),
            seconds=round(seconds, 3),
            seconds_left=round(seconds * n_bytes_left / max(1, progress.n_bytes), 1) if known else None,
            held_up=progress.held_up,
            files=[progress.outcomes[number] for number in sorted(progress.outcomes)],
        )

    def delete(self) -> None:
        """Delete all that is kept of the job."""
        shutil.rmtree(self.path, ignore_errors=True)

    def _read_lines(self) -> Iterator[dict[str, Any]]:
        try:
            text = (self.path / _OUTCOMES).read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        for line in text.splitlines():
            try:
                value = json.loads(line)
            except ValueError:
                continue  # cut short by a crash, or empty
            if isinstance(value, dict):
                yield value


def _copy(stream: BinaryIO, path: Path) -> int:
    """Write what a stream holds to a file that outlives a crash, and return how many bytes that is."""
    stream.seek(0)
    with path.open("xb") as file:
        shutil.copyfileobj(stream, file, _COPIED_AT_ONCE)
        file.flush()
        os.fsync(file.fileno())
        return file.tell()


def _append(path: Path, text: str) -> None:
    with path.open("ab") as file:
        file.write(f"\n{text}".encode())
        file.flush()
        os.fsync(file.fileno())


def _flush(folder: Path) -> None:
    """Make the names in a folder last, where the system has a way to."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
