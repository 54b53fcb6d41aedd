"""Which documents a command works on: the paths that it was given, a library, or the shipped documents.

A bad file never stops the others. Left out: what the user is told of each file, which is for the caller.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import corpus
import qa

__all__ = ["NothingAdded", "OpenedLibrary", "Seen", "add_paths", "open_existing", "open_source"]


class Seen(Protocol):
    """What is told of each file."""

    def note(self, outcome: qa.FileOutcome, /) -> None:
        """Take what became of the next file."""

    def skip(self, skipped: qa.SkippedFile, /) -> None:
        """Take a file that was skipped."""


class NothingAdded(qa.QuothError):
    """None of the given paths gave a document."""


@dataclass(frozen=True, slots=True)
class OpenedLibrary:
    """An open library, for the caller to close, and what is in it."""

    library: qa.Library
    kind: Literal["corpus", "paths", "library"]
    name: str


def open_source(
    paths: Sequence[str],
    location: str | None,
    *,
    seen: Seen,
    opened: qa.Library | None = None,
    create: bool = False,
    folders: Sequence[str] = (),
    memory: Path | None = None,
) -> OpenedLibrary:
    """Open what a command works on.

    Paths alone are read into memory; paths and a location are added to the library there; a location alone is opened;
    neither stands for the shipped documents. seen: told of each file. opened: the library at the location, which is
    opened here without it. create: a location that does not exist yet is a new library. folders: read as well; they may
    give nothing yet. memory: folder that takes the place of memory. Raises NothingAdded when there are paths and none
    gave a document.
    """
    if not paths and not folders and location is None:
        return OpenedLibrary(_open_corpus(memory), "corpus", "the documents that come with Quoth")
    with ExitStack() as stack:  # closes the library when its paths give nothing
        new = location is None or create or paths
        library = opened or (_open(location or memory) if new else open_existing(str(location)))
        stack.enter_context(library)
        if paths:
            add_paths(library, paths, seen=seen)
        if folders:
            library.add_files(*folders, progress=seen.note, skipped=seen.skip)
        stack.pop_all()
    if location is None:
        return OpenedLibrary(library, "paths", "the given files, in memory")
    return OpenedLibrary(library, "library", f"the library {qa.without_password(location)}")


def open_existing(location: str) -> qa.Library:
    """Open a library that must exist already, so that a slip of the pen makes no empty one."""
    return qa.Library(location, create=False, reader=find_reader())


def find_reader() -> Literal["auto", "on", "off"]:
    """Return whether the small reader is asked, as the environment says.

    Nearly always it says nothing; then the settings need not be imported, which takes as long as an answer does.
    """
    if not any(name.upper().startswith("QUOTH_") for name in os.environ):
        return "auto"
    from server.settings import load_settings

    return load_settings().reader


def add_paths(library: qa.Library, paths: Sequence[str], *, language: str = "", seen: Seen) -> list[qa.FileOutcome]:
    """Add files, folders and globs, and return what became of each file. Raises NothingAdded when none was added.

    language: tag of the language that all are in; empty for what each says, or what is detected.
    """
    outcomes: list[qa.FileOutcome] = []

    def note(outcome: qa.FileOutcome) -> None:
        outcomes.append(outcome)
        seen.note(outcome)

    library.add_files(*paths, language=language, progress=note, skipped=seen.skip)
    if all(outcome.error for outcome in outcomes):
        raise NothingAdded(
            f"Nothing could be added from {', '.join(paths)}. Quoth reads {', '.join(sorted(qa.SUFFIXES))}."
        )
    if any(outcome.change not in {"unchanged", "failed"} for outcome in outcomes):
        library.compact()
    return outcomes


def _open(location: str | Path | None) -> qa.Library:
    return qa.Library(location, reader=find_reader())


def _open_corpus(memory: Path | None) -> qa.Library:
    library = _open(memory)
    entries = [entry for folder in corpus.folders() for entry in folder.iterdir() if entry.name.endswith(".md")]
    library.add(*(qa.read(entry.read_bytes(), name=entry.name) for entry in entries))
    return library
