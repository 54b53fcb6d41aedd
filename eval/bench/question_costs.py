"""What single questions take of the servers that answer them: memory, and time of processors.

Both are seen from outside, in ClickHouse's own tables of what runs and of what has happened. A question that is over
sooner than one looks has a memory of 0.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing

from qa.index.clickhouse import parse_url
from qa.index.clickhouse.connecting.connection import Connection

__all__ = ["processor_ms", "question_peaks"]

_POLL = 0.002  # seconds between two looks at what a question takes


def question_peaks(
    library: str, shards: Sequence[tuple[str, int]], ask: Callable[[str], object], questions: Sequence[str]
) -> list[int]:
    """Return the most memory that each question takes on one shard, in bytes: as far as it is seen by looking often.

    library: the location of what is asked. shards: a server of each.
    """
    address = parse_url(library)
    query = (
        f"SELECT max(peak_memory_usage) FROM system.processes WHERE query LIKE '%{address.database}.%' "
        "AND query NOT LIKE '%system.processes%'"
    )
    peaks = []
    with ExitStack() as stack:
        connections = [stack.enter_context(closing(Connection(address, *shard))) for shard in shards]
        for question in questions:
            seen = [0] * len(connections)
            over = threading.Event()
            watchers = [
                threading.Thread(target=_watch, args=(connection, query, seen, place, over))
                for place, connection in enumerate(connections)
            ]
            for watcher in watchers:
                watcher.start()
            try:
                ask(question)
            finally:
                over.set()
                for watcher in watchers:
                    watcher.join()
            peaks.append(max(seen))
    return peaks


def processor_ms(
    library: str, shards: Sequence[tuple[str, int]], ask: Callable[[str], object], questions: Sequence[str]
) -> list[float]:
    """Return the milliseconds of processors that each question takes: the client's and those of the busiest shard.

    Nothing else may be asked of the servers meanwhile. Other programs on the machine count for little.

    library: the location of what is asked. shards: a server of each.
    """
    address = parse_url(library)
    query = "SELECT sum(value) FROM system.events WHERE event = 'OSCPUVirtualTimeMicroseconds'"
    milliseconds = []
    with ExitStack() as stack:
        connections = [stack.enter_context(closing(Connection(address, *shard))) for shard in shards]

        def so_far() -> list[int]:
            return [int(connection.rows(query)[0][0]) for connection in connections]

        for question in questions:
            before, own = so_far(), time.process_time()
            ask(question)
            own = time.process_time() - own
            milliseconds.append(own * 1e3 + max(now - then for now, then in zip(so_far(), before, strict=True)) / 1e3)
    return milliseconds


def _watch(connection: Connection, query: str, seen: list[int], place: int, over: threading.Event) -> None:
    """Note the highest number that a query gives, until it is over."""
    while not over.wait(_POLL):
        ((most,),) = connection.rows(query)
        seen[place] = max(seen[place], most)
