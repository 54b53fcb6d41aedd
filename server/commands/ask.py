"""The commands that answer a question, and check again what was answered.

Left out: how an answer looks in a terminal (terminal), and what a file that was saved may hold (saved).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from eval.failure import Failure
from server.commands.console import (
    NO,
    clean,
    echo,
    find_ask_settings,
    json_option,
    paths_argument,
    source_option,
    verbose_option,
)
from server.commands.progress import open_with_bar

__all__ = ["ask", "verify"]


@click.command()
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
@verbose_option
def ask(
    *,
    question: str,
    paths: Sequence[str],
    json_: bool,
    library: str | None,
    max_quotes: int,
    min_confidence: float | None,
    partial: bool,
    verbose: bool,
) -> None:
    """Answer QUESTION with quotes from the documents. Exit code 1: they do not answer it.

    Example: quoth ask "When does the museum open?" notes/
    """
    from server.commands import terminal
    from server.silence import list_topics
    from server.titles import find_title

    default, least = find_ask_settings(library, min_confidence)
    with open_with_bar(paths, library, default, verbose=verbose).library as documents:
        answer = documents.ask(question, max_quotes=max_quotes, min_confidence=least, partial=partial)
        if json_:
            from server.bodies import translate

            echo([terminal.format_json(translate.translate_answer(answer, documents))])
        else:
            echo(
                terminal.format_answer(
                    answer, lambda document_id: find_title(documents, document_id), lambda: list_topics(documents)
                )
            )
    sys.exit(0 if answer.answered else NO)


@click.command()
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
    with open_with_bar(paths, library, load_settings(library=library).library).library as documents:
        body = saved.verify(given, documents)
    echo([terminal.format_json(body)] if json_ else terminal.format_verified(body))
    sys.exit(0 if body.verified else NO)
