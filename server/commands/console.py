"""What the commands share: exit codes, options, and how an error ends.

Left out: the commands themselves, and what the user is told while files are read (progress).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any

import click

from eval.failure import Failure

__all__ = [
    "NO",
    "Commands",
    "clean",
    "count",
    "echo",
    "explain_errors",
    "find_ask_settings",
    "json_option",
    "library_option",
    "paths_argument",
    "print_version",
    "require_library",
    "source_option",
    "verbose_option",
]

NO = 1
"""The exit code of a command whose answer is no."""

library_option = click.option("--library", metavar="DIR", help="Folder of a library. Default: QUOTH_LIBRARY.")
source_option = click.option(
    "--library",
    metavar="DIR",
    help="Folder of a library; files at PATH are added to it. Default, without a PATH: QUOTH_LIBRARY.",
)
json_option = click.option("--json", "json_", is_flag=True, help="Print JSON, as the HTTP endpoint gives it.")
verbose_option = click.option(
    "--verbose", is_flag=True, help="List each file that is skipped, with the reason, and everything that was not read."
)
paths_argument = click.argument("paths", metavar="[PATH]...", nargs=-1)


class Commands(click.Group):
    """The commands. Those of `eval` are imported when asked for; an error that explains itself ends with code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted([*super().list_commands(ctx), "bench", "eval"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None when there is no such one."""
        if cmd_name == "bench":
            from eval.bench.cli import bench_command

            return bench_command
        if cmd_name == "eval":
            from eval.cli import eval_command

            return eval_command
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        _write_utf8()
        with explain_errors():
            return super().invoke(ctx)


def _write_utf8() -> None:
    """Let output be UTF-8 where the system would have it otherwise: a quote may hold any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")


@contextmanager
def explain_errors() -> Iterator[None]:
    """Turn the errors that are meant for the user into a message and exit code 2; the others pass as they are."""
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        raise Failure("Stopped before the end.") from None
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception as exc:
        from qa import QuothError  # only now is it worth the wait
        from server.running.serving import CannotListen, CannotServe
        from server.settings import SettingsError

        if isinstance(exc, QuothError | SettingsError | CannotListen | CannotServe):
            raise Failure(str(exc)) from None
        raise


def clean(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """Replace what the shell passed as bytes that are not UTF-8."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """Print the version and stop, when that is wanted."""
    if wanted:
        import qa

        click.echo(f"quoth {qa.__version__}")
        ctx.exit()


def echo(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        click.echo(line)


def count(number: int, noun: str = "document") -> str:
    """Return a number with its noun, as in `1 document` and `2 documents`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def require_library(library: str | None) -> str:
    """Return the location of the library, from the option or the environment; a usage error where neither has it."""
    from server.settings import load_settings

    location = load_settings(library=library).library
    if location is None:
        raise click.UsageError("Which library? Give --library DIR, or set QUOTH_LIBRARY.")
    return location


def find_ask_settings(library: str | None, min_confidence: float | None) -> tuple[str | None, float | None]:
    """Return the library and the minimum confidence in force: those given, else those of the environment.

    Nearly always nothing is set there; then the settings need not be imported, which takes as long as the answer does.
    """
    if not any(name.upper().startswith("QUOTH_") for name in os.environ):
        return library, min_confidence
    from server.settings import load_settings

    settings = load_settings(library=library, min_confidence=min_confidence)
    return settings.library, settings.min_confidence
