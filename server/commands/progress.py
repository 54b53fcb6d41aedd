"""What the user is told while a command reads and writes: a bar on a terminal, then what failed or was read in part or
skipped, and a summary.

Left out: what is read (sources).
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from server.commands.console import count

if TYPE_CHECKING:
    from pathlib import Path

    import qa
    from server.commands.sources import OpenedLibrary

__all__ = [
    "SeenFiles",
    "open_library",
    "open_with_bar",
    "show_count",
    "show_progress",
    "summarise",
    "summarise_skipped",
    "summarise_update",
    "tell_changes",
    "update",
]

_SHOWN_FILES = 10  # with notes on how they were read
_SHOWN_NOTICES = 3  # of each
_SHOWN_KINDS = 8  # of files that were skipped
_NARROWEST = 40  # columns


def open_with_bar(
    paths: Sequence[str],
    library: str | None,
    default: str | None,
    *,
    create: bool = False,
    folders: Sequence[str] = (),
    memory: Path | None = None,
    verbose: bool = False,
) -> OpenedLibrary:
    """Open what a command works on, with a bar while files are read.

    default: the library where no path is given. folders: to be read too; they may be empty for now. memory: folder that
    takes the place of memory. verbose: tell of each file that is skipped, and of all that was not read.
    """
    from server.commands import sources

    location = default if library or not paths else None
    library_ = None
    if location is not None:
        library_ = open_library(location, create=create or bool(paths))
    with show_progress("Reading", verbose=verbose) as seen:
        return sources.open_source(paths, location, seen=seen, opened=library_, folders=folders, memory=memory)


def open_library(location: str, *, create: bool = True) -> qa.Library:
    """Open a library, and bring one of an earlier version up to date, with a bar. create: as for `qa.Library`."""
    import qa
    from server.commands.sources import find_reader

    with ExitStack() as opened:  # closes the library when it cannot be brought up to date
        library = opened.enter_context(qa.Library(location, create=create, update=False, reader=find_reader()))
        if library.folder is not None:
            update(library)
        opened.pop_all()
    return library


def update(library: qa.Library) -> None:
    """Bring a library of an earlier version up to date, with a bar, and tell what it came to; else say nothing."""
    import qa

    if not library.n_outdated:
        return
    try:
        with show_count("Updating") as note:
            done = library.update(lambda outcome: note(outcome.done, outcome.total))
    except qa.ReadOnlyLibrary as exc:
        click.echo(f"The library was made by an earlier version and not brought up to date: {exc}", err=True)
        return
    click.echo(summarise_update(done), err=True)


def summarise_update(done: qa.LibraryUpdate) -> str:
    """Return what it came to that a library was brought up to date.

    >>> import qa
    >>> print(summarise_update(qa.LibraryUpdate(2, 1, ("notes/old.pdf",), 1.25)))
    Brought 3 documents of an earlier version up to date in 1.2 s, 2 from the file.
    The text of 1 document stays as it was, since its file is gone or has changed. Add it again: notes/old.pdf
    """
    n_documents = count(done.n_read + done.n_prepared)
    lines = [
        f"Brought {n_documents} of an earlier version up to date in {done.seconds:,.1f} s, "
        f"{done.n_read:,} from the file."
    ]
    if done.left:
        names = ", ".join(done.left[:_SHOWN_FILES])
        more = f" and {len(done.left) - _SHOWN_FILES:,} more" if len(done.left) > _SHOWN_FILES else ""
        its, it = ("its file is gone or has", "it") if len(done.left) == 1 else ("their files are gone or have", "them")
        lines.append(
            f"The text of {count(len(done.left))} stays as it was, since {its} changed. Add {it} again: {names}{more}"
        )
    return "\n".join(lines)


@contextmanager
def show_progress(label: str, *, verbose: bool = False) -> Iterator[SeenFiles]:
    """Give what is told of each file. It moves a bar on a terminal's stderr; all that is to be said comes at the end.

    Beside the bar stands how many passages are written in a second.
    """
    seen = SeenFiles(label)
    try:
        with seen.stack:
            yield seen
    finally:
        _tell(seen.outcomes, seen.skipped, verbose=verbose)


class SeenFiles:
    """The files that a command has met: what became of those that it read, and those that it skipped."""

    def __init__(self, label: str) -> None:
        self.outcomes: list[qa.FileOutcome] = []
        self.skipped: list[qa.SkippedFile] = []
        self.stack = ExitStack()
        self._label = label
        self._bar: Any = None
        self._n_passages = 0

    def note(self, outcome: qa.FileOutcome) -> None:
        """Take what became of the next file."""
        if not self.outcomes and sys.stderr.isatty():
            self._bar = self.stack.enter_context(_make_bar(self._label, outcome.total, "passages"))
        self.outcomes.append(outcome)
        self._n_passages += outcome.n_passages
        if self._bar:
            self._bar.update(1, self._n_passages)

    def skip(self, skipped: qa.SkippedFile) -> None:
        """Take a file that was skipped."""
        self.skipped.append(skipped)


@contextmanager
def show_count(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many documents are done, and of how many. It moves a bar on a terminal."""
    bars: list[Any] = []

    def note(done: int, total: int) -> None:
        if not bars and sys.stderr.isatty():
            bars.append(stack.enter_context(_make_bar(label, total, "documents")))
        for bar in bars:
            bar.update(done - bar.pos, done)

    with ExitStack() as stack:
        yield note


