"""Keep a library up to date with folders while a server runs: they are added again when something in them changes.

Whatever happens over a file, a folder or the library, it is told of once, and the watch goes on. A file that could not
be added is read again once it has changed. A folder may vanish and come back. Left out: what adding a folder again
means, which is the library's.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import qa

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Tell", "watch_folders"]

QUIET_MS = 500  # how long nothing must change before a change counts as done, at most
LOOK_MS = 1_000  # how often it is looked whether something is left to do
RETRY_SECONDS = 10.0  # after which what could not be kept is tried again

Tell = Callable[[Sequence[qa.FileOutcome], Sequence[qa.SkippedFile]], None]

_log = logging.getLogger(__name__)


@contextmanager
def watch_folders(library: qa.Library, folders: Sequence[str], tell: Tell) -> Iterator[None]:
    """Keep `library` up to date with `folders` within a `with`.

    tell: called, in another thread, with what became of the files after each change, and with the files that are passed
    over since. A library that cannot be written to is tried again until it can.
    """
    watcher = _Watcher(library, folders, tell)
    thread = threading.Thread(target=watcher.run, name="quoth-watch", daemon=True)
    if folders:
        thread.start()
    try:
        yield
    finally:
        watcher.stop.set()
        if folders:
            thread.join()


class _Watcher:
    """What one thread does until `stop` is set."""

    def __init__(self, library: qa.Library, folders: Sequence[str], tell: Tell) -> None:
        self.stop = threading.Event()
        self._library = library
        self._folders = folders
        self._tell = tell
        self._behind = True  # something may have changed between the first reading and the watch
        self._again_at = 0.0
        self._errors: dict[str, str] = {}  # by path, as they were told
        self._skipped: set[str] | None = None  # paths; None before the first look, which others told of

    def run(self) -> None:
        """Watch until the end, and begin anew when a folder is another one or the watch breaks down."""
        while not self.stop.is_set():
            try:
                for changed in self._look():
                    if self.stop.is_set():
                        return
                    if changed or (self._behind and monotonic() >= self._again_at):
                        self._update()
            except Exception as exc:
                self._fail(exc)
                self.stop.wait(RETRY_SECONDS)
            self._behind = True

    def _look(self) -> Iterator[bool]:
        """Yield whether something has changed, a few times a second, until a folder is no longer the one it was."""
        from watchfiles import watch  # noqa: PLC0415 - only who watches waits for it

        watched = self._identify()
        there = [folder for folder, identity in watched.items() if identity]
        if not there:
            yield False
            self.stop.wait(LOOK_MS / 1_000)
            return
        for changes in watch(
            *there,
            watch_filter=None,
            debounce=QUIET_MS,
            stop_event=self.stop,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            if self._identify() != watched:
                return
            yield bool(changes)

    def _identify(self) -> dict[str, tuple[int, int] | None]:
        """Return what tells each folder from another in its place; None for one that is not there."""
        identities: dict[str, tuple[int, int] | None] = {}
        for folder in self._folders:
            try:
                about = os.stat(folder)
                identities[folder] = (about.st_dev, about.st_ino) if os.path.isdir(folder) else None
            except OSError:
                identities[folder] = None
        return identities

    def _update(self) -> None:
        """Add the folders again, and tell what became of it."""
        outcomes: list[qa.FileOutcome] = []
        skipped: list[qa.SkippedFile] = []
        try:
            self._library.add_files(*self._folders, progress=outcomes.append, skipped=skipped.append, retry=False)
        except Exception as exc:
            self._fail(exc)
            return
        self._behind = False
        errors = {outcome.path: outcome.error for outcome in outcomes if outcome.error}
        new = [each for each in outcomes if not each.error or self._errors.get(each.path) != each.error]
        self._errors = errors
        before, self._skipped = self._skipped, {each.path for each in skipped}
        self._say(new, [each for each in skipped if before is not None and each.path not in before])

    def _fail(self, exc: Exception) -> None:
        """Tell of an error that concerns all, unless it was the last one told, and have it tried again."""
        self._behind, self._again_at = True, monotonic() + RETRY_SECONDS
        folder = self._folders[0]
        message = str(exc)
        if not isinstance(exc, qa.QuothError):
            _log.exception("The folders %s could not be added.", ", ".join(map(repr, self._folders)), exc_info=exc)
            message = (
                f"{folder!r} could not be added: it failed with {type(exc).__name__}, and the log says why. It is "
                "tried again."
            )
        if self._errors != {folder: message}:
            self._errors = {folder: message}
            self._say([qa.FileOutcome(folder, None, message, 1, 1, "failed")], [])

    def _say(self, outcomes: Sequence[qa.FileOutcome], skipped: Sequence[qa.SkippedFile]) -> None:
        try:
            self._tell(outcomes, skipped)
        except Exception as exc:  # nobody reads any more, say
            _log.warning("What became of watched folders could not be told: %s", exc)
