from __future__ import annotations

from collections.abc import Mapping

import pytest

import qa
from qa.errors import LibraryError
from qa.scoring import topic
from qa.scoring.topic import TOPIC_FEATURES, load_topic_model

HANDBOOK = """# Handbook

## Parental leave

Parents have fourteen weeks off at full pay. They may share them as they like.

## Travel

Journeys by rail are paid in second class. Taxis are paid at night only.
"""
OTHER = "# Kitchen\n\n## Ovens\n\nThe big oven is switched on at six. It is cleaned on Fridays.\n"


@pytest.fixture(scope="module")
def library() -> qa.Library:
    library = qa.Library()
    for name, text in (("handbook", HANDBOOK), ("kitchen", OTHER)):
        library.add(
            qa.Document(id=name, text=text, title=name.title(), source=f"{name}.md", media_type="text/markdown")
        )
    return library


def describe(library: qa.Library, asked: str) -> Mapping[str, float]:
    return library.examine(asked).features


def test_what_stands_under_a_heading_is_about_it(library: qa.Library) -> None:
    features = describe(library, "parental leave")
    assert set(features) == set(TOPIC_FEATURES)
    assert features["held"] == features["whole"] == 1.0
    assert features["rarest_missing"] == 0.0
    assert library.ask("parental leave").answered
    assert library.ask("Tell me about parental leave").confidence > 0.5


def test_what_is_missing_makes_it_less_sure(library: qa.Library) -> None:
    features = describe(library, "parental pension")
    assert features["whole"] == 0.0
    assert 0.0 < features["rarest_missing"] < 1.0
    assert library.ask("parental pension").confidence < library.ask("parental leave").confidence


def test_a_topic_that_no_document_holds_is_not_answered(library: qa.Library) -> None:
    for asked in ("swimming pool", "pension scheme", "bicycle repair allowance", "annual report of the treasurer"):
        assert not library.ask(asked).answered, asked


def test_it_means_the_same_when_one_document_is_asked_or_both(library: qa.Library) -> None:
    alone = library.ask("taxis at night", documents=["handbook"])
    both = library.ask("taxis at night")
    assert abs(alone.confidence - both.confidence) < 0.3
    assert alone.quotes[0].text == both.quotes[0].text == "Taxis are paid at night only."


def test_a_question_keeps_its_own_features(library: qa.Library) -> None:
    assert not set(TOPIC_FEATURES) <= set(library.examine("How long is parental leave?").features)


def test_a_card_of_other_features_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    load_topic_model.cache_clear()
    monkeypatch.setattr(topic, "load_card", lambda name: {"intercept": 0.0, "weights": {"held": 1.0}})
    with pytest.raises(LibraryError, match="Install it again"):
        load_topic_model()
    monkeypatch.undo()
    load_topic_model.cache_clear()
    assert load_topic_model().log_odds(dict.fromkeys(TOPIC_FEATURES, 0.0)) == load_topic_model().intercept
