"""The nearest paragraph by TF-IDF, whole."""

from __future__ import annotations

import qa
from eval.systems.paragraphs import cut_paragraphs, paragraphs

PAPER = qa.Document(
    id="b",
    text="Weirs\n\n  Ladders stand at nine weirs.  \n\n\nSilt settles\nbehind each weir.\n \n",
    headings=((0, 5),),
)
OTHER = qa.Document(id="a", text="Nothing is said of rivers here.")


def test_paragraphs_are_places_of_the_text() -> None:
    cut = cut_paragraphs(PAPER)
    assert [each.text for each in cut] == ["Ladders stand at nine weirs.", "Silt settles\nbehind each weir."]
    assert all(PAPER.text[each.start : each.end] == each.text for each in cut)


def test_the_best_paragraph_is_quoted_whole() -> None:
    with paragraphs().make((PAPER, OTHER), 1_000) as system:
        reply = system.answer("silt behind")
        assert reply.text == "Silt settles\nbehind each weir."
        assert [quote.cut(PAPER) for quote in reply.quotes] == [reply.text]
        assert 0.0 < reply.confidence <= 1.0
        assert system.score("silt", reply.quotes)[0] > 0.0
        assert system.answer("moon cheese").quotes == ()
        assert system.answer("silt", ["a"]).quotes == ()


def test_several_may_be_quoted() -> None:
    with paragraphs(quotes=2).make((PAPER, OTHER), 1_000) as system:
        assert len(system.answer("nine weirs, silt").quotes) == 2
