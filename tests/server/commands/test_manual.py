"""The tables of the manual, made from commands, settings and routes. That the pages have them is seen by test_docs."""

from __future__ import annotations

import click

from server.commands.cli import main
from server.commands.manual import (
    GUIDE,
    list_commands,
    make_command_sections,
    make_pages,
    make_route_table,
    make_setting_table,
)
from server.settings import Settings


def test_each_setting_has_a_row_with_its_default():
    head, line, *rows = make_setting_table().splitlines()
    assert head == "| setting | what it sets | default |"
    assert line == "| --- | --- | --- |"
    assert len(rows) == len(Settings.model_fields)
    assert any(row.startswith("| `QUOTH_PORT` | ") and row.endswith(" | 8000 |") for row in rows)


def test_each_route_has_a_row():
    table = make_route_table()
    assert "\n| `POST /api/ask` | Answer a question with quotes from the documents" in table
    assert "`GET /healthz`" in table


def test_commands_of_a_group_are_listed_by_their_whole_names():
    names = dict(list_commands(main, "quoth"))
    assert {"quoth ask", "quoth feedback list", "quoth feedback export"} <= names.keys()
    assert "quoth feedback" not in names


def test_a_section_tells_usage_example_and_what_each_option_takes():
    sections = make_command_sections()
    assert "\n\n## quoth ask\n\nUsage: `quoth ask QUESTION [PATH]...`\n\n" in sections
    assert '\n\nExample: `quoth ask "When does the museum open?" notes/`\n\n' in sections
    assert "| `--max-quotes NUMBER` | Give at most this many quotes. From 1 to 20. Default: 3. |" in sections


def test_a_bar_in_a_text_does_not_end_its_cell():
    @click.command("x", help="Do it.")
    @click.option("--kind", type=click.Choice(["a", "b"]), help="One | the other.")
    def command() -> None: ...

    group = click.Group("g", commands=[command])
    assert [name for name, _ in list_commands(group, "g")] == ["g x"]


def test_pages_are_made_of_what_people_wrote_and_the_tables():
    pages = make_pages()
    assert {path.name for path in pages} == {"commands.md", "http.md"}
    assert make_setting_table() in pages[GUIDE / "commands.md"]
    assert make_route_table() in pages[GUIDE / "http.md"]
