"""Files are read in other processes: limits, break-downs, and what the parent makes of their answers."""

from __future__ import annotations

import contextlib
import gzip
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats import compressed
from qa.processes import pool
from qa.processes.pool import Pool, Process
from tests.waiting import PATIENCE, until

ROOT = Path(qa.__file__).parent.parent
SLOW = b"a *b* [c](d)\n\n" * 90_000  # a Markdown file that takes seconds to read


@pytest.fixture
def process() -> Iterator[Process]:
    process = Process()
    yield process
    process.close()


def read(process: Process, data: bytes = b"The cat sat.", name: str = "a.txt") -> str:
    return process.read(data, name=name, media_type=None)[1].text


def is_running(pid: int) -> bool:
    """Tell whether a process is there and not waiting to be collected."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_a_process_reads_many_files_and_ends_when_it_is_closed(process: Process) -> None:
    assert [read(process, f"The cat sat {n} times.".encode()) for n in range(3)][2] == "The cat sat 2 times."
    assert process.alive
    process.close()
    assert not process.alive
    assert not is_running(process.pid)


def test_an_error_of_a_reader_comes_back_as_itself(process: Process) -> None:
    with pytest.raises(qa.EmptyDocument, match=r"'a\.txt' was read and holds no text"):
        read(process, b" ")
    assert read(process) == "The cat sat."


def test_a_file_that_takes_too_long_is_given_up() -> None:
    process = Process(seconds=0.2)
    with pytest.raises(qa.ReadTimeout, match=r"'a\.md' took more than 0\.2 seconds"):
        read(process, SLOW, "a.md")
    assert not process.alive
    process.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps to the limit")
def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    process = Process(memory=300_000_000)
    with pytest.raises((qa.FileTooLarge, qa.FileDamaged), match=r"a\.html"):
        read(process, b"<p>a" * 10_000_000, "a.html")
    process.close()


@pytest.mark.skipif(os.name != "posix", reason="uses signals")
@pytest.mark.parametrize("number", ["SIGKILL", "SIGSEGV", "SIGTERM"])
def test_a_process_that_breaks_down_is_a_typed_error(process: Process, number: str) -> None:
    timer = threading.Timer(0.2, os.kill, (process.pid, signal.Signals[number]))
    timer.start()
    with pytest.raises(qa.FileDamaged, match=r"'a\.md' cannot be read: its reader broke down over it \(status -"):
        read(process, SLOW, "a.md")
    assert process.broken
    assert not process.alive


@pytest.mark.skipif(os.name != "posix", reason="uses signals")
def test_a_file_is_not_blamed_for_the_end_of_a_process_that_had_read_others() -> None:
    readers = Pool(1)
    group = pool.Group()
    assert readers.read(b"One.", name="a.txt", group=group)[1].text == "One."
    os.kill(readers.idle[0].pid, signal.SIGKILL)
    assert readers.read(b"Two.", name="a.txt")[1].text == "Two."
    readers.trim()


def test_what_a_group_reads_can_be_given_up() -> None:
    readers = Pool(2)
    group = pool.Group()
    with ThreadPoolExecutor(1) as executor:
        reading = executor.submit(readers.read, SLOW, name="a.md", group=group)
        time.sleep(0.05)
        group.give_up()
        with pytest.raises(qa.FileDamaged):
            reading.result()
    with pytest.raises(qa.FileDamaged):
        readers.read(b"Two.", name="a.txt", group=group)
    assert readers.read(b"Two.", name="a.txt")[1].text == "Two."
    readers.trim()


# -- a process that answers wrongly ------------------------------------------------------------------------------------

HEAD = f"""
import sys
sys.path.insert(0, {str(ROOT / "qa" / "processes")!r})
from worker import receive, send
requests, answers = sys.stdin.buffer, sys.stdout.buffer
receive(requests, 10_000_000)
send(answers, b"ready")
receive(requests, 1_000), receive(requests, 10_000_000)
"""
CONTENT = '{"media_type": "text/plain", "text": "x", "title": "", "source": "", "language": "", "last": false'


@pytest.mark.parametrize(
    "answer",
    [
        "sys.stdout.buffer.write(b'abc')",
        "send(answers, b'')",
        "send(answers, b'[]')",
        "send(answers, b'[' * 1_000_000)",
        "send(answers, b'\\xff')",
        "answers.write(b'\\xff' * 8)",
        "send(answers, b'{}')",
        """send(answers, b'{"error": "KeyError", "message": "x"}')""",
        """send(answers, b'{"error": ["ReadError"]}')""",
        f"send(answers, b'{CONTENT}}}')",
        f"""send(answers, b'{CONTENT}, "headings": [[0, 1]], "page_starts": ["0"]}}')""",
        f"""send(answers, b'{CONTENT}, "headings": [[0]], "page_starts": []}}')""",
        f"""send(answers, b'{CONTENT}, "headings": [[0, true]], "page_starts": []}}')""",
        f"""send(answers, b'{CONTENT}, "headings": 1, "page_starts": []}}')""",
        "pass",
    ],
)
def test_an_answer_that_is_none_is_a_typed_error(tmp_path: Path, answer: str) -> None:
    script = tmp_path / "worker.py"
    script.write_text(HEAD + answer, encoding="utf-8")
    process = Process(script=script)
    with pytest.raises(qa.FileDamaged, match=r"'a\.txt'"):
        read(process)
    process.close()


def test_an_answer_of_the_right_shape_is_content(tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    answer = f"""send(answers, b'{CONTENT}, "headings": [[0, 1]], "page_starts": [0]}}'); receive(requests, 1)"""
    script.write_text(HEAD + answer, encoding="utf-8")
    process = Process(script=script)
    assert process.read(b"", name="a", media_type=None)[1].headings == ((0, 1),)
    process.close()


def test_no_process_is_a_typed_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(qa.ReaderUnavailable, match="ended before it was ready"):
        Process(script=tmp_path / "missing.py")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(qa.ReaderUnavailable, match="could be started"):
        Process()


# -- many files --------------------------------------------------------------------------------------------------------


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


PROGRAM = """
import os, signal, sys
sys.path.insert(0, {root!r})
import qa
from qa.processes.pool import shared
assert qa.read(b"The cat sat.", name="a.txt").text == "The cat sat."
print(shared().idle[0].pid, flush=True)
{end}
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize(
    "end", ["", "os._exit(0)", "os.kill(os.getpid(), signal.SIGKILL)", "raise KeyboardInterrupt", "sys.exit(3)"]
)
def test_no_process_outlives_its_parent_and_none_needs_a_guarded_main(tmp_path: Path, end: str) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(root=str(ROOT), end=end), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-W", "error", script], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    until(lambda: not is_running(int(run.stdout)))
    assert "Warning" not in run.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_forked_process_reads_by_its_own(tmp_path: Path) -> None:
    end = """
child = os.fork()
text = qa.read(b"The dog sat.", name="a.txt").text
print(text, shared().idle[0].pid, flush=True)
if not child:
    os._exit(0)
os.waitpid(child, 0)
"""
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(root=str(ROOT), end=end), encoding="utf-8")
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=PATIENCE, check=True)
    first, *both = run.stdout.split("\n")[:3]
    assert sorted(line.startswith("The dog sat.") for line in both) == [True, True]
    assert len({line.split()[-1] for line in both}) == 2
    assert first in {line.split()[-1] for line in both}


