"""Errors of a server: of the kind that says what to do, with the place, and without what may be secret."""

from __future__ import annotations

import pytest

import qa
from qa.index.clickhouse.connecting.failures import NOT_ITS_TURN, explain_code, explain_silence
from qa.index.clickhouse.connecting.url import parse_url

ADDRESS = parse_url("clickhouse://reader:s3cret@one/quoth?timeout=5")


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (516, qa.LibraryRefused, "does not let the user 'reader' in"),
        (279, qa.ShardUnavailable, "A shard of the library"),
        (NOT_ITS_TURN, qa.LibraryUnavailable, "Not all replicas"),
        (319, qa.LibraryUnavailable, "can only be read for now"),
        (81, qa.LibraryError, "Make one with: quoth init 'clickhouse://one:9000/quoth'"),
        (60, qa.LibraryError, "There is no library at"),
        (47, qa.LibraryError, "cannot be used, says one:9000: Unknown column (code 47)."),
    ],
)
def test_a_code_has_an_error_of_its_kind(code: int, kind: type[qa.QuothError], words: str) -> None:
    error = explain_code(ADDRESS, "one:9000", code, "DB::Exception: Unknown\n column. Stack trace: 0. main")
    assert type(error) is kind
    assert words in str(error)
    assert "s3cret" not in str(error)
    assert "Stack trace" not in str(error)


def test_a_shard_that_does_not_answer_is_named_once_and_three_at_the_most() -> None:
    said = "DB::Exception: (two:9001) timed out, two:9001 (three:9002, 10.0.0.4:9003) four:9004 DB::1:22 refused"
    error = explain_code(ADDRESS, "one:9000", 279, said)
    assert isinstance(error, qa.ShardUnavailable)
    assert error.places == ("two:9001", "three:9002", "10.0.0.4:9003")
    assert "The shard at two:9001 or three:9002 or 10.0.0.4:9003" in str(error)


def test_words_of_a_server_are_cut() -> None:
    assert len(str(explain_code(ADDRESS, "one:9000", 1, "x" * 10_000))) < 400


@pytest.mark.parametrize(
    ("problem", "kind", "words"),
    [
        (TimeoutError("timed out"), qa.LibraryUnavailable, "does not answer (TimeoutError, within 5 s)"),
        (EOFError(), qa.LibraryUnavailable, "Check that it runs and can be reached."),
        (OSError("[SSL: WRONG_VERSION_NUMBER] wrong version"), qa.LibraryUnavailable, "does not speak TLS there"),
        (
            OSError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed. (_ssl.c:1006)"),
            qa.LibraryError,
            "cannot be trusted: certificate verify failed: self-signed. Give",
        ),
    ],
    ids=["time", "end", "no TLS", "certificate"],
)
def test_silence_has_a_reason(problem: Exception, kind: type[qa.QuothError], words: str) -> None:
    error = explain_silence(ADDRESS, "one:9000", problem)
    assert type(error) is kind
    assert words in str(error)
    assert str(error).startswith("The server one:9000 of the library 'clickhouse://one:9000/quoth'")
