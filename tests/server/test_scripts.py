"""The scripts: what one imports, at once or later, never leads back to it."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

import server

STATIC = Path(server.__file__).parent / "static"
IMPORT = re.compile(r"""(?:\bfrom |^import |\bimport\()"\./([a-z-]+\.js)\"""", re.MULTILINE)


def imports() -> dict[str, set[str]]:
    return {path.name: set(IMPORT.findall(path.read_text(encoding="utf-8"))) for path in STATIC.glob("*.js")}


def test_scripts_import_each_other_one_way_only():
    graph = imports()
    assert {"asking.js", "drop.js", "library.js"} <= graph["chat.js"], "imports of each kind are found"
    assert list(TopologicalSorter(graph).static_order())[-1] == "chat.js"


def test_every_script_is_reached_and_every_one_that_is_imported_exists():
    graph = imports()
    assert {name for each in graph.values() for name in each} == set(graph) - {"chat.js"}
