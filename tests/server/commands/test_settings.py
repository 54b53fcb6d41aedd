"""The command that shows the settings."""

from __future__ import annotations

import qa
from server.settings import Settings
from tests.server.commands.conftest import QUESTION, run


def test_settings_are_shown_with_their_values(monkeypatch):
    monkeypatch.setenv("QUOTH_PORT", "9000")
    monkeypatch.setenv("QUOTH_PROT", "9000")
    result = run("settings")
    assert "QUOTH_PORT=9000\n" in result.stdout
    assert "Default: 8000." in result.stdout
    assert "QUOTH_ALLOWED_HOSTS=localhost,127.0.0.1,[::1]\n" in result.stdout
    for name in Settings.model_fields:
        assert f"QUOTH_{name.upper()}=" in result.stdout
    assert "QUOTH_PROT" in result.stderr


def test_settings_end_with_the_minimum_confidence_in_force(monkeypatch, tmp_path):
    last = "An answer must be at least {} confident.\n"
    assert run("settings").stdout.endswith(last.format(qa.DEFAULT_MIN_CONFIDENCE))
    with qa.Library(tmp_path / "lib") as library:
        library.calibrate(qa.Calibration(threshold=0.625))
    monkeypatch.setenv("QUOTH_LIBRARY", str(tmp_path / "lib"))
    assert run("settings").stdout.endswith(last.format(0.625))
    monkeypatch.setenv("QUOTH_MIN_CONFIDENCE", "0.5")
    assert run("settings").stdout.endswith(last.format(0.5))
    monkeypatch.delenv("QUOTH_MIN_CONFIDENCE")
    monkeypatch.setenv("QUOTH_LIBRARY", str(tmp_path / "nowhere"))
    result = run("settings", code=2)
    assert "QUOTH_PORT=8000\n" in result.stdout
    assert "no library at" in result.stderr


def test_a_bad_setting_ends_with_2_and_names_itself(monkeypatch):
    monkeypatch.setenv("QUOTH_PORT", "many")
    for arguments in (("settings",), ("ask", QUESTION), ("serve",), ("list",)):
        assert "QUOTH_PORT is 'many'" in run(*arguments, code=2).stderr
