"""Fuzz the readers: `python -m tests.fuzz.readers --minutes 10 --seed 1`.

Every registered format is tried in turn: one of its seeds is made worse and read as any file is, in a worker process
within its limits. What must hold, whatever the file: a document, all of whose places lie inside its text and whose
passages tile it, or a QuothError; in time; in bounded memory; and this process goes on. A file that breaks that is
kept. What only takes its worker along is counted, and kept too. It stops by itself, and its exit code is 1 where there
is a fault. `--case N` reads the Nth file of a seed again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

import click

import qa
from qa.formats import reading
from qa.processes.pool import n_processors, shared
from tests.fuzz.mutations import mutate
from tests.fuzz.seeds import Seed, make_seeds

__all__ = ["Tally", "check_document", "fuzz", "main", "make_case"]

SECONDS = 30.0  # for one file: less than in earnest, since these are small
GRACE = 10.0  # seconds beyond that, to end a worker and start another
MAX_GROWTH = 600_000_000  # bytes that this process may grow by
MAX_NOTICES = 50
TOLD_EVERY = 10.0  # seconds
KEPT = 3  # files of each kind of fault


@dataclass(slots=True)
class Tally:
    """What came of the files. outcomes: how many ended how. faults: what must not be. slowest: seconds and case."""

    n_cases: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    kept: Counter[str] = field(default_factory=Counter)

    def list_lines(self) -> list[str]:
        """Return what is to be told, line by line."""
        lines = [f"{self.n_cases:,} files; the slowest took {self.slowest[0]:.1f} seconds (case {self.slowest[1]})"]
        lines += [f"{n:7,}  {outcome}" for outcome, n in sorted(self.outcomes.items(), key=lambda pair: -pair[1])]
        return [*lines, *(f"FAULT: {fault}" for fault in self.faults)]


def make_case(seeds: dict[str, list[Seed]], seed: int, number: int) -> Seed:
    """Return the file of a number: the formats come in turn, and each file depends on these two numbers alone."""
    random = Random(f"{seed} {number}")  # noqa: S311  # to try, not to guard
    kinds = list(seeds)
    own = random.choice(seeds[kinds[number % len(kinds)]])
    return mutate(own, seeds[random.choice(kinds)], random)


def read_case(case: Seed) -> tuple[str, str | None, bool]:
    """Return what became of a file, the fault if that must not be, and whether the file is worth keeping."""
    begun = monotonic()
    try:
        fault = check_document(qa.read(case.data, name=case.name))
        outcome, odd = "read", False
    except qa.InvalidDocument as exc:
        outcome, odd, fault = "InvalidDocument", True, f"its reader gave places outside its text: {exc}"
    except qa.QuothError as exc:
        unforeseen = str(exc).partition("failed with ")[2].partition(". ")[0]
        odd = bool(unforeseen) or isinstance(exc, qa.ReadTimeout) or "broke down" in str(exc)
        outcome = f"{type(exc).__name__}{f', its reader failed with {unforeseen}' if unforeseen else ''}"
        outcome += ", its worker broke down" if "broke down" in str(exc) else ""
        fault = None
    except Exception as exc:
        outcome, odd, fault = type(exc).__name__, True, f"it raised {type(exc).__name__}: {exc}"
    seconds = monotonic() - begun
    if fault is None and seconds > SECONDS + GRACE:
        fault = f"it took {seconds:.0f} seconds"
    return outcome, fault, odd or fault is not None


def check_document(document: qa.Document) -> str | None:
    """Return what is wrong with a document that was read, or None."""
    text = document.text
    if not text.strip():
        return "its document has no text"
    if len(document.notices) > MAX_NOTICES or not all(each.strip() for each in document.notices):
        return f"it has {len(document.notices)} notices, or an empty one"
    if not all(text[start:end].strip() for start, end in document.headings):
        return "it has a heading without text"
    passages = qa.split(document)
    if "".join(passage.text for passage in passages) != text:
        return "its passages do not tile its text"
    if not all(passage.start <= start < end <= passage.end for passage in passages for start, end in passage.sentences):
        return "it has a sentence outside its passage"
    return None


def fuzz(
    seed: int, *, seconds: float, n_cases: int | None = None, keep: Path, tell: Callable[[str], None] = lambda _: None
) -> Tally:
    """Read files until the time is over, or so many; return what came of them.

    keep: the folder for files that are worth a look. tell: called now and then with how far it is.
    """
    seeds = make_seeds()
    tally, lock = Tally(), threading.Lock()
    numbers, end = count(), monotonic() + seconds
    before = _measure_memory()
    told = monotonic()

    def work() -> None:
        nonlocal told
        for number in numbers:
            if monotonic() >= end or (n_cases is not None and number >= n_cases):
                return
            case = make_case(seeds, seed, number)
            begun = monotonic()
            outcome, fault, odd = read_case(case)
            took = monotonic() - begun
            with lock:
                tally.n_cases += 1
                tally.outcomes[outcome] += 1
                tally.slowest = max(tally.slowest, (took, number))
                if fault:
                    tally.faults.append(f"case {number} ({case.name}): {fault}")
                if odd and tally.kept[outcome] < KEPT:
                    tally.kept[outcome] += 1
                    (keep / f"{number}-{case.name}").write_bytes(case.data)
                if monotonic() - told > TOLD_EVERY:
                    told = monotonic()
                    left = max(0.0, end - told)
                    tell(f"{tally.n_cases:,} files, {len(tally.faults)} faults, {left:.0f} seconds left")

    with _limited(), ThreadPoolExecutor(n_processors(), thread_name_prefix="fuzz") as executor:
        for each in [executor.submit(work) for _ in range(n_processors())]:
            each.result()
    if (growth := _measure_memory() - before) > MAX_GROWTH:
        tally.faults.append(f"this process grew by {growth:,} bytes")
    return tally


class _limited:  # noqa: N801  # used as a function
    """Has files read within `SECONDS`, and ends the workers that did."""

    def __enter__(self) -> None:
        self._before = reading.READING
        reading.READING = replace(reading.READING, seconds=SECONDS)

    def __exit__(self, *exc: object) -> None:
        shared(reading.READING).trim()
        reading.READING = self._before


def _measure_memory() -> int:
    """Return the most memory that this process had so far, in bytes; 0 where the system does not tell."""
    try:
        import resource  # not on Windows
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(arguments: list[str] | None = None) -> int:
    """Fuzz as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz.readers", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--minutes", type=float, default=1.0, help="how long; default: 1")
    parser.add_argument("--seed", type=int, default=1, help="which files; default: 1")
    parser.add_argument("--cases", type=int, help="how many files at the most")
    parser.add_argument("--case", type=int, help="read this file of the seed alone")
    parser.add_argument("--keep", type=Path, help="folder for files that are worth a look; default: a new one")
    options = parser.parse_args(arguments)
    keep: Path = options.keep or Path(tempfile.mkdtemp(prefix="quoth-fuzz-"))
    keep.mkdir(parents=True, exist_ok=True)
    if options.case is not None:
        case = make_case(make_seeds(), options.seed, options.case)
        (keep / f"{options.case}-{case.name}").write_bytes(case.data)
        outcome, fault, _ = read_case(case)
        click.echo(f"{keep / f'{options.case}-{case.name}'}: {outcome}{f'; FAULT: {fault}' if fault else ''}")
        return 1 if fault else 0
    tally = fuzz(
        options.seed,
        seconds=60 * options.minutes,
        n_cases=options.cases,
        keep=keep,
        tell=lambda text: click.echo(text, err=True),
    )
    click.echo("\n".join(tally.list_lines()))
    click.echo(f"{sum(tally.kept.values())} files that are worth a look are in {keep}")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
