"""Time `POST /api/ask` in process, on the shipped documents and questions: `make measure`.

No network and no second process: the application is called as a server would call it, JSON in and JSON out.
"""

from __future__ import annotations

import asyncio
import json
import platform
from importlib import resources
from pathlib import Path
from time import perf_counter

import httpx2
import numpy as np

import qa
from server.app import create_app

ROUNDS = 5


async def ask_all(library: qa.Library, questions: list[str]) -> list[float]:
    """Return the milliseconds of each question, asked one after the other."""
    transport = httpx2.ASGITransport(create_app(library))
    milliseconds = []
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        for question in questions:
            started = perf_counter()
            response = await client.post("/api/ask", json={"question": question})
            milliseconds.append((perf_counter() - started) * 1e3)
            response.raise_for_status()
    return milliseconds


def main() -> None:
    """Ask every question of the shipped set a few times and print percentiles in milliseconds."""
    lines = resources.files("eval").joinpath("corpus.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    with qa.Library() as library:
        library.add_files(Path(str(resources.files("corpus"))))
        milliseconds = asyncio.run(ask_all(library, questions * ROUNDS))
    p50, p95, p99 = np.percentile(milliseconds, [50, 95, 99])
    print(f"POST /api/ask, {len(milliseconds)} questions, Python {platform.python_version()}, {platform.machine()}")
    print(f"p50 {p50:.1f} ms   p95 {p95:.1f} ms   p99 {p99:.1f} ms")


if __name__ == "__main__":
    main()
