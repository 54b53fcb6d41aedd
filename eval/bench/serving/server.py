"""`quoth serve` as a process of its own, on a free port of this machine, and what its processes take.

Linux tells how much memory and how much time of processors each process has; elsewhere those are 0.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import qa

__all__ = ["ServerProcess", "answering", "processor_seconds", "resident", "serve"]

_SERVE = "from server.commands.cli import main; main(prog_name='quoth')"
_TRIES = 600  # to reach it, a tenth of a second apart


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A server that answers. pid: its process, which starts the others where several answer."""

    pid: int
    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def serve(
    *paths: Path, library: str | None = None, n_workers: int = 1, settings: dict[str, str] | None = None
) -> Iterator[ServerProcess]:
    """Run the server until the block ends; it answers when the block begins.

    paths: files and folders to be asked; without any, those of `library`, by default the shipped documents.
    n_workers: processes that answer. settings: more of the environment.
    Raises qa.QuothError when it does not start; it has said why on the standard error.
    """
    options = ["--port", "0", "--workers", str(n_workers), *(["--library", library] if library else [])]
    command = [sys.executable, "-c", _SERVE, "serve", *options, *map(str, paths)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "QUOTH_MAX_WAITING": "1000", **(settings or {})}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        try:
            server = ServerProcess(process.pid, _read_port(process))
            _wait_until_ready(server.port, n_workers)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)


def _read_port(process: subprocess.Popen[str]) -> int:
    """Return the port that the server says it listens on."""
    assert process.stdout  # noqa: S101  # it was asked for
    for line in process.stdout:
        _, _, address = line.partition("http://127.0.0.1:")
        if address:
            return int(address.partition(" ")[0])
    raise qa.QuothError("The server did not start. See what it says above, and run `quoth serve` by itself.")


def _wait_until_ready(port: int, n_workers: int) -> None:
    """Wait until the server answers, and a while longer, so that every process of several has come to it."""
    for _ in range(_TRIES):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
                connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                if connection.recv(64).startswith(b"HTTP/1.1 200 "):
                    break
        except OSError:
            pass
        sleep(0.1)
    sleep(5.0 if n_workers > 1 else 0.5)


def answering(parent: int, n_workers: int) -> list[int]:
    """Return the ids of the processes that answer: the server itself, or those that it started to answer."""
    if n_workers == 1 or not Path("/proc").exists():
        return [parent]
    pids = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            is_child = int((path / "stat").read_text().rpartition(")")[2].split()[1]) == parent
            if is_child and b"spawn_main" in (path / "cmdline").read_bytes():
                pids.append(int(path.name))
        except OSError:
            continue  # it has ended meanwhile
    return sorted(pids)


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
