"""What a size of a benchmark knows of itself."""

from __future__ import annotations

from eval.bench.records import Size


def test_the_limit_is_what_reading_the_postings_takes() -> None:
    assert Size(10, 100, 1, (), bandwidth=1e9, touched_bytes=2e6).limit_ms == 2.0
    assert Size(10, 100, 1, (), bandwidth=None, touched_bytes=None).limit_ms is None
