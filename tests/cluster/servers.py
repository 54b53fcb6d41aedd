"""ClickHouse servers for tests: real processes on loopback, each with a folder, ports and a configuration of its own.

They are small on purpose: one thread a question, few in the background, no tables about themselves.

`python -m tests.cluster.servers --shards 2` starts some to measure on, says where they are, and stops them at Ctrl+C.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests.waiting import PATIENCE

__all__ = ["CLUSTER", "PASSWORD", "Server", "binary", "configured", "main", "running", "started"]

CLUSTER = "shards"
PASSWORD = "open sesame & <more>"
_MEMORY, _MEMORY_TO_MEASURE = 2_000_000_000, 8_000_000_000  # bytes that one question may take

_CONFIG = """<yandex>
    <logger><level>warning</level><log>{folder}/log</log><errorlog>{folder}/errors</errorlog></logger>
    <tcp_port>{port}</tcp_port>
    <interserver_http_port>{interserver}</interserver_http_port>
    <listen_host>127.0.0.1</listen_host>
    <path>{folder}/data/</path>
    <tmp_path>{folder}/tmp/</tmp_path>
    <user_files_path>{folder}/user_files/</user_files_path>
    <format_schema_path>{folder}/schemas/</format_schema_path>
    <users_config>users.xml</users_config>
    <default_profile>default</default_profile>
    <default_database>default</default_database>
    <mark_cache_size>67108864</mark_cache_size>
    <uncompressed_cache_size>134217728</uncompressed_cache_size>
    <max_concurrent_queries>100</max_concurrent_queries>
    <remote_servers><{cluster}>{shards}</{cluster}></remote_servers>
</yandex>
"""
_SHARD = """<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>{port}</port>
    <user>default</user><password>{password}</password></replica></shard>"""
_USERS = """<yandex>
    <profiles><default>
        <max_threads>1</max_threads>
        <max_memory_usage>{memory}</max_memory_usage>
        <background_pool_size>2</background_pool_size>
        <background_schedule_pool_size>2</background_schedule_pool_size>
        <log_queries>0</log_queries>
    </default></profiles>
    <users><default>
        <password>{password}</password>
        <networks><ip>127.0.0.1</ip></networks>
        <profile>default</profile><quota>default</quota>
    </default></users>
    <quotas><default></default></quotas>
</yandex>
"""


def binary() -> list[str] | None:
    """Return the beginning of the command line of a ClickHouse server; None when there is none on this machine."""
    for name in ("clickhouse-server", "/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"):
        if found := shutil.which(name):
            return [found]
    if found := shutil.which("clickhouse"):
        return [found, "server"]
    return None


@dataclass
class Server:
    """One server, which may be stopped, killed and started again."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start the process, and return once it answers."""
        command = binary()
        assert command is not None, "There is no ClickHouse server here."
        with (self.folder / "out").open("ab") as out:
            self.process = subprocess.Popen(
                [*command, f"--config-file={self.folder / 'config.xml'}"],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env={**os.environ, "CLICKHOUSE_WATCHDOG_ENABLE": "0"},
            )
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.05)
        log = (self.folder / "errors").read_text(errors="replace") if (self.folder / "errors").exists() else ""
        raise RuntimeError(f"The ClickHouse server at port {self.port} does not start: {log[-2000:]}")

    def signal(self, number: int) -> None:
        """Send a signal to the process."""
        assert self.process is not None
        self.process.send_signal(number)

    def pause(self) -> None:
        """Let the process do nothing until `resume`; the kernel still accepts connections for it."""
        self.signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a process that was paused go on."""
        self.signal(signal.SIGCONT)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Pause the process for as long as a `with` takes."""
        self.pause()
        try:
            yield
        finally:
            self.resume()

    @contextmanager
    def down(self) -> Iterator[None]:
        """Kill the server for as long as a `with` takes."""
        self.kill()
        try:
            yield
        finally:
            self.start()

    def kill(self) -> None:
        """End the process at once, as a power cut would."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """End the process in order; kill it when it takes too long."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()

    def url(self, database: str = "quoth", options: str = "") -> str:
        """Return the location of a library on this server, with the password."""
        secret = "".join(c if c.isalnum() else f"%{ord(c):02X}" for c in PASSWORD)
        return f"clickhouse://default:{secret}@127.0.0.1:{self.port}/{database}{options}"


def free_ports(n: int) -> list[int]:
    """Return ports that are free, all different, and none that the system gives to whoever asks for any."""
    ports: list[int] = []
    while len(ports) < n:
        port = random.randrange(10_000, 32_000)  # noqa: S311
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            ports += [port] * (port not in ports)
    return ports


def configured(folder: Path, n: int, first_port: int | None = None, *, memory: int = _MEMORY) -> list[Server]:
    """Return `n` servers that are configured as the shards of one cluster, and not started.

    first_port: theirs are this one and those after it; by default any that are free. memory: bytes that a question may
    take on each.
    """
    ports = free_ports(2 * n)
    if first_port:
        ports[:n] = range(first_port, first_port + n)
    password = PASSWORD.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shards = "".join(_SHARD.format(port=port, password=password) for port in ports[:n])
    servers = []
    for port, interserver in zip(ports[:n], ports[n:], strict=True):
        own = folder / str(port)
        for name in ("data", "tmp", "user_files", "schemas"):
            (own / name).mkdir(parents=True)
        text = _CONFIG.format(folder=own, port=port, interserver=interserver, cluster=CLUSTER, shards=shards)
        (own / "config.xml").write_text(text)
        (own / "users.xml").write_text(_USERS.format(password=password, memory=memory))
        servers.append(Server(own, port))
    return servers


@contextmanager
def running(servers: Sequence[Server]) -> Iterator[None]:
    """Start servers, and stop them at the end."""
    try:
        for server in servers:
            server.start()
        yield
    finally:
        for server in servers:
            server.stop()


@contextmanager
def started(folder: Path, n: int) -> Iterator[list[Server]]:
    """Give `n` servers that run as the shards of one cluster until the end."""
    servers = configured(folder, n)
    with running(servers):
        yield servers


@click.command()
@click.option("--shards", type=click.IntRange(1, 16), default=2, show_default=True, help="How many servers to start.")
@click.option("--port", type=click.IntRange(1024, 65_000), help="Port of the first one.  [default: any free one]")
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), help="Where their data is.  [default: /tmp]"
)
def main(*, shards: int, port: int | None, folder: Path | None) -> None:
    """Start ClickHouse servers as the shards of one cluster, say where they are, and stop them at Ctrl+C or SIGTERM.

    Their data is in a new folder, which is removed at the end.

    Example: python -m tests.cluster.servers --shards 2 --port 19000
    """
    if binary() is None:
        raise click.ClickException("There is no ClickHouse server here. Get one with: tests/cluster/install.sh")
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell ignores the first for what it starts in the background
        signal.signal(number, signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory(prefix="quoth-servers-", dir=folder, ignore_cleanup_errors=True) as name,
        running(servers := configured(Path(name), shards, port, memory=_MEMORY_TO_MEASURE)),
        suppress(KeyboardInterrupt),
    ):
        click.echo(f"The password is in this line:\nexport QUOTH_CLICKHOUSE_PASSWORD='{PASSWORD}'")
        click.echo("One server, and all of them as one cluster:")
        place = f"clickhouse://127.0.0.1:{servers[0].port}/quoth"
        click.echo(f"{place}\n'{place}?cluster={CLUSTER}'\nCtrl+C stops them.")
        signal.pause()


if __name__ == "__main__":
    main()
