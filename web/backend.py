"""
A checkout to a wheel: hatchling's build backend (PEP 517), with the explorer's scripts built before it packs.

Only a wheel needs Node and npm. An editable install, which `make demo` and `make test` use, asks for neither and is
passed on to hatchling untouched; a hook of hatchling's could not tell the two apart when it is asked what it requires.
"""

from __future__ import annotations

import os
from typing import Any

import bundling
from hatchling import build as hatchling
from hatchling.build import *  # noqa: F403 - all hooks of PEP 517 and 660 that hatchling has, but for the two below


def get_requires_for_build_wheel(config_settings: dict[str, Any] | None = None) -> list[str]:
    """Return what hatchling asks for, and Node where the machine has none that will do."""
    return [*hatchling.get_requires_for_build_wheel(config_settings), *bundling.needed()]


def build_wheel(
    wheel_directory: str, config_settings: dict[str, Any] | None = None, metadata_directory: str | None = None
) -> str:
    """Build the scripts, then the wheel with them in it."""
    if not os.environ.get(bundling.WITHOUT):
        bundling.bundle()
    return hatchling.build_wheel(wheel_directory, config_settings, metadata_directory)
