"""Uploads handed in by a process that does not work on them itself: the folder of the uploads says all that both know.

So any process tells how far a job is, whichever took it, and none that ends takes anything along. Left out: the work,
which another process does (jobs).
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from server.bodies.documents import JobBody
from server.problems import ProblemError
from server.uploads import refusals
from server.uploads.job_folder import Incoming, JobFolder, Progress
from server.uploads.jobs import Jobs

__all__ = ["AnyJobs", "JobDesk"]

_PATIENCE = 30.0  # seconds; it is held for some thousandths of one


class JobDesk:
    """The jobs in a folder that another process looks after. Safe to use from several threads.

    root: that folder; None where no job can be taken.
    """

    def __init__(self, root: Path | None) -> None:
        self._root = root
        self._lock = Lock()
        self._read: dict[str, tuple[int, JobFolder, Progress]] = {}  # as far as they were written when last read

    def start(self) -> None:
        """There is nothing to go on with here."""

    def stop(self) -> None:
        """Nor to end."""

    def ready(self) -> bool:
        """Tell whether jobs can be kept as safely as the library itself."""
        return self._root is not None

    def submit(self, files: Sequence[Incoming], language: str = "") -> JobBody:
        """Keep the files and return the job that will add them; to be called when `ready`.

        Raises ProblemError: too many jobs wait, or the files cannot be kept.
        """
        self._check_room()
        kept: JobFolder | None = None
        try:
            if self._root is None:
                raise OSError("nobody works on uploads")
            token = secrets.token_hex(6)
            kept = JobFolder.write(self._root / token, files, language)
            with _one_at_a_time(self._root):
                self._check_room()  # others may have come while the files were copied
                kept.settle(self._root / f"{1 + max(map(_read_number, self._list_ids()), default=0)}-{token}")
        except (OSError, sqlite3.Error, ProblemError) as exc:
            if kept:
                kept.delete()
            if isinstance(exc, ProblemError):
                raise
            raise refusals.explain_not_kept(exc) from exc
        return kept.report(kept.read_progress())

    def _check_room(self) -> None:
        """Raise ProblemError when so many uploads wait that no more are taken."""
        refusals.check_room(sum(bool(kept.list_left(progress)) for kept, progress in self._list_jobs()))

    def find(self, id: str) -> JobBody:
        """Return a job as it is now. Raises ProblemError for one that is not known."""
        job = self._read_job(id) if refusals.ID.fullmatch(id) else None
        if job is None:
            raise refusals.explain_unknown_job(id)
        kept, progress = job
        return kept.report(progress)

    def list_recent(self) -> list[JobBody]:
        """Return the jobs that are known, the newest first."""
        return [kept.report(progress) for kept, progress in reversed(self._list_jobs())]

    def holds(self, names: Collection[str]) -> bool:
        """Tell whether a file of one of these names waits: one that came later must not be added before it."""
        return any(
            kept.names[number] in names for kept, progress in self._list_jobs() for number in kept.list_left(progress)
        )

    def _list_ids(self) -> list[str]:
        """Return the ids of all that lies in the folder, in the order of arrival."""
        if self._root is None:
            return []
        return sorted((path.name for path in self._root.iterdir() if refusals.ID.fullmatch(path.name)), key=_rank)

    def _list_jobs(self) -> list[tuple[JobFolder, Progress]]:
        """Return the jobs in the order of arrival, each with how far it is."""
        ids = self._list_ids()
        with self._lock:
            for id in self._read.keys() - set(ids):
                del self._read[id]
        return [job for id in ids if (job := self._read_job(id))]

    def _read_job(self, id: str) -> tuple[JobFolder, Progress] | None:
        """Return a job and how far it is; None when it is not there, or damaged."""
        if self._root is None:
            return None
        with self._lock:
            before = self._read.get(id)
        try:
            kept = before[1] if before else JobFolder.read(self._root / id)
            n_bytes = kept.count_bytes()
            if before and before[0] == n_bytes:
                return kept, before[2]
            progress = kept.read_progress()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        with self._lock:
            self._read[id] = n_bytes, kept, progress
        return kept, progress


AnyJobs = Jobs | JobDesk


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Let one process at a time do what is within. The lock of SQLite on a file is the same on every system."""
    with closing(sqlite3.connect(root / "arrivals", isolation_level=None, timeout=_PATIENCE)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _read_number(id: str) -> int:
    return int(id.partition("-")[0])


def _rank(id: str) -> tuple[int, str]:
    return _read_number(id), id
