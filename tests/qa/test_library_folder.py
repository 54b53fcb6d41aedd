"""A library in a folder under hard conditions: full disk, no permission, other writers."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import qa
from qa.index import EmbeddedIndex
from tests.qa.earlier import of_earlier_format
from tests.qa.oracle import HELD
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]


def child(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run code in another process of this project."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment,
        cwd="/",
        timeout=PATIENCE,
        check=False,
    )


# -- a disk that is full -----------------------------------------------------------------------------------------------

FULL = """
import resource, signal, sys, qa
folder, most, text = sys.argv[1], int(sys.argv[2]), eval(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
library = qa.Library(folder)
library.add(qa.Document(id="first", text="The museum opens at nine."))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
for _ in range(2):
    try:
        library.add(qa.Document(id="large", text=text))
    except qa.LibraryError as exc:
        print("refused:", exc)
    assert [info.id for info in library.documents()] == ["first"]
    assert [hit.passage.document_id for hit in library.search("museum museum7")] == ["first"]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
library.add(qa.Document(id="second", text="The museum shop opens at ten."))
assert library.check() == [], library.check()
library.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of files")
@pytest.mark.parametrize(
    ("most", "text", "reason"),
    [
        (300_000, "' '.join(f'museum{n}' for n in range(20_000))", "There is no room"),  # many terms: the index file
        (1_200_000, "'museum7 ' * 200_000", "could not be used"),  # much text: the database
    ],
)
def test_a_full_disk_is_said_and_nothing_is_half_kept(tmp_path: Path, most: int, text: str, reason: str) -> None:
    ran = child(FULL, tmp_path / "library", most, text)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("refused: ") == ran.stdout.count(reason) == 2
    assert ran.stdout.count("Nothing of this change was kept") == 2
    with qa.Library(tmp_path / "library") as library:
        assert [info.id for info in library.documents()] == ["first", "second"]
        assert library.check() == []


# -- a folder that can only be read ------------------------------------------------------------------------------------

# Once all modules are loaded, which may lie where nobody else can read: another user, as root may write anywhere.
ANOTHER_USER = """
import os, sys, qa
with qa.Library() as library:
    library.add(qa.Document(text="The museum opens at nine."))
    library.ask("When does the museum open?")
    library.check()
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""
READ = f"""{ANOTHER_USER}
with qa.Library(sys.argv[1]) as library:
    print(*[hit.passage.document_id for hit in library.search("museum opens")])
    print(library.ask("When does the museum open?", min_confidence=0.0).text)
    print(library.check())
    for change in (
        lambda: library.add(qa.Document(id="x", text="New.")),
        lambda: library.remove("museum"),
        lambda: library.give_feedback(qa.Feedback(question="Why?", verdict="not_here")),
        lambda: library.withdraw_feedback("none"),
    ):
        try:
            change()
        except qa.ReadOnlyLibrary as exc:
            print("refused:", exc)
    print(len(library.documents()))
"""


@pytest.fixture
def readable() -> Iterator[Path]:
    """A folder that another user may enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        with contextlib.suppress(OSError):
            path.chmod(0o755)
    shutil.rmtree(folder)


def shut(folder: Path) -> None:
    """Take away the permission to write."""
    for path in folder.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    folder.chmod(0o555)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not protected this way")
@pytest.mark.parametrize("damage", [None, Path.unlink, lambda path: path.write_bytes(b"damaged")])
def test_a_folder_without_permission_can_be_asked_and_not_changed(
    readable: Path, damage: Callable[[Path], object] | None
) -> None:
    folder = readable / "library"
    with qa.Library(folder) as library:
        library.add(*HELD.values())
    if damage:
        (segment,) = (folder / "segments").iterdir()
        damage(segment)
    shut(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    ran = child(READ, folder)
    assert ran.returncode == 0, ran.stderr
    found, answer, problems, *refused, left = ran.stdout.splitlines()
    assert (found, answer, left) == ("museum", "“The museum opens at nine.” [1]", "3")
    assert (problems == "[]") == (damage is None)
    assert len(refused) == 4
    assert all("can only be read" in line for line in refused)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not protected this way")
def test_a_log_that_cannot_be_read_is_not_passed_over(readable: Path) -> None:
    folder, copy = readable / "library", readable / "copy"
    with qa.Library(folder) as library:
        library.add(*HELD.values())
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm"))
    shut(copy)
    ran = child(READ, copy)
    assert "was not closed in order" in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not protected this way")
def test_a_reader_without_permission_sees_what_others_add(readable: Path) -> None:
    folder = readable / "library"
    with qa.Library(folder) as library:
        library.add(HELD["museum"])
    code = f"""{ANOTHER_USER}
library = qa.Library(sys.argv[1])
print(len(library.documents()), len(library.search("museum")), flush=True)
sys.stdin.readline()
print(len(library.documents()), len(library.search("museum")), flush=True)
"""
    shut(folder)
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert process.stdin
    assert process.stdout
    assert process.stdout.readline() == "1 1\n"
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    with qa.Library(folder) as library:
        library.add(qa.Document(id="other", text="Another museum."))
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "2 2\n"
    process.communicate(timeout=PATIENCE)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not protected this way")
def test_an_earlier_format_cannot_be_updated_without_permission(readable: Path) -> None:
    of_earlier_format(readable / "library", 2, *HELD.values())
    shut(readable / "library")
    ran = child(READ, readable / "library")
    assert "ReadOnlyLibrary" in ran.stderr
    assert "older format 2" in ran.stderr


# -- several writers ---------------------------------------------------------------------------------------------------

WRITE = """
import sys, qa
with qa.Library(sys.argv[1]) as library:
    for n in range(15):
        library.add(qa.Document(id=f"{sys.argv[2]}{n}", text=f"The museum {sys.argv[2]} number {n}."))
        if n % 3 == 2:
            library.remove(f"{sys.argv[2]}{n - 1}")
"""


def test_two_writers_and_a_reader_get_along(tmp_path: Path) -> None:
    with closing(EmbeddedIndex(tmp_path / "library")) as index:
        ran: list[subprocess.CompletedProcess[str]] = []
        writers = [
            threading.Thread(target=lambda name=name: ran.append(child(WRITE, tmp_path / "library", name)))
            for name in ("left", "right")
        ]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            with index.view() as view:
                held = [info.id for info in view.documents()]
                assert sorted(hit.passage.document_id for hit in view.search("museum", 100)) == held
                assert view.n_passages == len(held)
            time.sleep(0.01)
        assert [one.stderr for one in ran] == ["", ""]
        with index.view() as view:
            assert len(view.documents()) == 20
        assert index.check() == []


@pytest.mark.skipif(os.name != "posix", reason="Elsewhere rights are not numbers.")
def test_a_new_library_is_for_its_owner_alone(tmp_path: Path) -> None:
    with qa.Library(tmp_path / "library") as library:
        library.add(qa.Document(id="a", text="The cat sat."))
    assert (tmp_path / "library").stat().st_mode & 0o077 == 0
