"""The tables of the manual, made from the commands, the settings and the routes: `python -m server.commands.manual`.

Each is a block of a page in `corpus/guide/`; what stands around it is written by people. `tests/test_docs.py` fails
when a page does not have what this makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

import qa
from eval.reports.results_page import markdown_table, replace_block
from server.app import create_app
from server.commands.cli import main
from server.settings import Settings, write_value

__all__ = [
    "GUIDE",
    "list_commands",
    "make_command_sections",
    "make_pages",
    "make_route_table",
    "make_setting_table",
    "write_pages",
]

GUIDE = Path(str(files("corpus"))) / "guide"


def make_pages() -> dict[Path, str]:
    """Return each page that has such blocks, as it has to be."""
    blocks = {
        "commands.md": {"settings": make_setting_table(), "commands": make_command_sections()},
        "http.md": {"routes": make_route_table()},
    }
    pages = {}
    for name, of_page in blocks.items():
        text = (GUIDE / name).read_text(encoding="utf-8")
        for block, content in of_page.items():
            text = replace_block(text, block, content, of=name)
        pages[GUIDE / name] = text
    return pages


def write_pages() -> None:
    """Write the pages."""
    for path, text in make_pages().items():
        path.write_text(text, encoding="utf-8")


def make_setting_table() -> str:
    """Return a row for each setting: its variable, its meaning and its default."""
    rows = [
        (f"`{Settings.name_variable(name)}`", definition.description or "", write_value(definition.default) or "unset")
        for name, definition in Settings.list_rows()
    ]
    return markdown_table(("setting", "what it sets", "default"), rows)


def make_route_table() -> str:
    """Return a row for each route of the interface description."""
    with qa.Library() as library:
        paths = create_app(library).openapi()["paths"]
    rows = [
        (f"`{method.upper()} {path}`", _join_lines(operation.get("description", operation.get("summary", ""))))
        for path, methods in paths.items()
        for method, operation in methods.items()
    ]
    return markdown_table(("route", "what it does"), rows)


def make_command_sections() -> str:
    """Return a section for each command: its usage, what it does, its examples and its options."""
    return "\n\n".join(_make_section(path, command) for path, command in list_commands(main, "quoth"))


def list_commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield all commands that do something, by their whole name, those of a group after one another."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from list_commands(command, f"{path} {name}")
        elif command is not None:
            yield f"{path} {name}", command


def _make_section(path: str, command: click.Command) -> str:
    paragraphs = [_join_lines(paragraph) for paragraph in (command.help or "").split("\n\n")]
    usage = " ".join([path, *(argument.make_metavar(click.Context(command)) for argument in _list_arguments(command))])
    told = [re.sub(r"^Example: (.+)$", r"Example: `\1`", paragraph) for paragraph in paragraphs]
    rows = [
        (f"`{' '.join([*option.opts, *_name_value(option)])}`", _describe_option(option))
        for option in command.params
        if isinstance(option, click.Option)
    ]
    parts = [f"## {path}", f"Usage: `{usage}`", *told]
    return "\n\n".join([*parts, markdown_table((f"option of {path}", "what it does"), rows)] if rows else parts)


def _list_arguments(command: click.Command) -> list[click.Parameter]:
    return [parameter for parameter in command.params if isinstance(parameter, click.Argument)]


def _name_value(option: click.Option) -> list[str]:
    """Return how the value of an option is called; nothing for a flag."""
    if option.is_flag:
        return []
    if option.metavar:
        return [option.metavar]
    return ["NUMBER" if isinstance(option.type, click.types._NumberRangeBase) else option.type.name.upper()]


def _describe_option(option: click.Option) -> str:
    """Return the description of an option: its effect, its choices, its range and its default."""
    told = [_join_lines(option.help or "")]
    kind: Any = option.type
    if isinstance(kind, click.Choice):
        told.append(f"One of {', '.join(map(str, kind.choices))}.")
    if isinstance(kind, click.types._NumberRangeBase):
        told += [f"From {kind.min:g} to {kind.max:g}."] if kind.max is not None else [f"At least {kind.min:g}."]
    if option.show_default and option.default is not None:
        told.append(f"Default: {option.default}.")
    return re.sub(r"\s*\[default: (.+?)\](?=$|\s)", r" Default: \1.", " ".join(told))


def _join_lines(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    write_pages()
