"""OpenDocument files, read as their readers see them."""

from __future__ import annotations

import contextlib
import random

import pytest

import qa
from qa.formats.opendocument.document import read_opendocument
from tests.qa.office import zipped
from tests.qa.opendocument import flat, opendocument, text_style

TEXT = '<text:h text:outline-level="1">Rules</text:h><text:p>The pool opens at nine.</text:p>'
SHEET = '<table:table table:name="Fees"><table:table-row><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row></table:table>'  # noqa: E501
SLIDE = '<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Pools</text:p></draw:text-box></draw:frame></draw:page>'  # noqa: E501
BODIES = {"text": TEXT, "spreadsheet": SHEET, "presentation": SLIDE}


@pytest.mark.parametrize(
    ("kind", "text"),
    [("text", "Rules\n\nThe pool opens at nine.\n"), ("spreadsheet", "Fees\n\n7\n"), ("presentation", "Pools\n")],
)
def test_each_kind_is_read_from_a_zip_or_one_piece_of_xml(kind: str, text: str) -> None:
    for data in (opendocument(kind, BODIES[kind]), flat(kind, BODIES[kind])):
        document = qa.read(data, name="a.bin")
        assert (document.text, document.media_type) == (text, f"application/vnd.oasis.opendocument.{kind}")


def test_the_title_is_stated_or_else_that_of_the_text() -> None:
    assert read_opendocument(opendocument("text", TEXT, title="Pool rules")).title == "Pool rules"
    assert read_opendocument(opendocument("text", TEXT)).title == "Rules"
    titled = '<text:p text:style-name="Title">Our pool</text:p>' + TEXT
    styles = text_style("Title", "", family="paragraph")
    assert read_opendocument(opendocument("text", titled, styles=styles)).title == "Our pool"


def test_comments_are_said_and_not_read() -> None:
    body = "<text:p>Nine<office:annotation><text:p>Ten?</text:p></office:annotation> o'clock.</text:p>"
    content = read_opendocument(opendocument("text", body))
    assert (content.text, content.notices) == ("Nine o'clock.\n", ("1 comment was left out.",))


def test_other_kinds_and_broken_files_are_refused() -> None:
    with pytest.raises(qa.UnsupportedFormat, match=r"an OpenDocument chart.*save it as \.odt"):
        read_opendocument(flat("chart", "<chart:chart/>"))
    with pytest.raises(qa.FileDamaged, match="no content"):
        read_opendocument(zipped({"meta.xml": "<a/>"}))
    manifest = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(qa.PasswordNeeded, match="without a password"):
        read_opendocument(opendocument("text", TEXT, parts={"META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_broken_bytes_give_a_text_or_a_typed_error(kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311
    for data in (opendocument(kind, BODIES[kind]), flat(kind, BODIES[kind])):
        for _ in range(60):
            broken = bytearray(data[: chance.choice([len(data), chance.randrange(1, len(data))])])
            for _ in range(chance.randrange(4)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            with contextlib.suppress(qa.ReadError):
                read_opendocument(bytes(broken))
