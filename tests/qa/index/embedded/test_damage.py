"""A damaged database gives right answers or a LibraryError that says so: no other error, and no endless work."""

from __future__ import annotations

import logging
import random
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

import qa

TEXT = "\n\n".join(
    f"The {colour} pump number {number} weighs {number + 3} kilograms and stands in the {colour} hall."
    for number in range(30)
    for colour in ("red", "blue", "green")
)
QUESTION = "How much does the red pump number 7 weigh?"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "library"
    with qa.Library(folder) as library:
        for number in range(8):
            library.add(
                qa.Document(id=f"d{number}", text=TEXT.replace("pump", f"pump{number}"), title=f"Pump {number}")
            )
        library.add(qa.Document(id="red", text=TEXT, title="Pumps"))
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / "library")


def ask(library: qa.Library) -> None:
    for quote in library.ask(QUESTION).quotes:
        assert library.document(quote.document_id).text[quote.start : quote.end] == quote.text


USES: dict[str, Callable[[qa.Library], object]] = {
    "ask": ask,
    "list": lambda library: (library.documents(), library.listed("pump"), library.feedback(), library.calibration),
    "read": lambda library: [library.document(info.id) for info in library.documents()],
    "add": lambda library: library.add(qa.Document(id="new", text="A new valve is blue.")),
    "replace": lambda library: library.add(qa.Document(id="d3", text="A new valve is blue.")),
    "remove": lambda library: library.remove("d3"),
    "compact": qa.Library.compact,
    "check": qa.Library.check,
}


@pytest.mark.parametrize("sql", [
    "DELETE FROM passages WHERE ordinal = 0",
    "DELETE FROM passages WHERE ordinal > 0",
    "UPDATE passages SET revision = revision + 100",
    "UPDATE passages SET text = text || text",
    "UPDATE passages SET sentences = '[[0, 99999]]'",
    "UPDATE passages SET sentences = '[[5, 2]]'",
    "UPDATE passages SET sentences = ''",
    "UPDATE passages SET text = x'ff'",
    "UPDATE passages SET start = 'x'",
    "UPDATE documents SET notices = 'x'",
    "UPDATE documents SET id = id || 'x'",
    "DELETE FROM meta",
])  # fmt: skip
def test_a_question_to_damaged_rows_ends(folder: Path, sql: str, caplog: pytest.LogCaptureFixture) -> None:
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(sql)
        connection.commit()
    caplog.set_level(logging.WARNING)
    with qa.Library(folder) as library:
        for _ in range(3):
            try:
                ask(library)
            except qa.LibraryError as exc:
                assert re.search("is damaged: .* `quoth check` says", str(exc))  # noqa: PT017 - or the answer is right
    assert len(caplog.records) <= 4  # what is missing is missing however often it is looked for


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("junk", [b"\0", b"\xff", b""])
def test_damaged_pages_are_a_library_error_at_worst(whole: Path, tmp_path: Path, use: str, junk: bytes) -> None:
    data = (whole / "library.sqlite").read_bytes()
    rng = random.Random(use)  # noqa: S311
    places = [*range(0, len(data), len(data) // 7 // 512 * 512 + 512)]
    for number, start in enumerate([0, 512, 4096 - 512, 4096, *places]):
        end = min(len(data), start + 512)
        folder = shutil.copytree(whole, tmp_path / str(number))
        other = junk * 512 or rng.randbytes(512)
        (folder / "library.sqlite").write_bytes(data[:start] + other[: end - start] + data[end:])
        with suppress(qa.LibraryError), qa.Library(folder) as library:
            USES[use](library)
