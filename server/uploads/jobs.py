"""Uploads that are worked on after they were acknowledged: one worker thread, in the order of arrival.

What was acknowledged is not lost: it lies in a folder of the library until each file is added, and a server that was
killed goes on with what is left. A file may be added twice by that, which changes nothing the second time. A library in
memory has a temporary folder, which ends with it; one on another server has no jobs, since other machines that serve it
could not tell of them. Left out: several workers, since a library has one writer; where several processes serve it, one
has these jobs, and the others hand in theirs (job_desk).
"""

from __future__ import annotations

import logging
import re
import secrets
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from time import monotonic, time

import qa
from server.bodies.base import OPENED
from server.bodies.documents import FileBody, JobBody
from server.problems import JOB_NOT_FOUND, TOO_MANY_JOBS, UPLOAD_NOT_KEPT, ProblemError, shown
from server.uploads.job_folder import Incoming, JobFolder, Progress

__all__ = ["ID", "MAX_WAITING", "REMEMBERED", "Jobs", "no_such_job", "not_kept", "originals_of", "too_many"]

MAX_WAITING = 8
"""Jobs that are not done; one more is refused. Each may hold as many bytes as an upload."""
REMEMBERED = 50
"""Jobs that are done and can still be asked for."""
BATCH_SECONDS = 1.0
BATCH_CHARACTERS = 1_000_000
"""Files are added together until either is reached, so that many small ones are quick and progress is seen."""
RETRY_SECONDS = 3.0
"""How long to wait when the library cannot be written: another program may be at it, or the disk be full."""
STOP_SECONDS = 10.0
"""How long a stopping server waits for the file that is being read; it is read again after the next start."""
MAX_BEGINNINGS = 10
"""Attempts that broke off, in a row, after which the file that was at work is given up."""

ID = re.compile(r"(\d{1,12})-[0-9a-f]{12}")
"""Names of jobs: a number that says the order of arrival, and what nobody guesses."""
_log = logging.getLogger(__name__)


class _Stopped(Exception):
    """The server stops; what is not noted stays for the next start."""


class _Work:
    """One job as the worker sees it; guarded by the lock of `Jobs`. What an earlier process worked on waits again."""

    def __init__(self, id: str, kept: JobFolder) -> None:
        self.id = id
        self.kept = kept
        self.progress = kept.progress()
        if not self.done:
            self.progress = Progress(self.progress.outcomes)

    @property
    def done(self) -> bool:
        return not self.left

    @property
    def left(self) -> list[int]:
        return self.kept.left(self.progress)

    def body(self) -> JobBody:
        return self.kept.body(self.progress)