def _make_bar(label: str, total: int, unit: str) -> Any:
    """Return a bar that tells the place, what is left and, when it is moved with how many units are done, the rate."""
    started = monotonic()

    def rate(n_done: int | None) -> str | None:
        seconds = monotonic() - started
        return f"{n_done / seconds:,.0f} {unit}/s" if n_done is not None and seconds > 0 else None

    return click.progressbar(
        length=total, label=label, file=sys.stderr, show_pos=True, show_percent=True, show_eta=True, item_show_func=rate
    )


def tell_changes(outcomes: Sequence[qa.FileOutcome], skipped: Sequence[qa.SkippedFile] = ()) -> None:
    """Tell what changed in watched folders; say nothing when nothing did."""
    changed = [outcome for outcome in outcomes if outcome.change != "unchanged"]
    if changed:
        click.echo(summarise(changed))
    _tell(changed, skipped, verbose=True)


def _tell(outcomes: Sequence[qa.FileOutcome], skipped: Sequence[qa.SkippedFile], *, verbose: bool) -> None:
    """Tell on stderr which files failed, notes on how others were read, and which were skipped."""
    from server.commands.terminal import join_lines

    for outcome in outcomes:
        if outcome.error:
            click.echo(f"Not added: {join_lines(outcome.error)}", err=True)
    noticed = [outcome for outcome in outcomes if outcome.notices]
    shown = noticed if verbose else noticed[:_SHOWN_FILES]
    for outcome in shown:
        notices = outcome.notices if verbose else outcome.notices[:_SHOWN_NOTICES]
        _warn(f"Notes on reading {join_lines(outcome.path)}:")
        for notice in notices:
            _warn(join_lines(notice), indent=4)
        if more := len(outcome.notices) - len(notices):
            _warn(f"… and {more:,} more; list them with --verbose", indent=4)
    if len(shown) < len(noticed):
        more_files = count(len(noticed) - len(shown), "more file")
        _warn(f"Nor could everything be read of {more_files}; list them with --verbose.")
    if skipped:
        click.echo(summarise_skipped(skipped, verbose=verbose), err=True)
    for each in skipped if verbose else ():
        click.echo(f"    {join_lines(each.path)}: {join_lines(each.reason)}", err=True)


def _warn(text: str, *, indent: int = 0) -> None:
    """Tell in yellow, wrapped to the terminal where there is one."""
    margin = " " * indent
    if sys.stderr.isatty():
        width = max(_NARROWEST, shutil.get_terminal_size().columns)
        text = click.wrap_text(text, width, initial_indent=margin, subsequent_indent=margin)
    else:
        text = margin + text
    click.secho(text, fg="yellow", err=True)


def summarise_skipped(skipped: Sequence[qa.SkippedFile], *, verbose: bool = False) -> str:
    """Return on one line how many files were skipped, and of which kinds, the most frequent first.

    >>> import qa
    >>> summarise_skipped([qa.SkippedFile(f"{n}.png", ".png", "Quoth does not read .png files") for n in range(2)])
    '2 files skipped: 2 .png; list them with --verbose.'
    """
    numbers = sorted(Counter(each.kind for each in skipped).items(), key=lambda pair: (-pair[1], pair[0]))
    kinds = [f"{n:,} {kind}" for kind, n in numbers[:_SHOWN_KINDS]]
    if others := sum(n for _, n in numbers[_SHOWN_KINDS:]):
        kinds.append(f"{others:,} of other kinds")
    text = f"{count(len(skipped), 'file')} skipped: {', '.join(kinds)}"
    return f"{text}:" if verbose else f"{text}; list {'it' if len(skipped) == 1 else 'them'} with --verbose."


def summarise(outcomes: Iterable[qa.FileOutcome]) -> str:
    """Return on one line what became of files: each kind of change once, what failed last."""
    numbers = Counter[str](outcome.change for outcome in outcomes)
    kinds = (
        ("added", "Added {}.", "document"),
        ("replaced", "Replaced {}.", "document"),
        ("removed", "Removed {}.", "document"),
        ("unchanged", "{} unchanged.", "file"),
        ("failed", "{} failed.", "file"),
    )
    return " ".join(text.format(count(numbers[change], noun)) for change, text, noun in kinds if numbers[change])
