"""What is wrong with a library is told in sentences, each with what can be done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import qa
from qa.index import open_index
from qa.index.clickhouse import parse_url
from qa.index.clickhouse.connecting.connection import Connection
from qa.preparing.prepare import prepare


def test_rows_that_belong_to_nobody_and_feedback_that_is_torn_are_found(new_library: Callable[..., str]) -> None:
    location = new_library(cluster=True)
    address = parse_url(location)
    with closing(open_index(location)) as index, closing(Connection(address, *address.hosts[0])) as connection:
        index.add(prepare([qa.Document(id="it's", text="The sea.", language="en")]))
        assert index.check() == []
        ((revision,),) = connection.rows(f"SELECT revision FROM {address.database}.documents")  # noqa: S608
        extra: dict[str, list[int]] = {"word": [1], "tag": [1], "ordinal": [0], "tally": [1]}
        for row in (revision, 1):
            connection.insert(f"{address.database}.postings", {**extra, "revision": [row]})
        torn: dict[str, list[object]] = {"id": [b"torn"], "version": [1], "kept": [1], "given": [b""], "record": [b"{"]}
        connection.insert(f"{address.database}.feedback", torn)
        assert index.check() == [
            'The document "it\'s" has other postings than it was added with. Add it again.',
            "There are postings of 1 documents that are not there.",
            "The feedback 'torn' cannot be read. Withdraw it.",
        ]
