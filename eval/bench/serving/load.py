"""Ask `quoth serve` from many connections at once, one process and more of them: `python -m eval.bench.serving.load`.

The client is this process: connections that are kept, one question under way on each, no library in between. It takes
processor time from the same machine, and how much is told. Rounds with one and with more processes take turns, so that
what else the machine does falls on both.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time

import click
import numpy as np

import qa
from eval.bench.serving.server import answering, processor_seconds, resident, serve
from eval.options import record_option
from eval.reports.results_page import record_run
from eval.sets.shipped import shipped_set

__all__ = ["main"]

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LoadRound:
    """One round. seconds: how long it took. client, server: processors that the client and the processes had, as 0.5.

    megabytes: resident memory of each process that answers, at the end.
    """

    workers: int
    milliseconds: Sequence[float]
    errors: int
    seconds: float
    client: float
    server: float
    megabytes: Sequence[float]

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return len(self.milliseconds) / self.seconds


@dataclass(frozen=True, slots=True)
class _Total:
    """The mean of the rounds with one number of workers."""

    per_second: float
    server: float

    @classmethod
    def of(cls, rounds: Sequence[LoadRound], workers: int) -> _Total:
        own = [each for each in rounds if each.workers == workers]
        return cls(*(sum(values) / len(own) for values in zip(*((r.per_second, r.server) for r in own), strict=True)))


class Asker(asyncio.Protocol):
    """One connection that asks a question as soon as the one before is answered, until the deadline."""

    def __init__(self, requests: Iterator[bytes], deadline: float, milliseconds: list[float]) -> None:
        self._requests = requests
        self._deadline = deadline
        self._milliseconds = milliseconds
        self._received = bytearray()
        self._started = 0.0
        self.errors = 0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask the first question."""
        assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101  # as that of a TCP connection is
        self._transport = transport
        self._ask()

    def _ask(self) -> None:
        self._started = perf_counter()
        if self._started >= self._deadline:
            self._transport.close()
        else:
            self._transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
        """Ask the next question when the answer is there."""
        self._received += data
        head = self._received.find(b"\r\n\r\n")
        length = _LENGTH.search(self._received, 0, head) if head >= 0 else None
        if length and len(self._received) >= head + 4 + int(length[1]):
            if self._received.startswith(b"HTTP/1.1 200 "):
                self._milliseconds.append((perf_counter() - self._started) * 1e3)
            else:
                self.errors += 1
            self._received.clear()
            self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it as an error when it was not this side that ended it."""
        if self._started < self._deadline:
            self.errors += 1
        if not self.done.done():
            self.done.set_result(None)


async def load(port: int, bodies: Sequence[bytes], *, clients: int, seconds: float) -> tuple[list[float], int]:
    """Ask from so many connections for so long; return the milliseconds of each answer, and how many failed."""
    head = "POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n"
    requests = cycle([head.format(len(body)).encode() + body for body in bodies])
    milliseconds: list[float] = []
    deadline = perf_counter() + seconds
    loop = asyncio.get_running_loop()
    made = [
        await loop.create_connection(lambda: Asker(requests, deadline, milliseconds), "127.0.0.1", port)
        for _ in range(clients)
    ]
    await asyncio.gather(*(asker.done for _, asker in made))
    return milliseconds, sum(asker.errors for _, asker in made)


def measure(workers: int, bodies: Sequence[bytes], *, clients: int, seconds: float, library: str | None) -> LoadRound:
    """Return one round."""
    paths = () if library else (shipped_set("brief").parent / "documents",)
    with serve(*paths, library=library, n_workers=workers) as server:
        asyncio.run(load(server.port, bodies, clients=clients, seconds=min(5.0, seconds)))  # caches are filled
        pids = answering(server.pid, workers)
        started, used, worked = perf_counter(), process_time(), processor_seconds(pids)
        milliseconds, errors = asyncio.run(load(server.port, bodies, clients=clients, seconds=seconds))
        took, client = perf_counter() - started, process_time() - used
        busy = processor_seconds(pids) - worked
        memory = [resident(pid) for pid in pids]
    return LoadRound(workers, milliseconds, errors, took, client / took, busy / took, memory)


def table(rounds: Sequence[LoadRound], workers: int) -> str:
    """Return each round as a line of a table in Markdown, and what more processes gain."""
    lines = [
        "| workers | answers a second | p50 / p95 / p99 in ms | errors | cores: server, client | MB of each |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for each in rounds:
        p50, p95, p99 = np.percentile(each.milliseconds, [50, 95, 99])
        memory = ", ".join(f"{megabytes:.0f}" for megabytes in each.megabytes)
        cells = f"{each.workers} | {each.per_second:.1f} | {p50:.1f} / {p95:.1f} / {p99:.1f} | {each.errors}"
        lines.append(f"| {cells} | {each.server:.2f}, {each.client:.2f} | {memory} |")
    one, more = (_Total.of(rounds, n) for n in (1, workers))
    gain = f"{workers} workers give {more.per_second / one.per_second:.2f} × the answers of one"
    cost = f", and have {more.server / one.server:.2f} × the processor time" if one.server else ""
    return "\n".join([*lines, "", f"{gain}{cost}."])


@click.command()
@click.option("--seconds", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Of each round.")
@click.option("--rounds", type=click.IntRange(min=1), default=2, show_default=True, help="With each number of workers.")
@click.option("--workers", type=click.IntRange(min=2), default=2, show_default=True, help="To compare with one.")
@click.option("--clients", type=click.IntRange(min=1), default=32, show_default=True, help="Connections at once.")
@click.option("--library", metavar="DIR", help="Library to ask.  [default: the documents of the set brief]")
@record_option(block="the block `load`")
def main(*, seconds: float, rounds: int, workers: int, clients: int, library: str | None, page: Path | None) -> None:
    """Alternate rounds with one process and with more, and tell what more of them gain."""
    lines = shipped_set("brief").read_text(encoding="utf-8").splitlines()
    bodies = [json.dumps({"question": json.loads(line)["question"]}).encode() for line in lines]
    measured: list[LoadRound] = []
    try:
        for number in range(rounds):
            for n in (1, workers)[:: 1 if number % 2 == 0 else -1]:
                measured.append(measure(n, bodies, clients=clients, seconds=seconds, library=library))
                click.echo(f"{n} workers: {measured[-1].per_second:.1f} answers a second", err=True)
        figures = table(measured, workers)
        record_run(page, "load", figures, "python -m eval.bench.serving.load")
    except (qa.QuothError, OSError) as exc:
        raise click.ClickException(str(exc)) from None
    click.echo(figures)


if __name__ == "__main__":
    main()
