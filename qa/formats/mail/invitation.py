"""Invitations and calendars in mail (text/calendar): what, when, where, who, a line each.

A time is given as it is written, with its time zone where it has one. Left out: alarms, rules of time zones, and the
dates that a rule of repetition makes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from qa.errors import FileDamaged
from qa.formats.plain.charset import decode_with_notices
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content

__all__ = ["read_calendar", "read_ics"]

_MAX_EVENTS, _MAX_PEOPLE, _MAX_VALUE = 20_000, 200, 20_000
_FOLDED = re.compile(r"\n[ \t]")
_FIELD = re.compile(r"([A-Za-z-]+)((?:;[A-Za-z-]+=(?:\"[^\"]*\"|[^\":;]*))*):(.*)")
_PARAMETER = re.compile(r";([A-Za-z-]+)=(?:\"([^\"]*)\"|([^;:\"]*))")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z?))?")
_METHODS = {"CANCEL": "Cancelled", "REPLY": "Reply", "COUNTER": "Another time is proposed"}
_ANSWERS = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}

_Field = tuple[str, dict[str, str], str]


def read_calendar(text: str) -> Content:
    """Read a calendar: for each event its summary, time, place, organiser, attendees and description."""
    blocks = BlockWriter()
    method, events = _parse(text)
    for event in events:
        for line in _write(event, method):
            blocks.add_line(line)
    return blocks.build()


def read_ics(data: bytes) -> Content:
    """Read a calendar file. Raises FileDamaged for what is none."""
    decoded = decode_with_notices(data)
    if "BEGIN:VCALENDAR" not in decoded.text[:10_000].upper():
        raise FileDamaged("The file is no calendar. Save it again as .ics, or its text as .txt, and add that.")
    return replace(read_calendar(decoded.text), notices=decoded.notices)


def _parse(text: str) -> tuple[str, list[list[_Field]]]:
    """Return what the calendar is sent for, and the fields of each event or task."""
    method = ""
    events: list[list[_Field]] = []
    inside: list[str] = []
    for line in _FOLDED.sub("", text.replace("\r\n", "\n")).split("\n"):
        match = _FIELD.fullmatch(line.strip())
        if not match:
            continue
        name, value = match[1].upper(), match[3][:_MAX_VALUE]
        if name == "BEGIN":
            inside.append(value.upper())
            if value.upper() in ("VEVENT", "VTODO") and len(events) < _MAX_EVENTS:
                events.append([])
        elif name == "END":
            del inside[-1:]
        elif name == "METHOD":
            method = value.upper()
        elif events and inside[-1:] in (["VEVENT"], ["VTODO"]):
            parameters = {key.upper(): quoted or plain for key, quoted, plain in _PARAMETER.findall(match[2])}
            events[-1].append((name, parameters, value))
    return method, events


def _write(event: list[_Field], method: str) -> list[str]:
    fields: dict[str, tuple[dict[str, str], str]] = {}
    people: list[str] = []
    for name, parameters, value in event:
        if name == "ATTENDEE" and len(people) < _MAX_PEOPLE:
            people.append(_name_person(parameters, value))
        fields.setdefault(name, (parameters, value))
    lines = []
    if method in _METHODS or fields.get("STATUS", ({}, ""))[1].upper() == "CANCELLED":
        lines.append(f"{_METHODS.get(method, 'Cancelled')}:")
    if "SUMMARY" in fields:
        lines.append(f"What: {_unescape(fields['SUMMARY'][1])}")
    when = _tell_when(fields)
    if when:
        lines.append(f"When: {when}")
    if "RRULE" in fields:
        lines.append(f"Repeats: {_tell_rule(fields['RRULE'][1])}")
    if "LOCATION" in fields and fields["LOCATION"][1].strip():
        lines.append(f"Where: {_unescape(fields['LOCATION'][1])}")
    if "ORGANIZER" in fields:
        lines.append(f"Organiser: {_name_person(*fields['ORGANIZER'])}")
    if people:
        lines.append(f"Attendees: {', '.join(people)}")
    if "DESCRIPTION" in fields:
        lines.append(_unescape(fields["DESCRIPTION"][1], on_lines=True).strip())
    return lines


def _tell_when(fields: dict[str, tuple[dict[str, str], str]]) -> str:
    parameters, value = fields.get("DTSTART", fields.get("DUE", ({}, "")))
    start = _TIME.fullmatch(value.strip())
    if not start:
        return value.strip()
    end = _TIME.fullmatch(fields.get("DTEND", ({}, ""))[1].strip())
    first, last = _write_day(start), _write_day(end) if end else ""
    zone = "UTC" if start[6] else parameters.get("TZID", "").strip("/ ")
    if not start[4]:  # whole days; the end is the day after the last
        last = _write_day(end, before=True) if end else first
        return first if last == first else f"{first} to {last}"
    from_time, to_time = f"{start[4]}:{start[5]}", f"{end[4]}:{end[5]}" if end and end[4] else ""
    until = f" to {to_time}" if to_time and last == first else f" to {last} {to_time}" if to_time else ""
    duration = fields.get("DURATION", ({}, ""))[1] if not until else ""
    return f"{first}, {from_time}{until}{f' for {duration}' if duration else ''}{f' ({zone})' if zone else ''}"


def _write_day(match: re.Match[str], *, before: bool = False) -> str:
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return match[0]
    if before and day.toordinal() > 1:
        day = date.fromordinal(day.toordinal() - 1)
    return f"{datetime(day.year, day.month, day.day):%A}, {day.day} {day:%B} {day.year}"


def _tell_rule(rule: str) -> str:
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    unit = _UNITS.get(parts.get("FREQ", ""), "")
    if not unit:
        return rule
    every = parts.get("INTERVAL", "1")
    told = f"every {unit}" if every == "1" else f"every {every} {unit}s"
    until = _TIME.match(parts.get("UNTIL", ""))
    if until:
        return f"{told} until {_write_day(until)}"
    return f"{told}, {parts['COUNT']} times" if "COUNT" in parts else told


def _name_person(parameters: dict[str, str], value: str) -> str:
    address = re.sub(r"(?i)^mailto:", "", value.strip())
    name = parameters.get("CN", "").strip()
    told = f"{name} <{address}>" if name and address and name != address else name or address
    answer = _ANSWERS.get(parameters.get("PARTSTAT", "").upper(), "")
    return f"{told} ({answer})" if answer else told


def _unescape(value: str, *, on_lines: bool = False) -> str:
    text = _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
    return text if on_lines else " ".join(text.split())
