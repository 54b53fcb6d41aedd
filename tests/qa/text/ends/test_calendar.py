"""Months and weekdays."""

from __future__ import annotations

import pytest

from qa.text.ends.calendar import MONTHS, SHORT_MONTHS


@pytest.mark.parametrize("language", MONTHS)
def test_a_year_has_its_months(language: str) -> None:
    assert len(MONTHS[language]) >= 12
    assert all(name.islower() for name in MONTHS[language])


def test_shortened_months_have_no_full_stop() -> None:
    assert not [name for names in SHORT_MONTHS.values() for name in names if "." in name]
