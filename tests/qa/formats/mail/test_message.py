"""What is in a message: texts in order, forms of one text, messages that are forwarded, and what is attached."""

from __future__ import annotations

import base64
import email

import pytest

import qa
from qa.formats.mail.message import MailReader, tell_attachments
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content

PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
PAGE = "Content-Type: text/html; charset=utf-8\n\n"
TICKETS = "<p>The concert begins at half past seven. Your seats are in the second row of the balcony.</p>"


def read(body: str) -> Content:
    blocks = BlockWriter()
    MailReader(blocks).read(email.message_from_bytes(b"Subject: s\n" + body.encode()))
    content = blocks.build()
    assert content.text.startswith("Subject: s\n\n")
    return content


def text_of(body: str) -> str:
    return read(body).text.removeprefix("Subject: s\n\n").rstrip("\n")


def join(*parts: str, kind: str = "mixed", boundary: str = "x") -> str:
    text = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary={boundary}\n\n{text}--{boundary}--\n"


@pytest.mark.parametrize(
    "stub",
    [
        "",
        " \n\n",
        "View this message in your browser: https://news.example.org/a8f3",
        "Ihr Programm zeigt keine Seiten an. Rufen Sie die Adresse https://example.org/ansicht auf.",
        "Concert tickets",
    ],
)
def test_the_page_is_read_where_the_plain_text_stands_in_for_it(stub: str) -> None:
    text = text_of(join(PLAIN + stub, PAGE + TICKETS, kind="alternative"))
    assert text == "The concert begins at half past seven. Your seats are in the second row of the balcony."


def test_the_page_with_its_pictures_is_read_where_the_plain_text_is_a_stub() -> None:
    related = join(PAGE + TICKETS, "Content-Type: image/png\nContent-ID: <a>\n\nx", kind="related", boundary="y")
    content = read(join(PLAIN + "See the online version.", related, kind="alternative"))
    assert "second row" in content.text
    assert content.notices == ()


def test_the_plain_text_is_read_where_it_says_the_same_as_the_page() -> None:
    plain = "The concert begins at half past seven.\nYour seats are in the second row of the balcony."
    assert text_of(join(PLAIN + plain, PAGE + TICKETS, kind="alternative")) == plain


def test_what_is_attached_within_a_form_that_is_not_read_is_named() -> None:
    plain = "The concert begins at half past seven. Your seats are in the second row of the balcony."
    pdf = "Content-Type: application/pdf; name=plan.pdf\n\nx"
    rich = join(PAGE + TICKETS, pdf, kind="mixed", boundary="y")
    assert read(join(PLAIN + plain, rich, kind="alternative")).notices == (tell_attachments(["plan.pdf"]),)


def test_texts_that_are_attached_are_read_and_other_files_are_named() -> None:
    content = read(
        join(
            PLAIN + "Here is the list.",
            'Content-Type: text/plain; name="list.txt"\nContent-Disposition: inline\n\nSoap, bread.',
            "Content-Type: text/csv\nContent-Disposition: attachment; filename=prices.csv\n\nItem,Price\nSoap,2.10\n",
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''na%C3%AFve.pdf\n\nx",
            "Content-Type: image/jpeg; name=photo.jpg\n\nx",
            PLAIN + "Best wishes",
        )
    )
    assert content.text == (
        "Subject: s\n\nHere is the list.\n\nAttachment: list.txt\n\nSoap, bread.\n\nAttachment: prices.csv\n\n"
        "Item: Soap; Price: 2.10.\n\nBest wishes\n\nAttachment: naïve.pdf\n\nAttachment: photo.jpg\n"
    )
    assert content.notices == ("2 attachments were not read: naïve.pdf, photo.jpg. Save them and add them.",)


def test_many_attachments_are_counted() -> None:
    assert tell_attachments(["a.pdf"]) == "1 attachment was not read: a.pdf. Save it and add it."
    assert tell_attachments([f"{n}.pdf" for n in range(14)]).endswith("11.pdf and 2 more. Save them and add them.")


