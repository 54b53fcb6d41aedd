"""The command `quoth`. Exit codes: 0 done; 1 the answer is no; 2 wrong use or an error.

Each command imports what it needs when it runs, so that --help is quick. Left out: any decision; a command opens a
library, calls it and prints.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from server.commands.console import (
    NO,
    Commands,
    Failure,
    clean,
    count,
    counting_bar,
    echo,
    json_option,
    library_option,
    opened,
    paths_argument,
    print_version,
    progress_bar,
    required,
    settings_of_ask,
    source_option,
    summary,
    tell_changes,
)
from server.commands.feedback import feedback

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Ask your documents; get sentences quoted word for word, each with a citation that anyone can check.

    Without a PATH and without a library, a command works on the documents that come with Quoth.

    Exit codes: 0 done; 1 the answer is no; 2 wrong use or an error.

    Example: quoth ask "How do I add documents?"
    """


main.add_command(feedback)


@main.command()
@paths_argument
@source_option
@click.option("--host", metavar="ADDRESS", help="Address to listen on. Default: QUOTH_HOST, else 127.0.0.1.")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port; 0 takes any free one. Default: QUOTH_PORT, else 8000."
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    help="How many processes answer questions. Default: QUOTH_WORKERS, else 1.",
)
@click.option("--read-only", is_flag=True, help="Refuse to add or remove documents over HTTP.")
@click.option(
    "--watch",
    "folders",
    metavar="DIR",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    help="Add this folder, and follow its changes while the server runs. May be given several times.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the chat in a browser.")
def serve(
    *,
    paths: Sequence[str],
    library: str | None,
    host: str | None,
    port: int | None,
    workers: int | None,
    read_only: bool,
    folders: Sequence[str],
    open_browser: bool,
) -> None:
    """Start the chat and the HTTP endpoint.

    Files and folders at PATH are read into memory; with --library they are added to that library. With several workers,
    a temporary folder takes the place of memory.

    Example: quoth serve --watch notes/ --port 9000
    """
    from contextlib import ExitStack
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from server.app import create_app
    from server.running import serving
    from server.running.watching import watched
    from server.running.workers import run_workers
    from server.settings import load_settings
    from server.shipped import CORPUS_EXAMPLES

    settings = load_settings(library=library, host=host, port=port, workers=workers, read_only=read_only or None)
    with serving.bind(settings.host, settings.port) as listener, ExitStack() as stack:
        shared = None
        if settings.workers > 1:
            shared = Path(stack.enter_context(TemporaryDirectory(prefix="quoth-", ignore_cleanup_errors=True)))
        bound, bound_port = listener.getsockname()[:2]
        address = serving.address_of(bound, bound_port)
        memory = shared / "library" if shared else None
        source = opened(paths, library, settings.library, create=True, folders=folders, memory=memory)
        with source.library, watched(source.library, folders, tell_changes):
            examples = CORPUS_EXAMPLES if source.kind == "corpus" else ()
            click.echo(f"Serving {source.name}: {count(source.library.n_documents)}.")
            click.echo(f"Open {address} in a browser. Ctrl+C stops the server.")
            if not serving.is_loopback(bound):
                names = ", ".join(sorted(settings.answers_to))
                click.echo(
                    f"Other computers can reach this server, and it asks for no password. It answers to {names}; "
                    "set QUOTH_ALLOWED_HOSTS to change these names.",
                    err=True,
                )
            browser_at = address if open_browser else None
            if shared:
                run_workers(source.library, listener, settings, folder=shared, examples=examples, browser_at=browser_at)
            else:
                serving.run(create_app(source.library, settings, examples=examples), listener, browser_at=browser_at)
    click.echo("Stopped.")


@main.command()
@click.argument("question", callback=clean)
@paths_argument
@json_option
@source_option
@click.option(
    "--max-quotes", type=click.IntRange(1, 20), default=3, show_default=True, help="Give at most this many quotes."
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0.0, 1.0),
    help="Answer only when at least this confident; 0 always quotes the best sentence. Default: QUOTH_MIN_CONFIDENCE, "
    "else the library's own threshold.",
)
@click.option(
    "--partial", is_flag=True, help="If a server of a library in ClickHouse does not respond, answer from the others."
)
def ask(
    *,
    question: str,
    paths: Sequence[str],
    json_: bool,
    library: str | None,
    max_quotes: int,
    min_confidence: float | None,
    partial: bool,
) -> None:
    """Answer QUESTION with quotes from the documents. Exit code 1: they do not answer it.

    Example: quoth ask "When does the museum open?" notes/
    """
    from server.commands import terminal
    from server.titles import title_of

    default, least = settings_of_ask(library, min_confidence)
    with opened(paths, library, default).library as documents:
        answer = documents.ask(question, max_quotes=max_quotes, min_confidence=least, partial=partial)
        if json_:
            from server.bodies import translate

            echo([terminal.as_json(translate.answer_body(answer, documents))])
        else:
            echo(terminal.answer_lines(answer, lambda document_id: title_of(documents, document_id)))
    sys.exit(0 if answer.answered else NO)


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@library_option
@click.option(
    "--language",
    metavar="TAG",
    default="",
    help="Language of the files, such as de. Default: the one that each file states, else detected.",
)
def add(*, paths: Sequence[str], library: str | None, language: str) -> None:
    """Add files, folders and globs to a library, which is made if it does not exist.

    A file that was added before is replaced if it has changed. If files are gone from a folder that was added before,
    their documents are removed. Exit code 1: some files failed; 2: nothing was added.

    Example: quoth add notes/ report.html --library mylib
    """
    import qa
    from server.commands import sources

    with qa.Library(required(library)) as documents, progress_bar("Adding") as progress:
        try:
            outcomes = sources.add_paths(documents, paths, language=language, progress=progress)
        except KeyboardInterrupt:
            raise Failure("Stopped. What was added is kept; run the same command again to continue.") from None
    click.echo(summary(outcomes))
    sys.exit(NO if any(outcome.error for outcome in outcomes) else 0)


