"""What the commands share: exit codes, errors, options, and how the user is told of files.

Left out: the commands themselves.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    import qa
    from server.commands.sources import Source

__all__ = [
    "ERROR",
    "NO",
    "Commands",
    "Failure",
    "clean",
    "count",
    "counting_bar",
    "echo",
    "explained",
    "json_option",
    "library_option",
    "opened",
    "paths_argument",
    "print_version",
    "progress_bar",
    "required",
    "settings_of_ask",
    "source_option",
    "summary",
    "tell_changes",
]

NO = 1
ERROR = 2

library_option = click.option("--library", metavar="DIR", help="Folder of a library. Default: QUOTH_LIBRARY.")
source_option = click.option(
    "--library",
    metavar="DIR",
    help="Folder of a library; files at PATH are added to it. Default, without a PATH: QUOTH_LIBRARY.",
)
json_option = click.option("--json", "json_", is_flag=True, help="Print JSON, as the HTTP endpoint gives it.")
paths_argument = click.argument("paths", metavar="[PATH]...", nargs=-1)


class Failure(click.ClickException):
    """An error that the user can do something about."""

    exit_code = ERROR


class Commands(click.Group):
    """The commands. Those of `eval` are imported when asked for; an error that explains itself ends with code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted([*super().list_commands(ctx), "bench", "eval"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None when there is no such one."""
        if cmd_name == "bench":
            from eval.bench.cli import bench_command  # noqa: PLC0415

            return bench_command
        if cmd_name == "eval":
            from eval.cli import eval_command  # noqa: PLC0415

            return eval_command
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        _write_utf8()
        with explained():
            return super().invoke(ctx)


def _write_utf8() -> None:
    """Let output be UTF-8 where the system would have it otherwise: a quote may hold any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")


@contextmanager
def explained() -> Iterator[None]:
    """Turn the errors that are meant for the user into a message and exit code 2; the others pass as they are."""
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        raise Failure("Stopped before the end.") from None
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception as exc:
        from qa import QuothError  # noqa: PLC0415 - only now is it worth the wait
        from server.running.serving import CannotListen, CannotServe  # noqa: PLC0415
        from server.settings import SettingsError  # noqa: PLC0415

        if isinstance(exc, QuothError | SettingsError | CannotListen | CannotServe):
            raise Failure(str(exc)) from None
        raise


def clean(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """Replace what the shell passed as bytes that are not UTF-8."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """Print the version and stop, when that is wanted."""
    if wanted:
        import qa  # noqa: PLC0415

        click.echo(f"quoth {qa.__version__}")
        ctx.exit()


def echo(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        click.echo(line)


def count(number: int, noun: str = "document") -> str:
    """Return a number with its noun, as in `1 document` and `2 documents`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def required(library: str | None) -> str:
    """Return the location of the library, from the option or the environment; a usage error where neither has it."""
    from server.settings import load_settings  # noqa: PLC0415

    location = load_settings(library=library).library
    if location is None:
        raise click.UsageError("Which library? Give --library DIR, or set QUOTH_LIBRARY.")
    return location


def settings_of_ask(library: str | None, min_confidence: float | None) -> tuple[str | None, float | None]:
    """Return the library and the minimum confidence in force: those given, else those of the environment.

    Nearly always nothing is set there; then the settings need not be imported, which takes as long as the answer does.
    """
    if not any(name.upper().startswith("QUOTH_") for name in os.environ):
        return library, min_confidence
    from server.settings import load_settings  # noqa: PLC0415

    settings = load_settings(library=library, min_confidence=min_confidence)
    return settings.library, settings.min_confidence


def summary(outcomes: Iterable[qa.FileOutcome]) -> str:
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


def _report_failed(outcome: qa.FileOutcome) -> None:
    """Tell of a file that gave no document; say nothing of one that did."""
    if outcome.error:
        from server.commands.terminal import one_line  # noqa: PLC0415

        click.echo(f"Not added: {one_line(outcome.error)}", err=True)


def tell_changes(outcomes: Sequence[qa.FileOutcome]) -> None:
    """Tell what changed in watched folders; say nothing when nothing did."""
    changed = [outcome for outcome in outcomes if outcome.change != "unchanged"]
    if changed:
        click.echo(summary(changed))
    for outcome in changed:
        _report_failed(outcome)


def opened(
    paths: Sequence[str],
    library: str | None,
    default: str | None,
    *,
    create: bool = False,
    folders: Sequence[str] = (),
    memory: Path | None = None,
) -> Source:
    """Open what a command works on, with a bar while files are read.

    default: the library where no path is given. folders: to be read too; they may be empty for now. memory: folder that
    takes the place of memory.
    """
    from server.commands import sources  # noqa: PLC0415

    location = default if library or not paths else None
    with progress_bar("Reading") as progress:
        return sources.open_source(paths, location, progress=progress, create=create, folders=folders, memory=memory)


def _bar(label: str, total: int, unit: str) -> Any:
    """Return a bar that tells the place, what is left and, when it is moved with how many units are done, the rate."""
    started = monotonic()

    def rate(n_done: int | None) -> str | None:
        seconds = monotonic() - started
        return f"{n_done / seconds:,.0f} {unit}/s" if n_done is not None and seconds > 0 else None

    return click.progressbar(
        length=total, label=label, file=sys.stderr, show_pos=True, show_percent=True, show_eta=True, item_show_func=rate
    )


@contextmanager
def counting_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many documents are done, and of how many. It moves a bar on a terminal."""
    bars: list[Any] = []

    def note(done: int, total: int) -> None:
        if not bars and sys.stderr.isatty():
            bars.append(stack.enter_context(_bar(label, total, "documents")))
        for bar in bars:
            bar.update(done - bar.pos, done)

    with ExitStack() as stack:
        yield note


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[qa.FileOutcome], None]]:
    """Give a function to call after each file. It moves a bar on a terminal's stderr; failures are told at the end.

    Beside the bar stands how many passages are written in a second.
    """
    outcomes: list[qa.FileOutcome] = []
    steps: list[Callable[[int, int], None]] = []
    n_passages = 0

    def note(outcome: qa.FileOutcome) -> None:
        nonlocal n_passages
        if not outcomes and sys.stderr.isatty():
            steps.append(stack.enter_context(_bar(label, outcome.total, "passages")).update)
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
