"""`python -m eval.bench.child`: the process in which one system is measured, so that its memory is its own.

The first line of standard input is the job, as JSON; the result is one line of JSON on standard output. A job of many
processes at once says "ready" before, and waits for another line. When standard input ends, the process does too: none
is left behind, however its parent came to its end.

Before anything is measured only what all systems share is imported; what a system imports is measured.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from time import perf_counter, time
from typing import Any

from eval.bench.engines import Engine, Telling, make_engine
from eval.bench.texts.texts import read_questions, read_texts

__all__ = ["QUESTIONS", "TEXTS", "main", "peak_memory"]

TEXTS, QUESTIONS = "texts.jsonl", "questions.jsonl"
"""Names in the folder of a job; beside them each system has a folder of its own."""

_WARM_UP = 10
"""Questions that are asked once before any is timed."""

_BATCH = 1_000
"""Questions that each process asks for the throughput, at the most."""

_SAMPLE = 20_000
"""Texts that tell how many passages hold a term, at the most."""

_WATCHED, _METERED = 20, 200
"""Questions that are asked again to see what memory they take on a server, and what time of processors; at the most."""

Result = dict[str, Any]


def main() -> None:
    """Do the job that standard input asks for."""
    job = json.loads(sys.stdin.readline())
    phase = _PHASES[job["phase"]]
    if job["phase"] != "batch":
        _end_with_parent()
    try:
        result = phase(job)
    except Exception as exc:  # whatever a rival raises is told, and ends its measurement alone
        result = {"failed": " ".join(f"{type(exc).__name__}: {exc}".split())[:300]}
    print(json.dumps(result), flush=True)  # noqa: T201  # this is the result


def peak_memory() -> int:
    """Return the most memory that this process has had, in bytes.

    Linux keeps `ru_maxrss` from the program that started this one, which may have been larger.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        pass
    if sys.platform == "win32":
        import psutil  # noqa: PLC0415

        return int(psutil.Process().memory_info().peak_wset)
    import resource  # noqa: PLC0415

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _build(job: Mapping[str, Any]) -> Result:
    """Index the texts, in a folder that has nothing of an earlier measurement that was stopped."""
    folder = Path(job["folder"])
    target = folder / job["kept_as"]
    if target.exists():
        shutil.rmtree(target)
    target.mkdir()
    engine = _engine(job)
    started = perf_counter()
    engine.build(read_texts(folder / TEXTS), target)
    seconds = perf_counter() - started
    kept = _size(target)
    index = None if job["index"] is None else _size(target / job["index"])
    return {"seconds": seconds, "memory": peak_memory(), "index_bytes": index, "kept_bytes": kept}


def _ask(job: Mapping[str, Any]) -> Result:
    """Open the index, and ask one question after the other."""
    import_started = perf_counter()
    engine, index = _make(job)
    open_started = perf_counter()
    search = engine.open(index)
    opened = perf_counter()
    asked = read_questions(Path(job["folder"]) / QUESTIONS)
    first_started = perf_counter()
    search(asked[0].text)
    answered = perf_counter()
    for question in asked[:_WARM_UP]:
        search(question.text)
    times, hits = [], []
    told: list[str] = []
    for question in asked:
        started = perf_counter()
        numbers = search(question.text)
        times.append((perf_counter() - started) * 1e3)
        hits.append(bool(numbers) and numbers[0] in question.gold)
        if isinstance(search, Telling):
            told.append(search.digest())
    return {
        "import_seconds": open_started - import_started,
        "open_seconds": opened - open_started,
        "first_ms": (answered - first_started) * 1e3,
        "times_ms": times,
        "hits": hits,
        "told": told,
        "memory": peak_memory(),
    }


def _ask_many(job: Mapping[str, Any]) -> Result:
    """Ask all questions, in turns that begin elsewhere in each process; say when that began and ended."""
    engine, index = _make(job)
    answer = engine.batch(index)
    asked = [question.text for question in read_questions(Path(job["folder"]) / QUESTIONS)]
    answer(asked[:_WARM_UP])
    start = len(asked) * int(job["place"]) // int(job["places"])
    own = (asked[start:] + asked[:start])[:_BATCH]
    print("ready", flush=True)  # noqa: T201  # the parent waits for it
    sys.stdin.readline()
    _end_with_parent()
    started = time()
    answer(own)
    return {"questions": len(own), "started": started, "ended": time()}


def _limit(job: Mapping[str, Any]) -> Result:
    """Measure what the machine allows."""
    from eval.bench import limit  # noqa: PLC0415

    folder = Path(job["folder"])
    n_passages = int(job["n_passages"])
    step = -(-n_passages // _SAMPLE)
    sample = list(islice(read_texts(folder / TEXTS), 0, None, step))
    return {
        "bandwidth": limit.bandwidth(),
        **limit.touched(sample, n_passages, read_questions(folder / QUESTIONS)),
    }


def _meter(job: Mapping[str, Any]) -> Result:
    """Ask some questions again, and see what they take of processors, and of memory on a shard; all by number."""
    from eval.bench.question_costs import processor_ms, question_peaks  # noqa: PLC0415

    engine, index = _make(job)
    asked = read_questions(Path(job["folder"]) / QUESTIONS)
    shards = [(host, port) for host, port in job["shards"]]
    search = engine.open(index)
    result = {}
    for name, n, look in (("processor_ms", _METERED, processor_ms), ("peaks", _WATCHED, question_peaks)):
        numbers = list(range(0, len(asked), -(-len(asked) // n)))
        values = look(job["library"], shards, search, [asked[number].text for number in numbers])
        result[name] = list(zip(numbers, values, strict=True))
    return result


_PHASES: dict[str, Callable[[Mapping[str, Any]], Result]] = {
    "build": _build,
    "ask": _ask,
    "batch": _ask_many,
    "limit": _limit,
    "meter": _meter,
}


def _make(job: Mapping[str, Any]) -> tuple[Engine, Path]:
    """Return the engine of a job, and where its index is."""
    return _engine(job), Path(job["folder"]) / job["kept_as"]


def _engine(job: Mapping[str, Any]) -> Engine:
    return make_engine(job["engine"], job["library"])


def _size(path: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _end_with_parent() -> None:
    """End this process as soon as standard input does."""

    def wait() -> None:
        while os.read(0, 4_096):  # not sys.stdin, whose lock would be held when the interpreter ends
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


if __name__ == "__main__":
    main()
