"""How answers are shown: quotes in order, their places, what disagrees and what is near."""

from __future__ import annotations

from dataclasses import replace

import qa
from tests.server.pages.conftest import (
    answer_of,
    get,
    harmless,
    link_of,
    one,
    stub_client,
    text_of,
    texts,
)


def test_focus_words_are_marked_by_their_place(library):
    quote = library.ask("What does a ticket cost?", min_confidence=0.0).quotes[0]
    start = quote.start + quote.text.index("€14")
    answered = replace(answer_of(quote), quotes=(replace(quote, focus=qa.Span(quote.document_id, start, start + 3)),))
    page = get(stub_client(library, answered), "/?q=x")
    assert one(page, ".quotes mark").text() == "€14"
    assert one(page, "#source mark em").text() == "€14"
    assert one(page, "#source mark").text() == quote.text
    shown = get(stub_client(library, answered), link_of(page.css(".quotes a[data-source]")[0], "data-source"))
    assert one(shown, "mark em").text() == "€14"


def test_ten_quotes_each_have_a_number_a_source_and_a_reason(library):
    quote = library.ask("What does a ticket cost?", min_confidence=0.0).quotes[0]
    ten = tuple(replace(quote, number=number, best=number == 1, page=number) for number in range(1, 11))
    page = get(stub_client(library, answer_of(*ten)), "/?q=x")
    assert texts(page, ".number") == [str(number) for number in range(1, 11)]
    assert len(page.css(".quotes details.why")) == 10
    assert "page 10" in texts(page, ".quotes > li > .cite")[9].replace("\xa0", " ")
    assert text_of(page, ".verdict") == "Very likely, over 99%"


def test_quotes_are_shown_in_the_order_of_reading_and_say_what_is_left_out(library):
    quote = library.ask("When does the museum open?", min_confidence=0.0).quotes[0]
    best = replace(quote, number=2, start=50, end=60, continues=True)
    before, after = (
        replace(quote, number=1, best=False, start=10, end=49),
        replace(quote, number=3, best=False, start=90, end=99),
    )
    elsewhere = replace(quote, number=4, best=False, document_id="other")
    page = get(stub_client(library, answer_of(best, elsewhere, after, before)), "/?q=x")
    assert texts(page, ".number") == ["1", "2", "3", "4"]
    assert [item.attributes["value"] for item in page.css(".quotes > li")] == ["1", "2", "3", "4"]
    assert [len(item.css("p.omitted")) for item in page.css(".quotes > li")] == [0, 0, 1, 0]
    assert text_of(page, ".verdict") == "Very likely, over 99%, for quote 2"
    assert one(page, "[aria-current]").parent.parent.attributes["value"] == "2"  # type: ignore[union-attr]
    assert "of 100 answers" in one(page, "[value='2'] details.why").text()
    assert "of 100 answers" not in one(page, "[value='1'] details.why").text()


def test_quotes_that_disagree_stand_side_by_side_only_where_no_other_is_between_them(library):
    quote = library.ask("When does the museum open?", min_confidence=0.0).quotes[0]
    first = replace(quote, disagrees_with=(2,))
    other = replace(quote, number=2, best=False, document_id="other", disagrees_with=(1,))
    page = get(stub_client(library, answer_of(first, other)), "/?q=x")
    assert [item.attributes["value"] for item in page.css(".sides > li")] == ["1", "2"]
    between = replace(quote, number=2, best=False, start=quote.end, end=quote.end + 9)
    first, last = replace(first, disagrees_with=(3,)), replace(other, number=3)
    page = get(stub_client(library, answer_of(first, between, last)), "/?q=x")
    assert texts(page, ".number") == ["1", "2", "3"]
    assert not page.css(".sides")
    assert len(page.css(".disagrees")) == 2


