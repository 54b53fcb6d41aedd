"""The command that starts the chat and the HTTP endpoint.

Left out: the application (app), and the processes that serve it (running).
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from server.commands.console import count, paths_argument, source_option, verbose_option
from server.commands.progress import open_with_bar, tell_changes

__all__ = ["serve"]


@click.command()
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
@verbose_option
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
    verbose: bool,
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
    from server.running.watching import watch_folders
    from server.running.workers import run_workers
    from server.settings import load_settings
    from server.shipped import CORPUS_EXAMPLES

    settings = load_settings(library=library, host=host, port=port, workers=workers, read_only=read_only or None)
    with serving.bind(settings.host, settings.port) as listener, ExitStack() as stack:
        shared = None
        if settings.workers > 1:
            shared = Path(stack.enter_context(TemporaryDirectory(prefix="quoth-", ignore_cleanup_errors=True)))
        bound, bound_port = listener.getsockname()[:2]
        address = serving.find_address(bound, bound_port)
        memory = shared / "library" if shared else None
        source = open_with_bar(
            paths, library, settings.library, create=True, folders=folders, memory=memory, verbose=verbose
        )
        with source.library, watch_folders(source.library, folders, tell_changes):
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
