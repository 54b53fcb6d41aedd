"""What a short question points back to."""

from __future__ import annotations

import pytest

from qa.question.antecedent import replace_part, resolve
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
