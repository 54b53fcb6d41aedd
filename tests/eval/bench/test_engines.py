"""Who is measured, and how a system is made of its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench.engines import CONTESTANTS, Contestant, contestant, make_engine, one_by_one


@pytest.mark.parametrize("system", CONTESTANTS, ids=lambda each: each.name)
def test_each_says_how_it_is_used_and_shares_only_what_is_there(system: Contestant) -> None:
    assert contestant(system.name) is system
    assert system.how.endswith(".")
    assert system.kept_as in {each.name for each in CONTESTANTS}


def test_a_job_names_the_system_and_its_folder(tmp_path: Path) -> None:
    job = contestant("Quoth ask").job(tmp_path, "clickhouse://db1/quoth")
    assert (job["kept_as"], job["index"], job["folder"]) == ("Quoth search", "segments", str(tmp_path))
    assert job["library"] == "clickhouse://db1/quoth"


def test_missing_packages_are_known_before_they_are_needed() -> None:
    assert Contestant("x", ("json", "no_such_package"), "nowhere:Nothing", "").missing == ("no_such_package",)


def test_an_engine_is_imported_by_name_and_may_take_a_location() -> None:
    assert type(make_engine("eval.bench.quoth:QuothSearch")).__name__ == "QuothSearch"
    assert str(make_engine("pathlib:PurePath", "db1")) == "db1"


def test_one_by_one_asks_in_order() -> None:
    asked: list[str] = []

    def search(question: str) -> list[int]:
        asked.append(question)
        return []

    one_by_one(search)(["a", "b"])
    assert asked == ["a", "b"]
