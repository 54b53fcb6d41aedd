"""Every error is of the tree that the module draws, says its message plainly, and can be caught as what it is."""

from __future__ import annotations

import re

import pytest

import qa
from qa import errors

NAMES = errors.__all__
ALSO = {"ValueError": ValueError, "KeyError": KeyError, "ImportError": ImportError}


def drawn() -> list[tuple[str, str, str]]:
    """Return each error that the docstring draws, with the one that it hangs from and what else it is."""
    tree: list[tuple[str, str, str]] = []
    above: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        branch = re.match(r"((?:│   |    )*)(?:├── |└── )(\w+)(.*)", line)
        if branch:
            depth = len(branch[1]) // 4 + 1
            also = re.search(r"also an? (\w+)", branch[3])
            tree.append((branch[2], above[depth - 1], also[1] if also else ""))
            above[depth:] = [branch[2]]
        elif line == "QuothError":
            above = [line]
    return tree


def test_the_tree_that_is_drawn_is_the_tree_that_there_is() -> None:
    assert sorted(name for name, *_ in drawn()) == sorted(set(NAMES) - {"QuothError"})
    for name, parent, also in drawn():
        bases = getattr(errors, name).__bases__
        assert bases == (getattr(errors, parent), *([ALSO[also]] if also else []))


def test_all_errors_are_public() -> None:
    assert set(NAMES) <= set(qa.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_a_message_is_printed_as_it_was_written(name: str) -> None:
    message = "The id is 'a': say another."
    assert str(getattr(errors, name)(message)) == message


def test_a_shard_that_does_not_answer_is_named() -> None:
    assert errors.ShardUnavailable("No answer.").places == ()
    assert errors.ShardUnavailable("No answer.", ("host:9000",)).places == ("host:9000",)


def test_an_error_without_a_message_prints_nothing() -> None:
    assert str(errors.DocumentNotFound()) == ""  # where KeyError would print the repr of what it has
