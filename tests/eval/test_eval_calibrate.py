from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import qa
from eval.calibrate import main
from qa.confidence import Calibration

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome", "Goole", "Hexham")


def write_set(path: Path, *, answerable: bool = True) -> Path:
    """Write a set of articles about towns: two paragraphs each, and a question about either."""
    articles: list[dict[str, Any]] = []
    for n, town in enumerate(TOWNS):
        paragraphs = []
        for thing, year in (("bridge", 1700 + n), ("museum", 1800 + n)):
            context = f"Travellers like {town}. The {thing} of {town} was built in {year}. Rain is frequent there."
            answer = {"text": str(year), "answer_start": context.index(str(year))}
            qas = [
                {"id": f"{town}-{thing}", "question": f"When was the {thing} of {town} built?", "answers": [answer]},
                {"id": f"{town}-{thing}-no", "question": f"Who painted the {thing} of {town}?", "answers": []},
            ]
            paragraphs.append({"context": context, "qas": qas if answerable else qas[1:]})
        articles.append({"title": town, "paragraphs": paragraphs})
    path.write_text(json.dumps({"data": articles}), encoding="utf-8")
    return path


def fit(*arguments: str | Path) -> tuple[dict[str, Any], str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    output = Path(str(arguments[arguments.index("--output") + 1]))
    return json.loads(output.read_text(encoding="utf-8")), result.output


def test_the_card_can_be_used_and_says_what_it_was_fitted_on(tmp_path: Path) -> None:
    card, output = fit(write_set(tmp_path / "towns.json"), "--step", "1", "--output", tmp_path / "card.json")
    assert (card["format"], card["on"], card["version"]) == (1, ["towns"], qa.__version__)
    assert card["fitted"]["auroc"] > 0.9
    assert str(card["fitted"]["examples"]) in output
    library = qa.Library()
    library.add(qa.Document(text="The bridge of Avon was built in 1700. Rain is frequent there."))
    calibration = Calibration(card["intercept"], card["weights"], card["threshold"])
    there, elsewhere = (
        calibration.probability(library.examine(f"When was the bridge of {town} built?").features)
        for town in ("Avon", "Corby")
    )
    assert 0.0 < elsewhere < there < 1.0


def test_it_is_tested_on_articles_that_it_was_not_fitted_on(tmp_path: Path) -> None:
    towns = write_set(tmp_path / "towns.json")
    card, _ = fit(towns, "--adversarial", towns, "--articles", "4", "--step", "1", "--output", tmp_path / "card.json")
    held_out = card["held_out"]
    assert held_out["present"] == 4 * 2 * 3  # four articles, two questions each, asked in three libraries that answer
    assert 0.0 <= held_out["absent_answered"] < held_out["present_answered"] <= 1.0


def test_the_same_sets_give_the_same_card(tmp_path: Path) -> None:
    towns = write_set(tmp_path / "towns.json")
    assert fit(towns, "--output", tmp_path / "one.json")[0] == fit(towns, "--output", tmp_path / "two.json")[0]


@pytest.mark.parametrize("arguments", [[], ["missing.json"], ["--step", "0"]])
def test_wrong_use_ends_with_code_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2
