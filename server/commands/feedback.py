"""The commands about what readers say of answers: list it, and make an evaluation set of it.

Left out: giving it, which the chat and the endpoint do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eval.failure import Failure
from server.commands.console import NO, count, echo, json_option, library_option, require_library

if TYPE_CHECKING:
    from eval.sets.feedback import FeedbackSet
    from server.bodies.feedback import FeedbackBody, FeedbackListBody

__all__ = ["feedback"]


@click.group()
def feedback() -> None:
    """List what readers say of answers, forget some, or turn it into questions for `quoth eval`.

    Example: quoth feedback list --library mylib
    """


@feedback.command("list")
@library_option
@json_option
def list_feedback(*, library: str | None, json_: bool) -> None:
    """List what readers have said, by time.

    Example: quoth feedback list --library mylib
    """
    from server.bodies.translate import translate_feedback
    from server.commands import sources, terminal

    with sources.open_existing(require_library(library)) as documents:
        body = translate_feedback(documents.feedback())
    echo([terminal.format_json(body)] if json_ else _format_feedback(body))


@feedback.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@library_option
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
def export(*, file: Path, library: str | None, force: bool) -> None:
    """Write what readers have said to FILE, as a question set that `quoth eval FILE --library DIR` measures.

    The answer to find is the quote where that was right, and the passage that the reader marked where it was wrong.
    Feedback without either, or about a document that has changed since, is left out and counted. Exit code 1: no
    question is left.

    Example: quoth feedback export questions.jsonl --library mylib
    """
    from eval.sets.feedback import export_feedback
    from server.commands import sources

    if file.exists() and not force:
        raise Failure(f"{str(file)!r} exists already. Give another name, or --force to replace it.")
    with sources.open_existing(require_library(library)) as documents:
        questions = export_feedback(documents)
    if questions.rows:
        # In ASCII, as Unicode has characters that end a line.
        text = "".join(f"{json.dumps(row)}\n" for row in questions.rows)
        try:
            file.write_text(text, encoding="ascii", newline="\n")
        except OSError as exc:
            raise Failure(f"{str(file)!r} cannot be written: {exc.strerror}. Give another place.") from None
    echo(_summarise(questions, str(file)))
    sys.exit(0 if questions.rows else NO)


@feedback.command()
@click.argument("id")
@library_option
def withdraw(*, id: str, library: str | None) -> None:
    """Forget what a reader has said, by its ID as `quoth feedback list` shows it.

    Over HTTP only the browser that gave it may do so.

    Example: quoth feedback withdraw 7c9e6679-7425-40de-944b-e07fc1f90ae7 --library mylib
    """
    from server.commands import sources

    with sources.open_existing(require_library(library)) as documents:
        documents.withdraw_feedback(id)
    click.echo(f"Withdrew the feedback {id}.")


def _summarise(questions: FeedbackSet, file: str) -> Iterator[str]:
    """Yield what was written and what was left out."""
    n, answered = len(questions.rows), questions.n_answerable
    if n:
        yield f"Wrote {count(n, 'question')} to {file}: {answered} answered, {n - answered} not in the documents."
    else:
        yield f"No question can be made of {count(questions.n_feedback, 'judgement')}; {file} was not written."
    if questions.repeated:
        yield f"Judged more than once, the latest counts: {questions.repeated}."
    if questions.contradicted:
        yield f"Readers disagree, the latest counts: {count(questions.contradicted, 'question')}."
    if questions.unknown:
        yield f"Left out, judged wrong without the right passage: {count(questions.unknown, 'question')}."
    if questions.lost:
        yield f"Left out, the document is gone or has changed: {count(questions.lost, 'question')}."


def _format_feedback(body: FeedbackListBody) -> Iterator[str]:
    """Yield for each feedback a line, and the history, the places and the note below it."""
    from server.commands.terminal import shorten

    if not body.feedback:
        yield "There is no feedback."
    for each in body.feedback:
        yield f"{each.id}  {each.given[:16].replace('T', ' ')}  {each.verdict:8}  {shorten(each.question)}"
        yield from (f"    {name}: {shorten(text)}" for name, text in _list_details(each))


def _list_details(feedback: FeedbackBody) -> Iterator[tuple[str, str]]:
    yield from (("after", question) for question in feedback.history)
    for name, place in (("quoted", feedback.quote), ("answers", feedback.passage)):
        if place:
            yield name, f"“{place.text}”"
    if feedback.note:
        yield "note", feedback.note
