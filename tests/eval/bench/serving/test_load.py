"""Many connections at once, against a server of a few lines."""

from __future__ import annotations

import asyncio

from eval.bench.serving.load import LoadRound, load, table


def answer_with(status: str, counts: list[int], limit: int):
    """Return a handler of connections that answers every request, and goes away after `limit` of them."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while len(counts) < limit:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.partition(b"Content-Length: ")[2].partition(b"\r")[0])
            counts.append(len(await reader.readexactly(length)))
            writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 2\r\n\r\n{{}}".encode())
        writer.close()

    return handle


async def ask(status: str, counts: list[int], limit: int) -> tuple[list[float], int]:
    server = await asyncio.start_server(answer_with(status, counts, limit), "127.0.0.1", 0)
    async with server:
        return await load(server.sockets[0].getsockname()[1], [b"{}", b"{} "], clients=1, seconds=3_600.0)


def test_each_answer_is_timed_and_a_connection_that_is_lost_is_an_error() -> None:
    counts: list[int] = []
    milliseconds, errors = asyncio.run(ask("200 OK", counts, 5))
    assert counts == [2, 3, 2, 3, 2]
    assert len(milliseconds) == 5
    assert errors == 1


def test_an_answer_of_another_kind_is_an_error() -> None:
    milliseconds, errors = asyncio.run(ask("503 Service Unavailable", [], 3))
    assert milliseconds == []
    assert errors == 4


def test_rounds_are_a_table_that_tells_the_gain() -> None:
    rounds = [
        LoadRound(1, [10.0] * 20, 0, 2.0, 0.1, 1.0, [100.0]),
        LoadRound(2, [10.0] * 30, 1, 2.0, 0.1, 2.0, [100.0, 90.4]),
    ]
    lines = table(rounds, 2).splitlines()
    assert lines[2] == "| 1 | 10.0 | 10.0 / 10.0 / 10.0 | 0 | 1.00, 0.10 | 100 |"
    assert lines[3] == "| 2 | 15.0 | 10.0 / 10.0 / 10.0 | 1 | 2.00, 0.10 | 100, 90 |"
    assert lines[-1] == "2 workers give 1.50 × the answers of one, and have 2.00 × the processor time."
