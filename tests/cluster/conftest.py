"""All tests in this folder want a ClickHouse server: they are skipped where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cluster.fixtures import LOUD
from tests.cluster.servers import binary


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if binary() is None:
        for item in items:
            here = Path(__file__).parent in item.path.parents
            if here and "in process" not in item.name and item.name != "test_the_contract_is_run":
                item.add_marker(pytest.mark.skip(reason=LOUD))
