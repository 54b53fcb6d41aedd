"""Files compressed with gzip: read as the one inside, within limits."""

from __future__ import annotations

import contextlib
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats import compressed


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt.gz", b"The cat sat.", "The cat sat."),
        ("a.md.gz", b"# The *cat*", "The cat\n"),
        ("A.HTML.GZ", b"<p>The cat", "The cat\n\n"),
        ("a.txt", b"The cat sat.", "The cat sat."),
        ("page.gz", b"<!doctype html><p>The cat", "The cat\n\n"),
    ],
)
def test_a_compressed_file_is_read_by_the_one_inside(name: str, data: bytes, text: str) -> None:
    assert qa.read(gzip.compress(data), name=name).text == text


def test_compressed_files_of_a_known_kind_are_found_in_a_folder(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "b.tar.gz", "c.gz", "d.md"):
        (tmp_path / name).write_bytes(gzip.compress(b"The cat sat."))
    library = qa.Library()
    library.add_files(tmp_path)
    assert {document.title for document in library.documents()} == {"a.txt.gz", "d.md"}


@pytest.mark.parametrize("n_bytes", [20_000_000, 150_000_000])
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(n_bytes: int) -> None:
    with pytest.raises(qa.FileTooLarge, match=r"'a\.txt\.gz' has .* bytes and unpacks to more than"):
        qa.read(gzip.compress(b" " * n_bytes), name="a.txt.gz")


@given(st.binary(max_size=200), st.integers(0, 40))
def test_broken_compressed_files_are_typed_errors(noise: bytes, at: int) -> None:
    packed = gzip.compress(b"The cat sat on the mat and looked at the moon.")
    with contextlib.suppress(qa.ReadError):
        compressed.unpack(packed[:at] + noise + packed[at + len(noise) :], "a.gz")
