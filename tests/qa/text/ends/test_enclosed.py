"""What quotation marks and brackets enclose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.ends.enclosed import LONGEST, find_enclosed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He (it was late. So) left.", ["(it was late. So)"]),
        ("„Komm. Jetzt“, sagte er.", ["„Komm. Jetzt“"]),
        ("”Kom. Nu”, sa han.", ["”Kom. Nu”"]),
        ("»Komm. Jetzt«, sagte er.", ["»Komm. Jetzt«"]),
        ("« Viens. Vite », dit-il.", ["« Viens. Vite »"]),
        ('A 5" pipe and "two. Or" more', ['"two. Or"']),
        ("Don’t say ‘no. Never’ to Ann’s.", ["‘no. Never’"]),
        ("彼は「行く。来る。」と言った。《你好！》", ["「行く。来る。」", "《你好！》"]),
        ("(a (b. c) d) e", ["(a (b. c) d)"]),
        ("1) one. 2) two (", []),
        ('say "open. Then', []),
    ],
)
def test_what_is_enclosed(text: str, parts: list[str]) -> None:
    assert [text[start : end + 1] for start, end in find_enclosed(text)] == parts


def test_what_runs_on_for_long_is_not_enclosed() -> None:
    assert find_enclosed("(" + "a" * LONGEST + ")") == []
    assert find_enclosed("(" + "a" * (LONGEST - 1) + ")") == [(0, LONGEST)]


@given(st.text(alphabet='()[]“”„«»‘’"「」 ab.', max_size=200))
def test_parts_are_in_order_and_apart(text: str) -> None:
    parts = find_enclosed(text)
    assert all(start < end < len(text) for start, end in parts)
    assert all(end < start for (_, end), (start, _) in pairwise(parts))
