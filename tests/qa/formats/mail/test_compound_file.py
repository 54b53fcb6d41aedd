"""Compound files: folders and streams of any size, and loops that end."""

from __future__ import annotations

import struct

import pytest

import qa
from qa.formats.mail.compound_file import open_compound
from tests.qa.formats.mail.compound_writer import write_compound


def test_streams_of_every_size_are_read_in_their_folders() -> None:
    streams = {
        str(size): bytes(range(256)) * (size // 256) + b"x" * (size % 256) for size in (0, 1, 64, 4_095, 4_096, 70_000)
    }
    folder = open_compound(write_compound({**streams, "inner": {"a": b"b", "deeper": {"c": b"d"}}}))
    assert folder.streams == streams
    assert folder.folders["inner"].streams == {"a": b"b"}
    assert folder.folders["inner"].folders["deeper"].streams == {"c": b"d"}


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    data = bytearray(write_compound({"a": b"x" * 9_000}))
    first_table = struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", data, (first_table + 1) * 512 + 4, 0)
    assert len(open_compound(bytes(data)).streams["a"]) == 9_000


@pytest.mark.parametrize("length", [0, 40, 600])
def test_a_file_that_is_cut_off_is_damaged(length: int) -> None:
    with pytest.raises(qa.FileDamaged, match="no whole"):
        open_compound(write_compound({"a": b"x"})[:length])


def test_folders_without_end_are_damaged() -> None:
    root: dict[str, object] = {"a": b"x"}
    for _ in range(80):
        root = {"f": root}
    with pytest.raises(qa.FileDamaged, match="deep"):
        open_compound(write_compound(root))  # type: ignore[arg-type]
