"""What a short question points back to."""

from __future__ import annotations

import pytest

from qa.question.antecedent import replace_part, replace_phrase, resolve
from qa.question.turns import Earlier


@pytest.mark.parametrize(
    ("question", "before", "resolved"),
    [
        ("Where is she?", Earlier("Who leads?", ("The minister, Ann Lee, left.",), "Ann Lee"), "Where is Ann Lee?"),
        ("Where is she?", Earlier("Who leads?", ("Nobody leads.",)), "Where is she?"),
        ("How come it was possible?", Earlier("Where is the museum?"), "How come it was possible?"),
        ("Where was it?", Earlier("Where is the museum?"), "Where was the museum?"),
        ("Where is Bob Ray and his dog?", Earlier("Where is Ann Lee?"), "Where is Bob Ray and his dog?"),
    ],
)
def test_a_pronoun_is_resolved_where_it_is_sure(question: str, before: Earlier, resolved: str) -> None:
    assert resolve(question, [before])[0] == resolved


@pytest.mark.parametrize(
    ("question", "before", "replaced"),
    [
        ("What about 1990?", "Who won in 1986?", "Who won in 1990?"),
        ("And on Monday?", "Who came on Sunday?", "Who came on Monday?"),
        ("And in June?", "Who came?", "Who came in June?"),
        ("What about Spain?", "Did France beat Italy in Rome?", ""),
        ("And why?", "Who came?", ""),
        ("What about Spain?", "", ""),
    ],
)
def test_a_part_takes_the_place_of_its_like(question: str, before: str, replaced: str) -> None:
    assert replace_part(question, before) == replaced


@pytest.mark.parametrize(
    ("language", "phrase", "before", "replaced"),
    [
        ("en", "the deposit", "How high is the rent?", "How high is the deposit?"),
        ("en", "for children", "What does it cost for adults?", "What does it cost for children?"),
        ("fr", "le dimanche", "Quand ouvre la piscine le samedi ?", "Quand ouvre la piscine le dimanche ?"),
        ("es", "los niños", "¿Cuánto pagan los adultos?", "¿Cuánto pagan los niños?"),
        ("de", "am Montag", "Wann öffnet das Bad am Sonntag?", "Wann öffnet das Bad am Montag?"),
        ("de", "DVDs", "Wie lange kann ich Bücher behalten?", ""),
        ("en", "the deposit", "Is the rent in the contract?", ""),
        ("en", "the rent", "How high is the rent?", ""),
        ("en", "the", "How high is the rent?", ""),
        ("en", "", "How high is the rent?", ""),
    ],
)
def test_a_phrase_takes_the_place_of_one_that_begins_alike(
    language: str, phrase: str, before: str, replaced: str
) -> None:
    assert replace_phrase(phrase, before, language) == replaced
