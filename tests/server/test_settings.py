"""Settings: where they come from, and what a bad one says."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from server.settings import Settings, SettingsError, list_unknown_variables, load_settings, write_value

EXPECTED = {
    "library": (None, "my/library", "my/library"),
    "clickhouse_password": (None, "open sesame", SecretStr("open sesame")),
    "host": ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
    "port": (8000, "9000", 9000),
    "read_only": (False, "true", True),
    "reader": ("auto", "off", "off"),
    "min_confidence": (None, "0.75", 0.75),
    "max_upload_mb": (20, "5", 5),
    "workers": (1, "4", 4),
    "max_waiting": (64, "0", 0),
    "max_connections": (512, "9", 9),
    "max_connections_each": (64, "9", 9),
    "trusted_proxies": ((), "10.0.0.0/8, ::1", ("10.0.0.0/8", "::1")),
    "allowed_hosts": (("localhost", "127.0.0.1", "[::1]"), " Quoth.example , [::1] ,", ("quoth.example", "[::1]")),
    "allowed_origins": ((), "https://Wiki.example , http://[::1]:9", ("https://wiki.example", "http://[::1]:9")),
}


def test_every_setting_is_described_and_tried_here():
    assert set(EXPECTED) == set(Settings.model_fields)
    assert all(definition.description for _, definition in Settings.list_rows())


@pytest.mark.parametrize("name", EXPECTED)
def test_default_environment_and_option(monkeypatch, name):
    default, written, value = EXPECTED[name]
    assert getattr(load_settings(), name) == default
    monkeypatch.setenv(Settings.name_variable(name), "")
    assert getattr(load_settings(), name) == default
    monkeypatch.setenv(Settings.name_variable(name), written)
    assert getattr(load_settings(), name) == value
    assert getattr(load_settings(**{name: None}), name) == value
    assert getattr(load_settings(**{name: default}), name) == (value if default is None else default)


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("port", "many", "integer"),
        ("port", "65536", "65535"),
        ("port", "-1", "0"),
        ("read_only", "perhaps", "boolean"),
        ("reader", "perhaps", "auto"),
        ("min_confidence", "1.5", "1"),
        ("min_confidence", "nan", "1"),
        ("max_upload_mb", "0", "1"),
        ("workers", "0", "1"),
        ("max_waiting", "-1", "0"),
        ("allowed_hosts", ",", "1"),
        ("allowed_origins", "wiki.example", "http"),
        ("trusted_proxies", "proxy.example", "IPv4"),
        ("trusted_proxies", "10.0.0.0/64", "IPv4"),
        ("max_connections", "0", "1"),
        ("allowed_origins", "https://wiki.example/", "http"),
        ("allowed_origins", "*", "http"),
        ("allowed_origins", "null", "http"),
    ],
)
def test_a_bad_value_is_named_with_its_variable_and_what_is_expected(monkeypatch, name, written, expected):
    monkeypatch.setenv(Settings.name_variable(name), written)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    message = str(caught.value)
    assert message.startswith(f"QUOTH_{name.upper()} is ")
    assert written in message or name == "allowed_hosts"
    assert expected in message


def test_all_bad_values_are_told_at_once(monkeypatch):
    monkeypatch.setenv("QUOTH_PORT", "x")
    monkeypatch.setenv("QUOTH_MAX_UPLOAD_MB", "y")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert len(str(caught.value).splitlines()) == 2


def test_a_slip_of_the_pen_is_found(monkeypatch):
    assert list_unknown_variables() == []
    monkeypatch.setenv("QUOTH_PROT", "9000")
    monkeypatch.setenv("QUOTH_PORT", "9000")
    assert list_unknown_variables() == ["QUOTH_PROT"]


def test_a_password_reaches_the_location_and_is_not_shown(monkeypatch):
    monkeypatch.setenv("QUOTH_CLICKHOUSE_PASSWORD", "a b@c")
    settings = load_settings(library="clickhouse://reader@one:9000/quoth?timeout=5")
    assert settings.library == "clickhouse://reader:a%20b%40c@one:9000/quoth?timeout=5"
    assert write_value(settings.library) == "clickhouse://one:9000/quoth"
    assert "a b" not in write_value(settings.clickhouse_password) + repr(settings.clickhouse_password)
    assert load_settings(library="clickhouse://one/quoth").library == "clickhouse://default:a%20b%40c@one/quoth"
    torn = "clickhouse://reader:a@b/c@one"  # not understood: a password has %40 and %2F for @ and /
    assert write_value(torn) == "clickhouse://one"
    own = "clickhouse://reader:own@one/quoth"
    assert load_settings(library=own).library == own
    assert load_settings(library="my/library").library == "my/library"


def test_settings_do_not_change():
    with pytest.raises(ValueError, match="frozen"):
        Settings().port = 1  # type: ignore[misc]


@pytest.mark.parametrize("value", [False, True, 8000, 0.75, "text", ("a", "[::1]")])
def test_a_value_is_shown_as_it_is_written(monkeypatch, value):
    name = {bool: "read_only", int: "port", float: "min_confidence", str: "library", tuple: "allowed_hosts"}[
        type(value)
    ]
    monkeypatch.setenv(Settings.name_variable(name), write_value(value))
    assert getattr(load_settings(), name) == value
    assert write_value(None) == ""
