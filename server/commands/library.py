"""The commands about a library as a whole: make it, check it, and move it as one file."""

from __future__ import annotations

import sys

import click

from eval.failure import Failure
from server.commands.console import NO, count, echo, library_option, require_library
from server.commands.progress import open_library, show_count, update

__all__ = ["check", "export", "import_", "init"]


@click.command()
@click.argument("location", metavar="URL")
def init(*, location: str) -> None:
    """Make the tables of a library in ClickHouse, or bring those of an earlier version up to date.

    URL is clickhouse://USER@HOST:PORT/DATABASE; with ?cluster=NAME the tables are made on each server of that cluster,
    and with &replicated=1 each is a replica. The password is taken from QUOTH_CLICKHOUSE_PASSWORD. Documents that are
    there stay.

    Example: quoth init "clickhouse://quoth@db1:9000/quoth?cluster=shards"
    """
    import qa

    place = require_library(location)
    servers = qa.make_library(place)
    with qa.Library(place) as documents:
        update(documents)
    click.echo(f"The library {qa.without_password(location)} is ready on {', '.join(servers)}.")


@click.command()
@library_option
def check(*, library: str | None) -> None:
    """Check everything in a library: each text, passage and sentence, and the index. Exit code 1: something is wrong.

    What can be made again from the documents is repaired. All is read, which takes a while.

    Example: quoth check --library mylib
    """
    from server.commands import sources

    with sources.open_existing(require_library(library)) as documents:
        n_documents, problems = documents.n_documents, documents.check()
    echo(problems or [f"Checked {count(n_documents)}: no problems."])
    sys.exit(NO if problems else 0)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False))
@library_option
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
def export(*, file: str, library: str | None, force: bool) -> None:
    """Write a library to one FILE, as a backup or to move it: its documents and its calibration.

    Example: quoth export mylib.quoth --library mylib
    """
    from pathlib import Path

    from server.commands import sources

    if Path(file).exists() and not force:
        raise Failure(f"{file!r} exists already. Give another name, or --force to replace it.")
    with sources.open_existing(require_library(library)) as documents, show_count("Exporting") as progress:
        n_documents = documents.export_to(file, progress=progress)
    click.echo(f"Exported {count(n_documents)} to {file}.")


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@library_option
def import_(*, file: str, library: str | None) -> None:
    """Add the documents of an exported FILE to a library, which is made if it does not exist.

    The whole file is checked first. A document with the same id is replaced.

    Example: quoth import mylib.quoth --library mylib
    """
    with open_library(require_library(library)) as documents, show_count("Importing") as progress:
        ids = documents.import_from(file, progress=progress)
    click.echo(f"Imported {count(len(ids))}.")
