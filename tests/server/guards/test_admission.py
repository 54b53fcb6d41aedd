"""Places and queues: the loop stays free, the queue has an end, and who is refused is told when to come again."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from server.app import create_app
from server.guards import admission
from server.guards.admission import QUESTIONS_AT_ONCE, QUESTIONS_OF_SERVERS, UPLOADS_AT_ONCE, Admission
from server.metrics import Metrics
from server.problems import ProblemError
from server.settings import Settings
from tests.waiting import PATIENCE

QUESTION = {"question": "When does the museum open?", "min_confidence": 0}
HTML = {"accept": "text/html"}


class Held(qa.Library):
    """A library whose answers keep a processor busy until the gate is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.add(qa.Document(id="museum", text="The museum opens at 9:30 a.m."))
        self.begun = threading.Semaphore(0)
        self.gate = threading.Event()

    def ask(self, *args: Any, **options: Any) -> qa.Answer:
        self.begun.release()
        while not self.gate.is_set():
            sum(range(1_000))
        return super().ask(*args, **options)


@pytest.fixture
def held() -> Held:
    return Held()


@asynccontextmanager
async def client_of(library: qa.Library, **settings: Any) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(create_app(library, Settings(**settings)))
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        try:
            yield client
        finally:
            if isinstance(library, Held):
                library.gate.set()  # or a test that fails would never end


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something that is sure to come, however busy the machine is."""
    async with asyncio.timeout(PATIENCE):
        while not await holds():
            await asyncio.sleep(0.01)


async def waiting(client: httpx2.AsyncClient, what: str = "question") -> int:
    """Return how many wait, as the metrics say."""
    text = (await client.get("/metrics")).text
    return int(float(text.partition(f'quoth_waiting{{what="{what}"}} ')[2].partition("\n")[0]))


def test_the_loop_is_free_while_all_places_work(held):
    async def run() -> list[int]:
        async with client_of(held) as client:
            asked = [asyncio.create_task(client.post("/api/ask", json=QUESTION)) for _ in range(QUESTIONS_AT_ONCE + 3)]
            for _ in range(QUESTIONS_AT_ONCE):
                assert await asyncio.to_thread(held.begun.acquire, timeout=PATIENCE)

            async def all_wait() -> bool:
                return await waiting(client) == 3

            await until(all_wait)
            assert not held.begun.acquire(blocking=False), "no more than these are worked on"
            for path in ("/healthz", "/readyz", "/metrics", "/", "/static/base.css", "/api/documents", "/documents"):
                assert (await client.get(path)).status_code == 200
            assert not any(task.done() for task in asked)
            held.gate.set()
            return [response.status_code for response in await asyncio.gather(*asked)]

    assert asyncio.run(run()) == [200] * (QUESTIONS_AT_ONCE + 3)


def test_a_library_on_servers_is_asked_several_questions_at_once(held, monkeypatch):
    monkeypatch.setattr(qa.Library, "remote", property(lambda _library: True))

    async def run() -> None:
        async with client_of(held) as client:
            asked = [
                asyncio.create_task(client.post("/api/ask", json=QUESTION)) for _ in range(QUESTIONS_OF_SERVERS + 1)
            ]
            for _ in range(QUESTIONS_OF_SERVERS):
                assert await asyncio.to_thread(held.begun.acquire, timeout=PATIENCE)
            assert not held.begun.acquire(blocking=False)
            held.gate.set()
            await asyncio.gather(*asked)

    asyncio.run(run())


def test_one_too_many_is_told_when_to_come_again_on_every_surface(held, problem_of, caplog):
    async def run() -> None:
        async with client_of(held, max_waiting=1) as client:
            asked = [asyncio.create_task(client.post("/api/ask", json=QUESTION)) for _ in range(QUESTIONS_AT_ONCE + 1)]

            async def one_waits() -> bool:
                return await waiting(client) == 1

            await until(one_waits)
            refused = [
                await client.post("/api/ask", json=QUESTION),
                await client.get("/api/search", params={"q": "museum"}),
                await client.post("/api/verify", json={"quotes": []}),
            ]
            for response in refused:
                problem = problem_of(response, 503, "too-many-questions")
                assert "again in 1 second." in problem["detail"]
                assert response.headers["retry-after"] == "1"
            pages = [
                await client.get("/", params={"q": "When?"}, headers=HTML),
                await client.post("/", data={"question": "When?"}, headers=HTML),
                await client.post("/next", json={"question": "When?", "history": []}, headers=HTML),
                await client.post("/conversation", json={"turns": []}, headers=HTML),
            ]
            for response in pages:
                assert (response.status_code, response.headers["retry-after"]) == (503, "1")
                assert 'id="detail"' in response.text, "the script of the chat shows it from there"
                assert "Reload this page" in response.text
            assert (
                f'quoth_refused_total{{what="question"}} {len(refused + pages)}.0'
                in (await client.get("/metrics")).text
            )
            held.gate.set()
            assert {response.status_code for response in await asyncio.gather(*asked)} == {200}
            assert await waiting(client) == 0
            assert (await client.post("/api/ask", json=QUESTION)).status_code == 200

    asyncio.run(run())
    assert not [record for record in caplog.records if record.name.startswith("server")], (
        "a log that is written to by each of many would be one more burden"
    )


def test_uploads_have_places_of_their_own(held, monkeypatch, problem_of):
    gate, begun = threading.Event(), threading.Semaphore(0)
    read = qa.read

    def slow(data: bytes, *, name: str, language: str = "") -> qa.Document:
        begun.release()
        assert gate.wait(PATIENCE)
        return read(data, name=name, language=language)

    monkeypatch.setattr(qa, "read", slow)
    held.gate.set()

    async def run() -> None:
        async with client_of(held) as client:

            def send(number: int) -> Awaitable[httpx2.Response]:
                return client.post("/api/documents", files=[("files", (f"{number}.txt", b"A line."))])

            sent = [asyncio.ensure_future(send(number)) for number in range(2 * UPLOADS_AT_ONCE)]
            for _ in range(UPLOADS_AT_ONCE):
                assert await asyncio.to_thread(begun.acquire, timeout=PATIENCE)

            async def the_others_wait() -> bool:
                return await waiting(client, "upload") == UPLOADS_AT_ONCE

            await until(the_others_wait)
            problem_of(await send(99), 503, "too-many-uploads")
            assert (await client.post("/api/ask", json=QUESTION)).status_code == 200
            gate.set()
            assert {response.status_code for response in await asyncio.gather(*sent)} == {201}

    asyncio.run(run())


def test_who_goes_away_while_waiting_leaves_the_queue():
    async def run() -> None:
        places = Admission("question", Metrics(), at_once=1, most_waiting=1)

        async def take() -> None:
            async with places.admit():
                pass

        async with places.admit():
            waits = asyncio.create_task(take())
            await asyncio.sleep(0)
            with pytest.raises(ProblemError):
                await take()
            waits.cancel()
            await asyncio.sleep(0)
            later = asyncio.create_task(take())
        await later

    asyncio.run(run())


@given(at_once=st.integers(1, 4), most=st.integers(0, 6), n=st.integers(0, 15), seconds=st.floats(0, 1e4))
def test_it_never_works_on_more_nor_lets_more_wait_and_each_is_served_or_told(at_once, most, n, seconds):
    async def run() -> None:
        places = Admission("question", Metrics(), at_once=at_once, most_waiting=most)
        places._mean_seconds = seconds
        order: list[int] = []
        told: list[ProblemError] = []
        inside = 0
        gate = asyncio.Event()

        async def take(number: int) -> None:
            nonlocal inside
            try:
                async with places.admit():
                    inside += 1
                    assert inside <= at_once
                    order.append(number)
                    await gate.wait()
                    inside -= 1
            except ProblemError as exc:
                told.append(exc)

        tasks = [asyncio.create_task(take(number)) for number in range(n)]
        await asyncio.sleep(0)
        assert len(told) == max(0, n - at_once - most)
        gate.set()
        await asyncio.gather(*tasks)
        assert order == list(range(min(n, at_once + most))), "who came first is served first"
        assert all(1 <= int(exc.headers["Retry-After"]) <= admission.LONGEST_RETRY for exc in told if exc.headers)

    asyncio.run(run())


class HeldDocuments(qa.Library):
    """A library whose documents are not read before the gate is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.add(qa.Document(id="museum", text="The museum opens at 9:30 a.m."))
        self.gate = threading.Event()
        self.n_at_once = self.most_at_once = 0

    def document(self, document_id: str) -> qa.Document:
        self.n_at_once += 1
        self.most_at_once = max(self.most_at_once, self.n_at_once)
        self.gate.wait(PATIENCE)
        self.n_at_once -= 1
        return super().document(document_id)


def test_many_long_documents_keep_no_question_waiting() -> None:
    async def run() -> None:
        library = HeldDocuments()
        async with client_of(library, max_waiting=8) as client:
            paths = ["/documents/museum?find=opens", "/api/documents/museum"] * 4
            reading = [asyncio.create_task(client.get(path)) for path in paths]
            while await waiting(client, "document") < len(paths) - 1:
                await asyncio.sleep(0)
            assert (await client.post("/api/ask", json=QUESTION)).json()["answered"]
            more = [asyncio.create_task(client.get("/api/documents/museum")) for _ in range(2)]
            refused = await more[1]
            assert (refused.status_code, refused.json()["type"]) == (503, "/problems/too-many-readers")
            assert int(refused.headers["retry-after"]) >= 1
            library.gate.set()
            assert {response.status_code for response in await asyncio.gather(*reading, more[0])} == {200}
            assert library.most_at_once == 1

    asyncio.run(run())
