"""Bytes to characters: whatever charset they are in, and nothing is changed but line ends."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.plain.charset import decode, decode_with_notices
from tests.qa.formats.plain.letters import TEXTS, UNICODE
from tests.qa.strategies import texts

LEAST = {40: 0.97, 200: 0.99, 2_000: 1.0}  # share of pieces that come back to the last letter


def cut_pieces(text: str, length: int) -> list[str]:
    """Return pieces of a text, or the text again and again until it is long enough."""
    if length > len(text):
        return [((text + " ") * (length // len(text) + 1))[:length]]
    return [text[start : start + length] for start in range(0, len(text) - length + 1, 45)] or [text]


def encode(text: str, page: str) -> bytes:
    """Return a text in a code page; what it has not becomes a question mark."""
    if page == "cp1258":  # marks of tone behind their letters, other marks in them
        parts = [normalize("NFD", letter) for letter in text]
        tones = "\u0300\u0301\u0303\u0309\u0323"
        text = "".join(
            normalize("NFC", "".join(mark for mark in part if mark not in tones))
            + "".join(mark for mark in part if mark in tones)
            for part in parts
        )
    return text.encode(page, "replace")


@pytest.mark.parametrize("length", LEAST)
def test_texts_in_many_languages_come_back_from_their_code_pages(length: int) -> None:
    n_right = n_pieces = 0
    for pages, text in TEXTS.values():
        for page in (*pages, *UNICODE):
            for piece in cut_pieces(text, length):
                data = encode(piece, page)
                n_right += decode(data) == normalize("NFC", data.decode(page))
                n_pieces += 1
    assert n_right >= LEAST[length] * n_pieces, f"{n_right} of {n_pieces}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Grüße".encode(), "Grüße"),
        ("\ufeffGrüße".encode(), "Grüße"),
        ("Grüße".encode("utf-16"), "Grüße"),
        ("Grüße".encode("utf-32"), "Grüße"),
        ("Le café était fermé, c’est là.".encode("cp1252"), "café"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\r\r\nb\n", "a\nb\n"),
        (b"one\0two\0\0\0", "onetwo"),
        ("eins\n\ufeffzwei".encode(), "eins\nzwei"),
        (b"\xff\xff\x00\xfe broken", "broken"),
        ("Smile \ud83d\ude00!".encode("utf-8", "surrogatepass"), "Smile 😀!"),
        ("図書館は九時に開きます。".encode("iso2022_jp"), "図書館は九時に開きます。"),
        ("도서관은 아홉 시에 엽니다.".encode("iso2022_kr"), "도서관은 아홉 시에 엽니다."),
        ("Zürich".encode("utf-16-le"), "Zürich"),
        ("图书馆上午九点开门，请大家注意。".encode("utf-16-be"), "图书馆上午"),
    ],
)
def test_charsets_are_told_apart(data: bytes, expected: str) -> None:
    assert expected in decode(data)


def test_a_byte_that_is_wrong_does_not_change_the_rest() -> None:
    text = "Línea uno: la ruta es de montaña.\nLínea dos: el año pasó.\nLínea tres: mañana."
    data = text.encode().replace("año".encode(), b"a\xf1o")
    decoded = decode_with_notices(data)
    assert decoded.text == text
    assert decoded.notices == (
        "1 place (line 2) is not in UTF-8 as the rest of the file is: read as Windows-1252. Check it there, or save "
        "the file as UTF-8 and add it again.",
    )


def test_a_byte_that_no_code_page_explains_is_shown_as_broken() -> None:
    data = "Ünnepnapokon zárva.\nEgy rossz \x00 betű.\nÖsszesen három.".encode().replace(b"\x00", b"\xfe\xff\xfe\xff")
    decoded = decode_with_notices(data)
    assert decoded.text == "Ünnepnapokon zárva.\nEgy rossz \ufffd betű.\nÖsszesen három."
    assert decoded.notices == (
        "1 place (line 2) cannot be read as UTF-8, which the file is in: \ufffd stands there. Save the file as UTF-8 "
        "and add it again.",
    )


@pytest.mark.parametrize("n_bytes", [1, 2, 3])
def test_a_letter_that_is_cut_at_the_end_does_not_change_the_rest(n_bytes: int) -> None:
    data = "Die Prüfung kostet fünf Euro ".encode() + "😀".encode()[:n_bytes]
    decoded = decode_with_notices(data)
    assert decoded.text == "Die Prüfung kostet fünf Euro \ufffd"
    assert decoded.notices == ("The file ends within a character: it may be cut off.",)


def test_two_charsets_in_one_file_are_read_line_by_line() -> None:
    lines = [f"Ligne {n}: l'été dernier, la forêt a brûlé près d'ici." for n in range(40)]
    data = b"\n".join(line.encode("utf-8" if n % 2 else "cp1252") for n, line in enumerate(lines))
    decoded = decode_with_notices(data)
    assert decoded.text == "\n".join(lines)
    assert "read as Windows-1252" in decoded.notices[0]
    assert "lines 1, 3, 5, 7, 9, 11, 13, 15 and 12 more" in decoded.notices[0]


def test_bytes_that_are_no_characters_of_the_code_page_are_told() -> None:
    text = "Žluťoučký kůň úpěl ďábelské ódy.\nPříliš mnoho řek.\nKonec."
    decoded = decode_with_notices(text.encode("cp1250").replace(b"Konec", b"Kon\x81ec"))
    assert decoded.text == text.replace("Konec", "Kon\ufffdec")
    assert decoded.notices == (
        "1 character cannot be read in Windows-1250, which the file is in (line 3): \ufffd stands for each. Save the "
        "file as UTF-8 and add it again.",
    )


@pytest.mark.parametrize(
    ("text", "page", "declared"),
    [
        ("Zažloutlý list spadl do řeky, která teče kolem města.", "cp1250", "iso-8859-1"),
        ("Билет стоит двести рублей, дети платят половину.", "koi8-r", "windows-1251"),
        ("Οι ώρες λειτουργίας είναι στην πόρτα.", "cp1253", "utf-8"),
        ("図書館は九時に開きます。月曜日は休みです。", "shift_jis", "euc-jp"),
        ("Le café est fermé l'été.", "cp1252", "x-unknown"),
    ],
)
def test_a_declared_charset_that_is_wrong_is_not_followed(text: str, page: str, declared: str) -> None:
    assert decode(text.encode(page), declared=declared) == text


@pytest.mark.parametrize(
    ("text", "page", "declared"),
    [
        ("Œuvre à 5 €.", "iso8859-15", "iso-8859-15"),
        ("Preis: 5 €", "cp1252", "iso-8859-1"),
        ("ñ", "cp437", "ibm437"),
        ("Қазақстан", "ptcp154", "ptcp154"),
        ("圖書館", "big5", "big5"),
    ],
)
def test_a_declared_charset_that_makes_sense_is_followed(text: str, page: str, declared: str) -> None:
    assert decode(text.encode(page), declared=declared) == text


def test_a_line_drawn_across_the_page_is_not_taken_for_the_text() -> None:
    text = ("═" * 60 + "\n║ Umsätze │ 5 200 ║\n" + "═" * 60 + "\n") * 20 + "Die Umsätze sind höher als früher.\n"
    assert decode(text.encode("cp437")) == text


def test_bytes_that_fit_no_charset_are_told_to_be_garbled() -> None:
    decoded = decode_with_notices(bytes((n * n) % 251 for n in range(1, 500) if n % 7))
    assert any("garbled" in notice for notice in decoded.notices)


def test_escapes_that_a_codec_breaks_down_over_are_read() -> None:
    assert "x" in decode(b"\x1b$B\x1b.A\x1bN\xff\x1b$)C\x0e\x80x" * 30)
    decode(bytes((n * 89 + n * n) % 256 for n in range(60_000)) + b"\x1b$B" * 50)


@given(st.binary(max_size=200))
def test_any_bytes_with_escapes_are_read(data: bytes) -> None:
    decode(b"\x1b$B" + data + b"\x1b$)C" + data)


@given(texts)
def test_plain_text_is_kept_as_it_is(text: str) -> None:
    kept = re.sub(r"\r+\n|\r", "\n", text).replace("\ufeff", "").replace("\0", "")
    assert decode(text.encode()) == kept


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    decoded = decode_with_notices(data)
    decoded.text.encode()  # no surrogates
    assert "\r" not in decoded.text
