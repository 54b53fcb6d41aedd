"""The layers, the public surface and the documentation, as tests."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import qa

ROOT = Path(__file__).parent.parent

TRAINING = ROOT / "eval/training"  # may use what only training needs
SERVERS = {
    ROOT / "eval/bench/clusters.py",  # makes and drops databases of its own
    ROOT / "eval/bench/question_costs.py",  # looks into them
}
PACKAGES = ("qa", "server", "eval")
MOST_MODULES = 14  # of a folder
MOST_LINES = 300  # of a module
LONG = {
    ROOT / "qa/types.py",  # all records on one page, so that who uses Quoth reads one file
}
TESTED = 80  # lines up to which a module may do with the tests of others
STARTS_PROCESSES = {
    ROOT / "qa/processes/process.py",  # those that read and prepare
    ROOT / "qa/formats/ocr/engines.py",  # Tesseract
    ROOT / "eval/bench/processes.py",  # those that are measured
    ROOT / "eval/bench/serving/server.py",  # the server that is measured
    ROOT / "eval/reading/speed.py",  # versions that read
}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively."
            yield node.module or ""


def test_imports_point_down() -> None:
    """The layers are those of pyproject.toml, [tool.importlinter]."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", modules("qa"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_library_imports_no_network_and_no_pickle(path: Path) -> None:
    for module in imports(path):
        package = module.partition(".")[0]
        assert package not in {"server", "eval", "fastapi", "starlette", "uvicorn", "jinja2", "click", "pydantic"}
        assert module not in {"pickle", "shelve", "marshal", "urllib", "http", "socket", "multiprocessing"}
        assert module != "subprocess" or path in STARTS_PROCESSES


@pytest.mark.parametrize("path", modules("qa"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_library_does_not_read_the_environment(path: Path) -> None:
    assert "environ" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", modules("server"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_server_only_translates(path: Path) -> None:
    for module in imports(path):
        assert module.partition(".")[0] not in {"numpy", "scipy", "sklearn", "pickle", "subprocess"}
        assert not module.startswith("qa."), f"{path.name} imports {module}, which is not public"


@pytest.mark.parametrize("path", modules("eval"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_evaluation_uses_public_names_only(path: Path) -> None:
    for module in imports(path):
        assert module.partition(".")[0] not in {"server", "pickle"}
        assert module != "subprocess" or path in STARTS_PROCESSES
        public = module == "qa.training" and path.is_relative_to(TRAINING)
        public = public or (module.startswith("qa.index.clickhouse") and path in SERVERS)
        assert public or not module.startswith("qa."), f"{path.name} imports {module}, which is not public"


def test_the_public_surface_is_sorted_and_exact() -> None:
    assert qa.__all__ == sorted(qa.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    tree = ast.parse((ROOT / "qa/__init__.py").read_text(encoding="utf-8"))
    statements = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    imported = {alias.name for node in statements if (node.module or "").startswith("qa.") for alias in node.names}
    assert set(qa.__all__) == imported | {"__version__"}
    assert all(getattr(qa, name).__doc__ for name in qa.__all__ if callable(getattr(qa, name)))


@pytest.mark.parametrize("path", [*modules("qa"), *modules("server"), *modules("eval")], ids=str)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no docstring."


def test_no_folder_has_many_modules() -> None:
    sizes = Counter(path.parent for package in PACKAGES for path in modules(package))
    assert {folder for folder, n in sizes.items() if n > MOST_MODULES} == set()


@pytest.mark.parametrize("path", [path for package in PACKAGES for path in modules(package)], ids=str)
def test_no_module_is_long(path: Path) -> None:
    n_lines = len(path.read_text(encoding="utf-8").splitlines())
    assert n_lines <= MOST_LINES or path in LONG, f"{path} has {n_lines} lines; part it by what it is about."


@pytest.mark.parametrize("path", [path for package in PACKAGES for path in modules(package)], ids=str)
def test_a_module_has_a_test_of_its_name_where_it_lies(path: Path) -> None:
    if path.stem not in {"__init__", "__main__"} and len(path.read_text(encoding="utf-8").splitlines()) > TESTED:
        test = ROOT / "tests" / path.relative_to(ROOT).with_name(f"test_{path.name}")
        assert test.is_file(), f"Test {path} in {test}."


def test_no_two_classes_have_one_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in (path for package in PACKAGES for path in modules(package)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == qa.__version__


def test_every_dependency_says_why_and_is_pinned() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("\ndependencies = [") : text.index("\n]", text.index("\ndependencies = ["))]
    lines = [line.strip() for line in block.splitlines()[2:]]
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    for line in lines:
        name = re.match(r'"([\w-]+)>=[\d.]+",\s+# .{10,}', line)
        assert name, f"{line}: give a lower bound and say why."
        assert re.search(rf"^{name[1].lower()}==", pinned, re.MULTILINE), f"{name[1]} is not in constraints.txt."
    assert "://" not in pinned
