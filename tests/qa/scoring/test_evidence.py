"""Scored sentences, by the trained model and without it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.errors import LibraryError
from qa.models.load import load_arrays
from qa.scoring.evidence import EvidenceModel, _put_offer_first, load_evidence_model, make_plain_model, select
from qa.scoring.features import FEATURES, PLAIN_WEIGHTS
from qa.scoring.row import Row
from qa.scoring.term_weights import BLOCKS
from qa.types import Evidence
from tests.qa.strategies import documents, questions


def best(library: qa.Library, question: str) -> qa.Evidence:
    return library.examine(question).evidence[0]


@given(documents(), questions(), st.booleans())
def test_scores_are_in_bounds_and_sorted_and_matched_words_are_shares(
    given_documents: list[qa.Document], question: str, trained: bool
) -> None:
    library = qa.Library(trained=trained)
    library.add(*given_documents)
    found = library.examine(question)
    assert [(-each.score, each.span) for each in found.evidence] == sorted(
        (-each.score, each.span) for each in found.evidence
    )
    for sentence in found.evidence:
        assert tuple(sentence.features) == FEATURES
        assert all(map(math.isfinite, sentence.features.values()))
        assert 0.0 <= sentence.score <= 1.0
        assert 0.0 < sum(sentence.matched.values()) <= 1.0 + 1e-9
    assert bool(found.features) == bool(found.evidence)


@given(documents(), questions())
def test_the_untrained_score_is_the_weighted_mean_of_what_can_be_read(
    given_documents: list[qa.Document], question: str
) -> None:
    library = qa.Library(trained=False)
    library.add(*given_documents)
    for sentence in library.examine(question).evidence:
        assert all(-1e-9 <= sentence.features[name] <= 1.0 + 1e-9 for name in PLAIN_WEIGHTS)
        mean = sum(weight * sentence.features[name] for name, weight in PLAIN_WEIGHTS.items())
        assert sentence.score == sentence.features["plain"] == pytest.approx(mean, abs=1e-8)


def test_the_weights_sum_to_one() -> None:
    assert math.isclose(sum(PLAIN_WEIGHTS.values()), 1.0)
    assert set(PLAIN_WEIGHTS) <= set(FEATURES)


@given(documents(), questions(), st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_no_score(given_documents: list[qa.Document], question: str, random) -> None:
    shuffled = list(given_documents)
    random.shuffle(shuffled)
    one, other = qa.Library(), qa.Library()
    one.add(*given_documents)
    other.add(*shuffled)
    found = [
        [(each.span, each.score, dict(each.features)) for each in library.examine(question).evidence]
        for library in (one, other)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("trained", [True, False])
def test_equal_documents_score_the_same_and_the_first_id_leads(trained: bool) -> None:
    library = qa.Library(trained=trained)
    library.add(*(qa.Document(id=f"d{n}", text="It rains. Tickets cost €14. Bring a coat.") for n in range(9)))
    evidence = library.examine("What does a ticket cost?", k=9).evidence
    found = [each for each in evidence if each.text == "Tickets cost €14."]
    assert len({each.score for each in found}) == 1
    assert [each.span.document_id for each in found] == [f"d{n}" for n in range(9)]


@pytest.mark.parametrize("trained", [True, False])
def test_the_sentence_that_covers_the_question_wins(museum: qa.Document, harbour: qa.Document, trained: bool) -> None:
    library = qa.Library(trained=trained)
    library.add(museum, harbour)
    assert best(library, "What do children under 12 pay for tickets?").text.startswith("Tickets cost €14")
    assert best(library, "Who founded the museum?").text.startswith("Dr. J. R. Smith")


def test_sentences_that_share_no_word_are_no_evidence(library: qa.Library) -> None:
    evidence = library.examine("Who founded the museum?").evidence
    assert evidence
    assert all(each.matched for each in evidence)
    assert not any("Forty ships" in each.text for each in library.examine("museum").evidence)
    assert (
        select(library.match("zzz"), load_evidence_model()) == select(library.match("?!"), load_evidence_model()) == []
    )


def test_what_leads_to_a_sentence_and_its_headings_make_it_evidence() -> None:
    library = qa.Library(trained=False)
    text = "Parking\n\nOn the left is a gate.\n\nWhere can I fish?\n\nBehind the mill.\n\nIt rains."
    library.add(qa.Document(id="d", text=text, headings=((0, 7),), title="-"))
    assert best(library, "Where do people fish?").text == "Behind the mill."
    assert best(library, "Where do people fish?").matched.keys() >= {"fish"}
    evidence = library.examine("parking of the gate").evidence
    assert {each.text for each in evidence} == {"On the left is a gate.", "Behind the mill.", "It rains."}
    assert all("park" in each.matched for each in evidence)
    assert not any(each.text.endswith("?") for each in evidence)


def test_a_sentence_that_adds_no_word_answers_whether_and_nothing_else() -> None:
    library = qa.Library(trained=False)
    library.add(qa.Document(id="d", text="It is the harbour of Lund. The harbour of Lund opens in May. It rains."))
    assert [each.text for each in library.examine("Where is the harbour of Lund?").evidence] == [
        "The harbour of Lund opens in May."
    ]
    whether = {each.text for each in library.examine("Is it the harbour of Lund?").evidence}
    assert whether >= {"It is the harbour of Lund.", "The harbour of Lund opens in May."}


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Dogs are allowed in the garden.", "Are dogs allowed in the garden?"),
        ("en", "Dogs are allowed in the garden.", "dogs allowed in garden"),
        ("en", "Dogs are allowed in the garden.", "Dogs are allowed in the garden."),
        ("de", "Das Museum ist am Montag geschlossen.", "Ist das Museum am Montag geschlossen?"),
        ("de", "Das Museum ist am Montag geschlossen.", "Museum Montag geschlossen"),
        ("fr", "Le musée est fermé le lundi.", "Le musée est-il fermé le lundi ?"),
        ("zh", "博物馆周一关闭。", "博物馆周一关闭吗？"),
    ],
)
def test_a_sentence_that_says_again_what_was_typed_is_evidence_unless_more_is_asked_for(
    language: str, text: str, question: str
) -> None:
    library = qa.Library(trained=False)
    library.add(qa.Document(id="d", text=f"{text}\n\n14.", title="-", language=language))
    assert best(library, question).text == text


@pytest.mark.parametrize(
    ("question", "text", "best"),
    [
        ("How much is lunch?", "Lunch is served from 12 to 2. Lunch costs 11 euros.", "Lunch costs 11 euros."),
        ("How much is lunch?", "Lunch is served from 12 to 2. Lunch is free.", "Lunch is free."),
        ("When is lunch?", "Lunch costs 11 euros. Lunch is served at 12:30.", "Lunch is served at 12:30."),
        (
            "How long was the proposed strike?",
            "A strike was proposed by the union. It proposed a strike of 3 days.",
            None,
        ),
        ("How long does the tour last?", "The tour is led by a guide. The tour lasts two hours.", None),
    ],
)
def test_of_two_that_hold_as_much_the_one_that_offers_what_is_asked_for_comes_first(
    question: str, text: str, best: str | None
) -> None:
    with qa.Library() as library:
        library.add(qa.Document(text=text, language="en"))
        assert library.examine(question).evidence[0].text == (best or text[text.index(". ") + 2 :])


def test_one_that_offers_it_and_is_far_behind_or_holds_less_stays_behind() -> None:
    passage = qa.split(qa.Document(text="One. Two. Three."))[0]

    def make(place: int, score: float, answer_type: float, with_above: float) -> Evidence:
        values = np.zeros(len(FEATURES))
        values[FEATURES.index("answer_type")], values[FEATURES.index("with_above")] = answer_type, with_above
        start, end = passage.sentences[place]
        return Evidence(qa.Span(passage.document_id, start, end), passage, score, {"x": 1.0}, Row(FEATURES, values))

    best = make(0, 0.6, 0.0, 0.5)
    for other in (make(1, 0.1, 1.0, 0.5), make(1, 0.5, 1.0, 0.4), make(1, 0.5, 0.0, 0.9)):
        assert _put_offer_first([best, other]) == [best, other]
    first, second, third = _put_offer_first([best, make(1, 0.4, 0.0, 0.9), make(2, 0.3, 1.0, 0.5)])
    assert [(each.text, each.score) for each in (first, second, third)] == [
        ("Three.", 0.6),
        ("Two.", 0.4),
        ("One.", 0.3),
    ]


def test_the_shipped_model_fits_the_features() -> None:
    model = load_evidence_model()
    assert model.trees is not None
    assert 0 <= model.trees.feature.min() <= model.trees.feature.max() < len(FEATURES)
    assert np.isfinite(model.trees.threshold).all()
    assert np.isfinite(model.trees.value).all()
    assert len(model.term_weights.coefficients) == len(BLOCKS)
    assert load_evidence_model() is model
    assert make_plain_model().trees is None


def test_no_row_has_no_score() -> None:
    for model in (load_evidence_model(), make_plain_model()):
        assert isinstance(model, EvidenceModel)
        assert model.scores(np.empty((0, len(FEATURES)))).shape == (0,)


def test_a_model_of_other_features_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = load_arrays("evidence")
    monkeypatch.setattr(
        "qa.scoring.evidence.load_arrays", lambda name: {**shipped, "features": shipped["features"][:-1]}
    )
    with pytest.raises(LibraryError, match=r"evidence\.npz was trained on other features.* Install it again"):
        load_evidence_model.__wrapped__()
