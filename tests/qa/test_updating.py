"""A library of an earlier version is brought up to date: from files that are as they were, else from its texts."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import qa
from qa.boxes.box import NO_BOXES
from tests.qa.earlier import make_format_4
from tests.qa.pdfs import drawn, lines, sentence


def draw(text: str) -> bytes:
    return drawn(lambda canvas: lines(canvas, text[:80], text[80:]))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with files: two PDFs and a text."""
    folder = tmp_path / "files"
    folder.mkdir()
    for number, name in enumerate(("bridge.pdf", "lantern.pdf")):
        (folder / name).write_bytes(draw(sentence(number)))
    (folder / "harbour.txt").write_text("The harbour was built in 1204. It is deep.\n")
    return folder


@pytest.fixture
def earlier(tmp_path: Path, files: Path) -> Path:
    """A library of an earlier version, of these files, of a PDF that was uploaded, and of a text."""
    folder = tmp_path / "library"
    upload = draw(sentence(2))
    with qa.Library(folder) as library:
        library.add_files(files)
        uploaded = qa.read(upload, name="upload.pdf")
        library.add(uploaded, originals={uploaded.id: upload})
        library.add(qa.Document(id="note", text="The orchard gave forty apples. They were sold."))
    make_format_4(folder)
    return folder


def places(library: qa.Library) -> dict[str, int]:
    """Return how many boxes each document has, by the name of its source."""
    infos = library.documents()
    return {
        Path(info.source or info.id).name: len(library.boxes(qa.Span(info.id, 0, info.n_characters))) for info in infos
    }


def test_what_can_be_read_again_is_and_the_rest_stays(
    earlier: Path, files: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (files / "lantern.pdf").write_bytes(draw("Another text stands here now."))
    outcomes: list[qa.FileOutcome] = []
    with qa.Library(earlier, update=False) as library:
        before = {info.id: library.document(info.id).text for info in library.documents()}
        assert places(library) == {"bridge.pdf": 0, "lantern.pdf": 0, "harbour.txt": 0, "upload.pdf": 0, "note": 0}
        assert library.n_outdated == 5
        done = library.update(outcomes.append)
        assert (done.n_read, done.n_prepared) == (3, 2)
        assert [Path(name).name for name in done.left] == ["lantern.pdf"]
        assert [(outcome.done, outcome.total) for outcome in outcomes] == [(n, 5) for n in range(1, 6)]
        assert sorted((Path(each.path).name, each.change) for each in outcomes) == [
            *(("bridge.pdf", "replaced"), ("harbour.txt", "replaced"), ("lantern.pdf", "unchanged")),
            *(("note", "unchanged"), ("upload.pdf", "replaced")),
        ]
        assert places(library) == {"bridge.pdf": 2, "lantern.pdf": 0, "harbour.txt": 0, "upload.pdf": 2, "note": 0}
        assert {info.id: library.document(info.id).text for info in library.documents()} == before
        assert {Path(info.source).name: info.notices for info in library.documents() if info.notices} == {
            "lantern.pdf": (NO_BOXES,)
        }
        assert {info.added[:4] for info in library.documents()} == {"2020"}
        (quote,) = library.ask("How many apples did the orchard give?", min_confidence=0, max_quotes=1).quotes
        assert quote.text == "The orchard gave forty apples."
        assert library.original(next(info.id for info in library.documents() if info.source == "upload.pdf"))
        assert library.check() == []
        assert library.n_outdated == 0
        assert library.update().n_read == library.update().n_prepared == 0
    with caplog.at_level(logging.INFO), qa.Library(earlier):
        assert not caplog.records


def test_a_library_is_brought_up_to_date_as_it_is_opened(earlier: Path, caplog: pytest.LogCaptureFixture) -> None:
    with qa.Library(earlier) as library:
        assert library.n_outdated == 0
        assert sum(map(bool, places(library).values())) == 3
        assert library.check() == []
    assert [record.message.partition(" in ")[0] for record in caplog.records if record.name == "qa.library"] == [
        "Bringing 5 documents of an earlier version of Quoth up to date.",
        "Brought 5 documents up to date",
    ]


def test_a_folder_that_is_added_again_afterwards_is_not_read_again(earlier: Path, files: Path) -> None:
    outcomes: list[qa.FileOutcome] = []
    with qa.Library(earlier) as library:
        library.add_files(files, progress=outcomes.append)
    assert {outcome.change for outcome in outcomes} == {"unchanged"}


def test_a_folder_that_is_added_again_instead_is_read_again(earlier: Path, files: Path) -> None:
    outcomes: list[qa.FileOutcome] = []
    with qa.Library(earlier, update=False) as library:
        library.add_files(files, progress=outcomes.append)
        assert library.n_outdated == 3  # the text gave the same document
    assert sorted(outcome.change for outcome in outcomes) == ["replaced", "replaced", "unchanged"]


def test_who_is_broken_off_goes_on_with_the_rest(earlier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.updating._BATCH_DOCUMENTS", 2)

    def stop(outcome: qa.FileOutcome) -> None:
        if outcome.done == 2:
            raise KeyboardInterrupt

    with qa.Library(earlier, update=False) as library, pytest.raises(KeyboardInterrupt):
        library.update(stop)
    with qa.Library(earlier, update=False) as library:
        assert library.n_outdated == 3
        assert library.update().n_read >= 1
        assert library.n_outdated == 0
        assert sum(map(bool, places(library).values())) == 3
        assert library.check() == []


def test_terms_of_an_earlier_version_are_made_again_whoever_opens_the_library(earlier: Path) -> None:
    with qa.Library(earlier, update=False) as library:
        assert [hit.passage.document_id for hit in library.search("apples")] == ["note"]
        assert library.check() == []
    with closing(sqlite3.connect(earlier / "library.sqlite")) as connection:
        connection.execute("UPDATE meta SET value = 99 WHERE key = 'prepared'")
        connection.commit()
    with pytest.raises(qa.UnsupportedVersion, match="was prepared by version 99"):
        qa.Library(earlier)


def test_a_library_of_this_version_has_nothing_to_bring_up_to_date(tmp_path: Path) -> None:
    for library in (qa.Library(), qa.Library(tmp_path)):
        with library:
            library.add(qa.Document(text="The orchard gave forty apples."))
            assert library.n_outdated == 0
            assert library.update().n_prepared == 0
