"""What other processes make of documents is what this one makes of them, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pytest

import qa
from qa.preparing import batches, parallel
from qa.preparing.parallel import Preparer
from qa.preparing.prepare import Prepared
from qa.preparing.wire import unpack
from qa.processes.process import Job, Process, WorkerUnavailable
from tests.qa.oracle import LANGUAGES, WORDS

T = TypeVar("T")

TEXTS = [
    f"{' '.join(WORDS[number % 7 :])}. The museum opened in {number}.\n\n多少钱 {number}\n" for number in range(60)
]
DOCUMENTS = [
    qa.Document(
        id=f"d{number:02d}",
        text=text * 9,
        language=LANGUAGES[number % len(LANGUAGES)],
        page_starts=(0, 10),
        headings=((0, 3), (20, 30)),
    )
    for number, text in enumerate(TEXTS)
]


class Started(Process):
    """Processes that were started, to see what became of them."""

    pids: list[int]

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.pids.append(self.pid)


class Dying(Started):
    """Is ended by someone as soon as it has answered twice."""

    asked = 0

    def call(self, data: bytes, options: Mapping[str, object], take: Callable[[bytes], T]) -> T:
        self.asked += 1
        if self.asked > 2:
            os.kill(self.pid, signal.SIGKILL)
        return super().call(data, options, take)


class Beside:
    """Which documents were prepared by other processes, and the numbers of these."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.pids: list[int] = []

    def left(self) -> list[int]:
        """Those that are still there."""
        left = []
        for pid in self.pids:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                continue
            left.append(pid)
        return left


@pytest.fixture(params=[Started, Dying])
def process(request: pytest.FixtureRequest) -> type[Started]:
    kind: type[Started] = request.param
    return kind


@pytest.fixture
def beside(process: type[Started], monkeypatch: pytest.MonkeyPatch) -> Beside:
    """A little text is much, and there are two processors."""
    beside = Beside()

    def note(answer: bytes, documents: Sequence[qa.Document]) -> list[Prepared]:
        beside.ids += [document.id for document in documents]
        return unpack(answer, documents)

    monkeypatch.setattr(process, "pids", beside.pids, raising=False)
    monkeypatch.setattr(parallel, "Process", process)
    monkeypatch.setattr(parallel, "unpack", note)
    monkeypatch.setattr(parallel, "n_processors", lambda: 2)
    monkeypatch.setattr(parallel, "_MUCH", 5_000)
    monkeypatch.setattr(batches, "_BATCH", 3_000)
    monkeypatch.setattr(parallel, "_AHEAD", 10_000)
    return beside


def contents(folder: Path) -> list[object]:
    """All that a library holds, but for names and times."""
    with closing(sqlite3.connect(folder / "library.sqlite")) as database:
        documents = [row[:11] + row[12:] for row in database.execute("SELECT * FROM documents ORDER BY revision")]
        passages = database.execute("SELECT * FROM passages ORDER BY revision, ordinal").fetchall()
    segments = sorted(path.read_bytes() for path in (folder / "segments").iterdir())
    return [documents, passages, segments]


