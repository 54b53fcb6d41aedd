"""OpenDocument presentations."""

from __future__ import annotations

from qa.formats.opendocument.document import read_opendocument
from qa.formats.writing.content import Content
from tests.qa.opendocument import opendocument


def frame(text: str, *, kind: str = "", at: str = "") -> str:
    place = 'svg:x="{}" svg:y="{}"'.format(*at.split(",")) if at else ""
    role = f'presentation:class="{kind}"' if kind else ""
    return f"<draw:frame {role} {place}><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"


def read(*pages: str) -> Content:
    return read_opendocument(opendocument("presentation", "".join(f"<draw:page>{page}</draw:page>" for page in pages)))


def lines(content: Content) -> list[str]:
    return [line for line in content.text.split("\n") if line]


def test_each_slide_is_a_page_and_its_title_a_heading() -> None:
    content = read(frame("Opening", kind="title") + frame("At nine."), frame("At ten."))
    assert [content.text[start:].split("\n")[0] for start in content.page_starts] == ["Opening", "At ten."]
    assert [content.text[start:end] for start, end in content.headings] == ["Opening"]
    assert content.heading_levels == (1,)
    assert content.title == "Opening"


def test_shapes_come_in_rows_from_top_to_bottom() -> None:
    page = frame("d", at="1cm,5cm") + frame("b", at="10cm,1.2cm") + frame("c", at="1cm,3cm") + frame("a", at="1in,1cm")
    group = f"<draw:g>{frame('f', at='9cm,8cm')}{frame('e', at='1cm,8cm')}</draw:g>"
    shape = '<draw:custom-shape draw:transform="rotate (1) translate (1cm 9cm)"><text:p>g</text:p></draw:custom-shape>'
    assert lines(read(group + page + shape)) == list("abcdefg")


def test_notes_follow_and_footers_and_prompts_are_left_out() -> None:
    prompt = '<draw:frame presentation:class="outline" presentation:placeholder="true"><draw:text-box><text:p>Add</text:p></draw:text-box></draw:frame>'  # noqa: E501
    spoken, number = frame("Say it slowly.", kind="notes"), frame("4", kind="page-number")
    notes = f"<presentation:notes>{spoken}{number}</presentation:notes>"
    page = frame("Text.") + frame("Our firm", kind="footer") + prompt + notes
    assert lines(read(page)) == ["Text.", "Notes:", "Say it slowly."]


def test_tables_on_slides_are_read() -> None:
    cells = [f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("Day", "Fee", "Mon", "5")]
    table = f"<table:table><table:table-row>{cells[0]}{cells[1]}</table:table-row><table:table-row>{cells[2]}{cells[3]}</table:table-row></table:table>"  # noqa: E501
    assert lines(read(f"<draw:frame>{table}</draw:frame>")) == ["Day: Mon; Fee: 5."]
