from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing.passages import name_document, write_indexed
from qa.text.sentences import find_sentences
from tests.qa.strategies import documents


@given(documents(most=1), st.integers(1, 300))
def test_passages_tile_the_text(given_documents: list[qa.Document], size: int) -> None:
    (document,) = given_documents
    passages = qa.split(document, size=size)
    assert "".join(passage.text for passage in passages) == document.text
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))
    end = 0
    for passage in passages:
        assert passage.start == end < passage.end
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.line == 1 + document.text.count("\n", 0, passage.start)
        end = passage.end
    assert end == len(document.text)


@given(documents(most=1), st.integers(1, 300))
def test_passages_hold_whole_sentences(given_documents: list[qa.Document], size: int) -> None:
    (document,) = given_documents
    passages = qa.split(document, size=size)
    whole = {end: start for start, end in find_sentences(document.text, document.language)}
    assert all(whole[end] <= start for passage in passages for start, end in passage.sentences)
    for passage in passages:
        assert all(passage.start <= start < end <= passage.end for start, end in passage.sentences)
        if len(passage.sentences) > 1:
            assert passage.sentences[-1][1] - passage.sentences[0][0] <= size


def test_size_bounds_passages() -> None:
    document = qa.Document(text="One is here. Two is here. Three is here.")
    assert [passage.text for passage in qa.split(document, size=26)] == ["One is here. Two is here. ", "Three is here."]
    assert len(qa.split(document, size=1)) == 3
    assert len(qa.split(document, size=1_000)) == 1


def test_headings_begin_passages_and_are_not_quoted() -> None:
    text = "Guide\n\nPrices\n\nA ticket costs 14 euros.\n\nHours\n\nWe open at nine."
    headings = tuple((text.index(word), text.index(word) + len(word)) for word in ("Guide", "Prices", "Hours"))
    first, second = qa.split(qa.Document(text=text, headings=headings))
    assert (first.heading, second.heading) == ("Prices", "Hours")
    assert [text[start:end] for start, end in first.sentences] == ["A ticket costs 14 euros."]
    assert second.text.startswith("Hours")


def test_a_passage_begins_on_one_page() -> None:
    text = "The first page ends. The second page begins. It goes on."
    pages = (0, text.index("The second"))
    first, second = qa.split(qa.Document(text=text, page_starts=pages))
    assert (first.page, second.page) == (1, 2)
    assert second.start == pages[1]


def test_text_before_the_first_heading_has_none() -> None:
    passages = qa.split(qa.Document(text="A preface.\n\nPart\n\nMore.", headings=((12, 16),)))
    assert [passage.heading for passage in passages] == [None, "Part"]


def test_nothing_gives_nothing_and_spaces_give_one_passage() -> None:
    assert qa.split(qa.Document(text="")) == []
    (passage,) = qa.split(qa.Document(text=" \n "))
    assert passage.sentences == ()


def test_a_size_below_one_is_refused() -> None:
    with pytest.raises(qa.InvalidOption, match="0: give at least 1"):
        qa.split(qa.Document(text="x"), size=0)


def test_a_giant_heading_is_not_repeated_whole_in_every_passage() -> None:
    heading = "word " * 20_000
    document = qa.Document(text=heading + "\n\n" + "Text here. " * 20_000, headings=((0, len(heading) - 1),))
    assert max(len(passage.heading or "") for passage in qa.split(document)) <= 300


@pytest.mark.parametrize(
    ("title", "source", "name"),
    [
        ("Lease", "files/Maria Ochoa.txt", "Lease Maria Ochoa"),
        ("lease.txt", "/home/lease.txt", "lease"),
        ("Lease of the hall", "/home/lease.pdf", "Lease of the hall"),
        ("", "Minutes/2024-05-01.md", "2024-05-01"),
        ("d", "", ""),
        ("https://example.org/pier.html", "https://example.org/pier.html", "pier"),
        ("Pier", f"{'a/' * 600}harbour.txt", "Pier"),
        ("Rules", "C:\\files\\Ochoa.docx", "Rules Ochoa"),
        ("Rules", "https://example.org/a/pier.html?b=1#c", "Rules pier"),
    ],
)
def test_a_document_is_called_by_its_title_and_its_file(title: str, source: str, name: str) -> None:
    document = qa.Document(id="d", text="x", title=title, source=source)
    assert name_document(document.title, document.source, document.id) == name


def test_a_passage_is_indexed_with_what_its_document_is_called_and_its_headings() -> None:
    assert write_indexed("Lease", "Fees › Deposit", "It is paid back.") == "Lease\nFees › Deposit\nIt is paid back."
    assert write_indexed("", None, "It is paid back.") == "It is paid back."


def test_a_passage_says_what_leads_to_its_sentences() -> None:
    text = "Hours\n\nWhen are you open?\n\nFrom nine. Not on Sunday.\n\nWe closed in May for a week."
    (passage,) = qa.split(qa.Document(text=text, headings=((0, 5),), language="en"))
    assert [passage.cut(*place) for place in passage.sentences[:2]] == ["From nine.", "Not on Sunday."]
    assert [lead and passage.cut(*lead) for lead in passage.leads[:2]] == ["When are you open?"] * 2
    (alone,) = qa.split(qa.Document(text="It rains. It snows."))
    assert alone.leads == ()


def test_what_leads_to_a_sentence_in_another_passage_is_not_said() -> None:
    text = "When are you open?\n\nFrom nine to five. Not on Sunday.\n\nNor in the weeks of May."
    first, *others = qa.split(qa.Document(text=text, language="en"), size=25)
    assert first.leads == ((0, 18),)
    assert others
    assert not any(passage.leads for passage in others)


@given(documents(most=1), st.integers(1, 300))
def test_leads_stand_in_their_passage_before_their_sentences(given_documents: list[qa.Document], size: int) -> None:
    for passage in qa.split(given_documents[0], size=size):
        assert len(passage.leads) in (0, len(passage.sentences))
        assert not passage.leads or any(passage.leads)
        for (start, _), lead in zip(passage.sentences, passage.leads, strict=False):
            assert lead is None or passage.start <= lead[0] < lead[1] <= start
