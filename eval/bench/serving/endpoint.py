"""Time `POST /api/ask` over loopback, one question after the other: `python -m eval.bench.serving.endpoint`.

Beside it stands the library's own time. Asked are the questions of the shipped set `brief`, or with --passages
questions to a library of generated text, which is made first: a million passages take some minutes.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click
import numpy as np

import qa
from eval.bench.quoth import QuothSearch
from eval.bench.serving.server import ServerProcess, resident, serve
from eval.bench.texts import corpora
from eval.bench.texts.texts import read_texts
from eval.options import record_option
from eval.reports.results_page import record_run
from eval.sets.shipped import shipped_set

__all__ = ["main"]

ROUNDS = 5
N_QUESTIONS = 300


def shipped_questions() -> list[str]:
    """Return the questions of the shipped set `brief`."""
    lines = shipped_set("brief").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


def generate(n_passages: int, folder: Path) -> list[str]:
    """Make a library of generated passages in a folder, and return questions to it."""
    texts = folder / "texts.jsonl"
    corpus = corpora.generate(n_passages, texts, seed=0)
    questions = corpora.make_questions(corpus, N_QUESTIONS, seed=0, among=None)
    QuothSearch().build(read_texts(texts), folder / "library")
    return [question.text for question in questions]


def ask_all(server: ServerProcess, questions: list[str]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each question: until its answer is here, and those that the library says it took."""
    over_http, within = [], []
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    for question in questions:
        body = json.dumps({"question": question})
        started = perf_counter()
        connection.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        content = response.read()
        over_http.append((perf_counter() - started) * 1e3)
        if response.status != 200:
            raise qa.QuothError(
                f"The server answered {question!r} with status {response.status}. Look at what it says."
            )
        within.append(json.loads(content)["timing_ms"].get("total", 0.0))
    connection.close()
    return over_http, within


def table(asked: str, over_http: list[float], within: list[float], megabytes: float) -> str:
    """Return the percentiles as a table in Markdown, and what memory the server has."""
    rows = []
    for name, milliseconds in (("over HTTP on loopback", over_http), ("of that, as the library says", within)):
        p50, p95, p99 = np.percentile(milliseconds, [50, 95, 99])
        rows.append(f"| {name} | {p50:.1f} / {p95:.1f} / {p99:.1f} |")
    head = [f"| an answer from {asked} | p50 / p95 / p99 in ms |", "| --- | --- |"]
    memory = f"The server had {megabytes:.0f} MB of memory after {len(over_http):,} questions."
    return "\n".join([*head, *rows, "", memory])


@click.command()
@click.option(
    "--passages", type=click.IntRange(min=10), help="Ask so many of generated text.  [default: the set brief]"
)
@click.option("--rounds", type=click.IntRange(min=1), default=ROUNDS, show_default=True, help="Times to ask each.")
@record_option(block="the block `endpoint`")
def main(*, passages: int | None, rounds: int, page: Path | None) -> None:
    """Time the endpoint, one question after the other."""
    try:
        with ExitStack() as stack:
            if passages:
                folder = Path(stack.enter_context(TemporaryDirectory(prefix="quoth-")))
                questions, asked = generate(passages, folder), f"{passages:,} passages"
                server = stack.enter_context(serve(library=str(folder / "library")))
            else:
                questions, asked = shipped_questions(), "the documents of the set brief"
                server = stack.enter_context(serve(shipped_set("brief").parent / "documents"))
            over_http, within = ask_all(server, questions * rounds)
            figures = table(asked, over_http, within, resident(server.pid))
        record_run(page, "endpoint", figures, "python -m eval.bench.serving.endpoint")
    except (qa.QuothError, OSError) as exc:
        raise click.ClickException(str(exc)) from None
    click.echo(figures)


if __name__ == "__main__":
    main()
