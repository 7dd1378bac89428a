"""What no linter checks: sizes, names, places of imports, what a fresh checkout must bring and must not mention."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PRODUCT = ("contract", "desktop", "inspection", "server")
MAX_LINES = 300
LONGER_ON_PURPOSE: frozenset[str] = frozenset()
MAX_FUNCTION_LINES = 40
FORBIDDEN_NAMES = re.compile(r"(Controller|Manager|Helper|Utils?)$")
LATE_IMPORTS = {"av", "openpyxl", "vlc"}  # heavy and optional
LATE_IMPORTS |= {"desktop.session", "desktop.store", "desktop.views"}  # heavy, and not needed for the first picture
LATE_IMPORTS |= {"argon2", "cryptography", "keyring", "secretstorage"}  # not needed by most starts of the desk
LATE_IMPORTS |= {"desktop.media.download"}  # brings requests, with the first download
LATE_IMPORTS |= {
    "contract.wire",
    "desktop.api_client.client",
    "desktop.sync_engine",
}  # pydantic, requests: after the queue
LATE_IMPORTS |= {"desktop.doorbell", "logging.handlers"}  # after the first window
LATE_IMPORTS |= {"desktop.export.streaming", "desktop.export.workbook"}  # bring openpyxl
LATE_IMPORTS |= {"inspection", "server.seed"}  # bring PyAV
ABSOLUTE_PATHS = re.compile(r"(?<![\w.~}/])/(work|root|home/\w+|tmp/\w+|Users/\w+)/")
ADDRESSES = re.compile(r"://|--(extra-)?index-url|--find-links|^-[if] ", re.MULTILINE)
MADE = {"tour", "dist"}
BINARY = {".png", ".ico", ".icns", ".qm", ".mp4", ".jpg", ".ttf", ".otf", ".xlsx"}


def files() -> Iterator[Path]:
    """The text files of the project, without what set-up and tests make."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name == ".ci" or (not name.startswith((".", "__")) and name not in MADE)]
        yield from (path for name in names if (path := Path(folder, name)).suffix not in BINARY)


def modules(*folders: str) -> Iterator[tuple[str, str, ast.Module]]:
    """Name below the root, text and syntax tree of each module in `folders`."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text("utf-8")
            yield path.relative_to(ROOT).as_posix(), text, ast.parse(text)


def imported(node: ast.AST) -> list[str]:
    """The dotted names that an import statement brings; none for other nodes and relative imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def is_one_of(name: str, modules: set[str]) -> bool:
    """Whether `name` is one of `modules` or inside one."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def test_modules_are_short() -> None:
    lengths = {name: text.count("\n") for name, text, _ in modules(*PRODUCT)}
    long = {name: lines for name, lines in lengths.items() if lines >= MAX_LINES}
    assert set(long) == LONGER_ON_PURPOSE, long


def test_functions_are_short() -> None:
    long = [
        f"{name}:{node.lineno} {node.name}: {lines} lines"
        for name, _, tree in modules(*PRODUCT)
        if "/migrations/versions/" not in name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) >= MAX_FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_no_class_has_a_name_that_says_nothing() -> None:
    found = [
        f"{name}:{node.lineno} {node.name}"
        for name, _, tree in modules(*PRODUCT)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and FORBIDDEN_NAMES.search(node.name)
    ]
    assert not found, "\n".join(found)


def test_imports_stand_at_the_top_but_for_heavy_optional_ones() -> None:
    found = []
    for name, _, tree in modules(*PRODUCT):
        at_top = {
            id(node) for part in tree.body for node in (part.body if isinstance(part, ast.If | ast.Try) else [part])
        }
        found += [
            f"{name}:{node.lineno} {module}"
            for node in ast.walk(tree)
            if id(node) not in at_top
            for module in imported(node)
            if not is_one_of(module, LATE_IMPORTS)
        ]
    assert not found, "\n".join(found)


def test_only_one_module_imports_vlc() -> None:
    found = {
        name
        for name, _, tree in modules(*PRODUCT)
        for node in ast.walk(tree)
        if any(is_one_of(module, {"vlc"}) for module in imported(node))
    }
    assert found <= {"desktop/player/vlc_player.py"}


def test_contract_needs_pydantic_and_the_standard_library_only() -> None:
    found = {module for _, _, tree in modules("contract") for node in ast.walk(tree) for module in imported(node)}
    assert not [name for name in found if not is_one_of(name, {"contract", "pydantic", *sys.stdlib_module_names})]


def test_modules_and_public_functions_say_what_they_are_for() -> None:
    silent = []
    for name, text, tree in modules(*PRODUCT):
        if text.strip() and not ast.get_docstring(tree):
            silent.append(name)
        silent += [
            f"{name}:{node.lineno} {node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert not silent, "\n".join(silent)


def test_commands_can_be_run() -> None:
    commands = [*(ROOT / "scripts").iterdir(), ROOT / ".ci" / "run"]
    assert commands
    for command in commands:
        assert os.access(command, os.X_OK), command
        assert command.read_text("utf-8").startswith("#!/bin/sh\n"), command
        subprocess.run(["sh", "-n", command], check=True)


def test_locks_pin_exactly_and_name_no_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text("utf-8")
        assert not ADDRESSES.search(text), lock
        pins = [line for line in text.splitlines() if not line.startswith("#")]
        assert pins
        for pin in pins:
            assert re.fullmatch(r"[\w.-]+==[\w.]+", pin), pin


def declared() -> set[str]:
    """The normalized names of the packages that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def test_locks_hold_what_the_project_declares() -> None:
    """Every declared dependency is pinned, and Qt is not the release that aborts."""
    texts = [lock.read_text("utf-8") for lock in ROOT.glob("requirements*.lock")]
    pins = dict(line.split("==") for text in texts for line in text.splitlines() if "==" in line)
    versions = {canonicalize_name(name): version for name, version in pins.items()}
    assert declared() <= set(versions)
    assert versions["pyside6-essentials"].startswith("6.11.")


def test_the_project_declares_what_it_imports() -> None:
    own = {*PRODUCT, "main", "benchmarks", "tests"}
    brought = {"packaging": "pytest", "shiboken6": "pyside6-essentials", "starlette": "fastapi"}
    packages = {name: canonicalize_name(found[0]) for name, found in packages_distributions().items()}
    folders = (*PRODUCT, "benchmarks", "tests")
    imports = {module for _, _, tree in modules(*folders) for node in ast.walk(tree) for module in imported(node)}
    foreign = {name.partition(".")[0] for name in imports} - own - sys.stdlib_module_names
    unknown = {name for name in foreign if brought.get(name, packages.get(name)) not in declared()}
    assert not unknown


def test_no_file_mentions_a_path_of_some_machine() -> None:
    found = []
    for path in files():
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if ABSOLUTE_PATHS.search(line) and path != Path(__file__):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)