@main.command()
@click.argument("location", metavar="URL")
def init(*, location: str) -> None:
    """Make the tables of a library in ClickHouse, or bring those of an earlier version up to date.

    URL is clickhouse://USER@HOST:PORT/DATABASE; with ?cluster=NAME the tables are made on each server of that cluster,
    and with &replicated=1 each is a replica. The password is taken from QUOTH_CLICKHOUSE_PASSWORD. Documents that are
    there stay.

    Example: quoth init "clickhouse://quoth@db1:9000/quoth?cluster=shards"
    """
    import qa

    servers = qa.make_library(required(location))
    click.echo(f"The library {qa.without_password(location)} is ready on {', '.join(servers)}.")


@main.command("list")
@library_option
@json_option
def list_documents(*, library: str | None, json_: bool) -> None:
    """List the documents of a library, by id.

    Example: quoth list --library mylib
    """
    from server.bodies import translate
    from server.commands import sources, terminal

    with sources.open_existing(required(library)) as documents:
        body = translate.documents_body(documents)
    echo([terminal.as_json(body)] if json_ else terminal.document_lines(body))


@main.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@library_option
def remove(*, ids: Sequence[str], library: str | None) -> None:
    """Remove documents from a library. If an ID is unknown, nothing is removed.

    Example: quoth remove 3f2a9c0d1b7e4f58 --library mylib
    """
    from server.commands import sources

    with sources.open_existing(required(library)) as documents:
        for document_id in ids:
            documents.document(document_id)
        for document_id in dict.fromkeys(ids):
            documents.remove(document_id)
    click.echo(f"Removed {count(len(set(ids)))}.")


@main.command()
@library_option
def check(*, library: str | None) -> None:
    """Check everything in a library: each text, passage and sentence, and the index. Exit code 1: something is wrong.

    What can be made again from the documents is repaired. All is read, which takes a while.

    Example: quoth check --library mylib
    """
    from server.commands import sources

    with sources.open_existing(required(library)) as documents:
        n_documents, problems = documents.n_documents, documents.check()
    echo(problems or [f"Checked {count(n_documents)}: no problems."])
    sys.exit(NO if problems else 0)


@main.command()
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
    with sources.open_existing(required(library)) as documents, counting_bar("Exporting") as progress:
        n_documents = documents.export_to(file, progress=progress)
    click.echo(f"Exported {count(n_documents)} to {file}.")


@main.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@library_option
def import_(*, file: str, library: str | None) -> None:
    """Add the documents of an exported FILE to a library, which is made if it does not exist.

    The whole file is checked first. A document with the same id is replaced.

    Example: quoth import mylib.quoth --library mylib
    """
    import qa

    with qa.Library(required(library)) as documents, counting_bar("Importing") as progress:
        ids = documents.import_from(file, progress=progress)
    click.echo(f"Imported {count(len(ids))}.")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@paths_argument
@source_option
@json_option
def verify(*, file: str, paths: Sequence[str], library: str | None, json_: bool) -> None:
    """Check the quotes of an answer, or of all answers of a conversation, against the documents.

    FILE holds the JSON of an answer, or of a conversation saved in the chat; - stands for standard input.

    Exit code 1: not every quote is verified.

    Example: quoth ask "When does the museum open?" notes/ --json | quoth verify - notes/
    """
    from server.commands import saved, terminal
    from server.settings import load_settings

    with click.open_file(file, "rb") as stream:
        data = stream.read()
    try:
        given = saved.read_saved(data)
    except saved.NotSaved as exc:
        raise Failure(f"{file!r} {exc}") from None
    with opened(paths, library, load_settings(library=library).library).library as documents:
        body = saved.verify(given, documents)
    echo([terminal.as_json(body)] if json_ else terminal.verified_lines(body))
    sys.exit(0 if body.verified else NO)


@main.command()
def settings() -> None:
    """Show the settings: the environment variable of each, its value, what it is for and its default.

    The minimum confidence in force comes last: from the settings, else from the library.

    Example: QUOTH_PORT=9000 quoth settings
    """
    import qa
    from server.commands import sources
    from server.settings import Settings, as_written, load_settings, unknown_variables

    now = load_settings()
    for name, definition in Settings.rows():
        value, default = as_written(getattr(now, name)), as_written(definition.default)
        click.echo(f"{Settings.variable(name)}={value}\n    {definition.description} Default: {default or 'unset'}.")
    for name in unknown_variables():
        click.echo(f"{name} is set, but Quoth has no such setting.", err=True)
    least = qa.DEFAULT_MIN_CONFIDENCE
    if now.min_confidence is not None:
        least = now.min_confidence
    elif now.library:
        with sources.open_existing(now.library) as documents:
            least = documents.min_confidence
    click.echo(f"An answer must be at least {least:.4g} confident.")
