"""The lists are well formed."""

from __future__ import annotations

from qa.text.ends.lists.nordic import NORDIC
from tests.qa.text.ends.lists.holding import check


def test_lists_are_well_formed() -> None:
    check(NORDIC)
