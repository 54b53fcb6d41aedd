"""Patterns find what compiled expressions find; they are compiled when used, or once a library is warm."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.text import lazy_regex as patterns
from qa.text.lazy_regex import Pattern


@given(st.text("ab1 \n"), st.integers(0, 5))
def test_a_pattern_finds_what_is_found_compiled(text: str, start: int) -> None:
    lazy, compiled = Pattern("A(b?)", regex.I), regex.compile("A(b?)", regex.I)
    for found, expected in ((lazy.search(text), compiled.search(text)), (lazy.match(text), compiled.match(text))):
        assert (found and found.span()) == (expected and expected.span())
    assert [m.span() for m in lazy.finditer(text, start)] == [m.span() for m in compiled.finditer(text, start)]
    assert lazy.findall(text) == compiled.findall(text)
    assert lazy.sub("-", text) == compiled.sub("-", text)


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    pattern = Pattern("a")
    assert "compiled" not in vars(pattern)
    assert pattern.search("a")
    assert "compiled" in vars(pattern)


def test_all_are_compiled_in_a_library_that_is_warm() -> None:
    pattern = Pattern("b")
    with qa.Library() as library:
        library.warm()
    assert "compiled" in vars(pattern)
    assert all("compiled" in vars(one) for one in patterns._made)


def test_a_part_of_a_text_is_matched() -> None:
    pattern = Pattern(r"b+")
    assert pattern.fullmatch("abbc", 1, 3)
    assert pattern.match("abbc", 1)
    assert not pattern.match("abbc")
    assert not pattern.search("abbc", 3)
    assert not pattern.search("aabb", 0, 2)
