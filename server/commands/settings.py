"""The command that shows the settings in force, their defaults and what they are for."""

from __future__ import annotations

import click

__all__ = ["settings"]


@click.command()
def settings() -> None:
    """Show the settings: the environment variable of each, its value, what it is for and its default.

    The minimum confidence in force comes last: from the settings, else from the library.

    Example: QUOTH_PORT=9000 quoth settings
    """
    import qa
    from server.commands import sources
    from server.settings import Settings, list_unknown_variables, load_settings, write_value

    now = load_settings()
    for name, definition in Settings.list_rows():
        value, default = write_value(getattr(now, name)), write_value(definition.default)
        click.echo(
            f"{Settings.name_variable(name)}={value}\n    {definition.description} Default: {default or 'unset'}."
        )
    for name in list_unknown_variables():
        click.echo(f"{name} is set, but Quoth has no such setting.", err=True)
    least = qa.DEFAULT_MIN_CONFIDENCE
    if now.min_confidence is not None:
        least = now.min_confidence
    elif now.library:
        with sources.open_existing(now.library) as documents:
            least = documents.min_confidence
    reader = qa.choose_reader(now.reader)
    click.echo(f"The reader {reader.name} gives a second opinion." if reader else "No reader gives a second opinion.")
    click.echo(f"An answer must be at least {least:.4g} confident.")
