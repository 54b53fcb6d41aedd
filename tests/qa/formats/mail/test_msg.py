"""Outlook's messages: header lines, the text in whichever format, what is attached, meetings, and what is sealed."""

from __future__ import annotations

import contextlib
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.mail.msg import read_msg
from qa.formats.writing.content import Content
from tests.qa.formats.mail.compound_writer import Folder, write_compound, write_item

SENT = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
HEAD = {0x001A: "IPM.Note", 0x0037: "Roof repair", 0x0C1A: "Mia Lund", 0x5D01: "mia@example.org", 0x0E04: "Ole"}
LINES = (
    "From: Mia Lund <mia@example.org>\n\nTo: Ole\n\nDate: Tue, 05 Mar 2024 09:30:00 +0000\n\nSubject: Roof repair\n\n"
)


def read(texts: dict[int, str | bytes], folders: Folder | None = None, **further: object) -> Content:
    item = write_item({**HEAD, **texts}, times={0x0039: SENT}, folders=folders, **further)  # type: ignore[arg-type]
    return read_msg(write_compound(item))


def text_of(texts: dict[int, str | bytes], folders: Folder | None = None, **further: object) -> str:
    text = read(texts, folders, **further).text
    assert text.startswith(LINES)
    return text.removeprefix(LINES).rstrip("\n")


def attach(name: str, content: bytes | Folder, **further: str) -> Folder:
    texts: dict[int, str | bytes] = {0x3707: name}
    if further.get("id"):
        texts |= {0x3712: further["id"], 0x370E: "image/png"}
    if isinstance(content, bytes):
        return write_item({**texts, 0x3701: content}, n_header=8)
    return {**write_item(texts, n_header=8), "__substg1.0_3701000D": content}


def test_a_message_is_read_with_its_header_lines() -> None:
    content = read({0x1000: "The roof is repaired in May.\r\nIt costs 4,000 euros.\r\n"})
    assert content.text == LINES + "The roof is repaired in May.\nIt costs 4,000 euros.\n"
    assert content.title == "Roof repair"
    assert content.notices == ()


def test_recipients_are_told_by_name_and_address() -> None:
    folders = {
        f"__recip_version1.0_#0000000{number}": write_item(
            {0x3001: name, 0x39FE: address}, numbers={0x0C15: kind}, n_header=8
        )
        for number, (name, address, kind) in enumerate(
            [("Ole", "ole@example.org", 1), ("eva@example.org", "eva@example.org", 1), ("Ines", "/O=EX/CN=INES", 2)]
        )
    }
    text = read({0x1000: "x"}, folders).text
    assert "To: Ole <ole@example.org>, eva@example.org\n\nCc: Ines\n" in text


def test_the_date_is_that_of_the_headers_where_there_are_any() -> None:
    text = read({0x1000: "x", 0x007D: "Received: a\r\nDate: Tue, 5 Mar 2024 10:30:00 +0100\r\n\r\n"}).text
    assert "Date: Tue, 5 Mar 2024 10:30:00 +0100\n" in text


@pytest.mark.parametrize("size", [1, 3_000])
def test_long_and_short_texts_are_read_whole(size: int) -> None:
    assert text_of({0x1000: "The roof. " * size}).count("The roof.") == size


@pytest.mark.parametrize(
    ("numbers", "narrow", "body"),
    [
        ({0x3FFD: 1250}, "cp1250", "Střecha se opraví v květnu."),
        ({0x3FF1: 0x0419}, "cp1251", "Крыша"),
        ({0x3FF1: 0x0404}, "cp950", "屋頂"),
        ({}, "koi8-r", "Крышу чинят в мае, это стоит сто рублей."),
    ],
)
def test_texts_in_a_code_page_are_read(numbers: dict[int, int], narrow: str, body: str) -> None:
    item = write_item({0x0037: "x", 0x1000: body}, numbers=numbers, narrow=narrow)
    assert read_msg(write_compound(item)).text == f"Subject: x\n\n{body}\n"


def test_the_page_is_read_where_the_plain_text_is_empty_or_a_stub() -> None:
    page = "<html><body><p>The roof is repaired in M\u00e4rz, says the board.</p></body></html>"
    assert text_of({0x1013: page}) == "The roof is repaired in März, says the board."
    assert text_of({0x1013: page.encode("cp1252"), 0x1000: " "}, numbers={0x3FDE: 1252}).startswith("The roof")
    assert text_of({0x1013: page, 0x1000: "View this mail in your browser."}).startswith("The roof")


