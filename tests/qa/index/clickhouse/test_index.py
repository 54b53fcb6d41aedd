"""Any sequence of changes by two writers leaves on the cluster what the estimator makes of what is left."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings

import qa
from qa.index import open_index
from qa.index.clickhouse import purging
from tests.qa.index.embedded.test_index import changes
from tests.qa.oracle import answers_as_the_estimator, change


@pytest.mark.slow
@given(changes=changes)
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_changes_leave_the_estimator_of_what_is_left(
    new_library: Callable[..., str], changes: list[tuple[list[qa.Document] | int, str]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(purging, "GRACE", 0)
        patch.setattr(purging, "SHARE", 0.0)
        location = new_library(cluster=True)
        held: dict[str, qa.Document] = {}
        with closing(open_index(location)) as one, closing(open_index(location)) as two:
            index, other = one, two
            for what, then in changes:
                change(index, held, what)
                if then == "compact":
                    index.compact()
                elif then == "other":
                    index, other = other, index
                answers_as_the_estimator(other, held, ["Where is the old museum of tickets?", "多少钱"])
            assert one.check() == []
