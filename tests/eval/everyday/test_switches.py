"""What can be switched off for a measurement is there, by the names that are given."""

from __future__ import annotations

from pkgutil import resolve_name

import pytest

from eval.everyday.switches import SWITCHES, Switch


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_every_seam_is_a_function_of_the_library(switch: Switch) -> None:
    assert switch.seams or switch.change
    for target, stand_in in switch.seams.items():
        function = resolve_name(target)
        assert callable(function), target
        assert callable(stand_in(function))
