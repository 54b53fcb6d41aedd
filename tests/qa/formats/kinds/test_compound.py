"""Compound files and what is in them."""

from __future__ import annotations

import random

import pytest

from qa.formats.kinds.compound import find_kind_of_compound, find_streams, is_compound
from tests.qa.compound import compound


@pytest.mark.parametrize(
    ("streams", "what"),
    [
        (("WordDocument", "1Table"), "a Word 97–2003 document"),
        (("PowerPoint Document", "Current User"), "a PowerPoint 97–2003 presentation"),
        (("Workbook",), "an Excel 97–2003 workbook"),
        (("EncryptionInfo", "EncryptedPackage"), "an encrypted Office file, which a password protects"),
        (("__properties_version1.0",), "an Outlook message"),
        (("VisioDocument",), "a Visio drawing"),
        (("Other",), "a file of Office before 2007 or of another older program"),
    ],
)
def test_a_compound_file_is_what_its_streams_say(streams: tuple[str, ...], what: str) -> None:
    data = compound(dict.fromkeys(streams, b"x" * 5_000))
    assert is_compound(data)
    assert set(find_streams(data)) == {"Root Entry", *streams}
    assert find_kind_of_compound(data).what == what


def test_many_streams_fill_several_sectors() -> None:
    names = [f"Stream {n}" for n in range(30)]
    assert list(find_streams(compound({**dict.fromkeys(names, b"x" * 10), "WordDocument": b""})))[1:31] == names


def test_broken_bytes_say_something_or_nothing() -> None:
    data = compound({"WordDocument": b"x" * 5_000})
    chance = random.Random(5)  # noqa: S311
    for _ in range(300):
        broken = bytearray(data[: chance.randrange(8, len(data))])
        for _ in range(chance.randrange(5)):
            broken[chance.randrange(8, len(broken))] = chance.randrange(256)
        assert find_kind_of_compound(bytes(broken)).what
    assert list(find_streams(b"")) == []
