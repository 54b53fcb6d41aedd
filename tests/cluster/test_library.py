"""The library and the commands over a cluster: the same answers, moved to and fro as one file, by several at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import qa
from tests.cluster.servers import CLUSTER, PASSWORD, Server

ROOT = Path(__file__).parents[2]
QUESTIONS = [
    "How do I add documents?",
    "Who brokered the ceasefire?",
    "How many people were displaced?",
    "What is a library?",
    "When does the volcano sleep?",
]


def shipped() -> list[qa.Document]:
    return [qa.read_file(path) for path in sorted((ROOT / "eval/shipped/brief/documents").glob("*.md"))]


def test_answers_and_exports_are_those_of_a_folder(new_library: Callable[..., str], tmp_path: Path) -> None:
    with qa.Library(tmp_path / "folder") as folder, qa.Library(new_library(cluster=True)) as cluster:
        folder.add(*shipped())
        folder.calibrate(qa.Calibration(threshold=0.25))
        folder.give_feedback(qa.Feedback(question="Why?", verdict="not_here"))
        folder.export_to(tmp_path / "one")
        cluster.import_from(tmp_path / "one")
        for question in QUESTIONS:
            assert cluster.ask(question) == folder.ask(question)
            assert cluster.ask(question, documents=[shipped()[0].id]) == folder.ask(
                question, documents=[shipped()[0].id]
            )
        cluster.export_to(tmp_path / "two")
        assert (tmp_path / "two").read_bytes() == (tmp_path / "one").read_bytes()
        with qa.Library() as memory:
            memory.import_from(tmp_path / "two")
            assert memory.ask(QUESTIONS[0]) == folder.ask(QUESTIONS[0])


def test_files_are_synchronised(new_library: Callable[..., str], tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for name in ("one", "two"):
        (notes / f"{name}.txt").write_text(f"The museum {name} opens at nine.")
    with qa.Library(new_library(cluster=True)) as library:
        library.add_files(notes)
        (notes / "one.txt").unlink()
        (notes / "two.txt").write_text("The museum two is closed.")
        outcomes: list[qa.FileOutcome] = []
        library.add_files(notes, progress=outcomes.append)
        assert sorted(outcome.change for outcome in outcomes) == ["removed", "replaced"]
        assert [info.title for info in library.documents()] == ["two.txt"]
        assert library.check() == []


def test_several_write_at_the_same_time(new_library: Callable[..., str]) -> None:
    location = new_library(cluster=True)

    def write(own: int) -> None:
        with qa.Library(location) as library:
            for number in range(6):
                library.add(
                    qa.Document(id="shared", text=f"The museum of writer {own} in round {number}."),
                    qa.Document(id=f"w{own}-{number}", text="The harbour."),
                )
                library.remove(f"w{own}-{number}")
                assert len(library.search("museum")) == 1

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))  # raises what went wrong in any of them
    with qa.Library(location) as library:
        assert [info.id for info in library.documents()] == ["shared"]
        assert library.check() == []


def run(*arguments: str, password: str = PASSWORD) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from server.commands.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "QUOTH_CLICKHOUSE_PASSWORD": password},
    )


@pytest.mark.slow
def test_the_commands_take_the_password_from_the_environment(servers: list[Server], tmp_path: Path) -> None:
    location = f"clickhouse://127.0.0.1:{servers[0].port}/commands"
    (tmp_path / "museum.txt").write_text("The museum opens at nine.")
    made = run("init", f"{location}?cluster={CLUSTER}")
    assert f"{location} is ready on 127.0.0.1:{servers[0].port}, 127.0.0.1:{servers[1].port}." in made.stdout
    assert run("add", str(tmp_path / "museum.txt"), "--library", location).stdout == "Added 1 document.\n"
    assert (
        "“The museum opens at nine.”"
        in run("ask", "When does the museum open?", "--library", location, "--min-confidence", "0").stdout
    )
    refused = run("list", "--library", location, password="other")  # noqa: S106
    assert refused.returncode == 2
    assert "does not let the user 'default' in" in refused.stderr
    assert "other" not in refused.stderr.replace("another", "")