# -- compressed files --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt.gz", b"The cat sat.", "The cat sat."),
        ("a.md.gz", b"# The *cat*", "The cat\n"),
        ("A.HTML.GZ", b"<p>The cat", "The cat\n\n"),
        ("a.txt", b"The cat sat.", "The cat sat."),
        ("page.gz", b"<!doctype html><p>The cat", "The cat\n\n"),
    ],
)
def test_a_compressed_file_is_read_by_the_one_inside(name: str, data: bytes, text: str) -> None:
    assert qa.read(gzip.compress(data), name=name).text == text


def test_compressed_files_of_a_known_kind_are_found_in_a_folder(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "b.tar.gz", "c.gz", "d.md"):
        (tmp_path / name).write_bytes(gzip.compress(b"The cat sat."))
    library = qa.Library()
    library.add_files(tmp_path)
    assert {document.title for document in library.documents()} == {"a.txt.gz", "d.md"}


@pytest.mark.parametrize("n_bytes", [20_000_000, 150_000_000])
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(n_bytes: int) -> None:
    with pytest.raises(qa.FileTooLarge, match=r"'a\.txt\.gz' has .* bytes and unpacks to more than"):
        qa.read(gzip.compress(b" " * n_bytes), name="a.txt.gz")


@given(st.binary(max_size=200), st.integers(0, 40))
def test_broken_compressed_files_are_typed_errors(noise: bytes, at: int) -> None:
    packed = gzip.compress(b"The cat sat on the mat and looked at the moon.")
    with contextlib.suppress(qa.ReadError):
        compressed.unpack(packed[:at] + noise + packed[at + len(noise) :], "a.gz")
