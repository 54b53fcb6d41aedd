"""Messages in lower case."""

from __future__ import annotations

import pytest

from qa.text.ends.casual import is_casual
from qa.text.ends.find import find_ends


@pytest.mark.parametrize(
    ("text", "n_ends"),
    [
        ("Sam: ok. see you at 9", 1),
        ("[10:42] sam: is it open? i think so", 1),
        ("Sam: hm... maybe tomorrow", 0),
        ("hi! are you open today? thanks", 2),
        ("Rule: never go e.g. at night", 0),
        ("Jo: meet at 5 p.m. sharp", 0),
        ("It is open? he asked", 0),
        ("Sam: see plan.pdf and pool.org for more", 0),
    ],
)
def test_sentences_in_lower_case(text: str, n_ends: int) -> None:
    assert len(find_ends(text, "en")) == n_ends


def test_prose_is_not_casual() -> None:
    assert not is_casual("The pool is open. see below")