def test_rich_text_is_read_where_nothing_else_is_there() -> None:
    rich = rb"{\rtf1\ansi The roof is \'fcber 40 years old.\par}"
    plain = struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich
    assert text_of({0x1009: plain}) == "The roof is über 40 years old."


def test_messages_and_texts_that_are_attached_are_read_and_other_files_named() -> None:
    inner = write_item({**HEAD, 0x0037: "Offer", 0x1000: "We offer 3,900 euros."}, n_header=24)
    content = read(
        {0x1000: "See below."},
        {
            "__attach_version1.0_#00000000": attach("offer.msg", inner),
            "__attach_version1.0_#00000001": attach("list.txt", "Ziegel für das Dach".encode("cp1252")),
            "__attach_version1.0_#00000002": attach("plan.pdf", b"%PDF"),
            "__attach_version1.0_#00000003": attach("logo.png", b"x", id="logo"),
        },
    )
    assert content.text.removeprefix(LINES) == (
        "See below.\n\nFrom: Mia Lund <mia@example.org>\n\nTo: Ole\n\nSubject: Offer\n\nWe offer 3,900 euros.\n\n"
        "Attachment: list.txt\n\nZiegel für das Dach\n\nAttachment: plan.pdf\n"
    )
    assert content.notices == ("1 attachment was not read: plan.pdf. Save it and add it.",)


def test_meetings_say_when_and_where() -> None:
    names = {"__substg1.0_00030102": struct.pack("<IHHIHHIHH", 0x820D, 6, 0, 0x820E, 6, 1, 0x8208, 6, 2)}
    item = write_item(
        {**HEAD, 0x001A: "IPM.Appointment", 0x8002: "Town hall", 0x1000: "Bring ideas."},
        times={0x8000: SENT, 0x8001: SENT.replace(hour=11)},
        folders={"__nameid_version1.0": names},
    )
    assert "\n\nWhen: Tuesday, 5 March 2024, 09:30 to 11:30 (UTC)\n\nWhere: Town hall\n\nBring" in (
        read_msg(write_compound(item)).text
    )


def test_contacts_are_read_by_their_fields() -> None:
    item = write_item({0x001A: "IPM.Contact", 0x3001: "Mia Lund", 0x3A1C: "0660 1234", 0x1000: "Roofer"})
    assert read_msg(write_compound(item)).text == "Name: Mia Lund\n\nMobile phone: 0660 1234\n\nRoofer\n"


def test_what_is_encrypted_is_refused_and_what_is_signed_read() -> None:
    sealed = {"__attach_version1.0_#00000000": attach("smime.p7m", b"0\x80")}
    with pytest.raises(qa.PasswordNeeded, match="S/MIME"):
        read({0x001A: "IPM.Note.SMIME"}, sealed)
    with pytest.raises(qa.UnsupportedFormat, match="signature"):
        read({0x001A: "IPM.Note.SMIME.MultipartSigned"}, sealed)
    signed = (
        b"Content-Type: multipart/signed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nThe roof leaks.\r\n"
        b"--x\r\nContent-Type: application/pkcs7-signature\r\n\r\nx\r\n--x--\r\n"
    )
    folders = {"__attach_version1.0_#00000000": attach("smime.p7m", signed)}
    assert text_of({0x001A: "IPM.Note.SMIME.MultipartSigned"}, folders) == "The roof leaks."


def test_messages_within_very_many_others_end_in_a_notice() -> None:
    inner: Folder = write_item({**HEAD, 0x1000: "innermost"}, n_header=24)
    for _ in range(24):
        inner = write_item(HEAD, folders={"__attach_version1.0_#0": attach("a.msg", inner)}, n_header=24)
    assert read({}, {"__attach_version1.0_#0": attach("a.msg", inner)}).notices == (
        "Messages within more than 20 others were not read.",
    )


def test_what_is_no_message_says_so() -> None:
    with pytest.raises(qa.FileDamaged, match="no text"):
        read_msg(write_compound({"WordDocument": b"x"}))
    with pytest.raises(qa.FileDamaged, match="no whole Outlook message"):
        read_msg(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


WHOLE = write_compound(write_item({**HEAD, 0x1000: "The roof leaks. " * 300}, times={0x0039: SENT}))


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4)), max_size=8),
    st.integers(0, 100),
)
def test_no_broken_message_stops_the_reading(changes: list[tuple[int, bytes]], left: int) -> None:
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place : place + len(value)] = value
    with contextlib.suppress(qa.ReadError):
        read_msg(bytes(data[: len(data) * (left or 100) // 100]))
