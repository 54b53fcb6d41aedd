"""Kills a random server while documents are added, again and again, and looks for what was lost or doubled.

Run it as: python -m tests.cluster.kill_rounds [ROUNDS] [SEED]
"""

from __future__ import annotations

import random
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import qa
from qa.index import Index, make_library, open_index
from qa.preparing.prepare import prepare
from tests.cluster.servers import CLUSTER, Server, started

TOGETHER = 10  # documents of one addition
LONGEST = 0.6  # seconds before a server is killed


class Round(NamedTuple):
    """What a round came to. added: acknowledged additions. unknown: those that were broken off."""

    added: int
    unknown: int
    n_documents: int
    problems: tuple[str, ...]


def _documents(number: int) -> list[qa.Document]:
    return [
        qa.Document(id=f"d{number % 40}-{place}", text=f"The museum has number n{number}x{place}. " * 20)
        for place in range(TOGETHER)
    ]


def _problems(index: Index, held: dict[str, str], unknown: dict[str, str]) -> Iterator[str]:
    """Yield what differs from what was acknowledged; what was broken off may be there as a whole or not at all."""
    yield from index.check()
    with index.view() as view:
        found = {info.id: view.document(info.id).text for info in view.documents()}
        kept = found == held | unknown
        if not kept and found != held:
            yield "There are other documents than were acknowledged."
        held.update(unknown if kept else {})
        for name in sorted(held)[:: max(1, len(held) // 10)]:
            word = held[name].split()[4].rstrip(".")
            hits = view.search(word, 100)
            if {hit.passage.document_id for hit in hits} != {name}:
                yield f"{word} is found in {[hit.passage.document_id for hit in hits]}, not in {name} alone."
            if len({hit.passage.ordinal for hit in hits}) != len(hits):
                yield f"Passages of {name} are found twice."


def kill_rounds(servers: Sequence[Server], n: int, seed: int) -> Iterator[Round]:
    """Yield what each of `n` rounds came to. servers: the shards of one cluster, running."""
    choose = random.Random(seed)  # noqa: S311
    make_library(servers[0].url("killed", f"?cluster={CLUSTER}"))
    location = servers[0].url("killed", "?timeout=10")
    held: dict[str, str] = {}
    number = 0
    for _ in range(n):
        victim = choose.choice(servers)
        timer = threading.Timer(choose.uniform(0.0, LONGEST), victim.kill)
        added, unknown = 0, dict[str, str]()
        with closing(open_index(location)) as index:
            timer.start()
            while not unknown:
                batch = {document.id: document.text for document in _documents(number)}
                try:
                    index.add(prepare(_documents(number)))
                    held |= batch
                    added += 1
                except qa.LibraryUnavailable:
                    unknown = batch
                number += 1
            timer.join()
            victim.start()
            index.add([])  # says that what was broken off does not count
            yield Round(added, 1, len(held), tuple(_problems(index, held, unknown)))


def main() -> None:
    """Do the rounds and say what they came to."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder, started(Path(folder), 2) as servers:
        done = list(kill_rounds(servers, n, seed))
    problems = [problem for each in done for problem in each.problems]
    print(  # noqa: T201
        f"{n} rounds, {sum(each.added for each in done)} additions of {TOGETHER} documents acknowledged, "
        f"{sum(each.unknown for each in done)} broken off, {done[-1].n_documents} documents left; "
        f"{len(problems)} problems"
    )
    for problem in problems[:20]:
        print(f"  {problem}")  # noqa: T201
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
