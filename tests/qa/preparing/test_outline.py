"""Headings of all levels above a place: those that a reader knows, and lines that stand as headings do."""

from __future__ import annotations

from hypothesis import given

import qa
from qa.preparing.outline import read_outline
from qa.text.sentences import find_sentences
from tests.qa.strategies import documents


def guess(text: str) -> list[str]:
    """Return the lines of a text without known headings that are taken for some."""
    document = qa.Document(text=text, language="en")
    outline = read_outline(document, find_sentences(text, "en"))
    return [text[start:end] for start, end in zip(outline.starts, outline.ends, strict=True)]


def path(text: str, part: str, title: str = "", **details: object) -> str | None:
    """Return the headings above a part of a text."""
    document = qa.Document(text=text, language="en", title=title, **details)  # type: ignore[arg-type]
    outline = read_outline(document, find_sentences(text, "en"))
    return outline.write_path(document, outline.above(text.index(part)))


def mark(text: str, *headings: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(each), text.index(each) + len(each)) for each in headings)


PLANS = "Tariffs\n\nSmall\n\nNotice\n\nTwo weeks.\n\nLarge\n\nNotices\n\nTwo months.\n"
KNOWN = mark(PLANS, "Tariffs", "Small", "Notice", "Large", "Notices")


def test_all_levels_stand_above_a_place() -> None:
    assert path(PLANS, "Two weeks", headings=KNOWN, heading_levels=(1, 2, 3, 2, 3)) == "Tariffs › Small › Notice"
    assert path(PLANS, "Two months", headings=KNOWN, heading_levels=(1, 2, 3, 2, 3)) == "Tariffs › Large › Notices"
    assert path(PLANS, "Two months", headings=KNOWN) == "Notices"


def test_the_title_is_left_out_above_others() -> None:
    levels = (1, 2, 3, 2, 3)
    assert path(PLANS, "Two weeks", "tariffs", headings=KNOWN, heading_levels=levels) == "Small › Notice"
    assert path("Tariffs\n\nLow.", "Low", "Tariffs", headings=((0, 7),)) == "Tariffs"


def test_a_line_that_stands_alone_before_its_text_is_a_heading() -> None:
    text = "ROWING CLUB\n\nKey dates\nSeason opens on 3 April.\n\n4. Boats\n\n4.1 Club boats\n\nBook them online.\n"
    assert guess(text) == ["ROWING CLUB", "Key dates", "4. Boats", "4.1 Club boats"]
    assert path(text, "Book them") == "ROWING CLUB › 4. Boats › 4.1 Club boats"


def test_drawn_headings_are_named_without_their_marks() -> None:
    text = "Depot\n=====\n\n=== ACCESS ===\n\nThe gate opens at six.\n\n[night]\n\ncode = 4711\n"
    assert guess(text) == ["Depot", "=== ACCESS ===", "[night]"]
    assert path(text, "The gate") == "Depot › ACCESS"


def test_lines_that_say_something_are_no_headings() -> None:
    for text in (
        "Ines Roth\nTom Vale\nUda Klein\n",  # a list
        "Storage\n\n10 GB\n",
        "Rent: 900 euros\n\nHeat is extra.\n",
        "12 posters, A2    EUR 40.00\nDelivery    EUR 5.00\n",
        "We met.\n\nIda Brandt, treasurer\n\nShe read the accounts.\n",
        "It closes at five\n",
    ):
        assert not {
            "Ines Roth",
            "10 GB",
            "Rent: 900 euros",
            "12 posters, A2    EUR 40.00",
            "Ida Brandt, treasurer",
            "It closes at five",
        } & {*guess(text)}, text


@given(documents(most=1))
def test_headings_ascend_within_the_text(given_documents: list[qa.Document]) -> None:
    (document,) = given_documents
    outline = read_outline(document, find_sentences(document.text, document.language))
    edges = [edge for pair in zip(outline.starts, outline.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert len(outline.levels) == len(outline.starts)
    for place in range(len(document.text)):
        assert all(outline.starts[number] <= place for number in outline.above(place))
