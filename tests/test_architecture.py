"""The floors: imports go downward only, and each library has its room."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "sitegen"
# Who alone may import what.
SOLE_USERS = {
    "slugify": {"urls.py"},
    "yaml": {"config", "record"},
    "frontmatter": {"record"},
    "markdown": {"markup.py"},
    "nh3": {"markup.py"},
    "sqlite3": {"catalog", "pages", "build", "cli"},  # queries stand in the catalogue; a connection is handed on
    "jinja2": {"theme"},
    "PIL": {"assets.py"},
    "rapidfuzz": {"matching.py"},
    "ftfy": {"reader"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchdog": {"preview"},
    "rich": {"cli"},
    "filelock": {"build"},
}


def imports(file: Path) -> set[str]:
    """The top names of what a module imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.partition(".")[0])
    return found


MODULES = sorted(file for file in PACKAGE.rglob("*.py"))


def test_imports_go_down_the_floors(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The contract in pyproject.toml is kept."""
    monkeypatch.chdir(PROJECT)
    status = lint_imports(no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_every_room_stands_on_a_floor() -> None:
    """A new module can't slip past the contract."""
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = next(contract for contract in contracts if contract["type"] == "layers")
    rooms = {name.strip() for layer in floors["layers"] for name in layer.split("|")}
    there = {file.stem for file in PACKAGE.glob("*.py")} | {file.parent.name for file in PACKAGE.glob("*/__init__.py")}
    assert there - {"__init__"} == rooms
    assert floors["exhaustive"]


@pytest.mark.parametrize("library", SOLE_USERS)
def test_a_library_stays_in_its_room(library: str) -> None:
    """So that it can be changed in one place."""
    users = {file.relative_to(PACKAGE).parts[0] for file in MODULES if library in imports(file)}
    assert users <= SOLE_USERS[library]


def test_no_module_is_a_drawer_for_everything() -> None:
    """One noun a module, and of a size that is read at one sitting."""
    assert not [file.name for file in MODULES if file.stem in {"utils", "util", "helpers", "common_utils", "misc"}]
    long = {
        file.relative_to(PROJECT).as_posix(): lines
        for file in MODULES
        if (lines := len(file.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


def test_no_module_gives_a_name_twice() -> None:
    """The later one would silently stand for the earlier in all that is written above it."""
    for file in sorted(PACKAGE.rglob("*.py")):
        names: list[str] = []
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.Assign):
                targets = [
                    one for target in node.targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])
                ]
                names += [target.id for target in targets if isinstance(target, ast.Name)]
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.append(node.name)
        assert len(names) == len(set(names)), (file, [name for name in set(names) if names.count(name) > 1])


def test_only_the_commands_print() -> None:
    """Rooms below give values and raise errors."""
    printing = {
        file.relative_to(PACKAGE).parts[0]
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing <= {"cli"}


def test_an_unchanged_site_needs_no_heavy_library() -> None:
    """Start-up time is a feature: what an unchanged site doesn't need isn't loaded to learn that it is unchanged."""
    code = "import sys; import sitegen.cli.build; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT
    ).stdout.split()
    assert not {"jinja2", "markdown", "nh3", "PIL", "rapidfuzz", "ftfy", "starlette", "uvicorn", "watchdog", "rich"} & set(
        loaded
    )
