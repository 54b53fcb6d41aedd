"""Uploads that are worked on after they were acknowledged: one worker thread, in the order of arrival.

What was acknowledged is not lost: it lies in a folder of the library until each file is added, and a server that was
killed goes on with what is left. A file may be added twice by that, which changes nothing the second time. A library in
memory has a temporary folder, which ends with it; one on another server has no jobs, since other machines that serve it
could not tell of them. Left out: several workers, since a library has one writer; where several processes serve it, one
has these jobs, and the others hand in theirs (job_desk).
"""

from __future__ import annotations

import logging
import secrets
import sqlite3
import tempfile
import threading
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from time import time

import qa
from server.bodies.documents import FileBody, JobBody
from server.uploads import adding, refusals
from server.uploads.adding import Stopped, Work
from server.uploads.job_folder import Incoming, JobFolder

__all__ = ["Jobs"]

STOP_SECONDS = 10.0
"""How long a stopping server waits for the file that is being read; it is read again after the next start."""

_log = logging.getLogger(__name__)


class Jobs:
    """The jobs of one library. Safe to use from several threads."""

    def __init__(self, library: qa.Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._adder = adding.UploadAdder(library, self._stopping, self._note)
        self._works: dict[str, Work] = {}  # in the order of arrival
        self._n_arriving = 0
        self._thread: threading.Thread | None = None
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._root: Path | None = None  # set once this process owns it
        self._owner: sqlite3.Connection | None = None
        self._damaged: set[str] = set()

    # -- from start to stop -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Go on with what an earlier process left, if there is any."""
        folder = self._library.folder
        if folder is not None and (folder / "uploads").is_dir():
            self.ready()

    def stop(self) -> None:
        """Stop after the file that is being read; the rest stays for the next start, or goes with a library in memory.

        Without a call, a worker that still runs ends with the process.
        """
        self._stopping.set()
        thread = self._thread
        if thread is not None:
            thread.join(STOP_SECONDS)
            if thread.is_alive():
                return  # the folder stays its own until the process ends
        with self._lock:
            if self._owner is not None:
                self._owner.close()
            if self._temporary is not None:
                self._temporary.cleanup()
            self._works.clear()
            self._root = self._owner = self._temporary = self._thread = None
        self._stopping.clear()

    def ready(self) -> bool:
        """Tell whether jobs can be kept as safely as the library itself.

        They cannot where nothing can be written, while another process looks after the uploads of this library, or
        where the library is on a server: it would know nothing of files on this machine.
        """
        if self._library.remote:
            return False
        with self._lock:
            if self._root is None:
                try:
                    self._own()
                except (OSError, sqlite3.Error) as exc:
                    _log.info("Uploads are added at once, not as jobs: %s", exc)
            return self._root is not None

    def _own(self) -> None:
        """Take the folder for this process, and what another left in it. Raises OSError or sqlite3.Error."""
        folder = self._library.folder
        if folder is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="quoth-uploads-", ignore_cleanup_errors=True)
            self._root = Path(self._temporary.name)
            return
        root = folder / "uploads"
        root.mkdir(exist_ok=True)
        # SQLite's lock on a file is the same on every system, and ends with the process that holds it.
        owner = sqlite3.connect(root / "owner", isolation_level=None, check_same_thread=False, timeout=0.0)
        try:
            owner.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error:
            owner.close()
            raise
        self._root, self._owner = root, owner
        JobFolder.drop_unfinished(root)
        self._take_over(root)
        self._forget()

    def look(self) -> None:
        """Take over what other processes have handed in; for the one that looks after the uploads, now and then."""
        with self._lock:
            if self._root is not None:
                with suppress(OSError):  # it is tried again the next time
                    self._take_over(self._root)

    def _take_over(self, root: Path) -> None:
        """Go on with the jobs that lie in the folder and are not known, in the order of their numbers."""
        kept = [(int(match[1]), path) for path in root.iterdir() if (match := refusals.ID.fullmatch(path.name))]
        for _, path in sorted(kept):
            if path.name in self._works or path.name in self._damaged:
                continue
            try:
                self._works[path.name] = Work(path.name, JobFolder.read(path))
            except (OSError, ValueError, KeyError, TypeError) as exc:
                self._damaged.add(path.name)
                _log.error("The upload kept in %s is damaged (%s) and is left as it is.", path, exc)
        self._wake()

    # -- handing in and asking ----------------------------------------------------------------------------------------

    def submit(self, files: Sequence[Incoming], language: str = "") -> JobBody:
        """Keep the files and return the job that will add them; to be called when `ready`.

        Raises ProblemError: too many jobs wait, or the files cannot be kept.
        """
        with self._lock:
            n_waiting = sum(not work.done for work in self._works.values()) + self._n_arriving
            refusals.check_room(n_waiting)
            root = self._root
            self._n_arriving += 1
        kept: JobFolder | None = None
        try:
            if root is None:
                raise OSError("the server is stopping")
            token = secrets.token_hex(6)
            kept = JobFolder.write(root / token, files, language)
            with self._lock:
                last = max((int(id.partition("-")[0]) for id in self._works), default=0)
                id = f"{last + 1}-{token}"
                kept.settle(root / id)
                work = self._works[id] = Work(id, kept)
                self._wake()
                return work.report()
        except OSError as exc:
            if kept:
                kept.delete()
            raise refusals.explain_not_kept(exc) from exc
        finally:
            with self._lock:
                self._n_arriving -= 1

    def find(self, id: str) -> JobBody:
        """Return a job as it is now. Raises ProblemError for one that is not known."""
        with self._lock:
            work = self._works.get(id)
            if work is None:
                raise refusals.explain_unknown_job(id)
            return work.report()

    def list_recent(self) -> list[JobBody]:
        """Return the jobs that are known, the newest first."""
        with self._lock:
            return [work.report() for work in reversed(self._works.values())]

    def holds(self, names: Collection[str]) -> bool:
        """Tell whether a file of one of these names waits: one that came later must not be added before it."""
        with self._lock:
            return any(work.kept.names[number] in names for work in self._works.values() for number in work.left)

    # -- the worker ---------------------------------------------------------------------------------------------------

    def _wake(self) -> None:
        """See that a worker runs when there is work. The lock is held."""
        if self._thread is None and any(not work.done for work in self._works.values()):
            self._thread = threading.Thread(target=self._run, name="quoth-jobs", daemon=True)
            self._thread.start()

    def _next(self) -> Work | None:
        """Return the oldest job that is not done; without one, the worker is over."""
        with self._lock:
            work = next((work for work in self._works.values() if not work.done), None)
            if work is None or self._stopping.is_set():
                self._thread = None if work is None else self._thread
                return None
            work.progress.begun = work.progress.begun or time()
            return work

    def _run(self) -> None:
        while (work := self._next()) is not None:
            try:
                self._adder.add(work)
            except Stopped:
                return
            except Exception as exc:
                if self._stopping.is_set():
                    return
                _log.exception("The upload %s is held up.", work.id, exc_info=exc)
                work.hold_up()
                self._stopping.wait(adding.RETRY_SECONDS)

    def _note(self, work: Work, outcomes: Sequence[tuple[int, FileBody]]) -> None:
        """Keep what became of files, on disk and for those who ask."""
        work.kept.note(outcomes)
        with self._lock:
            work.progress.outcomes.update(outcomes)
            work.progress.n_bytes += sum(work.kept.sizes[number] for number, _ in outcomes)
            if work.done:
                work.progress.ended = time()
                self._forget()

    def _forget(self) -> None:
        """Delete the jobs that were done long ago. The lock is held."""
        done = [work for work in self._works.values() if work.done]
        for work in done[: max(0, len(done) - refusals.REMEMBERED)]:
            work.kept.delete()
            del self._works[work.id]
