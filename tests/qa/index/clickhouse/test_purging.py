"""What nobody can find any more is deleted, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

import qa
from qa.index import open_index
from qa.index.clickhouse import parse_url, purging
from qa.index.clickhouse.connecting.connection import Connection
from qa.preparing.prepare import prepare

TABLES = ("documents", "passages", "postings", "dead", "files", "originals", "batches")


def sizes(location: str) -> dict[str, int]:
    address = parse_url(location)
    with closing(Connection(address, *address.hosts[0])) as connection:
        return {
            table: connection.rows(f"SELECT count() FROM {address.database}.{table}")[0][0]  # noqa: S608
            for table in TABLES
        }


@pytest.mark.parametrize("cluster", [False, True], ids=["one server", "two shards"])
def test_only_what_is_dead_is_deleted(
    new_library: Callable[..., str], monkeypatch: pytest.MonkeyPatch, *, cluster: bool
) -> None:
    location = new_library(cluster=cluster)
    with closing(open_index(location)) as index:
        for version in range(4):
            documents = [qa.Document(id=f"d{n}", text=f"The museum {version}.", language="en") for n in range(10)]
            index.add(prepare(documents), originals={"d1": b"%PDF"})
        index.remove("d3", "d4")
        with pytest.raises(qa.DocumentNotFound):
            index.remove("d3")
        index.compact()
        assert sizes(location)["passages"] == 40  # a state that has them may still be read
        monkeypatch.setattr(purging, "GRACE", 0)
        with index.view() as view:
            before = view.documents(), view.search("museum 3", 100)
        index.compact()
        after = sizes(location)
        n_postings = after.pop("postings")
        assert after == {"documents": 8, "passages": 8, "dead": 0, "files": 0, "originals": 1, "batches": 3}
        # One row for all that was, and two of the change after it that was given up.
        assert n_postings == 8 * 3
        with index.view() as view:
            assert (view.documents(), view.search("museum 3", 100)) == before
            assert view.original("d1") == b"%PDF"
        index.compact()
        index.add(prepare([qa.Document(id="d3", text="A harbour.", language="en")]))
        with index.view() as view:
            assert len(view.documents()) == 9
        assert index.check() == []
