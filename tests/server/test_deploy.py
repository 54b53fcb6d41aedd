"""The files that help to install a cluster can be read by what they are for."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import yaml
from lxml import etree

from qa.index.clickhouse import parse_url

DEPLOY = Path(__file__).parents[2] / "server/deploy"


def test_the_cluster_has_three_shards_of_two_replicas() -> None:
    root = etree.parse(DEPLOY / "cluster.xml").getroot()
    shards = root.findall("remote_servers/quoth/shard")
    hosts = [[host.text for host in shard.findall("replica/host")] for shard in shards]
    assert hosts == [["db1", "db2"], ["db3", "db4"], ["db5", "db6"]]
    location = re.search(r'"(clickhouse://[^"]+)"', (DEPLOY / "cluster.xml").read_text())
    assert location
    address = parse_url(location[1])
    assert (address.cluster, address.replicated, [host for host, _ in address.hosts]) == ("quoth", True, hosts[0])


def test_the_compose_file_and_the_unit_start_workers() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    assert services["worker"]["command"] == ["quoth", "serve"]
    assert parse_url(services["worker"]["environment"]["QUOTH_LIBRARY"]).hosts == (("db", 9000),)
    unit = configparser.ConfigParser(interpolation=None, strict=False)
    unit.read(DEPLOY / "quoth@.service")
    assert unit["Service"]["ExecStart"].endswith("quoth serve --port %i")
