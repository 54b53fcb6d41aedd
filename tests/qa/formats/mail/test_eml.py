"""Messages, mailboxes and saved pages: header lines first, then the text, whatever is broken."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.mail.eml import read_eml, read_mbox, read_mhtml

HEAD = "From: Ann <ann@example.com>\nTo: Bob <b@example.com>,\n Eve <e@example.com>\nSubject: {subject}\n"


def mail(body: str, *, subject: str = "Lunch", kind: str = "text/plain", extra: str = "") -> bytes:
    head = HEAD.format(subject=subject) + f"Content-Type: {kind}\n{extra}"
    return f"{head}\n{body}".encode()


def parts(*bodies: str, kind: str = "mixed") -> bytes:
    text = "".join(f"--x\n{body}\n" for body in bodies) + "--x--\n"
    return mail(text, kind=f'multipart/{kind}; boundary="x"')


SHOWN = "From: Ann <ann@example.com>\n\nTo: Bob <b@example.com>, Eve <e@example.com>\n\nSubject: Lunch\n\n"


def body(data: bytes) -> str:
    text = read_eml(data).text
    assert text.startswith(SHOWN)
    return text.removeprefix(SHOWN)


def test_headers_come_first_and_the_subject_is_the_title() -> None:
    content = read_eml(mail("We meet at noon.\n\n> Where?\n> Bob\n"))
    assert content.text == SHOWN + "We meet at noon.\n\n> Where?\n> Bob\n"
    assert content.title == "Lunch"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?q?Caf=C3=A9?= =?iso-8859-1?b?Wm/r?= at\n noon", "CaféZoë at noon"),
        ("=?utf-8?b?!!!?= ok", "ok"),
        ("=?no-such-charset?q?abc?=", "abc"),
        ("Grüße", "Grüße"),
        ("", ""),
    ],
)
def test_header_words_are_decoded(subject: str, title: str) -> None:
    assert read_eml(mail("x", subject=subject)).title == title


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("quoted-printable", "caf=E9 at no=\non"), ("base64", "Y2Fm6SBhdCBub29u"), ("8bit", "café at noon")],
)
def test_transfer_encodings_and_charsets_are_undone(encoding: str, text: str) -> None:
    kind = "text/plain; charset=iso-8859-1"
    assert body(mail(text, kind=kind, extra=f"Content-Transfer-Encoding: {encoding}\n")) == "café at noon\n"


def test_the_plain_text_is_preferred_to_html() -> None:
    plain, page = "Content-Type: text/plain\n\nPlain.", "Content-Type: text/html\n\n<h1>Web</h1><p>Page.</p>"
    assert body(parts(plain, page, kind="alternative")) == "Plain.\n"
    assert body(parts("Content-Type: text/plain\n\n \n", page, kind="alternative")) == "Web\n\nPage.\n"
    content = read_eml(parts(page))
    assert [content.text[start:end] for start, end in content.headings] == ["Web"]


def test_mailboxes_are_read_message_by_message() -> None:
    first = b"From ann@example.com Mon Mar  4 10:00:00 2024\n" + mail("We meet at noon.\n>From here it is near.\n")
    second = b"\nFrom bob@example.com Tue Mar  5 10:00:00 2024\n" + mail("At one.\n", subject="Later")
    text = read_mbox(first + second).text
    assert text == SHOWN + "We meet at noon.\nFrom here it is near.\n\n" + SHOWN.replace("Lunch", "Later") + "At one.\n"


def test_a_mailbox_whose_messages_have_no_header_lines_is_read() -> None:
    data = b"From a@b.org Mon Mar  4 10:00:00 2024\n\nFirst.\n\nFrom a@b.org Mon Mar  4 11:00:00 2024\n\nSecond.\n"
    assert read_mbox(data).text == "First.\n\nSecond.\n"


def test_a_page_of_frames_is_read_with_what_they_show() -> None:
    pages = ["", "<p>Menu</p>", "<main><p>The ferry leaves at seven.</p></main>"]
    data = b"Subject: Ferries\n" + parts(*(f"Content-Type: text/html\n\n{page}" for page in pages), kind="related")
    assert read_mhtml(data).text == "Menu\n\nThe ferry leaves at seven.\n"


def test_a_message_of_a_mailbox_that_cannot_be_read_is_told() -> None:
    sealed = mail("x", kind="multipart/encrypted; boundary=x")
    content = read_mbox(b"From a 2024\n" + sealed + b"\nFrom b 2024\n" + mail("Plain."))
    assert content.text.count("Subject: Lunch") == 2
    assert content.notices[0].startswith("Message 1 of the mailbox was not read. The message is encrypted (PGP)")
    with pytest.raises(qa.FileDamaged, match="no message that can be read"):
        read_mbox(b"From a 2024\n" + sealed)


def test_a_page_that_was_saved_is_read_as_a_page() -> None:
    page = "<html><head><title>Ferries</title></head><body><p>The ferry leaves at =\ns=C3=A9ven.</p></body></html>"
    data = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/ferries\nSubject: Ferries\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"\n\n'
        "--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://example.org/ferries\n\n{page}\n--x\nContent-Type: image/png\n\nx\n--x--\n"
    ).encode()
    content = read_mhtml(data)
    assert (content.text.strip(), content.title, content.source) == (
        "The ferry leaves at séven.",
        "Ferries",
        "https://example.org/ferries",
    )
    with pytest.raises(qa.FileDamaged, match="no web page"):
        read_mhtml(mail("x"))


def test_a_mark_or_an_empty_line_before_the_headers_does_no_harm() -> None:
    assert read_eml(b"\xef\xbb\xbf\n" + mail("x")).title == "Lunch"


def test_what_is_no_email_says_so() -> None:
    with pytest.raises(qa.FileDamaged, match="no e-mail"):
        read_eml(b"Just some text.")
    with pytest.raises(qa.FileDamaged, match="no e-mail"):
        read_eml(b"")


def test_parts_without_end_or_measure_end_in_an_error_or_a_text() -> None:
    with pytest.raises(qa.FileTooLarge, match="parts"):
        read_eml(parts(*["Content-Type: text/plain\n\nx"] * 1_100))
    deep = b"Subject: a\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3_000)
    )
    with pytest.raises(qa.FileDamaged):
        read_eml(deep)
    assert body(mail("x", kind="multipart/mixed")) == "x\n"


PIECES = [
    "Content-Type: ",
    "multipart/mixed; boundary=x",
    "text/html",
    "; charset=",
    "utf-7",
    "=?utf-8?b?",
    "?=",
    "\n",
    "--x",
    "Content-Transfer-Encoding: base64",
    "filename*0*=",
    "Content-Disposition: attachment;",
    "<p>",
    ":",
    "\x00",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.binary(max_size=60))
def test_no_message_stops_the_reading(text: str, rest: bytes) -> None:
    with contextlib.suppress(qa.ReadError):
        read_eml(b"Subject: a\n" + text.encode() + rest)
    with contextlib.suppress(qa.ReadError):
        read_mbox(b"From a\nSubject: a\n" + text.encode() + b"\nFrom b\nTo: c\n" + rest)
    with contextlib.suppress(qa.ReadError):
        read_mhtml(b"Subject: a\n" + text.encode() + rest)
