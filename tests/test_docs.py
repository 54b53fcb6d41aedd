"""Every command, route, setting and module is documented, and the README's Python runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import qa
from server.app import create_app
from server.cli import main
from server.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "corpus/quoth-guide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", main.list_commands(None))  # type: ignore[arg-type]
def test_every_command_is_in_the_readme_and_has_help(name: str) -> None:
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert f"`quoth {name}" in README
    assert command is not None
    assert "Example: " in (command.help or "")
    assert all(getattr(parameter, "help", "") for parameter in command.params if parameter.param_type_name == "option")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_readme_and_the_guide(name: str) -> None:
    assert f"`{Settings.variable(name)}`" in README
    assert f"`{Settings.variable(name)}`" in GUIDE
    assert Settings.model_fields[name].description


def test_every_route_is_in_the_readme() -> None:
    with qa.Library() as library:
        paths = create_app(library).openapi()["paths"]
    routes = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    written = {route for route in routes if f"`{route}`" in README}
    assert routes == written


@pytest.mark.parametrize("path", sorted((ROOT / "qa").iterdir()), ids=lambda path: path.name)
def test_every_part_of_the_library_is_on_the_map(path: Path) -> None:
    if path.suffix == ".py" and path.name != "__init__.py":
        assert f"  {path.name} " in README
    elif path.is_dir() and path.name != "__pycache__":
        assert f"  {path.name}/ " in README


def test_the_python_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code, {})  # noqa: S102  # our own README
    assert "“A ticket costs 14 euros.” [1]" in capsys.readouterr().out


def test_the_readme_links_to_files_that_exist() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links
    assert all((ROOT / link).exists() for link in links if "://" not in link)