def test_a_library_is_the_same_byte_for_byte(tmp_path: Path, beside: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    with qa.Library(tmp_path / "many", passage_size=80) as library:
        library.add(*DOCUMENTS)
        assert library.check() == []
        answer = library.ask("When did the museum open?", min_confidence=0.0)
    assert beside.ids
    assert not beside.left()
    monkeypatch.setattr(parallel, "n_processors", lambda: 1)
    beside.ids.clear()
    with qa.Library(tmp_path / "one", passage_size=80) as library:
        library.add(*DOCUMENTS)
        assert library.ask("When did the museum open?", min_confidence=0.0) == answer
    assert not beside.ids
    assert contents(tmp_path / "many") == contents(tmp_path / "one")


@pytest.mark.parametrize("way", ["files", "export"])
def test_files_and_exports_are_added_the_same(
    tmp_path: Path, beside: Beside, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    (tmp_path / "files").mkdir()
    for document in DOCUMENTS:
        (tmp_path / "files" / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    (tmp_path / "files" / "d20a.pdf").write_bytes(b"%PDF-1.7 and no more")
    with qa.Library() as library:
        library.add(*DOCUMENTS)
        library.export_to(tmp_path / "export")
    for name in ("many", "one"):
        beside.ids.clear()
        with qa.Library(tmp_path / name) as library:
            if way == "files":
                library.add_files(tmp_path / "files", progress=lambda outcome: None)
            else:
                library.import_from(tmp_path / "export")
            assert len(library.documents()) == len(DOCUMENTS)
        assert bool(beside.ids) == (name == "many")
        monkeypatch.setattr(parallel, "n_processors", lambda: 1)
    assert contents(tmp_path / "many") == contents(tmp_path / "one")
    assert not beside.left()


def test_a_document_that_comes_twice_is_the_last_one(beside: Beside) -> None:
    with qa.Library() as library:
        library.add(*DOCUMENTS)
        beside.ids.clear()
        changed = qa.Document(id="d00", text="A volcano.")
        library.add(changed, *DOCUMENTS, *DOCUMENTS[1:], changed)
        assert library.document("d00") == changed
        assert len(library.documents()) == len(DOCUMENTS)
        assert not beside.ids  # little had changed


@pytest.mark.parametrize("process", [Started], indirect=True)
def test_whoever_is_interrupted_leaves_no_process(tmp_path: Path, beside: Beside) -> None:
    def documents() -> Iterator[qa.Document]:
        yield from islice(DOCUMENTS, 30)
        raise KeyboardInterrupt

    with closing(Preparer(100).prepare_ahead(documents(), lambda document: document)) as pairs:
        assert next(pairs)[1] is None
        assert any(prepared for _, prepared in islice(pairs, 15))
        assert beside.left()
    assert not beside.left()
    with (
        closing(Preparer(100).prepare_ahead(documents(), lambda document: document)) as pairs,
        pytest.raises(KeyboardInterrupt),
    ):
        list(pairs)
    assert not beside.left()


def test_a_process_that_somebody_ends_is_replaced_without_a_word(
    beside: Beside, caplog: pytest.LogCaptureFixture
) -> None:
    with qa.Library() as library:
        library.add_many(DOCUMENTS * 2)
    assert not [record for record in caplog.records if record.name == "qa.preparing.parallel"]
    assert not beside.left()


class Choking(Started):
    """Breaks down over one document, and over any batch that has it."""

    def call(self, data: bytes, options: Mapping[str, object], take: Callable[[bytes], T]) -> T:
        if POISON.encode() in data:
            os.kill(self.pid, signal.SIGKILL)
        return super().call(data, options, take)


POISON = "Nobody survives the reading of this."
POISONED = [*DOCUMENTS[:20], qa.Document(id="bad", source="bad.txt", text=POISON * 20), *DOCUMENTS[20:]]


@pytest.mark.parametrize("process", [Choking], indirect=True)
def test_a_document_that_kills_its_process_fails_alone(
    tmp_path: Path, beside: Beside, caplog: pytest.LogCaptureFixture
) -> None:
    with qa.Library() as library:
        with pytest.raises(qa.InvalidDocument, match=r"'bad\.txt' was read, but cannot be indexed: the process"):
            library.add(*POISONED)
        assert library.n_documents == 0
        told: list[int] = []
        with pytest.raises(qa.InvalidDocument, match=r"bad\.txt"):
            library.add_many(POISONED, told.append)
        assert library.n_documents == told[-1] == len(DOCUMENTS)
        assert library.check() == []
    assert not beside.left()
    messages = [record.getMessage() for record in caplog.records if record.name == "qa.preparing.parallel"]
    assert len(messages) <= 3  # one for each time that documents were added
    assert all("goes on, more slowly" in each for each in messages)
    for document in POISONED:
        (tmp_path / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    with qa.Library() as library:
        outcomes: list[qa.FileOutcome] = []
        ids = library.add_files(tmp_path, progress=outcomes.append)
        assert [Path(each.path).name for each in outcomes if each.change == "failed"] == ["bad.txt"]
        assert len(outcomes) == outcomes[-1].done == outcomes[-1].total == len(POISONED)
        assert len(ids) == library.n_documents == len(DOCUMENTS)
        (tmp_path / "bad.txt").write_text("It is mended.", encoding="utf-8")
        outcomes.clear()
        library.add_files(tmp_path, progress=outcomes.append)
        assert {each.change for each in outcomes} == {"added", "unchanged"}
        assert library.n_documents == len(POISONED)
    assert not beside.left()


@pytest.mark.parametrize("process", [Started], indirect=True)
def test_where_no_process_starts_documents_are_prepared_here(
    beside: Beside, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def start(job: Job) -> Process:
        raise WorkerUnavailable("There is no room for one more.")

    monkeypatch.setattr(parallel, "Process", start)
    with qa.Library() as library:
        assert library.add_many(DOCUMENTS * 2) == 2 * len(DOCUMENTS)
        assert library.n_documents == len(DOCUMENTS)
    told = [record.getMessage() for record in caplog.records if record.name == "qa.preparing.parallel"]
    assert {*told} == {"There is no room for one more. Indexing goes on, more slowly."}
