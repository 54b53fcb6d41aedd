"""A ZooKeeper for tests: one real process on loopback, which keeps for ClickHouse what its replicas agree on."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.waiting import PATIENCE

__all__ = ["keeper", "zookeeper"]

_JAR = Path("/usr/share/java/zookeeper.jar")  # where Debian has it
_CONFIG = """tickTime=500
dataDir={folder}
clientPort={port}
clientPortAddress=127.0.0.1
maxClientCnxns=0
admin.enableServer=false
4lw.commands.whitelist=ruok
"""


def zookeeper() -> list[str] | None:
    """Return the beginning of the command line of a ZooKeeper; None when there is none on this machine."""
    java = shutil.which("java")
    if not java or not _JAR.exists():
        return None
    # Without a configuration of its own, its log goes nowhere.
    return [java, "-Xmx256m", "-cp", str(_JAR), "org.apache.zookeeper.server.quorum.QuorumPeerMain"]


def _is_well(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
        connection.sendall(b"ruok")
        return connection.recv(4) == b"imok"
    return False


@contextmanager
def keeper(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Give a ZooKeeper that runs until the end."""
    command = zookeeper()
    assert command is not None, "There is no ZooKeeper here."
    folder.mkdir()
    (folder / "zoo.cfg").write_text(_CONFIG.format(folder=folder / "data", port=port))
    with (
        (folder / "out").open("wb") as out,
        subprocess.Popen(
            [*command, str(folder / "zoo.cfg")], stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=folder
        ) as process,
    ):
        try:
            end = time.monotonic() + PATIENCE
            while not _is_well(port):
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"ZooKeeper does not start: {(folder / 'out').read_text()[-2000:]}")
                time.sleep(0.05)
            yield process
        finally:
            process.kill()
