"""What the user is told while a command reads and writes: a bar on a terminal, each file that failed, and a summary.

Left out: what is read (sources).
"""

from __future__ import annotations

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

__all__ = ["open_with_bar", "show_count", "show_progress", "summarise", "tell_changes"]


def open_with_bar(
    paths: Sequence[str],
    library: str | None,
    default: str | None,
    *,
    create: bool = False,
    folders: Sequence[str] = (),
    memory: Path | None = None,
) -> OpenedLibrary:
    """Open what a command works on, with a bar while files are read.

    default: the library where no path is given. folders: to be read too; they may be empty for now. memory: folder that
    takes the place of memory.
    """
    from server.commands import sources

    location = default if library or not paths else None
    with show_progress("Reading") as progress:
        return sources.open_source(paths, location, progress=progress, create=create, folders=folders, memory=memory)


@contextmanager
def show_progress(label: str) -> Iterator[Callable[[qa.FileOutcome], None]]:
    """Give a function to call after each file. It moves a bar on a terminal's stderr; failures are told at the end.

    Beside the bar stands how many passages are written in a second.
    """
    outcomes: list[qa.FileOutcome] = []
    steps: list[Callable[[int, int], None]] = []
    n_passages = 0

    def note(outcome: qa.FileOutcome) -> None:
        nonlocal n_passages
        if not outcomes and sys.stderr.isatty():
            steps.append(stack.enter_context(_make_bar(label, outcome.total, "passages")).update)
        outcomes.append(outcome)
        n_passages += outcome.n_passages
        for step in steps:
            step(1, n_passages)

    try:
        with ExitStack() as stack:
            yield note
    finally:
        for outcome in outcomes:
            _report_failed(outcome)


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


def tell_changes(outcomes: Sequence[qa.FileOutcome]) -> None:
    """Tell what changed in watched folders; say nothing when nothing did."""
    changed = [outcome for outcome in outcomes if outcome.change != "unchanged"]
    if changed:
        click.echo(summarise(changed))
    for outcome in changed:
        _report_failed(outcome)


def _report_failed(outcome: qa.FileOutcome) -> None:
    """Tell of a file that gave no document; say nothing of one that did."""
    if outcome.error:
        from server.commands.terminal import join_lines

        click.echo(f"Not added: {join_lines(outcome.error)}", err=True)


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
