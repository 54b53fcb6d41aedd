"""Time `POST /api/ask` in process, on the shipped documents and questions: `make measure`.

No network and no second process: the application is called as a server would call it, JSON in and JSON out.
"""

from __future__ import annotations

import json
import platform
from importlib import resources
from pathlib import Path
from time import perf_counter

import numpy as np
from fastapi.testclient import TestClient

import qa
from server.app import create_app

ROUNDS = 5


def main() -> None:
    """Ask every question of the shipped set a few times and print percentiles in milliseconds."""
    lines = resources.files("eval").joinpath("corpus.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    with qa.Library() as library:
        library.add_files(Path(str(resources.files("corpus"))))
        client = TestClient(create_app(library), base_url="http://127.0.0.1")
        milliseconds = []
        for question in questions * ROUNDS:
            started = perf_counter()
            client.post("/api/ask", json={"question": question}).raise_for_status()
            milliseconds.append((perf_counter() - started) * 1e3)
    p50, p95, p99 = np.percentile(milliseconds, [50, 95, 99])
    print(f"POST /api/ask, {len(milliseconds)} questions, Python {platform.python_version()}, {platform.machine()}")
    print(f"p50 {p50:.1f} ms   p95 {p95:.1f} ms   p99 {p99:.1f} ms")


if __name__ == "__main__":
    main()
