"""Links to places of documents: what is shown of a passage near a question, and what became of a document."""

from __future__ import annotations

import pytest

import qa
from server.bodies.answers import CitationBody, PassageBody, PlaceBody
from server.pages.places.links import LONGEST_NEAR, cut_passage, find_state, link_place


def passage(*sentences: str, heading: str | None = None) -> PassageBody:
    """A passage of these sentences, after its heading where it has one."""
    first = f"{heading.rpartition(' › ')[2]}\n\n" if heading else ""
    places, place = [], 100 + len(first)
    for sentence in sentences:
        places.append((place, place + len(sentence)))
        place += len(sentence) + 1
    text = first + " ".join(sentences)
    return PassageBody(
        document_id="d", title="D", start=100, end=100 + len(text), text=text, heading=heading, page=2, line=7,
        sentences=places,
    )  # fmt: skip


def test_a_passage_is_cut_after_the_last_sentence_that_fits():
    short, long = "The pier is long.", "The pier " + "is very " * 60 + "long."
    assert (cut_passage(passage(short)).text, cut_passage(passage(short)).cut) == (short, False)
    near = cut_passage(passage(short, short, long))
    assert (near.text, near.cut) == (f"{short} {short}", True)
    near = cut_passage(passage(long))
    assert len(near.text) <= LONGEST_NEAR
    assert long.startswith(f"{near.text} ")


def test_the_heading_that_is_cited_is_not_shown_twice():
    near = cut_passage(passage("It is long.", heading="Harbour › Pier"))
    assert near.text == "It is long."
    assert (near.place.heading, near.place.page, near.place.line) == ("Harbour › Pier", 2, 7)
    assert near.place.url.endswith("#quote")


def test_a_document_that_was_changed_or_removed_is_told():
    with qa.Library() as library:
        document = qa.Document(id="d", text="The pier is long.")
        library.add(document)
        citation = CitationBody(
            title="D", source="d.txt", sha256=document.sha256, page=None, line=1, heading=None, url="/documents/d"
        )
        place = PlaceBody(text="The pier", document_id="d", start=0, end=8, citation=citation)
        assert find_state(library, place) == ""
        link = link_place(place, citation, "", qa.Span("d", 4, 8))
        assert "focus_start=4&focus_end=8" in link.panel
        assert "focus" not in link.url
        library.add(qa.Document(id="d", text="The pier is short."))
        assert find_state(library, place) == "changed"
        library.remove("d")
        assert find_state(library, place) == "gone"


@pytest.mark.parametrize(
    ("word", "marked"),
    [("file", ["files", "file"]), ("add", ["add"]), ("documents", ["Documents", "document"]), ("zebra", [])],
)
def test_forms_of_the_words_of_the_question_are_marked(word, marked):
    text = "Documents are files, not a filament; add a file or an address to each document."
    near = cut_passage(passage(text), [word])
    assert [piece.text for piece in near.pieces if piece.hit] == marked
    assert near.text == text
    assert (near.start, near.end) == (100, 100 + len(text))
