"""The documents say what there is: every command, route, setting and folder; links lead somewhere, and Python runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus
import qa
from server.app import create_app
from server.commands.cli import main
from server.commands.manual import GUIDE, list_commands, make_pages
from server.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PAGES = {path.name: path.read_text(encoding="utf-8") for path in GUIDE.glob("*.md")}
COMMANDS = dict(list_commands(main, "quoth"))
DOCUMENTS = [ROOT / f"{name}.md" for name in ("README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")]
DOCUMENTS += [ROOT / "eval/RESULTS.md", ROOT / "eval/bench/RESULTS.md", *sorted(GUIDE.glob("*.md"))]
FILES = [path for path in ROOT.rglob("*.*") if ".venv" not in path.parts]
MOST_BYTES = 6_000
INSIDE_SETS = re.compile(
    r"(?<=^eval/shipped)/.*|(?<=^eval/everyday)/.*|(?<=^eval/keywords)/.*|(?<=^eval/training/everyday)/.*"
)


def folders(package: str) -> list[str]:
    """Return the folders of a package that hold files of ours, as `package/sub/`; those of shipped sets count once."""
    found = {path.parent for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    names = {folder.relative_to(ROOT).as_posix() for folder in found}
    return sorted({f"{INSIDE_SETS.sub('', name)}/" for name in names})


# -- the manual --------------------------------------------------------------------------------------------------------


def test_the_tables_of_the_manual_are_those_that_are_made() -> None:
    for path, text in make_pages().items():
        assert PAGES[path.name] == text, f"{path.name}: run python -m server.commands.manual."


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_help_and_an_example(name: str) -> None:
    assert f"\n## {name}\n" in PAGES["commands.md"]
    assert "Example: " in (COMMANDS[name].help or "")
    options = [each for each in COMMANDS[name].params if each.param_type_name == "option"]
    assert all(getattr(option, "help", "") for option in options)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_table(name: str) -> None:
    assert f"\n| `{Settings.name_variable(name)}` |" in PAGES["commands.md"]
    assert Settings.model_fields[name].description


def test_every_route_is_in_the_table() -> None:
    with qa.Library() as library:
        paths = create_app(library).openapi()["paths"]
    routes = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert routes == {route for route in routes if f"\n| `{route}` |" in PAGES["http.md"]}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_can_be_asked(name: str) -> None:
    document = qa.read_file(GUIDE / name)
    assert document.title
    assert document.source == f"corpus/guide/{name}"
    assert document.language == "en"
    assert len(document.headings) >= 4


FOUND = {
    "asking.md": "How do I verify a saved answer?",
    "calibrating.md": "How do I measure how good the answers are?",
    "cluster.md": "Which ClickHouse versions work?",
    "commands.md": "Which options does quoth serve have?",
    "deploying.md": "What is the default port?",
    "documents.md": "Does Quoth detect the language of a document?",
    "http.md": "How do I upload a file over HTTP?",
    "limits.md": "Does the server ask for a password?",
    "python.md": "How do I use Quoth from Python?",
    "troubleshooting.md": "The port is in use, what can I do?",
}


@pytest.fixture(scope="module")
def shipped() -> Iterator[qa.Library]:
    with qa.Library() as library:
        entries = [entry for folder in corpus.folders() for entry in folder.iterdir() if entry.name.endswith(".md")]
        library.add(*(qa.read(entry.read_bytes(), name=entry.name) for entry in entries))
        yield library


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_found_by_a_question(shipped: qa.Library, name: str) -> None:
    best = shipped.ask(FOUND[name], min_confidence=0.0).quotes[0]
    assert shipped.info(best.document_id).source == f"corpus/guide/{name}"


# -- the README and the map --------------------------------------------------------------------------------------------


def test_the_readme_is_short() -> None:
    assert len(README.encode()) <= MOST_BYTES


def test_the_readme_leads_to_every_page_of_the_manual() -> None:
    assert all(f"(corpus/guide/{name})" in README for name in PAGES)


@pytest.mark.parametrize("text", [README, PAGES["python.md"]], ids=["README.md", "python.md"])
def test_the_python_runs(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    exec(code, {})  # noqa: S102  # our own documents
    assert "“A ticket costs 14 euros.” [1]" in capsys.readouterr().out


def test_the_map_has_every_folder_and_no_other() -> None:
    headings = re.findall(r"^##+ `(.+)`$", ARCHITECTURE, re.MULTILINE)
    assert sorted(headings) == sorted([*folders("qa"), *folders("server"), *folders("eval"), "corpus/", "tests/"])


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w/]+\.(?:py|md|xml))`", ARCHITECTURE))))
def test_the_map_names_files_that_exist(name: str) -> None:
    assert any(path.as_posix().endswith(f"/{name}") for path in FILES)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_that_exist(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    assert all((path.parent / link).exists() for link in links if "://" not in link)


@pytest.mark.parametrize("path", DOCUMENTS[3:4], ids=lambda path: path.name)
def test_the_changelog_has_the_version(path: Path) -> None:
    assert f"\n## [{qa.__version__}] – " in path.read_text(encoding="utf-8")
