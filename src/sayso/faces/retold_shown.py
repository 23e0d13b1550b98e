"""The other reports of an utterance to lines for a person: who carries it, how surely it is the same, what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rich.console import RenderableType
from rich.text import Text

from sayso.faces.words import place_of, plain, short
from sayso.merge.corroboration import Corroboration

_STYLES: Final = {"positive": "green", "unsure": "yellow", "negative": "dim"}
_IN_THE_SENTENCE: Final = ("content", "condition", "consequence")
_SAID: Final = {"positive": "same utterance", "unsure": "perhaps the same", "negative": "not the same"}


def others_lines(others: Sequence[Mapping[str, Any]], told: Corroboration | None) -> Iterator[RenderableType]:
    """
    Yield what is known of who else reports an utterance.

    Args:
        others: As `ask.retold.other_reports` gives them.
        told: What stands behind it; None for what nobody utters.
    """
    if told is not None and told.origins:
        yield _origins(told)
    for one in others:
        yield _other(one)


def _origins(told: Corroboration) -> Text:
    count = f"{told.reports} independent outlet{'' if told.reports == 1 else 's'}: "
    line = Text(count, "bold")
    for n, one in enumerate(told.origins):
        line.append(f"{', ' if n else ''}{plain(one.name) or 'unknown'}")
        others = [outlet for outlet in one.outlets if outlet != one.name]
        if others:
            line.append(f" (in {plain(', '.join(others))})", "dim")
        for name, grade in sorted(one.grades.items()):
            line.append(f" [{plain(name)}: {grade}]", "yellow")
    return line


def _other(one: Mapping[str, Any]) -> Text:
    judged = one["judgement"]
    line = Text.assemble(short(one["id"]), "  ", (_SAID[judged], _STYLES[judged]), f", {plain(one['reason'])}  ")
    line.append(place_of(one), "dim")
    line.append(f"\n  {plain(one['sentence'])}")
    for name, both in one["differs"].items():
        if name in _IN_THE_SENTENCE:
            continue
        line.append(f"\n  {name}: ", "dim").append(f"{_shown(both['here'])} here, {_shown(both['there'])} there")
    return line


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return plain(", ".join(map(str, value))) or "nobody"
    return "nothing" if value is None else plain(str(value))
