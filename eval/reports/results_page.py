"""Blocks of Markdown pages that a command writes: measured figures in `RESULTS.md`, tables of the manual.

    <!-- quality: made by a command, do not edit -->
    30 November 2026 · Quoth 0.1.0 · 2 processors … · `quoth eval --all data`

    | set | measure | …
    <!-- end of quality -->

A command replaces what stands between the two marks of its block and touches nothing else. A block of measured figures
begins with its stamp: when, with which version, on which machine and by which command. Left out: making a block that a
page does not have; where it stands, and what is said around it, is for people to write.
"""

from __future__ import annotations

import datetime
import platform
import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import qa
from eval.measures.results import machine
from eval.records import EvalError

__all__ = ["Stamp", "command_line", "fenced", "markdown_table", "record", "record_run", "replace_block"]

_WHERE = ("--record", "--output", "--out")
_CPU_INFO = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Stamp:
    """When figures were measured (ISO 8601), with which version of Quoth, on which machine and by which command."""

    command: str
    date: str
    machine: str
    version: str = qa.__version__

    @classmethod
    def now(cls, command: str) -> Stamp:
        """Return the stamp of a run on this machine, today."""
        about = machine()
        told = f"{_processor()}{about['cpu_count']} processors, {platform.system()}, Python {about['python']}"
        return cls(command, datetime.datetime.now(datetime.UTC).date().isoformat(), told)

    @property
    def line(self) -> str:
        """The stamp as a line of Markdown."""
        day = datetime.date.fromisoformat(self.date)
        return f"{day.day} {day:%B %Y} · Quoth {self.version} · {self.machine} · `{self.command}`"


def record_run(page: Path | None, name: str, table: str, program: str) -> None:
    """Write figures that this process measured into a block of a page, where one is given, stamped with its command.

    program: what is typed before the arguments. Raises EvalError when there is no such page or block.
    """
    if page:
        record(page, name, table, Stamp.now(command_line(program, sys.argv[1:])))


def record(page: Path, name: str, table: str, stamp: Stamp) -> None:
    """Write figures, with their stamp, into a block of a page. Raises EvalError when there is no such page or block."""
    try:
        text = page.read_text(encoding="utf-8")
    except OSError as exc:
        raise EvalError(f"{page} cannot be read: {exc.strerror}. Name a page that has a block {name!r}.") from None
    replaced = replace_block(text, name, f"{stamp.line}\n\n{table.strip()}", of=str(page))
    try:
        page.write_text(replaced, encoding="utf-8")
    except OSError as exc:
        raise EvalError(f"{page} cannot be written: {exc.strerror}. Name a page that may be changed.") from None


def replace_block(text: str, name: str, content: str, *, of: str = "the page") -> str:
    """Return the text with `content` between the marks of a block. Raises EvalError when it has not one such block.

    >>> replace_block("<!-- n: made by hand -->\\nold\\n<!-- end of n -->", "n", "new")
    '<!-- n: made by hand -->\\nnew\\n<!-- end of n -->'
    """
    blocks = list(_block(name).finditer(text))
    if len(blocks) != 1:
        raise EvalError(
            f"{of} has {len(blocks)} blocks {name!r}, and one is needed. Write a line <!-- {name}: made by … --> and a "
            f"line <!-- end of {name} --> where it belongs."
        )
    start, end = blocks[0].span("content")
    return f"{text[:start]}{content.strip()}\n{text[end:]}"


def command_line(program: str, arguments: Sequence[str]) -> str:
    """Return a command as one would type it: of an absolute path only the last name is told, and no password.

    Where it writes is left out, since no figure hangs on that.

    >>> command_line("quoth eval", ["eval", "--all", "/home/someone/data", "--record", "eval/RESULTS.md"])
    'quoth eval --all data'
    """
    if arguments and program.endswith(f" {arguments[0]}"):
        arguments = arguments[1:]
    arguments = [
        each
        for before, each in zip(["", *arguments], arguments, strict=False)
        if each not in _WHERE and before not in _WHERE
    ]
    short = [PurePath(each).name if PurePath(each).is_absolute() else qa.without_password(each) for each in arguments]
    return " ".join([program, shlex.join(short)]).strip()


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown.

    >>> print(markdown_table(("a", "b"), [("1|2", "3")]))
    | a | b |
    | --- | --- |
    | 1\\|2 | 3 |
    """
    cells = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells)


def fenced(text: str) -> str:
    """Return lines for a terminal as a block of code, in which columns stay where they are."""
    return f"```text\n{text.rstrip()}\n```"


def _block(name: str) -> re.Pattern[str]:
    mark = re.escape(name)
    return re.compile(rf"^<!-- {mark}: [^\n]*-->\n(?P<content>.*?)^<!-- end of {mark} -->$", re.DOTALL | re.MULTILINE)


def _processor() -> str:
    """Return the model of the processor and a comma where the system tells it, else nothing."""
    try:
        match = re.search(r"^model name\s*: *(.+)$", _CPU_INFO.read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return ""
    return f"{match[1].strip()}, " if match else ""
