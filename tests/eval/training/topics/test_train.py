from __future__ import annotations

import random

import qa
from eval.training.topics.train import fit, make_topics
from qa.training import TOPIC_FEATURES

TEXT = """# House rules

## Quiet hours

Nobody makes noise after ten in the evening. Musicians practise before noon.

## Garden tools

Spades and rakes hang in the shed behind the garage.
"""


def test_topics_are_headings_words_of_sentences_and_near_misses() -> None:
    document = qa.Document(
        id="d",
        text=TEXT,
        title="House rules",
        source="rules.md",
        headings=tuple((TEXT.index(name), TEXT.index(name) + len(name)) for name in ("Quiet hours", "Garden tools")),
    )
    topics, again = (list(make_topics(document, ["Swimming"], random.Random(1))) for _ in range(2))  # noqa: S311
    assert topics == again
    texts = {topic.text for topic in topics}
    assert {"quiet hours", "garden tools"} <= texts
    misses = [topic for topic in topics if not topic.gold]
    assert misses
    assert all("swimming" in topic.text for topic in misses)
    for topic in topics:
        assert all(0 <= span.start < span.end <= len(TEXT) for span in topic.gold)


def test_what_is_held_tells_what_is_right() -> None:
    chance = random.Random(3)  # noqa: S311
    rows = []
    for number in range(200):
        right = number % 2 == 0
        features = {name: chance.random() for name in TOPIC_FEATURES}
        features["held"] = 1.0 if right else 0.4 + 0.1 * chance.random()
        rows.append(("present" if right else "near miss", f"document {number % 10}", features, right))
    card = fit(rows)
    assert card["weights"]["held"] > 0
    assert card["cross_validated"]["auroc"] > 0.9
    assert card == fit(rows)
