"""The commands that add, list and remove the documents of a library.

Left out: where files are found (sources).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from eval.failure import Failure
from server.commands.console import NO, count, echo, json_option, library_option, require_library, verbose_option
from server.commands.progress import open_library, show_progress, summarise

__all__ = ["add", "list_documents", "remove"]


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@library_option
@click.option(
    "--language",
    metavar="TAG",
    default="",
    help="Language of the files, such as de. Default: the one that each file states, else detected.",
)
@verbose_option
def add(*, paths: Sequence[str], library: str | None, language: str, verbose: bool) -> None:
    """Add files, folders and globs to a library, which is made if it does not exist.

    A file that was added before is replaced if it has changed. If files are gone from a folder that was added before,
    their documents are removed. In a folder, hidden files are left out, and files that Quoth does not read are skipped.
    Exit code 1: some files failed; 2: nothing was added.

    Example: quoth add notes/ report.html --library mylib
    """
    from server.commands import sources

    with open_library(require_library(library)) as documents, show_progress("Adding", verbose=verbose) as seen:
        try:
            outcomes = sources.add_paths(documents, paths, language=language, seen=seen)
        except KeyboardInterrupt:
            raise Failure("Stopped. What was added is kept; run the same command again to continue.") from None
    click.echo(summarise(outcomes))
    sys.exit(NO if any(outcome.error for outcome in outcomes) else 0)


@click.command("list")
@library_option
@json_option
@click.option("--verbose", is_flag=True, help="List what could not be read of each document.")
def list_documents(*, library: str | None, json_: bool, verbose: bool) -> None:
    """List the documents of a library, by id.

    A document with notes on how it was read says so.

    Example: quoth list --library mylib
    """
    from server.bodies import translate
    from server.commands import sources, terminal

    with sources.open_existing(require_library(library)) as documents:
        body = translate.translate_documents(documents)
    echo([terminal.format_json(body)] if json_ else terminal.format_documents(body, verbose=verbose))


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@library_option
def remove(*, ids: Sequence[str], library: str | None) -> None:
    """Remove documents from a library. If an ID is unknown, nothing is removed.

    Example: quoth remove 3f2a9c0d1b7e4f58 --library mylib
    """
    from server.commands import sources

    with sources.open_existing(require_library(library)) as documents:
        for document_id in ids:
            documents.document(document_id)
        for document_id in dict.fromkeys(ids):
            documents.remove(document_id)
    click.echo(f"Removed {count(len(set(ids)))}.")
