#!/bin/sh
# Installs Debian's ClickHouse server for the tests, which start their own; no service is started. Needs root.
# `install.sh replicas` installs ZooKeeper and Java too, without which the tests of replicas are skipped.
set -eu
wanted=
if ! command -v clickhouse-server >/dev/null && ! command -v /usr/sbin/clickhouse-server >/dev/null && ! command -v clickhouse >/dev/null; then
  wanted=clickhouse-server
fi
if [ "${1:-}" = replicas ] && ! [ -e /usr/share/java/zookeeper.jar ]; then
  wanted="$wanted zookeeper"
fi
if [ "${1:-}" = replicas ] && ! command -v java >/dev/null; then
  wanted="$wanted default-jre-headless"
fi
if [ -z "$wanted" ]; then
  exit 0
fi
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
$sudo apt-get update -qq
# shellcheck disable=SC2086 # several packages
$sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $wanted >/dev/null
