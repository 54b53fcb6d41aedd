"""The fuzzer itself: each format has seeds that are read, its files depend on their numbers, and it finds faults."""

from __future__ import annotations

from pathlib import Path

import pytest

import qa
from qa.formats.extract import FORMATS
from tests.fuzz import readers
from tests.fuzz.mutations import MAX_BYTES
from tests.fuzz.readers import check_document, fuzz, main, make_case
from tests.fuzz.seeds import Seed, make_seeds

SEEDS = make_seeds()


def test_each_registered_format_has_a_seed() -> None:
    assert list(SEEDS) == list(FORMATS)


@pytest.mark.parametrize("seed", [seed for seeds in SEEDS.values() for seed in seeds], ids=lambda seed: seed.name)
def test_seeds_are_whole(seed: Seed) -> None:
    document = qa.read(seed.data, name=seed.name)
    assert check_document(document) is None
    assert any(word in document.text for word in ("fee", "Fee", "14"))


def test_a_file_depends_on_its_numbers_alone() -> None:
    cases = [make_case(SEEDS, 1, number) for number in range(60)]
    assert cases == [make_case(make_seeds(), 1, number) for number in range(60)]
    assert cases != [make_case(SEEDS, 2, number) for number in range(60)]
    assert all(len(case.data) <= MAX_BYTES for case in cases)


def test_no_file_of_some_breaks_a_promise(tmp_path: Path) -> None:
    tally = fuzz(7, seconds=600.0, n_cases=6 * len(FORMATS), keep=tmp_path)
    assert tally.n_cases == tally.outcomes.total() == 6 * len(FORMATS)
    assert tally.faults == []


def test_faults_are_found_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = [ValueError("no error of ours"), qa.InvalidDocument("Heading [3, 1)"), qa.FileDamaged("It broke down.")]

    def read(data: bytes, *, name: str) -> qa.Document:
        if errors:
            raise errors.pop()
        return qa.Document(text="Fees.", headings=((0, 5),))

    monkeypatch.setattr(qa, "read", read)
    assert main(["--cases", "5", "--keep", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert told.count("FAULT") == 2
    assert "it raised ValueError: no error of ours" in told
    assert "      1  FileDamaged, its worker broke down" in told
    assert len(list(tmp_path.iterdir())) == 3
    assert main(["--case", "4", "--keep", str(tmp_path)]) == 0
    monkeypatch.setattr(readers, "check_document", lambda _: "its passages do not tile its text")
    assert main(["--case", "4", "--keep", str(tmp_path)]) == 1


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        (qa.Document(text=" \n"), "no text"),
        (qa.Document(text="Fees.", notices=("",)), "an empty one"),
        (qa.Document(text="Fees. ", headings=((5, 6),)), "heading without text"),
        (qa.Document(text="Fees.", notices=("Page 3 has no text.",), headings=((0, 5),)), None),
    ],
)
def test_a_document_that_breaks_a_promise_is_told(document: qa.Document, fault: str | None) -> None:
    told = check_document(document)
    assert told is None if fault is None else fault in (told or "")
