"""Time `POST /api/ask` over loopback, one question after the other, beside the library's own time: `make measure`.

Asked are the shipped questions, or with --passages questions to a library of generated text, which is made first: a
million passages take some minutes.
"""

from __future__ import annotations

import argparse
import json
import platform
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
import numpy as np

from eval.bench.quoth import QuothSearch
from eval.bench.texts import corpora
from eval.bench.texts.texts import read_texts
from eval.sets.choose import shipped_set
from tests.measure_load import resident, served, until_ready

ROUNDS = 5
N_QUESTIONS = 300


def generated(n_passages: int, folder: Path) -> list[str]:
    """Make a library of generated passages in a folder, and return questions to it."""
    texts = folder / "texts.jsonl"
    corpus = corpora.generated(n_passages, texts, seed=0)
    asked = corpora.made_up(corpus, N_QUESTIONS, seed=0, among=None)
    QuothSearch().build(read_texts(texts), folder / "library")
    return [each.text for each in asked]


def shipped() -> list[str]:
    """Return the shipped questions."""
    lines = shipped_set("brief").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


def ask_all(port: int, questions: list[str]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each question: until its answer is here, and those that the library says it took."""
    over_http, within = [], []
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        for question in questions:
            response = client.post("/api/ask", json={"question": question})
            response.raise_for_status()
            over_http.append(response.elapsed.total_seconds() * 1e3)
            within.append(response.json()["timing_ms"].get("total", 0.0))
    return over_http, within


def line(name: str, milliseconds: list[float]) -> str:
    """Return percentiles on one line."""
    p50, p95, p99 = np.percentile(milliseconds, [50, 95, 99])
    return f"{name}  p50 {p50:5.1f}   p95 {p95:5.1f}   p99 {p99:5.1f} ms"


def main() -> None:
    """Ask every question a few times and print percentiles."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--passages", type=int, help="of generated text; by default the shipped documents are asked")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each question is asked")
    options = parser.parse_args()
    with ExitStack() as stack:
        library, questions = None, shipped()
        if options.passages:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="quoth-")))
            library, questions = str(folder / "library"), generated(options.passages, folder)
        pid, port = stack.enter_context(served(1, library))
        until_ready(port, 1)
        over_http, within = ask_all(port, questions * options.rounds)
        memory = resident(pid)
    print(f"POST /api/ask, {len(over_http)} questions, Python {platform.python_version()}, {platform.machine()}")
    print(line("over HTTP ", over_http))
    print(line("in process", within))
    print(f"{memory:.0f} MB resident")


if __name__ == "__main__":
    main()
