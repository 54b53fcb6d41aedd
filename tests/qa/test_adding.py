"""What is added one by one, in batches or from files is the same library, and a batch is kept as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa import adding as module
from qa.formats import reading
from tests.qa.strategies import documents, questions


def filled(given_: Sequence[qa.Document], *, batch: int) -> qa.Library:
    """Return a library to which documents were added in batches of so many at first."""
    library = qa.Library(passage_size=60)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_BATCH_ITEMS", batch)
        assert library.add_many(iter(given_)) == len(given_)
    return library


@given(st.lists(documents(), min_size=1, max_size=3), st.integers(1, 4), questions())
def test_to_add_many_is_the_same_as_to_add_one_by_one(
    additions: list[list[qa.Document]], batch: int, question: str
) -> None:
    given_ = [document for addition in additions for document in addition]  # ids come again
    one_by_one = qa.Library(passage_size=60)
    for document in given_:
        one_by_one.add(document)
    library = filled(given_, batch=batch)
    assert library.documents() == one_by_one.documents()
    assert [library.document(info.id) for info in library.documents()] == list(
        {document.id: document for document in sorted(given_, key=lambda each: each.id)}.values()
    )
    assert library.search(question) == one_by_one.search(question)
    assert library.ask(question) == one_by_one.ask(question)
    assert library.check() == []


def some(n: int) -> Iterator[qa.Document]:
    return (qa.Document(id=f"d{number:02d}", text=f"The museum opened in {1900 + number}.") for number in range(n))


def test_progress_is_told_after_each_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH_ITEMS", 2)
    library = qa.Library()
    told: list[tuple[int, int]] = []
    assert library.add_many(some(12), lambda done: told.append((done, len(library.documents())))) == 12
    assert told == [(2, 2), (6, 6), (12, 12)]
    assert library.add_many([], lambda done: told.append((done, 0))) == 0
    assert len(told) == 3


def test_what_came_before_an_error_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH_ITEMS", 2)

    def failing() -> Iterator[qa.Document]:
        yield from islice(some(9), 7)
        raise ValueError("no more")

    library = qa.Library()
    with pytest.raises(ValueError, match="no more"):
        library.add_many(failing())
    assert [info.id for info in library.documents()] == [document.id for document in some(6)]  # two, then four
    assert library.check() == []
    assert library.add_many(some(9)) == 9
    assert len(library.documents()) == 9


def test_a_batch_is_bounded_by_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH_CHARACTERS", 100)
    library, told = qa.Library(), list[int]()
    library.add_many(some(200), told.append)
    length = len(next(some(1)).text)
    assert max(after - before for before, after in zip([0, *told], told, strict=False)) * length <= 8 * 100 + length
    assert told[-1] == 200


def test_adding_again_replaces_or_skips(library: qa.Library, museum: qa.Document) -> None:
    assert library.add(museum) == ["museum"]
    assert library.add(qa.Document(id="museum", text="Closed.")) == ["museum"]
    assert library.document("museum").text == "Closed."
    assert library.add() == []


def test_a_changed_title_is_kept(library: qa.Library, museum: qa.Document) -> None:
    library.add(qa.Document(id="museum", text=museum.text, title="New"))
    assert library.document("museum").title == "New"
    library.add(qa.Document(id="museum", text=museum.text, title="New", headings=((0, 3),)))
    assert library.document("museum").headings == ((0, 3),)
    assert library.info("museum").title == "New"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "a.txt").write_text("The museum opens at nine.")
    (tmp_path / "sub" / "b.md").write_text("# Harbour\n\nShips leave.")
    (tmp_path / "sub" / "empty.txt").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden" / "c.txt").write_text("Not for you.")
    return tmp_path


def test_a_folder_is_added_and_bad_files_are_told(folder: Path) -> None:
    library = qa.Library()
    outcomes: list[qa.FileOutcome] = []
    ids = library.add_files(folder, progress=outcomes.append)
    assert [Path(outcome.path).name for outcome in outcomes] == ["a.txt", "b.md", "empty.txt"]
    assert [outcome.document_id for outcome in outcomes if outcome.error is None] == ids
    assert "holds no text" in (outcomes[2].error or "")
    assert [(outcome.done, outcome.total) for outcome in outcomes] == [(1, 3), (2, 3), (3, 3)]
    assert {info.title for info in library.documents()} == {"a.txt", "Harbour"}


def test_without_progress_the_error_comes_after_the_good_files(folder: Path) -> None:
    library = qa.Library()
    with pytest.raises(qa.EmptyDocument, match=r"empty\.txt"):
        library.add_files(folder)
    assert len(library.documents()) == 2


def test_globs_and_repeats(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = qa.Library()
    monkeypatch.chdir(folder)
    assert len(library.add_files(f"{folder}/**/*.md", folder / "a.txt", "a.txt")) == 2
    assert library.add_files("a.txt") == library.add_files(folder / "a.txt")
    assert len(library.documents()) == 2
    assert library.add_files(f"{folder}/*.nothing") == []


def test_a_named_file_of_another_kind_is_an_error(folder: Path) -> None:
    with pytest.raises(qa.UnsupportedFormat, match=r"picture\.png"):
        qa.Library().add_files(folder / "picture.png")
    with pytest.raises(qa.FileUnreadable, match="does not exist"):
        qa.Library().add_files(folder / "missing.txt")


def test_a_name_that_is_no_unicode_is_read(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text("The museum opens at nine.")
    except (OSError, UnicodeEncodeError):
        pytest.skip("This file system takes only Unicode names.")
    library = qa.Library()
    (name,) = library.add_files(tmp_path)
    assert library.document(name).title == "caf?.txt"


def test_a_file_whose_title_is_no_unicode_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The cat sat.")
    (tmp_path / "b.md").write_text('---\ntitle: "\\ud800"\n---\n\nThe dog ate.')
    (tmp_path / "c.txt").write_text("The bird flew.")
    library = qa.Library()
    assert len(library.add_files(tmp_path)) == 3


def test_progress_tells_of_a_document_only_once_it_is_in_the_library(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The {name} sat.")
    library = qa.Library()

    def there(outcome: qa.FileOutcome) -> None:
        library.document(outcome.document_id or "")

    assert len(library.add_files(tmp_path, progress=there)) == 3


def test_the_last_of_two_documents_with_one_id_is_kept_even_if_it_is_there_already() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text="Old."))
    library.add(qa.Document(id="a", text="New."), qa.Document(id="a", text="Old."))
    assert library.document("a").text == "Old."


def test_a_path_that_no_file_can_have_is_unreadable() -> None:
    for path in ("a" * 5_000, "a\0b"):
        with pytest.raises(qa.FileUnreadable):
            qa.Library().add_files(path)


def test_links_that_run_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("The cat sat.")
    for name in ("one", "two", "three"):
        (tmp_path / "sub" / name).symlink_to(tmp_path)
    for path in (tmp_path, f"{tmp_path}/**", f"{tmp_path}/**/*.txt", f"{tmp_path}/**/sub/**"):
        assert len(qa.Library().add_files(path)) == 1


@given(st.lists(st.integers(0, 30), max_size=60))
def test_batches_keep_the_order_and_what_each_holds_is_bounded(sizes: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_BATCH_CHARACTERS", 20)
        patched.setattr(module, "_BATCH_ITEMS", 3)
        batches = list(module._batches(iter(sizes), lambda size: size))
    assert [size for batch in batches for size in batch] == sizes
    assert all(batches)
    for batch in batches:
        assert sum(batch[:-1]) <= module._BATCH_GROWTH * 20
        assert len(batch) <= module._BATCH_ITEMS_GROWTH * 3


def test_what_a_folder_skips_is_told_beside_the_outcomes(folder: Path) -> None:
    library = qa.Library()
    outcomes: list[qa.FileOutcome] = []
    skipped: list[qa.SkippedFile] = []
    library.add_files(folder, progress=outcomes.append, skipped=skipped.append)
    assert skipped == [qa.SkippedFile(str(folder / "picture.png"), ".png", "Quoth does not read .png files")]
    assert len(outcomes) == outcomes[-1].total == 3


def test_without_a_retry_a_file_that_failed_is_read_once_it_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(*, retry: bool) -> dict[str, tuple[str, str | None]]:
        outcomes: list[qa.FileOutcome] = []
        library.add_files(folder, progress=outcomes.append, retry=retry)
        return {Path(each.path).name: (each.change, each.error) for each in outcomes}

    def look(*arguments: object, **options: object) -> qa.Document:
        read.append(str(options["name"]))
        return really(*arguments, **options)  # type: ignore[arg-type]

    read: list[str] = []
    really = reading._read
    monkeypatch.setattr(reading, "_read", look)
    library = qa.Library()
    first = add(retry=False)
    assert first["empty.txt"][0] == "failed"
    read.clear()
    again = add(retry=False)
    assert not read
    assert again["empty.txt"] == first["empty.txt"]
    assert add(retry=True)["empty.txt"] == first["empty.txt"]
    assert [Path(path).name for path in read] == ["empty.txt"]
    (folder / "sub" / "empty.txt").write_text("It is full.")
    assert add(retry=False)["empty.txt"] == ("added", None)
    (folder / "sub" / "empty.txt").write_text("")
    assert add(retry=False)["empty.txt"][0] == "failed"
    (folder / "sub" / "empty.txt").write_text("It is full.")
    assert add(retry=False)["empty.txt"] == ("unchanged", None)
