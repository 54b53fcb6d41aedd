"""Keep a library up to date with folders while a server runs: they are added again when something in them changes.

Left out: what adding a folder again means, which is the library's.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import qa

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["watch_folders"]

QUIET_MS = 500  # how long nothing must change before a change counts as done, at most
LOOK_MS = 1_000  # how often it is looked whether something is left to do
RETRY_SECONDS = 10.0  # after which what could not be kept is tried again


@contextmanager
def watch_folders(
    library: qa.Library, folders: Sequence[str], tell: Callable[[Sequence[qa.FileOutcome]], None]
) -> Iterator[None]:
    """Keep `library` up to date with `folders` within a `with`.

    tell: called, in another thread, with what became of the files after each change. A library that cannot be written
    to is tried again until it can.
    """
    stop = threading.Event()
    thread = threading.Thread(target=_watch, args=(library, folders, tell, stop), name="quoth-watch", daemon=True)
    if folders:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        if folders:
            thread.join()


def _watch(
    library: qa.Library,
    folders: Sequence[str],
    tell: Callable[[Sequence[qa.FileOutcome]], None],
    stop: threading.Event,
) -> None:
    from watchfiles import watch  # noqa: PLC0415 - only who watches waits for it

    behind = True  # something may have changed between the first reading and the watch
    again_at = 0.0
    for changes in watch(
        *folders,
        watch_filter=None,
        debounce=QUIET_MS,
        stop_event=stop,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        if stop.is_set():
            return
        if changes or (behind and monotonic() >= again_at):
            outcomes: list[qa.FileOutcome] = []
            try:
                library.add_files(*folders, progress=outcomes.append)
                behind = False
            except qa.QuothError as exc:
                behind, again_at = True, monotonic() + RETRY_SECONDS
                outcomes.append(qa.FileOutcome(folders[0], None, str(exc), 1, 1, "failed"))
            tell(outcomes)