class Jobs:
    """The jobs of one library. Safe to use from several threads."""

    def __init__(self, library: qa.Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._works: dict[str, _Work] = {}  # in the order of arrival
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
        kept = [(int(match[1]), path) for path in root.iterdir() if (match := ID.fullmatch(path.name))]
        for _, path in sorted(kept):
            if path.name in self._works or path.name in self._damaged:
                continue
            try:
                self._works[path.name] = _Work(path.name, JobFolder.read(path))
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
            if n_waiting >= MAX_WAITING:
                raise too_many(n_waiting)
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
                work = self._works[id] = _Work(id, kept)
                self._wake()
                return work.body()
        except OSError as exc:
            if kept:
                kept.delete()
            raise not_kept(exc) from exc
        finally:
            with self._lock:
                self._n_arriving -= 1

    def job(self, id: str) -> JobBody:
        """Return a job as it is now. Raises ProblemError for one that is not known."""
        with self._lock:
            work = self._works.get(id)
            if work is None:
                raise no_such_job(id)
            return work.body()

    def recent(self) -> list[JobBody]:
        """Return the jobs that are known, the newest first."""
        with self._lock:
            return [work.body() for work in reversed(self._works.values())]

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

    def _next(self) -> _Work | None:
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
                self._do(work)
            except _Stopped:
                return
            except Exception as exc:
                if self._stopping.is_set():
                    return
                _log.exception("The upload %s is held up.", work.id, exc_info=exc)
                self._hold_up(work)
                self._stopping.wait(RETRY_SECONDS)

    def _hold_up(self, work: _Work) -> None:
        work.progress.held_up = True
        with suppress(OSError):  # the disk may be why
            work.kept.hold_up()

    def _do(self, work: _Work) -> None:
        """Read the files that are left and add them; one by one if that broke off before, to find out a bad file."""
        n_broken_off = work.kept.begin()
        batch: list[tuple[int, qa.Document | str]] = []
        since = monotonic()
        left = work.left
        if n_broken_off >= MAX_BEGINNINGS:
            name = work.kept.names[left[0]]
            error = (
                f"{name!r} was given up after {n_broken_off} attempts that broke off. Split the file, or save it anew."
            )
            self._note(work, [(left.pop(0), error)])
        for position, number in enumerate(left, 1):
            if self._stopping.is_set():
                work.kept.pause()
                raise _Stopped
            batch.append((number, self._read(work, number)))
            size = sum(len(found.text) for _, found in batch if isinstance(found, qa.Document))
            slow = monotonic() - since >= BATCH_SECONDS
            if n_broken_off or slow or size >= BATCH_CHARACTERS or position == len(left):
                self._add(work, batch)
                batch.clear()
                since = monotonic()
        try:
            self._library.compact()
        except qa.LibraryError as exc:
            _log.warning("The index was not put in fewer files (%s); it is tried again with the next upload.", exc)

    def _read(self, work: _Work, number: int) -> qa.Document | str:
        """Return the document of a file, or the error."""
        name = work.kept.names[number]
        try:
            return qa.read(work.kept.file(number).read_bytes(), name=name, language=work.kept.language)
        except qa.QuothError as exc:
            return str(exc)
        except OSError as exc:
            return f"{name!r} could not be read from the server's disk: {exc.strerror}. Upload it again."
        except Exception as exc:
            if self._stopping.is_set():
                raise _Stopped from exc
            _log.exception("The file %r of the upload %s could not be read.", name, work.id)
            return f"{name!r} could not be read, and the log of the server says why. The other files go on."

    def _add(self, work: _Work, batch: Sequence[tuple[int, qa.Document | str]]) -> None:
        """Add a batch in one go and note its outcomes. Waits while the library cannot be written."""
        documents = [found for _, found in batch if isinstance(found, qa.Document)]
        originals = originals_of((found, work.kept.file(number).read_bytes) for number, found in batch)
        for attempt in count():
            try:
                self._library.add(*documents, originals=originals)
                break
            except qa.LibraryError as exc:
                if not attempt:
                    self._hold_up(work)
                    _log.warning("The upload %s waits for the library: %s", work.id, exc)
                if self._stopping.wait(RETRY_SECONDS):
                    work.kept.pause()
                    raise _Stopped from exc
        work.progress.held_up = False
        self._note(work, batch)

    def _note(self, work: _Work, batch: Sequence[tuple[int, qa.Document | str]]) -> None:
        outcomes = list(_bodies(work.kept.names, batch))
        work.kept.note(outcomes)
        with self._lock:
            work.progress.outcomes.update(outcomes)
            work.progress.n_bytes += sum(work.kept.sizes[number] for number, _ in outcomes)
            if work.done:
                work.progress.ended = time()
                self._forget()

    def _forget(self) -> None:
        """Let go of jobs that were done long ago. The lock is held."""
        done = [work for work in self._works.values() if work.done]
        for work in done[: max(0, len(done) - REMEMBERED)]:
            work.kept.delete()
            del self._works[work.id]


def too_many(n_waiting: int) -> ProblemError:
    """Return the problem of one more upload than may wait."""
    return ProblemError(
        TOO_MANY_JOBS,
        f"{n_waiting} uploads wait to be added, and no more are taken. Send this one again in a while; "
        "GET /api/jobs says how far they are.",
    )


def not_kept(exc: OSError) -> ProblemError:
    """Return the problem of files that could not be written."""
    return ProblemError(
        UPLOAD_NOT_KEPT,
        f"The files could not be kept on the server's disk: {exc.strerror or exc}. Nothing of this upload was "
        "added. Make room there, or send less at a time.",
    )


def no_such_job(id: str) -> ProblemError:
    """Return the problem of a job that is not known."""
    return ProblemError(
        JOB_NOT_FOUND,
        f"There is no job {shown(id)}. GET /api/jobs lists those that are known: the last {REMEMBERED} "
        "that are done, and all that are not.",
    )


def originals_of(found: Iterable[tuple[object, Callable[[], bytes]]]) -> dict[str, bytes]:
    """Return the files to keep beside their documents, by id. found: what each file gave, and what reads its bytes."""
    return {
        outcome.id: read()
        for outcome, read in found
        if isinstance(outcome, qa.Document) and outcome.media_type in OPENED
    }


def _bodies(names: Sequence[str], batch: Sequence[tuple[int, qa.Document | str]]) -> Iterator[tuple[int, FileBody]]:
    for number, found in batch:
        if isinstance(found, qa.Document):
            yield number, FileBody(name=names[number], id=found.id, title=found.title, error=None)
        else:
            yield number, FileBody(name=names[number], id=None, title=None, error=found)
