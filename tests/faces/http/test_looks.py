"""The style sheet: every text can be read on its ground, in light and in dark, and nothing comes from elsewhere."""

from __future__ import annotations

import re

import pytest

from sayso.faces.http.rendering import STATIC

CSS = (STATIC / "sayso.css").read_text(encoding="utf-8")
GROUNDS = ("paper", "sheet", "sunk")
TEXTS = ("ink", "soft", "link", "statement", "condition", "consequence", "event", "figure", "time", "fine", "wrong")
LAYERS = ("d0", "d1", "d2", "d3", "d4")


def colours(scheme: int) -> dict[str, str]:
    """The tokens in light (0) or dark (1)."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{3,6}), (#\w{3,6})\)", CSS)
    return {name: (light, dark)[scheme] for name, light, dark in pairs}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.lstrip("#")
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2), 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(text: str, scheme: int) -> None:
    """WCAG 2.2 AA: 4.5 to 1."""
    known = colours(scheme)

    assert all(contrast(known[text], known[ground]) >= 4.5 for ground in GROUNDS)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_layers_of_a_walk_can_be_read(scheme: int) -> None:
    """Down to the text on the grounds of the sheet, the bytes and the digest on their own dark ones."""
    known = colours(scheme)
    for layer in LAYERS:
        assert contrast(known["ink"], known[layer]) >= 7
        for text in ("soft", "fine"):
            assert contrast(known[text], known[layer]) >= 4.5, (text, layer)
    assert all(contrast(known[text], known["d0"]) >= 4.5 for text in TEXTS)
    deep = dict(re.findall(r"--(\w+): (#\w{6})", CSS[CSS.index(".stratum.bytes, .bedrock {") :].partition("}")[0]))
    for layer in ("d5", "d6"):
        for text in ("ink", "soft", "fine", "link"):
            assert contrast(deep[text], known[layer]) >= 4.5, (text, layer)
        assert contrast(known["gold"], known[layer]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "mark-tint"),
        ("figure", "figure-tint"),
        ("time", "time-tint"),
        ("ink", "figure-tint"),
        ("ink", "time-tint"),
    ],
)
def test_tinted_words_can_be_read(text: str, ground: str, scheme: int) -> None:
    """What is marked is marked so that it can still be read."""
    assert contrast(colours(scheme)[text], colours(scheme)[ground]) >= 4.5


def test_the_sheet_takes_nothing_from_elsewhere() -> None:
    """No import, no font, no picture: the policy would refuse them, and the reader's machine has type of its own."""
    assert not re.search(r"@import|@font-face|url\(", CSS)


def test_focus_is_seen_and_motion_is_asked_for() -> None:
    """Whoever moves by keyboard sees where he is; whoever wants no motion gets none."""
    assert ":focus-visible { outline: 3px solid" in CSS
    assert "prefers-reduced-motion: no-preference" in CSS
    assert "outline: none" not in CSS.replace("main:focus { outline: none; }", "")