@pytest.mark.parametrize("kind", ["mixed", "digest"])
def test_messages_that_are_forwarded_are_read_with_their_header_lines(kind: str) -> None:
    inner = (
        "From: Zoë <z@example.org>\nSubject: =?utf-8?q?Pr=C3=A4mie?=\nContent-Type: text/plain\n\nThe fee is 30 euros."
    )
    head = "" if kind == "digest" else "Content-Type: message/rfc822\n"
    assert text_of(join(f"{head}\n{inner}", kind=kind)) == (
        "From: Zoë <z@example.org>\n\nSubject: Prämie\n\nThe fee is 30 euros."
    )


def test_a_message_that_is_forwarded_in_an_encoding_is_read() -> None:
    inner = base64.b64encode(b"Subject: Roof\n\nIt leaks.").decode()
    head = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
    assert text_of(join(head + inner)) == "Subject: Roof\n\nIt leaks."


def test_messages_within_very_many_others_end_in_a_notice() -> None:
    inner = "Subject: innermost\n\nDeep."
    for n in range(30):
        inner = f"Subject: {n}\nContent-Type: message/rfc822\n\n{inner}"
    blocks = BlockWriter()
    MailReader(blocks).read(email.message_from_string(inner))
    assert blocks.build().notices == ("Messages within more than 20 others were not read.",)


def test_invitations_are_read_beside_the_text() -> None:
    calendar = (
        "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VEVENT\nSUMMARY:Choir\nLOCATION:Hall 2\nEND:VEVENT\n"
    )
    plain = "You are invited to the choir in hall 2."
    assert text_of(join(PLAIN + plain, calendar, kind="alternative")) == f"{plain}\n\nWhat: Choir\n\nWhere: Hall 2"


def test_of_a_signed_message_the_text_is_read() -> None:
    signature = "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx"
    content = read(join(PLAIN + "The lease ends in May.", signature, kind="signed"))
    assert content.text == "Subject: s\n\nThe lease ends in May.\n"
    assert content.notices == ()


@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        (join("Content-Type: application/pgp-encrypted\n\nVersion: 1", kind="encrypted"), qa.PasswordNeeded, "PGP"),
        ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", qa.PasswordNeeded, "S/MIME"),
        ("Content-Type: application/x-pkcs7-mime\n\nx", qa.PasswordNeeded, "S/MIME"),
        ("Content-Type: application/pkcs7-mime; smime-type=signed-data\n\nx", qa.UnsupportedFormat, "its signature"),
        (PLAIN + "-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n", qa.PasswordNeeded, "PGP"),
    ],
)
def test_a_message_that_is_sealed_is_refused_by_its_true_reason(body: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words) as refused:
        read(body)
    assert "save its text as .txt" in str(refused.value).replace("\n", " ")


def test_a_sealed_part_beside_others_is_told() -> None:
    content = read(join(PLAIN + "See below.", "Content-Type: application/pkcs7-mime; name=smime.p7m\n\nx"))
    assert content.text == "Subject: s\n\nSee below.\n"
    assert content.notices[0].startswith("A part was not read. The message is encrypted (S/MIME)")


def test_what_only_outlook_reads_is_named() -> None:
    content = read(join(PLAIN + "See below.", "Content-Type: application/ms-tnef; name=winmail.dat\n\nx"))
    assert content.text.endswith("Attachment: winmail.dat\n")
    assert content.notices[0].startswith("winmail.dat was not read")


def test_the_report_of_a_message_that_did_not_arrive_is_read() -> None:
    status = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a.org\n\nFinal-Recipient: rfc822; b@c.org\n"
    assert "Final-Recipient: rfc822; b@c.org" in text_of(join(PLAIN + "Not delivered.", status, kind="report"))


def test_too_many_parts_end_in_an_error() -> None:
    with pytest.raises(qa.FileTooLarge, match="parts"):
        read(join(*[PLAIN + "x"] * 1_100))
