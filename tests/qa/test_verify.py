from __future__ import annotations

import copy
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

import qa


@pytest.fixture
def answer(library: qa.Library) -> dict[str, Any]:
    """An answer's JSON with one quote, as far as it is checked."""
    quote = library.ask("When did Smith found the museum?", max_quotes=1, min_confidence=0.0).quotes[0]
    return {
        "quotes": [
            {
                "number": 1,
                "text": quote.text,
                "document_id": quote.document_id,
                "start": quote.start,
                "end": quote.end,
                "citation": {"sha256": quote.sha256},
            }
        ]
    }


def status(library: qa.Library, answer: dict[str, Any]) -> str:
    (verdict,) = library.verify(answer)
    return verdict.status


def test_a_true_quote_is_verified(library: qa.Library, answer: dict[str, Any]) -> None:
    assert status(library, answer) == "verified"


@pytest.mark.parametrize(
    "change", [{"text": "Dr. J. R. Smith founded it in 1932."}, {"start": 0}, {"start": -5}, {"end": 10**9}]
)
def test_a_changed_quote_is_altered(library: qa.Library, answer: dict[str, Any], change: dict[str, Any]) -> None:
    answer["quotes"][0] |= change
    assert status(library, answer) == "altered"


def test_a_changed_document_makes_it_stale(library: qa.Library, museum: qa.Document, answer: dict[str, Any]) -> None:
    library.add(qa.Document(id="museum", text=museum.text + " More."))
    assert status(library, answer) == "stale"
    assert "still at this place" in library.verify(answer)[0].detail
    library.add(qa.Document(id="museum", text="Closed."))
    assert "no longer at this place" in library.verify(answer)[0].detail


def test_a_removed_document_is_missing(library: qa.Library, answer: dict[str, Any]) -> None:
    library.remove("museum")
    assert status(library, answer) == "missing"


def test_the_same_text_under_another_id_will_do(
    library: qa.Library, museum: qa.Document, answer: dict[str, Any]
) -> None:
    library.remove("museum")
    library.add(qa.Document(id="moved", text=museum.text))
    assert status(library, answer) == "verified"


def test_an_answer_without_quotes_has_nothing_to_check(library: qa.Library) -> None:
    assert library.verify({"quotes": []}) == []
    assert library.verify(library.ask("Zebras?")) == []


@pytest.mark.parametrize("answer", [{}, {"quotes": "x"}, {"quotes": [1]}, {"quotes": [{"text": "x"}]}, [], None])
def test_what_is_no_answer_is_refused(library: qa.Library, answer: Any) -> None:
    with pytest.raises(qa.InvalidOption, match="Give the JSON that Quoth answered with"):
        library.verify(answer)


@pytest.mark.parametrize(
    ("name", "value"),
    [("start", "1"), ("start", True), ("end", 1.5), ("text", None), ("document_id", 7), ("number", []), ("sha256", 1)],
)
def test_a_field_of_the_wrong_kind_is_named(library: qa.Library, answer: dict[str, Any], name: str, value: Any) -> None:
    broken = copy.deepcopy(answer)
    quote = broken["quotes"][0]
    (quote["citation"] if name == "sha256" else quote)[name] = value
    with pytest.raises(qa.InvalidOption, match=f"Quote 1 of the answer has {name}"):
        library.verify(broken)


def test_other_places_of_a_fact_are_checked_under_its_number(library: qa.Library, answer: dict[str, Any]) -> None:
    (quote,) = answer["quotes"]
    place = {key: value for key, value in quote.items() if key != "number"}
    quote["also"] = [place, {**place, "text": "Another."}]
    found = [(verdict.number, verdict.status) for verdict in library.verify(answer)]
    assert found == [(1, "verified"), (1, "verified"), (1, "altered")]


@pytest.mark.parametrize("also", ["x", None, [1], [{}], [{"text": "x", "citation": {}}]])
def test_other_places_of_the_wrong_kind_are_refused(library: qa.Library, answer: dict[str, Any], also: object) -> None:
    answer["quotes"][0]["also"] = also
    with pytest.raises(qa.InvalidOption, match="Give the JSON that Quoth answered with"):
        library.verify(answer)


def test_many_quotes_of_one_document_are_checked_in_one_reading() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text="The cat sat. " * 100_000))
    quote = {"number": 1, "document_id": "a", "start": 0, "end": 3, "text": "The", "citation": {"sha256": "0" * 64}}
    assert len(library.verify({"quotes": [quote] * 2_000})) == 2_000


def test_one_document_is_kept_at_a_time_whatever_hashes_are_claimed(tmp_path: Path) -> None:
    """A document that is there is read once, and let go before the next one is."""
    text = "The cat sat. " * 20_000
    with qa.Library(tmp_path / "library") as library:
        library.add(*(qa.Document(id=name, text=text + name) for name in "abc"))
        quotes = [
            {
                "number": 1,
                "document_id": "abc"[number % 3],
                "start": 0,
                "end": 10**6,
                "text": "The",
                "citation": {"sha256": f"{number:064x}"},
            }
            for number in range(300)
        ]
        tracemalloc.start()
        statuses = [verdict.status for verdict in library.verify({"quotes": quotes})]
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert statuses == ["stale"] * 300
    assert most < 8 * len(text)


def test_verdicts_are_in_the_order_of_the_answer_whichever_documents_they_are_of(library: qa.Library) -> None:
    library.add(qa.Document(id="a", text="The cat sat."), qa.Document(id="b", text="The dog sat."))
    ids = ["a", "x", "b", "a", "b", "x"]
    quotes = [
        {"number": n, "document_id": name, "start": 4, "end": 7, "text": "cat", "citation": {"sha256": "?"}}
        for n, name in enumerate(ids, 1)
    ]
    verdicts = library.verify({"quotes": quotes})
    assert [(verdict.number, verdict.document_id) for verdict in verdicts] == [*enumerate(ids, 1)]
    assert [verdict.status for verdict in verdicts] == ["stale", "missing", "stale", "stale", "stale", "missing"]
