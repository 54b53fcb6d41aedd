"""Filled forms and written notes are read where the pages show them."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import by_hand, drawn, read


def form(*fields: tuple[str, str, float], more: object = None) -> bytes:
    """Return a form of labels with text fields at heights."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 780, "Permit to moor a boat in the harbour")
        for number, (label, value, bottom) in enumerate(fields):
            canvas.drawString(72, bottom, label)
            canvas.acroForm.textfield(name=f"field{number}", value=value, x=220, y=bottom - 5, width=250, height=20)
        if more:
            more(canvas)  # type: ignore[operator]

    return drawn(draw)


def test_a_value_stands_behind_its_label() -> None:
    document = read(form(("Skipper:", "Nora Lind", 720), ("Boat:", "Petrel, a sloop", 690), ("Berth:", "B 14", 660)))
    assert document.text.split("\n\n") == [
        "Permit to moor a boat in the harbour",
        "Skipper: Nora Lind.",
        "Boat: Petrel, a sloop.",
        "Berth: B 14.\n",
    ]
    assert document.notices == ("3 filled form fields were read where the pages show them.",)


def test_an_empty_form_is_none() -> None:
    document = read(form(("Skipper:", "", 720)))
    assert document.text.split() == "Permit to moor a boat in the harbour Skipper:".split()
    assert document.notices == ()


def test_boxes_are_ticked_or_not() -> None:
    def tick(canvas: Canvas) -> None:
        for number, (label, checked) in enumerate([("Shore power", True), ("Crane", False)]):
            canvas.drawString(110, 600 - 30 * number, label)
            canvas.acroForm.checkbox(name=label, checked=checked, x=72, y=598 - 30 * number, size=14)

    text = read(form(more=tick)).text
    assert "☒ Shore power" in text
    assert "☐ Crane" in text


def test_what_is_chosen_of_a_list() -> None:
    def choose(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "Season:")
        canvas.acroForm.choice(
            name="season", value="summer", options=["winter", "summer"], x=220, y=596, width=100, height=18
        )

    assert "Season:\tsummer" in read(form(more=choose)).text


def test_several_lines_follow_one_another() -> None:
    def fill(canvas: Canvas) -> None:
        canvas.acroForm.textfield(
            name="remarks",
            value="Leaves in May.\nReturns in June.",
            x=72,
            y=500,
            width=300,
            height=60,
            fieldFlags="multiline",
        )

    assert "Leaves in May. Returns in June." in " ".join(read(form(more=fill)).text.split())


def test_a_form_that_was_made_flat_is_not_read_twice() -> None:
    def flatten(canvas: Canvas) -> None:
        canvas.drawString(224, 720, "Nora Lind")

    assert read(form(("Skipper:", "Nora Lind", 720), more=flatten)).text.count("Nora") == 1


def test_passwords_and_hidden_fields_are_not_read() -> None:
    def hide(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="key", value="secret", x=72, y=500, width=90, height=20, fieldFlags="password")
        canvas.acroForm.textfield(name="id", value="unseen", x=72, y=450, width=90, height=20, annotationFlags="hidden")

    text = read(form(more=hide)).text
    assert "secret" not in text
    assert "unseen" not in text


def annotated(kind: str, contents: str, more: str = "") -> bytes:
    """Return a page with an annotation."""
    annotation = f"<< /Type /Annot /Subtype /{kind} /Rect [72 600 372 620] /Contents ({contents}) {more} >>"
    data = by_hand("BT /F 12 Tf 72 700 Td (The bridge stands.) Tj ET")
    return data.replace(b"/Type /Page /Parent", f"/Type /Page /Annots [{annotation}] /Parent".encode())


def test_a_text_that_somebody_wrote_on_the_page_is_read() -> None:
    document = read(annotated("FreeText", "Closed since May."))
    assert document.text == "The bridge stands.\n\nClosed since May.\n"
    assert document.notices == ()


@pytest.mark.parametrize(("kind", "contents", "n"), [("Text", "Ask Ito", 1), ("Highlight", "", 0), ("Text", "ok", 0)])
def test_comments_that_say_something_are_counted(kind: str, contents: str, n: int) -> None:
    document = read(annotated(kind, contents))
    assert document.text == "The bridge stands.\n"
    assert document.notices == (("1 comment was left out (page 1).",) if n else ())


def test_hostile_places_do_no_harm() -> None:
    data = annotated("FreeText", "Far").replace(b"[72 600 372 620]", b"[1e30 -1e38 9e99 4]")
    assert "The bridge stands." in read(data).text
