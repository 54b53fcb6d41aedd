"""Files made worse, each from a seed: as bytes, as text, as XML, as a PDF, as a zip archive, or of two at once.

The same random numbers give the same file. Left out: what a file is worth, which the readers say.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.seeds import Seed
from tests.qa.hostile import HOSTILE

__all__ = ["MAX_BYTES", "mutate"]

MAX_BYTES = 400_000  # of a file, so that each is read soon
_TAG = re.compile(rb"<[^<>]{1,300}>")
_VALUE = re.compile(rb"=(\"[^\"]*\"|'[^']*')")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_WORD = re.compile(rb"[A-Za-z]{3,}")
_EXTREMES = (
    *(b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967295", b"99999999999999999999", b"1e308"),
    *(b"-1e-308", b"NaN", b"0x41", b"1048577", b"1.7976931348623157e309", b"", b"\xd9\xa1\xd9\xa2", b"\xc2\xbd"),
)
_LENGTHS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF)
_ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
)
_CHARSETS = ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "cp1250", "shift_jis", "koi8-r", "big5", "utf-7")

Mutation = Callable[[bytes, Random], bytes]


def mutate(seed: Seed, others: Sequence[Seed], random: Random) -> Seed:
    """Return a seed made worse in one to four ways, of at most `MAX_BYTES`, sometimes under another name."""
    data = seed.data
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        if zipfile.is_zipfile(io.BytesIO(data)) and random.random() < 0.8:
            data = _change_zip(data, random)
        elif random.random() < 0.1:
            data = _splice(data, random.choice(others).data, random)
        else:
            data = _change_part(data, random)
        data = data[:MAX_BYTES]
    name = seed.name if random.random() < 0.9 else random.choice(others).name
    if random.random() < 0.03:
        return Seed(f"{name}.gz", gzip.compress(data, mtime=0))
    return Seed(name, data)


def _change_part(data: bytes, random: Random) -> bytes:
    """Return bytes that are no archive, or part of one, in another way."""
    kinds: list[Sequence[Mutation]] = [_BYTES, _TEXT]
    if data[:2_000].count(b"<") > 2:
        kinds += [_XML, _XML]
    return random.choice(random.choice(kinds))(data, random)


def _place(data: bytes, random: Random, longest: int = 200) -> tuple[int, int]:
    """Return a random range of `data`."""
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randrange(1, longest))


def _replace(data: bytes, pattern: re.Pattern[bytes], random: Random, new: Callable[[bytes], bytes]) -> bytes:
    """Return `data` with some of the places that a pattern matches changed."""
    matches = list(pattern.finditer(data[:MAX_BYTES]))
    if not matches:
        return data
    for match in sorted(random.sample(matches, min(len(matches), random.choice((1, 1, 2, 8)))), reverse=True, key=_at):
        data = data[: match.start()] + new(match[0]) + data[match.end() :]
    return data


def _at(match: re.Match[bytes]) -> int:
    return match.start()


# -- bytes -------------------------------------------------------------------------------------------------------------


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 30)) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _truncate(data: bytes, random: Random) -> bytes:
    cut = random.randrange(len(data) + 1)
    return data[:cut] if random.random() < 0.8 else data[cut:]


def _drop(data: bytes, random: Random) -> bytes:
    start, end = _place(data, random, 2_000)
    return data[:start] + data[end:]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    times = random.choice((1, 2, 100, 5_000))
    return data[:end] + data[start:end] * min(times, MAX_BYTES // max(1, end - start)) + data[end:]


def _insert_noise(data: bytes, random: Random) -> bytes:
    at, _ = _place(data, random)
    noise = random.choice(
        (random.randbytes(random.randrange(1, 60)), b"\0" * 40, b"\xff" * 40, b"\xef\xbb\xbf", b"\xff\xfe")
    )
    return data[:at] + noise + data[at:]


def _set_length(data: bytes, random: Random) -> bytes:
    width, code = random.choice(((1, "B"), (2, "H"), (4, "I")))
    at = random.randrange(max(1, len(data) - width))
    value = random.choice(_LENGTHS) & (256**width - 1)
    return data[:at] + struct.pack(random.choice("<>") + code, value) + data[at + width :]


def _splice(data: bytes, other: bytes, random: Random) -> bytes:
    (start, _), (cut, _) = _place(data, random), _place(other, random)
    return data[:start] + other[cut:]


# -- text --------------------------------------------------------------------------------------------------------------


def _insert_hostile(data: bytes, random: Random) -> bytes:
    at, _ = _place(data, random)
    text = HOSTILE[random.choice(list(HOSTILE))](random.choice((40, 2_000, 60_000)))
    return data[:at] + text.encode("utf-8", "replace") + data[at:]


def _set_number(data: bytes, random: Random) -> bytes:
    return _replace(data, _NUMBER, random, lambda _: random.choice(_EXTREMES))


def _swap_word(data: bytes, random: Random) -> bytes:
    words = _WORD.findall(data[:20_000]) or [b"x"]
    return _replace(data, _WORD, random, lambda _: random.choice(words))


def _recode(data: bytes, random: Random) -> bytes:
    with contextlib.suppress(UnicodeError):
        return data.decode().encode(random.choice(_CHARSETS), "replace")
    return data


def _shuffle_lines(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start, end = _place(b"." * len(lines), random, 40)
    part = lines[start:end]
    random.shuffle(part)
    return b"".join([*lines[:start], *part * random.choice((1, 1, 50)), *lines[end:]])


def _end_lines(data: bytes, random: Random) -> bytes:
    return data.replace(b"\n", random.choice((b"\r", b"\r\n", b"\n\n", b" ", b"\x0b", b"\xe2\x80\xa8", b"\0")))


# -- XML and HTML ------------------------------------------------------------------------------------------------------


def _drop_tag(data: bytes, random: Random) -> bytes:
    return _replace(data, _TAG, random, lambda _: b"")


def _swap_tag(data: bytes, random: Random) -> bytes:
    tags = _TAG.findall(data[:MAX_BYTES]) or [b"<x>"]
    return _replace(data, _TAG, random, lambda _: random.choice(tags))


def _nest(data: bytes, random: Random) -> bytes:
    times = random.choice((2, 50, 400, 5_000))
    return _replace(data, _TAG, random, lambda tag: tag * min(times, MAX_BYTES // len(tag)))


def _set_value(data: bytes, random: Random) -> bytes:
    values = (*_EXTREMES, b"../../x", b"a" * 5_000, b"&#0;", b"&a;", b"rId1", b"%00", b"http://127.0.0.1:9/")
    return _replace(data, _VALUE, random, lambda _: b'="' + random.choice(values) + b'"')


def _add_attributes(data: bytes, random: Random) -> bytes:
    many = b"".join(b' a%d="1"' % number for number in range(random.choice((1, 60, 3_000))))
    return _replace(data, _TAG, random, lambda tag: tag[:-1] + many + tag[-1:])


def _declare_entities(data: bytes, random: Random) -> bytes:
    head, mark, tail = data.partition(b"?>")
    return (
        (head + mark if mark else b"") + random.choice(_ENTITIES) + (tail if mark else head).replace(b">", b">&c;", 3)
    )


# -- archives ----------------------------------------------------------------------------------------------------------


def _change_zip(data: bytes, random: Random) -> bytes:
    """Return an archive with other members, or with a directory that lies."""
    if random.random() < 0.1:
        at = data.rfind(b"PK\x01\x02", 0, random.randrange(len(data) + 1)) + random.randrange(4, 46)
        return (
            data[:at] + struct.pack("<I", random.choice(_LENGTHS)) + data[at + 4 :] if at > 46 else _flip(data, random)
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist() if info.file_size < MAX_BYTES]
    except Exception:  # it was broken before
        return _flip(data, random)
    if not members:
        return data
    place, other = random.randrange(len(members)), random.randrange(len(members))
    (name, content), (other_name, _) = members[place], members[other]
    choice = random.random()
    if choice < 0.75:
        members[place] = name, _change_part(content, random)
    elif choice < 0.8:
        del members[place]
    elif choice < 0.87:
        members[place], members[other] = (name, members[other][1]), (other_name, content)
    elif choice < 0.9:
        members.append((name, _change_part(content, random)))
    elif choice < 0.95:
        members[place] = random.choice(("../x.xml", "x" * 300, name.upper(), name.replace("1", "2"))), content
    else:
        members[place] = name, content + b"<!--" + b" " * random.choice((1_000, 30_000_000)) + b"-->"
    return _write_zip(members, random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


def _write_zip(members: Sequence[tuple[str, bytes]], how: int) -> bytes:
    """Return an archive of these members, some of which may have one name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(
        stream, "w", how if sum(len(content) for _, content in members) < MAX_BYTES else zipfile.ZIP_DEFLATED
    ) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = archive.compression
            archive.NameToInfo.pop(name, None)  # no warning of a second one
            archive.writestr(info, content)
    return stream.getvalue()


_BYTES: Sequence[Mutation] = (_flip, _flip, _truncate, _drop, _repeat, _insert_noise, _set_length)
_TEXT: Sequence[Mutation] = (_insert_hostile, _set_number, _set_number, _swap_word, _recode, _shuffle_lines, _end_lines)
_XML: Sequence[Mutation] = (_drop_tag, _swap_tag, _nest, _set_value, _add_attributes, _declare_entities)
