"""Words that mark a version."""

from __future__ import annotations

import pytest

from qa.quoting.versions.marks import ASKS_FORMER, NEWER, OLDER, REPLACED, REPLACES, UNFINISHED, VERSION


@pytest.mark.parametrize("text", ["old", "Rules (previous)", "alte Fassung", "ancienne", "antiguo", "vecchia", "旧版"])
def test_old(text: str) -> None:
    assert OLDER.search(text)
    assert not NEWER.search(text)


@pytest.mark.parametrize("text", ["new", "Rules, latest", "neue Fassung", "nouvelle", "nuevo", "nuova", "nowy", "最新"])
def test_new(text: str) -> None:
    assert NEWER.search(text)
    assert not OLDER.search(text)


@pytest.mark.parametrize("text", ["Newsletter", "Goldstück", "golden", "renew", "Altona", "bold"])
def test_marks_are_whole_words(text: str) -> None:
    assert not NEWER.search(text)
    assert not OLDER.search(text)
    assert not UNFINISHED.search(text)


@pytest.mark.parametrize(("text", "number"), [("v2", "2"), ("Version 2.10", "2.10"), ("rules 3.1", "3.1")])
def test_numbers_of_versions(text: str, number: str) -> None:
    match = VERSION.search(text)
    assert match
    assert match["number"] == number


def test_a_number_before_a_name_is_none() -> None:
    assert not VERSION.search("2.1 Scope")


def test_what_takes_the_place_of_another() -> None:
    assert REPLACES.search("This supersedes the rules of May.")
    assert not REPLACES.search("It was superseded by others.")
    assert REPLACED.search("It was superseded by others.")


def test_who_asks_how_it_was() -> None:
    assert ASKS_FORMER.search("What did the old list say?")
    assert ASKS_FORMER.search("Was war der bisherige Preis?")
    assert not ASKS_FORMER.search("How old must I be?")
    assert not ASKS_FORMER.search("Do I need a key before moving in?")
