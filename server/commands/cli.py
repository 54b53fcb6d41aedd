"""The command `quoth`, put together. Exit codes: 0 done; 1 the answer is no; 2 wrong use or an error.

Each command imports what it needs when it runs, so that --help is quick. Left out: any decision; a command opens a
library, calls it and prints.
"""

from __future__ import annotations

import click

from server.commands import ask, documents, feedback, library, serve, settings
from server.commands.console import Commands, print_version

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


for command in (
    serve.serve,
    ask.ask,
    ask.verify,
    documents.add,
    documents.list_documents,
    documents.remove,
    library.init,
    library.check,
    library.export,
    library.import_,
    feedback.feedback,
    settings.settings,
):
    main.add_command(command)