def test_other_sources_and_disagreement_are_shown_with_links_to_each(make_client, library):
    library.add(
        qa.Document(id="leaflet", text="Do come. The pier opens at nine.", title="Leaflet"),
        qa.Document(id="poster", text="The pier opens at 9!", title="<b>Poster"),
        qa.Document(id="blog", text="The pier opens at ten.", title="Blog"),
    )
    client = make_client(min_confidence=0.0)
    page = get(client, "/?q=When does the pier open?")
    answer = library.ask("When does the pier open?", min_confidence=0.0)
    (place,) = next(quote.also for quote in answer.quotes if quote.also)
    link = one(page, ".also a")
    assert text_of(page, ".also").startswith("Also in ")
    assert place.title in link.text()
    for url in (link_of(link).removesuffix("#quote"), link_of(link, "data-source")):
        assert one(get(client, url), "mark#quote").text() == place.text
    assert texts(page, ".disagrees") == [
        "Quote 2 says otherwise.",
        "Quote 1 says otherwise.",
    ]
    assert text_of(page, ".disagreement h3") == "These sources disagree"
    assert len(page.css(".disagreement .sides > li")) == 2
    harmless(page)


def test_nearest_passages_are_cut_and_lead_to_the_document(library):
    passages = tuple(hit.passage for hit in library.search("museum ticket tide"))
    nothing = qa.Answer(
        question="x", standalone="y", answered=False, confidence=0.001, reason="low_confidence", nearest=passages
    )
    client = stub_client(library, nothing)
    page = get(client, "/?q=x")
    assert len(page.css(".near > li")) == len(passages) > 0
    assert "under 1%" in one(page, ".turn").text()
    assert "Understood as: y" in text_of(page, ".understood")
    for item, passage in zip(page.css(".near > li"), passages, strict=True):
        assert one(item, ".passage > span").text() in passage.text
        marks = get(client, link_of(one(item, "a")).removesuffix("#quote")).css("mark")
        assert "".join(mark.text() for mark in marks) == passage.text


def test_what_is_no_question_is_told_what_quoth_does_and_what_may_be_asked(library):
    library.add(qa.Document(id="ferry", text="Fares\n\nA crossing costs 4 euros.", title="<Ferry>", headings=((0, 5),)))
    thanks = qa.Answer(question="x", standalone="x", answered=False, confidence=0.0, reason="not_a_question")
    page = get(stub_client(library, thanks), "/?q=thanks")
    assert text_of(page, ".verdict") == "Quoth answers questions about documents"
    assert "word for word" in one(page, ".turn").text()
    assert "<Ferry>: Fares" in texts(page, ".topics li")
    assert link_of(one(page, ".topics a[href*=ferry]")) == "/documents/ferry"
    assert not page.css(".feedback")
    harmless(page)


def test_words_are_named_as_missing_only_where_all_documents_were_searched(library):
    nothing = qa.Answer(
        question="x", standalone="x", answered=False, confidence=0.0, reason="no_match", missing_terms=("Zebra",)
    )
    page = get(stub_client(library, nothing), "/?q=Zebra?")
    assert text_of(page, ".verdict") == "Not in these documents"
    assert texts(page, ".missing") == ["Zebra"]
    page = get(stub_client(library, replace(nothing, left_out=("host:9000",))), "/?q=Zebra?")
    assert text_of(page, ".verdict") == "No sentence found that clearly answers this"
    assert not page.css(".missing")


def test_what_may_be_meant_is_a_link_that_asks_it_in_place_of_the_question(library):
    meant = qa.Answer(
        question="x",
        standalone="x",
        answered=False,
        confidence=0.0,
        reason="no_match",
        suggestion="What does a <ticket> cost?",
    )
    page = get(stub_client(library, meant), "/?earlier=When?&q=What does a tikcet cost?")
    (link,) = page.css("#latest .understood a[data-again=suggestion]")
    assert link.text() == "What does a <ticket> cost?"
    assert link_of(link) == "/?earlier=When%3F&q=What%20does%20a%20%3Cticket%3E%20cost%3F"
    long = replace(meant, suggestion="y" * 7_000)
    page = get(stub_client(library, long), "/?q=x")
    assert not page.css("[data-again=suggestion]")
    assert "Did you mean: yyy" in text_of(page, "#latest .understood")
