"""Invitations: what, when, where and who, a line each, with the time zone as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.mail.invitation import read_calendar, read_ics

EVENT = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Vienna
BEGIN:STANDARD
DTSTART:19701025T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY:Meeting of the board\\, spring
DTSTART;TZID=Europe/Vienna:20240312T183000
DTEND;TZID=Europe/Vienna:20240312T200000
LOCATION:Town hall\\, room 4
ORGANIZER;CN="Lund, Mia":mailto:mia@example.org
ATTENDEE;CN=Ole;PARTSTAT=ACCEPTED:mailto:ole@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION:MAILTO:eva@example.org
DESCRIPTION:Agenda:\\n1. Budget of the
  year\\n2. Roof
BEGIN:VALARM
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def lines_of(text: str) -> list[str]:
    return [line for line in read_calendar(text).text.split("\n") if line]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_invitation_says_what_when_where_and_who(line_end: str) -> None:
    assert lines_of(EVENT.replace("\n", line_end)) == [
        "What: Meeting of the board, spring",
        "When: Tuesday, 12 March 2024, 18:30 to 20:00 (Europe/Vienna)",
        "Where: Town hall, room 4",
        "Organiser: Lund, Mia <mia@example.org>",
        "Attendees: Ole <ole@example.org> (accepted), eva@example.org",
        "Agenda:",
        "1. Budget of the year",
        "2. Roof",
    ]


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ("DTSTART:20240312T173000Z\nDTEND:20240312T190000Z", "Tuesday, 12 March 2024, 17:30 to 19:00 (UTC)"),
        (
            "DTSTART:20240312T220000\nDTEND:20240313T010000",
            "Tuesday, 12 March 2024, 22:00 to Wednesday, 13 March 2024 01:00",
        ),
        ("DTSTART;VALUE=DATE:20240312\nDTEND;VALUE=DATE:20240313", "Tuesday, 12 March 2024"),
        ("DTSTART;VALUE=DATE:20240312\nDTEND;VALUE=DATE:20240315", "Tuesday, 12 March 2024 to Thursday, 14 March 2024"),
        ("DTSTART:20240312T173000\nDURATION:PT1H", "Tuesday, 12 March 2024, 17:30 for PT1H"),
        ("DTSTART:20249999T173000", "20249999T173000, 17:30"),
        ("DTSTART:next week", "next week"),
    ],
)
def test_times_are_told_as_they_are_written(fields: str, when: str) -> None:
    assert lines_of(f"BEGIN:VEVENT\n{fields}\nEND:VEVENT") == [f"When: {when}"]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("FREQ=WEEKLY", "every week"),
        ("FREQ=DAILY;INTERVAL=2;COUNT=5", "every 2 days, 5 times"),
        ("FREQ=MONTHLY;UNTIL=20241231T000000Z", "every month until Tuesday, 31 December 2024"),
        ("FREQ=SECONDLY", "FREQ=SECONDLY"),
    ],
)
def test_repetition_is_told(rule: str, told: str) -> None:
    assert lines_of(f"BEGIN:VEVENT\nSUMMARY:s\nRRULE:{rule}\nEND:VEVENT") == ["What: s", f"Repeats: {told}"]


@pytest.mark.parametrize(("method", "word"), [("CANCEL", "Cancelled:"), ("REPLY", "Reply:")])
def test_what_the_calendar_is_sent_for_is_told(method: str, word: str) -> None:
    assert lines_of(f"METHOD:{method}\nBEGIN:VEVENT\nSUMMARY:s\nEND:VEVENT")[0] == word


def test_a_calendar_file_is_read_event_by_event() -> None:
    data = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Prüfung\nEND:VEVENT\nBEGIN:VTODO\nSUMMARY:Büffeln\nEND:VTODO\n"
    assert read_ics(data.encode()).text == "What: Prüfung\n\nWhat: Büffeln\n"
    with pytest.raises(qa.FileDamaged, match="no calendar"):
        read_ics(b"What: nothing")


@given(st.lists(st.sampled_from(["BEGIN:VEVENT", "END:VEVENT", "DTSTART:", "RRULE:", ";", "A;B=C:d", "\\n", " x"])))
def test_any_calendar_is_read(pieces: list[str]) -> None:
    read_calendar("\n".join(pieces))
