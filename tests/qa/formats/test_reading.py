"""Files to documents: errors of the worker that reads one, many files at once, limits."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import qa
from qa.formats import files, reading
from qa.processes.pool import shared
from qa.processes.process import Process
from tests.waiting import until

SLOW = b"a *b* [c](d)\n\n" * 90_000  # a Markdown file that takes seconds to read


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A job that no process has done yet, so that the next file gets a new one."""
    monkeypatch.setattr(reading, "READING", replace(reading.READING, max_calls=499))
    yield
    shared(reading.READING).trim()


def test_an_error_of_a_format_comes_back_as_itself() -> None:
    with pytest.raises(qa.EmptyDocument, match=r"'a\.txt' was read and holds no text"):
        qa.read(b" ", name="a.txt")
    assert qa.read(b"The cat sat.", name="a.txt").text == "The cat sat."


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "READING", replace(reading.READING, seconds=0.2))
    with pytest.raises(qa.ReadTimeout, match=r"'a\.md' took more than 0\.2 seconds"):
        qa.read(SLOW, name="a.md")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps to the limit")
def test_a_file_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "READING", replace(reading.READING, memory=300_000_000))
    with pytest.raises((qa.FileTooLarge, qa.FileDamaged), match=r"a\.html"):
        qa.read(b"<p>" + b"a " * 40_000_000, name="a.html")
    shared(reading.READING).trim()


@pytest.mark.skipif(os.name != "posix", reason="uses signals")
@pytest.mark.usefixtures("fresh")
def test_a_file_over_which_a_worker_breaks_down_is_damaged() -> None:
    pool = shared(reading.READING)
    pool.trim()
    lent = []
    start = pool._start

    def note() -> Process:
        lent.append(start())
        return lent[-1]

    pool._start = note
    with ThreadPoolExecutor(1) as executor:
        reading_ = executor.submit(qa.read, SLOW, name="a.md")
        until(lambda: bool(lent))
        threading.Timer(0.2, os.kill, (lent[0].pid, signal.SIGKILL)).start()
        with pytest.raises(qa.FileDamaged, match=r"'a\.md' cannot be read: its reader broke down over it \(status -9"):
            reading_.result()


def test_no_process_is_a_typed_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading, "READING", replace(reading.READING, function="missing"))
    with pytest.raises(qa.ReaderUnavailable, match="ended before it was ready"):
        qa.read(b"a", name="a.txt")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(qa.ReaderUnavailable, match="could be started"):
        qa.read(b"a", name="a.txt")


def test_files_come_in_their_order_and_bad_ones_as_errors(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"The cat sat {number} times. " * (400 - 10 * number), encoding="utf-8")
    (tmp_path / "7.txt").write_bytes(b"\0")
    (tmp_path / "8.txt").unlink()
    paths = [tmp_path / f"{number}.txt" for number in range(40)]
    outcomes = list(qa.read_files(paths))
    assert isinstance(outcomes[7], qa.UnsupportedFormat)
    assert isinstance(outcomes[8], qa.FileUnreadable)
    del paths[7:9], outcomes[7:9]
    assert outcomes == [qa.read_file(path) for path in paths]


def test_no_error_over_a_file_stops_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: str) -> bytes:
        if path.endswith("b.txt"):
            raise MemoryError
        return files.bytes_of(path)

    monkeypatch.setattr(reading, "bytes_of", fail)
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path in paths:
        path.write_text("The museum opens at nine.")
    outcomes = list(reading.read_files(paths))
    assert [type(outcome) for outcome in outcomes] == [qa.Document, qa.FileUnreadable, qa.Document]
    assert "b.txt' cannot be read: it failed with MemoryError" in str(outcomes[1])


def test_reading_may_be_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The cat sat.", encoding="utf-8")
    (tmp_path / "slow.md").write_bytes(SLOW)
    reading = qa.read_files([path, *[tmp_path / "slow.md"] * 20])
    assert isinstance(next(reading), qa.Document)
    reading.close()
    assert qa.read_file(path).text == "The cat sat."


def test_threads_may_read_at_once() -> None:
    with ThreadPoolExecutor(8) as executor:
        texts = executor.map(lambda n: qa.read(f"Text {n}.".encode(), name="a.txt").text, range(50))
    assert list(texts) == [f"Text {n}." for n in range(50)]


def test_a_file_is_read_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "Hours.TXT"
    path.write_text("The museum opens.")
    document = qa.read_file(path)
    assert (document.title, document.source) == ("Hours.TXT", str(path))
    assert document.id == qa.read(b"other words", name=str(path)).id


def test_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_text("more than ten bytes")
    with pytest.raises(qa.FileTooLarge, match="19 bytes; the limit is 10"):
        qa.read_file(path)
    with pytest.raises(qa.FileTooLarge):
        qa.read(path.read_bytes(), name="a.txt")


@pytest.mark.parametrize("name", ["missing.txt", "", "folder", "a\0b.txt"])
def test_unreadable_paths_say_why(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(qa.FileUnreadable, match="Check the path"):
        qa.read_file(f"{tmp_path}/{name}")


def test_a_title_is_one_line_of_bounded_length() -> None:
    assert len(qa.read(("# " + "word " * 10_000).encode(), name="a.md").title) <= 300
