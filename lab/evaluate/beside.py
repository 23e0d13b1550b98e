"""
Figures of the model of open sources alone: measured once, kept as JSON, set beside those of the model that ships.

They are kept because that model is not part of the tree: `make model OPEN=1` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

OPEN: Final = Path(__file__).with_name("open.json")


def keep(model: str, today: str, figures: Mapping[str, float], corpora: Mapping[str, str]) -> None:
    """
    Write down what was measured with the open model.

    Args:
        model: Digest of its file.
        today: ISO date.
        figures: By name.
        corpora: Digest of what each was measured on.
    """
    rows = {name: {"value": round(figures[name], 4), "corpus": corpora[name]} for name in sorted(figures)}
    OPEN.write_text(json.dumps({"model": model, "date": today, "figures": rows}, indent=1) + "\n", encoding="utf-8")


def sentence() -> str:
    """Return what the page says of the open model."""
    kept = _kept()
    if not kept:
        return "The model of open sources alone was not measured."
    return (
        f"Open: the model of open sources alone (`make model OPEN=1`), {kept['model'][:12]}, measured {kept['date']}."
    )


def figure(name: str, corpus: str) -> float | None:
    """Return a figure of the open model, None where it was not measured on the same corpus."""
    row = _kept().get("figures", {}).get(name)
    return float(row["value"]) if row and row["corpus"] == corpus else None


def _kept() -> dict[str, Any]:
    if not OPEN.exists():
        return {}
    kept: dict[str, Any] = json.loads(OPEN.read_text(encoding="utf-8"))
    return kept
