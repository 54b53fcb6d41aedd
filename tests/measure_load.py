"""Ask `quoth serve` over loopback from many connections at once, with one process that answers and with more.

The client is this process: connections that are kept, one question under way on each, no library in between. It takes
processor time from the same machine, and how much is told. Rounds with one and with more processes take turns, so that
what else the machine does falls on both. Linux tells how much memory each process has; elsewhere that is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time, sleep

import numpy as np

from eval.sets.choose import shipped_set

SERVE = "from server.commands.cli import main; main(prog_name='quoth')"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Round:
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
    def of(cls, rounds: Sequence[Round], workers: int) -> _Total:
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
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport
        self._ask()

    def _ask(self) -> None:
        self._started = perf_counter()
        if self._started >= self._deadline:
            self._transport.close()
        else:
            self._transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
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
        if self._started < self._deadline:
            self.errors += 1
        if not self.done.done():
            self.done.set_result(None)


@contextmanager
def served(workers: int, library: str | None) -> Iterator[tuple[int, int]]:
    """Run the server with so many workers; give its process id and its port."""
    arguments = ["serve", "--port", "0", "--workers", str(workers), *(["--library", library] if library else [])]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "QUOTH_MAX_WAITING": "1000"}
    command = [sys.executable, "-c", SERVE, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout
            process.stdout.readline()
            port = int(process.stdout.readline().partition("http://127.0.0.1:")[2].partition(" ")[0])
            yield process.pid, port
        finally:
            process.send_signal(signal.SIGTERM)


def answering(parent: int, workers: int) -> list[int]:
    """Return the ids of the processes that answer: the server itself, or those that it started to answer."""
    if workers == 1 or not Path("/proc").exists():
        return [parent]
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            is_child = int((path / "stat").read_text().rpartition(")")[2].split()[1]) == parent
            if is_child and b"spawn_main" in (path / "cmdline").read_bytes():
                found.append(int(path.name))
        except OSError:
            continue  # it has ended meanwhile
    return sorted(found)


def resident(pid: int) -> float:
    """Return the resident memory of a process in megabytes; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return int(status.partition("VmRSS:")[2].split()[0]) * 1_024 / 1e6


def processor_seconds(pids: Sequence[int]) -> float:
    """Return how long processes have worked so far; 0 where the system does not tell."""
    try:
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    except OSError:
        return 0.0
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


def until_ready(port: int, n_workers: int) -> None:
    """Wait until all processes answer: a connection each, often enough that every one has had some."""
    for _ in range(600):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
                connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                if connection.recv(64).startswith(b"HTTP/1.1 200 "):
                    break
        except OSError:
            pass
        sleep(0.1)
    sleep(5.0 if n_workers > 1 else 0.5)


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


def measured(workers: int, bodies: Sequence[bytes], *, clients: int, seconds: float, library: str | None) -> Round:
    """Return one round."""
    with served(workers, library) as (pid, port):
        until_ready(port, workers)
        asyncio.run(load(port, bodies, clients=clients, seconds=min(5.0, seconds)))  # caches are filled
        pids = answering(pid, workers)
        started, used, worked = perf_counter(), process_time(), processor_seconds(pids)
        milliseconds, errors = asyncio.run(load(port, bodies, clients=clients, seconds=seconds))
        took, client = perf_counter() - started, process_time() - used
        server = processor_seconds(pids) - worked
        memory = [resident(each) for each in pids]
    return Round(workers, milliseconds, errors, took, client / took, server / took, memory)


def line(each: Round) -> str:
    """Return what a round has shown, on one line."""
    p50, p95, p99 = np.percentile(each.milliseconds, [50, 95, 99])
    memory = ", ".join(f"{megabytes:.0f}" for megabytes in each.megabytes)
    return (
        f"{each.workers} worker{'s' if each.workers > 1 else ' '}  {each.per_second:6.1f}/s   p50 {p50:6.1f}   "
        f"p95 {p95:6.1f}   p99 {p99:6.1f} ms   {each.errors} errors   "
        f"cores: server {each.server:.2f}, client {each.client:.2f}   {memory} MB"
    )


def main() -> None:
    """Alternate rounds with one process and with more, print each, and what more of them gain."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="of each round")
    parser.add_argument("--rounds", type=int, default=2, help="with each number of workers")
    parser.add_argument("--workers", type=int, default=2, help="to compare with one")
    parser.add_argument("--clients", type=int, default=32, help="connections at once")
    parser.add_argument("--library", help="folder to ask; by default the documents that come with Quoth")
    given = parser.parse_args()
    lines = shipped_set("brief").read_text(encoding="utf-8").splitlines()
    bodies = [json.dumps({"question": json.loads(each)["question"]}).encode() for each in lines]
    print(
        f"POST /api/ask, {given.clients} clients, {given.seconds:.0f} s a round, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {platform.machine()}"
    )
    rounds: list[Round] = []
    for number in range(given.rounds):
        for workers in (1, given.workers)[:: 1 if number % 2 == 0 else -1]:
            options = {"clients": given.clients, "seconds": given.seconds, "library": given.library}
            rounds.append(measured(workers, bodies, **options))
            print(line(rounds[-1]), flush=True)
    one, more = (_Total.of(rounds, workers) for workers in (1, given.workers))
    gain = f"{given.workers} workers give {more.per_second / one.per_second:.2f} × the answers of one"
    print(f"{gain}, and have {more.server / one.server:.2f} × the processor time." if one.server else f"{gain}.")


if __name__ == "__main__":
    main()
