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
from sayso.annotate.subjects_of_saying import with_sources
from sayso.annotate.syntax import trees
from sayso.article.article import Article, Sentence, Zone
from sayso.article.sentences import paragraphs, sentences_of
from sayso.encode.encoder import Encoder
from sayso.encode.streams import encode_article
from sayso.spans import Span, ranges
from sayso.terms import ZoneKind


def plain_article(text: str) -> Article:
    """Return a text that is all body as an article, with its sentences and paragraphs."""
    sentences = [
        Sentence(span, 0, number)
        for number, paragraph in enumerate(paragraphs(text, 0, len(text)))
        for span in sentences_of(text, paragraph)
    ]
    return Article(
        id="", path="", sha256="", url=None, outlet=None, title=None, byline=None, published=None, language="en",
        text=text, zones=(Zone(ZoneKind.BODY, Span(0, len(text))),), sentences=tuple(sentences),
    )  # fmt: skip


def predicted(text: str, encoder: Encoder, completed: bool = False) -> list[Attribution]:
    """Return the attributions of a text that is all body, with the sources that trees give where `completed`."""
    article = plain_article(text)
    streams = encode_article(article, encoder)
    found = attributions(streams, article, encoder)
    return with_sources(found, article, trees(streams, text)) if completed else found


def _lines(corpus: Path, encoder: Encoder) -> Iterator[str]:
    for row in rows(corpus):
        found = [
            {"source": ranges(a.source) or [], "cue": ranges(a.cue) or [], "content": ranges(a.content)}
            for a in predicted(row["text"], encoder, completed=True)
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
