"""How long reading takes: a long report in PDF, and a folder of files of ten formats.

    python -m eval.reading.speed
    python -m eval.reading.speed --against ../earlier/.venv/bin/python

Each round reads all anew in a process of its own, every interpreter in turn, so that what else the machine does meets
all alike; of the rounds the quickest counts. Beside the report is measured what PDFium alone takes for its plain text.
`--against` names the interpreter of another version's environment, to be compared with in the same run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from eval.failure import Failure
from eval.options import record_option
from eval.reading.mixed import write_files
from eval.reading.report import make_report
from eval.reports.results_page import markdown_table, record_run

__all__ = ["main", "measure"]

# What each round runs: with public names only, so that an earlier version can run it too.
_READ = """
import json, sys, time
import qa
report, folder = sys.argv[1:]
qa.read(b"A first one, so that a process to read with is there.", name="first.txt")
started = time.perf_counter()
document = qa.read_file(report)
seconds = time.perf_counter() - started
files = sorted(str(file) for file in __import__("pathlib").Path(folder).iterdir())
started = time.perf_counter()
outcomes = list(qa.read_files(files))
wrong = [str(each) for each in outcomes if not isinstance(each, qa.Document)]
print(json.dumps({"version": qa.__version__, "report": seconds, "files": time.perf_counter() - started,
                  "characters": len(document.text), "wrong": wrong}))
"""
_PLAIN = """
import sys, time
import pypdfium2
started = time.perf_counter()
with pypdfium2.PdfDocument(sys.argv[1]) as document:
    text = [page.get_textpage().get_text_bounded() for page in document]
print(time.perf_counter() - started)
"""


def measure(interpreters: Sequence[str], folder: Path, *, n_pages: int, n_files: int, rounds: int) -> list[list[str]]:
    """Return a row for each interpreter, and one for PDFium: name, seconds of the report, seconds of the files.

    folder: an empty one, for what is read. Raises Failure where a file cannot be read.
    """
    report, files = folder / "report.pdf", folder / "files"
    report.write_bytes(make_report(n_pages))
    files.mkdir()
    write_files(files, n_files)
    best: dict[str, dict[str, float]] = {name: {"report": 1e9, "files": 1e9} for name in interpreters}
    plain = 1e9
    for _ in range(rounds):
        for name in interpreters:
            result = json.loads(_run(name, _READ, str(report), str(files)))
            if result["wrong"]:
                raise Failure(f"{len(result['wrong'])} files were not read, such as: {result['wrong'][0]}")
            for what, seconds in best[name].items():
                best[name][what] = min(seconds, result[what])
        plain = min(plain, float(_run(sys.executable, _PLAIN, str(report))))
    first = best[interpreters[0]]
    rows = []
    for place, name in enumerate(interpreters):
        label = "Quoth" if not place else f"another version ({place})"
        rows.append([label, *(f"{best[name][what]:.2f} s ({first[what] / best[name][what]:.2f} ×)" for what in first)])
    return [*rows, ["PDFium's plain text", f"{plain:.2f} s", ""]]


def _run(interpreter: str, code: str, *arguments: str) -> str:
    done = subprocess.run([interpreter, "-c", code, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Failure(f"{interpreter} failed: {done.stderr.strip()[-500:]}")
    return done.stdout


@click.command()
@click.option("--against", multiple=True, metavar="PYTHON", help="The interpreter of another version to compare with.")
@click.option("--pages", type=click.IntRange(min=1), default=260, show_default=True, help="Pages of the report.")
@click.option("--files", type=click.IntRange(min=1), default=1_000, show_default=True, help="Mixed files.")
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True, help="How often each reads all.")
@record_option()
def main(*, against: tuple[str, ...], pages: int, files: int, rounds: int, page: Path | None) -> None:
    """Measure how long reading takes."""
    with tempfile.TemporaryDirectory() as folder:
        rows = measure([sys.executable, *against], Path(folder), n_pages=pages, n_files=files, rounds=rounds)
    head = ["read by", f"a report of {pages:,} pages", f"{files:,} files of ten formats"]
    table = markdown_table(head, rows)
    click.echo(table)
    record_run(page, "reading", table, "python -m eval.reading.speed")


if __name__ == "__main__":
    main()
