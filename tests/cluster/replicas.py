"""ClickHouse servers that are shards of replicas, configured by the very file that the documentation gives.

Of `server/deploy/cluster.xml` only what depends on the machine is changed: hosts and ports, how many shards there are,
and the name of the outermost element, which old servers want to be another.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import etree

from tests.cluster.keeper import keeper
from tests.cluster.servers import Server, configured, free_ports, running

__all__ = ["DEPLOYED", "Replicas", "replicas"]

DEPLOYED = Path(__file__).parents[2] / "server/deploy/cluster.xml"
_VARIABLE = "QUOTH_CLICKHOUSE_PASSWORD"
_PASSWORD = "open sesame"  # old servers take what a variable holds for XML
_USERS = """<users><quoth>
        <password>{password}</password>
        <networks><ip>127.0.0.1</ip></networks>
        <profile>default</profile><quota>default</quota>
    </quoth>"""
_HERE = """<yandex>
    <interserver_http_host>127.0.0.1</interserver_http_host>
    <zookeeper><session_timeout_ms>3000</session_timeout_ms></zookeeper>
</yandex>"""


@dataclass(frozen=True)
class Replicas:
    """Servers by shard, and the process of the ZooKeeper that they have."""

    shards: Sequence[Sequence[Server]]
    keeper: subprocess.Popen[bytes] = field(repr=False)

    @property
    def servers(self) -> list[Server]:
        """All servers."""
        return [server for shard in self.shards for server in shard]

    def url(self, database: str, options: str = "", *, first: int = 0) -> str:
        """Return a location that names all replicas of the first shard, beginning with number `first`."""
        shard = [*self.shards[0][first:], *self.shards[0][:first]]
        hosts = ",".join(f"127.0.0.1:{server.port}" for server in shard)
        return f"clickhouse://quoth:{quote(_PASSWORD)}@{hosts}/{database}{options}"


def _deployed(shards: Sequence[Sequence[Server]], own: tuple[int, int], keeper_port: int) -> bytes:
    """Return the configuration of one server. own: its shard and its replica, from 0."""
    root = etree.parse(DEPLOYED).getroot()
    root.tag = "yandex"
    root.find("macros/shard").text = str(own[0] + 1)
    root.find("macros/replica").text = f"replica-{own[1]}"
    nodes = root.findall("zookeeper/node")
    for node in nodes[1:]:
        node.getparent().remove(node)
    _place(nodes[0], keeper_port)
    found = root.findall("remote_servers/quoth/shard")
    for shard in found[len(shards) :]:
        shard.getparent().remove(shard)
    for servers, shard in zip(shards, found, strict=False):
        for server, replica in zip(servers, shard.findall("replica"), strict=True):
            _place(replica, server.port)
    text: bytes = etree.tostring(root)
    return text


def _place(element: Any, port: int) -> None:
    element.find("host").text = "127.0.0.1"
    element.find("port").text = str(port)


@contextmanager
def replicas(folder: Path, n_shards: int) -> Iterator[Replicas]:
    """Give as many shards of two replicas, which run until the end."""
    (keeper_port,) = free_ports(1)
    servers = configured(folder, 2 * n_shards)
    shards = [servers[2 * shard : 2 * shard + 2] for shard in range(n_shards)]
    for number, server in enumerate(servers):
        (server.folder / "config.d").mkdir()
        (server.folder / "config.d/here.xml").write_text(_HERE)
        text = _deployed(shards, divmod(number, 2), keeper_port)
        (server.folder / "config.d/cluster.xml").write_bytes(text)
        users = server.folder / "users.xml"
        users.write_text(users.read_text().replace("<users>", _USERS.format(password=_PASSWORD)))
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = _PASSWORD  # which the configuration reads
    try:
        with keeper(folder / "keeper", keeper_port) as process, running(servers):
            yield Replicas(shards, process)
    finally:
        del os.environ[_VARIABLE]
        if before is not None:
            os.environ[_VARIABLE] = before
