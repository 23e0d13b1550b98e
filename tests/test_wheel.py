"""What is packed: a wheel brings the explorer's scripts and their licences, an editable install builds none."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
STATIC = "sayso/faces/web/static/"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What is committed, and nothing else that lies about here."""
    where = tmp_path / "checkout"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(where)], check=True)
    return where


def pip(*words: str) -> None:
    """Run pip, quietly."""
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words], check=True)


@pytest.mark.services
def test_a_wheel_brings_scripts_and_licences(checkout: Path, tmp_path: Path) -> None:
    """Built from a checkout with pip alone; every part that the script fetches is in it, every package named."""
    pip("wheel", "--no-deps", "--wheel-dir", str(tmp_path / "packed"), str(checkout))
    (packed,) = (tmp_path / "packed").glob("sayso-*.whl")
    with ZipFile(packed) as wheel:
        names = {name.removeprefix(STATIC) for name in wheel.namelist() if name.startswith(STATIC)}
        script = wheel.read(f"{STATIC}islands.js").decode()
        licences = wheel.read(f"{STATIC}islands/LICENSES.txt").decode()
    parts = set(re.findall(r"islands/[\w.-]+\.js", script))

    assert {"sayso.css", "scripted.css", "islands.js"} <= names
    assert len(parts) >= 2
    assert parts <= names
    assert not [name for name in names if name.endswith((".ts", ".map"))]
    for package, kind in (("htmx.org", "0BSD|BSD-0-Clause"), ("cytoscape", "MIT")):
        assert re.search(rf"^{re.escape(package)} [\d.]+ \(({kind})\)$", licences, re.MULTILINE)
    assert "Permission is hereby granted" in licences


@pytest.mark.services
def test_an_editable_install_builds_no_scripts(checkout: Path, tmp_path: Path) -> None:
    """What `make demo` and `make test` do asks for no Node, and leaves no package of npm behind."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    program = tmp_path / "venv/bin/python"
    told = subprocess.run(
        [program, "-m", "pip", "install", "--no-deps", "--verbose", "--editable", str(checkout)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert "nodejs" not in told.stdout + told.stderr
    assert not (checkout / "web/node_modules").exists()
    assert not (checkout / "src" / STATIC / "islands.js").exists()
