"""Text from outside stays text: whatever is in it, the engine gives it back and does nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.clickhouse import parse_url
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.sql import write_literal, write_numbers

HOSTILE = ["'", "\\", "\\'", "'; DROP TABLE documents --", "\x00\n\r\t", "é 多少 🙂", "%_", "/* */", "`", "{a:String}"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_in_a_text_ends_the_literal(text: str) -> None:
    literal = write_literal(text)
    inner = re.fullmatch(r"'((?:[^\\'\x00-\x1f]|\\x[0-9a-f]{2})*)'", literal)
    assert inner
    assert re.sub(r"\\x(..)", lambda match: chr(int(match[1], 16)), inner[1]) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_to_the_last_bit(number: float) -> None:
    assert float(write_literal(number)) == number


def test_sequences_are_arrays() -> None:
    assert write_literal(["a", "it's"]) == r"['a', 'it\x27s']"
    assert write_literal([]) == "[]"
    assert write_numbers(iter([3, 1])) == "3, 1"
    assert write_numbers([]) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_the_engine_reads_what_was_written(new_library: Callable[..., str], text: str) -> None:
    address = parse_url(new_library(cluster=False))
    with closing(Connection(address, *address.hosts[0])) as connection:
        assert connection.rows(f"SELECT {write_literal(text)}, {write_literal([text])}") == [
            (text.encode(), [text.encode()])
        ]
