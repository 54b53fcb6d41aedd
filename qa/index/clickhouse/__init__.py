"""The index for more than one machine: documents, passages and postings in a ClickHouse server, or a cluster of them.

The engine distributes, stores and sums up; this package says in which tables, in which order they are written so that a
change is seen as a whole or not at all, and how a question is put so that it has the answers of the embedded index.
"""

from __future__ import annotations

from qa.index.clickhouse.connecting.url import Address, parse_url
from qa.index.clickhouse.index import ClickHouseIndex
from qa.index.clickhouse.schema import make_schema

__all__ = ["Address", "ClickHouseIndex", "make_schema", "parse_url"]
