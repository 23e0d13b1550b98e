"""EWT dev: parts of speech and dependencies on gold words, as attachment scores."""

from __future__ import annotations

from pathlib import Path

from lab.corpora.treebanks import documents, laid_out
from sayso.annotate.syntax import trees
from sayso.encode.encoder import Encoder
from sayso.encode.streams import Stream


def evaluate(corpora: Path, encoder: Encoder, most: int | None = None) -> dict[str, float]:
    """
    Return UPOS accuracy, UAS and LAS (relations without subtypes, punctuation counted) on EWT dev.

    Words and sentences are the treebank's; sentences are encoded in the windows of their document, as when reading.
    """
    counts = {"words": 0, "upos": 0, "uas": 0, "las": 0}
    for number, document in enumerate(documents(corpora / "syntax" / "en_ewt-ud-dev.conllu.gz")):
        if most is not None and number >= most:
            break
        text, given = laid_out(document)
        lines, numbers = [], []
        for at, spans in enumerate(given):
            parts = list(encoder.vocabulary.line(text, spans).cut(254))
            lines += parts
            numbers += [at] * len(parts)
        found = trees([Stream(encoder.encode(lines), tuple(numbers))], text)
        for at, sentence in enumerate(document):
            for word, gold in zip(found[at].words, sentence.words, strict=True):
                counts["words"] += 1
                counts["upos"] += word.upos == gold.upos
                if word.head == gold.head - 1:
                    counts["uas"] += 1
                    counts["las"] += word.relation == gold.deprel.split(":")[0]
    return {name: counts[name] / counts["words"] for name in ("upos", "uas", "las")} | {"words": counts["words"]}
