"""Kinds of understanding switched off: every seam is there, and what is switched off comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner

import qa
from eval.everyday.ablation import AS_IT_IS, FIGURES, ask_without, main, measure_switches, switched_off, table
from eval.everyday.halves import read_halves
from eval.everyday.switches import SWITCHES, Switch

SILENT = Switch("all that is found", {"qa.asking.select": lambda function: lambda match, model: []})
GONE = Switch("what is not there", {"qa.asking.no_such_function": lambda function: function})


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_every_kind_can_be_switched_off(switch: Switch, write_halves: Callable[..., Path]) -> None:
    row = ask_without(switch, read_halves(write_halves()), None, way="half")
    assert row.name == switch.name
    assert list(row.figures) == [f"{half}, {name}" for half in ("choose", "report") for name in FIGURES]


def test_the_names_of_the_kinds_differ() -> None:
    assert len({switch.name for switch in SWITCHES}) == len(SWITCHES)


def test_a_kind_is_on_again_afterwards() -> None:
    with qa.Library() as library:
        library.add(qa.Document(id="d", text="The red pier opened in 1920."))
        with switched_off(SILENT):
            assert library.ask("When did the red pier open?").reason == "no_match"
        assert library.ask("When did the red pier open?", min_confidence=0.0).answered


def test_a_seam_that_is_gone_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no_such_function"), switched_off(GONE):
        pass


def test_the_table_has_figures_and_then_changes(write_halves: Callable[..., Path]) -> None:
    rows = measure_switches(read_halves(write_halves()), None, way="alone", switches=[SILENT])
    head, cells = table(rows)
    assert [row[0] for row in cells] == [AS_IT_IS, SILENT.name]
    at = head.index("choose, silence")
    assert (cells[0][at], cells[1][at]) == ("1.000", "+0.000")
    right = rows[0].figures["choose, answered_right"]
    assert right
    assert cells[1][head.index("choose, answered_right")] == f"{-right:+.3f}"
    assert cells[1][head.index("choose, answer_precision")] == "–"


def test_the_command(write_halves: Callable[..., Path]) -> None:
    halves = read_halves(write_halves())
    only = SWITCHES[0].name
    with (
        patch("eval.everyday.ablation.read_halves", lambda: halves),
        patch("eval.everyday.ablation.read_keywords", lambda: halves["choose"]),
    ):
        figures = json.loads(CliRunner().invoke(main, ["--json", "--only", only]).stdout)
        shown = CliRunner().invoke(main, ["--only", only]).stdout
        refused = CliRunner().invoke(main, ["--only", "nonsense"])
    assert list(figures["rows"]) == [AS_IT_IS, only]
    assert "keywords, word_f1" in shown
    assert not any(word in shown for word in ("quagga", "zebu", "secretive"))
    assert refused.exit_code == 2
    assert "names what is no switch" in refused.stderr


def test_documents_may_be_changed(write_halves: Callable[..., Path]) -> None:
    def blank(document: qa.Document) -> qa.Document:
        return qa.Document(id=document.id, text="x" * len(document.text))

    row = ask_without(Switch("words", change=blank), read_halves(write_halves()), None, way="half")
    assert row.figures["choose, answered_right"] == row.figures["report, answered_right"] == 0.0
