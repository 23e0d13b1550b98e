"""The shape of the code is what the documents say it is."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sayso"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def tree_of(module: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def imported(module: Path) -> set[str]:
    """Top-level names of the packages that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    ("package", "home"),
    [
        ("onnxruntime", "encode"),
        ("tokenizers", "encode"),
        ("sqlalchemy", "record"),
        ("alembic", "record"),
        ("sqlite3", "record"),
        ("lxml", "article"),
        ("resiliparse", "article"),
        ("trafilatura", "article"),
        ("typer", "faces"),
        ("rich", "faces"),
    ],
)
def test_a_tool_is_used_in_one_place_only(package, home):
    """What the model, the database, pages and the terminal are run by is known to one stage each."""
    strangers = [
        str(m.relative_to(SOURCE)) for m in MODULES if package in imported(m) and m.parts[len(SOURCE.parts)] != home
    ]

    assert strangers == []


def test_the_map_in_the_front_door_names_the_folders_in_the_order_of_the_contract():
    """The docstring of `sayso` walks down the folders in the order in which import-linter lets them import."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    layers = [layer.strip("()") for layer in reversed(contract["layers"])]
    named = [line.split()[0] for line in (sayso.__doc__ or "").splitlines() if line.startswith("    ")]

    assert [layer for layer in layers if layer in named] == named
    assert {p.name for p in SOURCE.iterdir() if p.is_dir() and (p / "__init__.py").exists()} <= set(layers)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_module_is_headed_and_not_too_long(module):
    """Every module says in its first line what it turns into what, and holds at most 400 lines."""
    docstring = ast.get_docstring(tree_of(module))

    assert docstring
    assert len(docstring.splitlines()[0]) <= 120
    assert module.read_text(encoding="utf-8").count("\n") <= 400


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_functions_are_short_and_say_nothing_to_the_terminal(module):
    """No function is longer than 60 lines, nothing prints outside faces, no except catches everything unnamed."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, FUNCTION):
            assert node.end_lineno - node.lineno < 60, node.name
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
            assert module.parts[len(SOURCE.parts)] == "faces"
        assert not (isinstance(node, ast.ExceptHandler) and node.type is None)


def test_public_names_are_documented():
    """More than 95 of 100 public functions and classes have a docstring."""
    public = [
        node
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, (*FUNCTION, ast.ClassDef)) and not node.name.startswith("_")
    ]
    bare = [node.name for node in public if not ast.get_docstring(node)]

    assert len(bare) < 0.05 * len(public), bare


@pytest.mark.parametrize("module", TESTS, ids=lambda m: str(m.relative_to(ROOT / "tests")))
def test_a_test_is_a_sentence(module):
    """Every test says in a docstring which behaviour it holds."""
    bare = [
        node.name
        for node in ast.walk(tree_of(module))
        if isinstance(node, FUNCTION) and node.name.startswith("test") and not ast.get_docstring(node)
    ]

    assert bare == []


def test_nothing_unpickles():
    """No module can run code out of a data file."""
    assert not any({"pickle", "joblib", "torch", "dill"} & imported(m) for m in MODULES)
