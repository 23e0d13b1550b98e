"""Office holders to persons and spells in office."""

from __future__ import annotations

from lab.knowledge.facts import Actors, Tables


def people(actors: Actors, tables: Tables, ids: dict[str, str]) -> None:
    """Add."""
