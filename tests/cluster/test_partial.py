"""A shard that is down, over the endpoint, the chat and the commands: named, and left out where that is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.commands.cli import main
from server.settings import Settings
from tests.cluster.servers import CLUSTER, Server, started
from tests.server.test_partial import fields_of

Make = Callable[..., str]
QUESTION = "When does the museum open?"
HTML = {"Accept": "text/html"}


@pytest.fixture
def location(new_library: Make) -> str:
    """A library on two shards, with documents on both."""
    made = new_library(cluster=True)
    with qa.Library(made) as library:
        library.add(*(qa.Document(id=f"d{number:02}", text=f"Museum {number} opens at nine.") for number in range(20)))
    return made


def test_all_that_asks_goes_on_without_a_shard_where_that_is_wanted(location: str, servers: list[Server]) -> None:
    with qa.Library(location) as library:
        client = TestClient(create_app(library, Settings(min_confidence=0.0)), base_url="http://localhost")
        whole = client.get("/api/search?q=museum&k=100").json()
        assert whole["left_out"] == []
        place = f"127.0.0.1:{servers[1].port}"
        with servers[1].down():
            problem = client.get("/api/search?q=museum&k=100")
            assert (problem.status_code, problem.json()["type"]) == (503, "/problems/shard-unavailable")
            some = client.get("/api/search?q=museum&k=100&partial=true").json()
            assert some["left_out"] == [place]
            assert 0 < len(some["hits"]) < len(whole["hits"]) == 20

            page = client.get("/", params={"q": QUESTION}, headers=HTML)
            assert page.status_code == 503
            assert place in page.text
            answer = client.post("/", data=fields_of(page.text), headers=HTML)
            assert answer.status_code == 200
            assert f"<bdi>{place}</bdi>" in answer.text
            assert '<mark id="quote"' in answer.text, "the source of the quote is on a shard that answers"
            source = re.search(r'href="(/documents/d\d\d\?[^"#]+)', answer.text)
            assert source
            assert client.get(source[1].replace("&amp;", "&")).status_code == 200

            history = [
                {
                    "question": QUESTION,
                    "answer": client.post("/api/ask?partial=true", json={"question": QUESTION}).json(),
                }
            ]
            followed = {"question": "And the harbour?", "history": history}
            assert client.post("/api/ask?partial=true", json=followed).json()["left_out"] == [place]

            found = {hit["passage"]["document_id"] for hit in some["hits"]}
            codes = {info.id: client.get(f"/api/documents/{info.id}").status_code for info in library.documents()}
            assert codes == {name: 200 if name in found else 503 for name in codes}
        assert client.get("/api/search?q=museum&k=100").json() == whole


def test_the_command_answers_without_a_shard(location: str, servers: list[Server]) -> None:
    arguments = ["ask", QUESTION, "--library", location, "--min-confidence", "0"]
    with servers[1].down():
        assert CliRunner().invoke(main, arguments).exit_code == 2
        answered = CliRunner().invoke(main, [*arguments, "--partial"])
    assert answered.exit_code == 0
    assert answered.stdout.startswith(f"Partial answer: 127.0.0.1:{servers[1].port} did not respond")


def test_shards_that_are_down_beside_the_first_are_counted(tmp_path: Path) -> None:
    with started(tmp_path, 3) as three:
        qa.make_library(three[0].url("three", f"?cluster={CLUSTER}"))
        with qa.Library(three[0].url("three")) as library:
            library.add(*(qa.Document(id=f"d{number}", text="The museum.") for number in range(12)))
            three[2].kill()
            found = library.find("museum", 100, partial=True)
            assert found.left_out == (f"127.0.0.1:{three[2].port}",)
            three[1].kill()
            less = library.find("museum", 100, partial=True)
            assert less.left_out in {(f"127.0.0.1:{server.port}", "1 more") for server in three[1:]}
            assert 0 < len(less.hits) < len(found.hits) < 12


def test_a_shard_that_hangs_is_named_too(tmp_path: Path) -> None:
    # On servers of its own: the engine waits as long as the question that first opened a connection between them did.
    with started(tmp_path, 2) as two:
        qa.make_library(two[0].url("hangs", f"?cluster={CLUSTER}"))
        with qa.Library(two[0].url("hangs")) as library:
            library.add(*(qa.Document(id=f"d{number}", text="The museum.") for number in range(12)))
            with two[1].paused(), pytest.raises(qa.ShardUnavailable, match=f"127.0.0.1:{two[1].port}"):
                library.find("museum", 100)
            assert len(library.search("museum", 100)) == 12
