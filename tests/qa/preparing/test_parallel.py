"""What other processes make of documents is what this one makes of them, whatever becomes of the processes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing import parallel as preparers
from qa.preparing import wire as lots
from qa.preparing.parallel import Preparer
from qa.preparing.prepare import Prepared, prepare
from qa.preparing.wire import Answering, request_for, taken
from qa.processes.pool import Process
from qa.text.unicode import without_surrogates
from tests.qa.oracle import LANGUAGES, WORDS

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

    def __init__(self, *, memory: int, work: str) -> None:
        super().__init__(memory=memory, work=work)
        self.pids.append(self.pid)


class Dying(Started):
    """Is ended by someone as soon as it has answered twice."""

    asked = 0

    def answer(self, request: bytes) -> bytes:
        self.asked += 1
        if self.asked > 2:
            os.kill(self.pid, signal.SIGKILL)
        return super().answer(request)


class Beside:
    """Which documents were prepared by other processes, and the numbers of these."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.pids: list[int] = []

    def left(self) -> list[int]:
        """Those that are still there."""
        found = []
        for pid in self.pids:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                continue
            found.append(pid)
        return found


@pytest.fixture(params=[Started, Dying])
def process(request: pytest.FixtureRequest) -> type[Started]:
    kind: type[Started] = request.param
    return kind


@pytest.fixture
def beside(process: type[Started], monkeypatch: pytest.MonkeyPatch) -> Beside:
    """A little text is much, and there are two processors."""
    found = Beside()

    def noted(answer: bytes, documents: Sequence[qa.Document]) -> list[Prepared]:
        found.ids += [document.id for document in documents]
        return taken(answer, documents)

    monkeypatch.setattr(process, "pids", found.pids, raising=False)
    monkeypatch.setattr(preparers, "Process", process)
    monkeypatch.setattr(preparers, "taken", noted)
    monkeypatch.setattr(preparers, "n_processors", lambda: 2)
    monkeypatch.setattr(preparers, "_MUCH", 5_000)
    monkeypatch.setattr(preparers, "_LOT", 3_000)
    monkeypatch.setattr(preparers, "_AHEAD", 10_000)
    return found


def contents(folder: Path) -> list[object]:
    """All that a library holds, but for names and times."""
    with closing(sqlite3.connect(folder / "library.sqlite")) as database:
        documents = [row[:11] + row[12:] for row in database.execute("SELECT * FROM documents ORDER BY revision")]
        passages = database.execute("SELECT * FROM passages ORDER BY revision, ordinal").fetchall()
    segments = sorted(path.read_bytes() for path in (folder / "segments").iterdir())
    return [documents, passages, segments]


def spelt(prepared: Sequence[Prepared]) -> Iterator[tuple[object, ...]]:
    """What is known of documents, with terms by name."""
    for made in prepared:
        names, terms = made.terms.names, made.terms
        words, pairs = ([names[place] for place in places.tolist()] for places in (terms.words, terms.pairs))
        yield made.document, list(made.places), words, terms.lengths.tolist(), pairs, terms.pair_rows.tolist()


def test_a_library_is_the_same_byte_for_byte(tmp_path: Path, beside: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    with qa.Library(tmp_path / "many", passage_size=80) as library:
        library.add(*DOCUMENTS)
        assert library.check() == []
        answer = library.ask("When did the museum open?", min_confidence=0.0)
    assert beside.ids
    assert not beside.left()
    monkeypatch.setattr(preparers, "n_processors", lambda: 1)
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
        monkeypatch.setattr(preparers, "n_processors", lambda: 1)
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

    with closing(Preparer(100).ahead(documents(), lambda document: document)) as found:
        assert next(found)[1] is None
        assert any(made for _, made in islice(found, 15))
        assert beside.left()
    assert not beside.left()
    with (
        closing(Preparer(100).ahead(documents(), lambda document: document)) as found,
        pytest.raises(KeyboardInterrupt),
    ):
        list(found)
    assert not beside.left()


texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=9), max_size=20).map(" ".join).map(without_surrogates)
documents_ = st.lists(st.builds(qa.Document, text=texts, language=st.sampled_from(LANGUAGES)), max_size=5)


@given(st.lists(documents_, min_size=1, max_size=3), st.integers(1, 60))
def test_an_answer_says_what_preparing_gives(given_: list[list[qa.Document]], size: int) -> None:
    answering = Answering()
    for documents in given_:
        made = taken(answering.answer(request_for(documents, size)), documents)
        assert list(spelt(made)) == list(spelt(prepare(documents, size=size)))
        for one in made:
            passages = qa.split(one.document, size=size)
            assert [json.loads(place.sentences) for place in one.places] == [
                [list(sentence) for sentence in passage.sentences] for passage in passages
            ]


@given(st.data())
def test_an_answer_that_cannot_be_true_is_refused_or_harmless(data: st.DataObject) -> None:
    documents = [qa.Document(text="The museum. 多少钱", language="zh"), qa.Document(text="A harbour.")]
    answer = bytearray(Answering().answer(request_for(documents, 12)))
    for place in data.draw(st.lists(st.integers(0, len(answer) - 1), min_size=1, max_size=3)):
        answer[place] = data.draw(st.integers(0, 255))
    try:
        made = lots.taken(bytes(answer), documents)
    except (ValueError, TypeError, RecursionError, OverflowError):
        return
    for one in made:
        assert "".join(one.document.text[place.start : place.end] for place in one.places) == one.document.text
        for found in one.places:
            edges = [edge for sentence in json.loads(found.sentences) for edge in sentence]
            assert edges == sorted(edges)
            assert all(found.start <= edge <= found.end for edge in edges)
    assert len(list(spelt(made))) == len(documents)


@pytest.mark.parametrize(
    "sentences", ["[[3, 2]]", "[[0, 4], [3, 5]]", "[[0, 99]]", "[[00, 2]]", "[[0]]", "[", "[[0, 2],[3, 4]]"]
)
def test_sentences_out_of_place_are_refused(sentences: str) -> None:
    documents = [qa.Document(text="The museum."), qa.Document(text="A harbour.")]
    answer = Answering().answer(request_for(documents, 50))
    assert answer.count(b'"[[0, 10]]"') == 1
    with pytest.raises(ValueError, match="sentences"):
        taken(answer.replace(b'"[[0, 10]]"', json.dumps(sentences).encode()), documents)


def test_a_process_that_fails_is_told_of_once(
    beside: Beside, process: type[Started], caplog: pytest.LogCaptureFixture
) -> None:
    with qa.Library() as library:
        library.add_many(DOCUMENTS * 2)
    told = [record.getMessage() for record in caplog.records if record.name == "qa.preparing.parallel"]
    assert bool(told) == (process is Dying)
    assert len(told) <= 1
    assert all("goes on, more slowly" in each for each in told)
    assert not beside.left()
