"""PolNeAR dev: the shipped encoder's attributions scored by the scorer that stands beside the corpora."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lab.corpora.read import rows
from sayso.annotate.attributions import Attribution, attributions
from sayso.article.sentences import split
from sayso.encode.encoder import Encoder
from sayso.encode.streams import Stream
from sayso.encode.tokens import MAX_PIECES, words
from sayso.spans import ranges


def predicted(text: str, encoder: Encoder) -> list[Attribution]:
    """Return the attributions of a text that is all body."""
    lines = []
    for span in split(text, 0, len(text)):
        cut = words(text, span.start, span.end)
        if cut:
            lines += list(encoder.vocabulary.line(text, cut).cut(MAX_PIECES))
    return attributions([Stream(encoder.encode(lines), tuple(range(len(lines))))], text, encoder)


def _lines(corpus: Path, encoder: Encoder) -> Iterator[str]:
    for row in rows(corpus):
        found = [
            {"source": ranges(a.source) or [], "cue": ranges(a.cue) or [], "content": ranges(a.content)}
            for a in predicted(row["text"], encoder)
        ]
        yield json.dumps({"id": row["id"], "attributions": found})


def evaluate(corpora: Path, encoder: Encoder) -> dict[str, Any]:
    """Return exact, soft and token F1 by role on PolNeAR dev, as `score_attribution.py` prints them."""
    gold = corpora / "attribution" / "dev.jsonl.gz"
    scorer = corpora.parent / "tools" / "score" / "score_attribution.py"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(_lines(gold, encoder)))
        file.flush()
        done = subprocess.run(
            [sys.executable, str(scorer), str(gold), file.name, "--json"], capture_output=True, text=True, check=True
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
