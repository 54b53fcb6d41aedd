"""`quoth bench --library` on real servers: the same answers, nobody's documents touched, nothing left behind."""

from __future__ import annotations

import json
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

import qa
from eval.bench.cli import bench_command
from eval.bench.clusters import clusters_at
from qa.index.clickhouse import parse_url
from qa.index.clickhouse.connecting.connection import Connection
from tests.cluster.servers import CLUSTER, PASSWORD, Server


def databases(server: Server) -> set[str]:
    """Return the names of the benchmark's databases on a server."""
    with closing(Connection(parse_url(server.url()), "127.0.0.1", server.port)) as connection:
        names = {name.decode() for (name,) in connection.rows("SELECT name FROM system.databases")}
    return {name for name in names if "_bench_" in name}


@pytest.mark.slow
def test_one_server_gives_the_answers_of_a_folder(
    servers: list[Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr("eval.bench.clusters._QUIET", 0.2)
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    monkeypatch.setenv("QUOTH_CLICKHOUSE_PASSWORD", PASSWORD)
    arguments = ["--library", f"clickhouse://127.0.0.1:{servers[0].port}/quoth", "--passages", "300"]
    result = CliRunner().invoke(bench_command, [*arguments, "--questions", "8", "--out", str(tmp_path / "found")])
    assert result.exit_code == 0, result.output
    written = (tmp_path / "found/bench.json").read_text(encoding="utf-8")
    (size,) = json.loads(written)["sizes"]
    names = ["Quoth search", "Quoth ask", "1 shard search", "1 shard ask"]
    assert [system["name"] for system in size["systems"]] == names
    assert [system["left_out"] for system in size["systems"]] == [""] * 4
    assert [system["answered"]["same"] for system in size["systems"]] == [None, None, 8, 8]
    assert len(size["postings"]) == 8
    for system in size["systems"][2:]:
        assert system["built"]["kept_bytes"] > system["built"]["index_bytes"] > 300
        assert system["built"]["server_memory"] > 0
        assert len(system["answered"]["processor_ms"]) == len(system["answered"]["peaks"]) == 8
        assert all(0 < ms < 60_000 for _, ms in system["answered"]["processor_ms"])
        assert max(peak for _, peak in system["answered"]["peaks"]) > 1_000
    page = (tmp_path / "found/bench.html").read_text(encoding="utf-8")
    assert not any("sesame" in text for text in (written, page, result.output))
    assert databases(servers[0]) == set()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_library_of_the_benchmark_is_on_all_shards_and_goes(servers: list[Server]) -> None:
    (cluster,) = clusters_at([servers[0].url("beside", f"?cluster={CLUSTER}")])
    assert [shard[0][1] for shard in cluster.shards] == [server.port for server in servers]
    database = cluster.database(40)
    with suppress(KeyboardInterrupt), database.make():
        assert [databases(server) for server in servers] == [{database.name}] * 2
        with qa.Library(database.url) as library:
            library.add(*(qa.Document(text=f"The museum {n} opens at nine.") for n in range(40)))
        stored = database.settle()
        assert stored.disk > stored.postings > 0
        assert stored.memory > 0
        raise KeyboardInterrupt
    assert [databases(server) for server in servers] == [set(), set()]


def test_a_database_that_is_there_is_refused_and_stays(servers: list[Server]) -> None:
    server = servers[1]
    location = server.url("taken")
    theirs = server.url("taken_bench_1_50")
    qa.make_library(theirs)
    try:
        with qa.Library(theirs) as library:
            library.add(qa.Document(id="theirs", text="The museum opens at nine."))
        result = CliRunner().invoke(bench_command, ["--library", location, "--passages", "20,50"])
        assert result.exit_code == 2
        assert f"There is a database 'taken_bench_1_50' on 127.0.0.1:{server.port} already" in result.output
        assert "DROP DATABASE taken_bench_1_50" in result.output
        assert databases(server) == {"taken_bench_1_50"}
        with qa.Library(theirs) as library:
            assert [info.id for info in library.documents()] == ["theirs"]
    finally:
        with closing(Connection(parse_url(theirs), "127.0.0.1", server.port)) as connection:
            connection.run("DROP DATABASE taken_bench_1_50")


def test_an_unknown_cluster_is_refused(servers: list[Server]) -> None:
    with pytest.raises(qa.LibraryError, match="knows no cluster 'other'"):
        clusters_at([servers[0].url("beside", "?cluster=other")])


def test_a_library_that_fails_is_left_out_and_what_was_made_goes(
    servers: list[Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eval.bench.clusters import contestants_of
    from eval.bench.processes import LeftOut, ProcessLimits
    from eval.bench.records import TextSource
    from eval.bench.run import bench

    def stopped(*args: object, **options: object) -> dict[str, object]:
        raise LeftOut("it took more than 60 seconds")

    seen: list[set[str]] = []

    def measure(job: dict[str, object], limits: ProcessLimits, **options: bool) -> dict[str, object]:
        seen.append(databases(servers[0]))
        return stopped()

    for module in ("run", "measure"):
        monkeypatch.setattr(f"eval.bench.{module}.run_job", measure)
    remote = contestants_of(clusters_at([servers[0].url("failing")]))
    source = TextSource(sizes=(50,), n_questions=3)
    found = bench(source, limits=ProcessLimits(60, 10**10), contestants=[*remote], clusters=remote)
    assert [system.left_out for system in found.sizes[0].systems] == [
        "it took more than 60 seconds",
        "it needs the index of 1 shard search",
    ]
    assert seen == [{"failing_bench_1_50"}, set()]  # the last is for what the machine allows
    assert databases(servers[0]) == set()


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.measures.intervals.N_DRAWS", 20)
