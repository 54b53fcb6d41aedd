from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import qa
from eval.training.train_focus import main
from qa.training import FocusModel, find_focus_candidates

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome", "Goole", "Hexham")


def write_set(path: Path) -> Path:
    """Write a set of articles about towns, two questions each that the paragraph answers and one that it does not."""
    articles: list[dict[str, Any]] = []
    for n, town in enumerate(TOWNS):
        context = (
            f"The bridge of {town} was built in {1700 + n} by Miss {town}son. Travellers like it. Rain is frequent."
        )
        qas: list[dict[str, Any]] = [
            {"question": f"{asked} the bridge of {town}?", "answers": [{"text": a, "answer_start": context.index(a)}]}
            for asked, a in (("When did they build", str(1700 + n)), ("Who built", f"Miss {town}son"))
        ]
        qas.append({"question": f"Who painted {town}?", "answers": []})
        articles.append({"title": town, "paragraphs": [{"context": context, "qas": qas}]})
    path.write_text(json.dumps({"data": articles}), encoding="utf-8")
    return path


def train(*arguments: str | Path) -> None:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output


def test_what_is_trained_is_measured_and_can_be_used(tmp_path: Path) -> None:
    towns = write_set(tmp_path / "towns.json")
    train(towns, "--half", towns, "--articles", "4", "--measure", "--output", tmp_path / "one")
    card = json.loads((tmp_path / "one/focus.json").read_text(encoding="utf-8"))
    assert card["cross_validated"]["questions"] == 8 * 2 + 4 * 2
    assert card["held_out"]["questions"] == 4 * 2
    assert card["held_out"]["f1_always_marked"][0] > 0.9
    with (tmp_path / "one/focus.npz").open("rb") as file:
        model = FocusModel.load(file)
    sentence = "The bridge of Kelso was built in 1801 by Miss Kelsoson."
    found = find_focus_candidates(qa.Question("When did they build the bridge of Kelso?"), sentence)
    assert found is not None
    choice = model.choose(found)
    assert sentence[slice(*found.places[choice.index])] == "1801"
    assert model.probability(choice) >= model.threshold

    train(towns, "--half", towns, "--articles", "4", "--measure", "--output", tmp_path / "two")
    for name in ("focus.npz", "focus.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("arguments", [[], ["missing.json"], ["--articles", "0"]])
def test_wrong_use_ends_with_code_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2
