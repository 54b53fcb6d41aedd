"""What the library refuses before anything is looked up, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import qa


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda library: library.ask("x", k=0), "k is 0: it must be a whole number from 1"),
        (lambda library: library.ask("x", max_quotes=21), "max_quotes is 21"),
        (lambda library: library.ask("x", min_confidence=1.1), "min_confidence is 1.1"),
        (lambda library: library.ask("x", min_confidence=float("nan")), "min_confidence is nan"),
        (lambda library: library.ask("x", k=2.5), "k is 2.5"),
        (lambda library: library.search("x", k=10**6), "k is 1000000"),
        (lambda library: qa.Library(passage_size=0), "passage size is 0"),
    ],
)
def test_options_out_of_range_are_refused(
    library: qa.Library, call: Callable[[qa.Library], object], message: str
) -> None:
    with pytest.raises(qa.InvalidOption, match=message):
        call(library)


def test_a_question_over_the_limit_is_refused(library: qa.Library) -> None:
    for ask in (library.ask, library.search, library.examine):
        with pytest.raises(qa.QuestionTooLong, match=r"100,000 characters; the limit is 4,000"):
            ask("x" * 100_000)


def test_a_library_says_where_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert qa.Library().folder is None
    with qa.Library("mine") as library:
        assert library.folder == tmp_path / "mine"
