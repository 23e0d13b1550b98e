"""What a person said to the line that says it back, with the id that undoes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.faces.printing import print_json, show

if TYPE_CHECKING:
    from sayso.record.overlays import Overlay


def say(made: Overlay, json: bool) -> None:
    """Print an overlay that was made or undone."""
    from sayso.faces.matters import matter
    from sayso.faces.words import plain
    from sayso.record.changes import DID, told

    undone = made.undone and {"at": made.undone.at, "by": made.undone.by, "why": made.undone.why}
    row = {"schema": "sayso/overlay/1", **told(made), "recorded_at": made.recorded_at, "undone": undone}
    if json:
        return print_json(row)
    line = f"{made.target} {DID[made.kind]}: {matter(row)} ({made.by}: {made.why})".replace(": — (", " (")
    return show(plain(f"undone: {line}" if undone else line), *([] if undone else [f"undo it with {made.id}"]))
