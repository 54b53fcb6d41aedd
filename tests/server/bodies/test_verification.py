"""What is read of an answer to be checked is bounded in all its lists, alone and together."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from server.bodies.verification import MAX_PLACES, GivenAnswer

PLACE: dict[str, Any] = {"text": "x", "document_id": "a", "start": 0, "end": 1, "citation": {"sha256": "?"}}


def test_an_answer_cites_a_bounded_number_of_places() -> None:
    def answer(n_quotes: int, n_also: int) -> dict[str, Any]:
        return {"quotes": [{**PLACE, "number": 1, "also": [PLACE] * n_also}] * n_quotes}

    GivenAnswer.model_validate(answer(MAX_PLACES // 100, 99))
    with pytest.raises(ValidationError, match=r"cites 1,010 places: send 1,000 at the most"):
        GivenAnswer.model_validate(answer(10, 100))
