#!/bin/sh
# Installs Debian's ClickHouse server for the tests, which start their own; the service is not started. Needs root.
set -eu
if command -v clickhouse-server >/dev/null || command -v /usr/sbin/clickhouse-server >/dev/null || command -v clickhouse >/dev/null; then
  exit 0
fi
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends clickhouse-server >/dev/null
