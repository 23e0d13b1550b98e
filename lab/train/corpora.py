"""
Names in a recipe to the examples of each corpus: one reader a name, and which names state an open licence.

Licences are those of `../shared/data/LICENCES.tsv`; the model card repeats them. No torch here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from lab.corpora import factuality, newswire, plover, polnear, signals, told, treebanks, uner
from lab.train.example import Example
from sayso.encode.tokens import Vocabulary

Reader: TypeAlias = Callable[[Path, Vocabulary], Iterator[Example]]

EWT: Final = "en_ewt-ud-train.conllu.gz"
GUM: Final = "en_gum-ud-train.conllu.gz"


def _ewt(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    yield from treebanks.read(corpora / "syntax" / EWT, vocabulary)


def _gum(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    yield from treebanks.read(corpora / "syntax" / GUM, vocabulary, treebanks.OPEN_GENRES)


def _told(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    yield from told.read(corpora / "syntax" / EWT, vocabulary)
    yield from told.read(corpora / "syntax" / GUM, vocabulary, treebanks.OPEN_GENRES)


CORPORA: Final[Mapping[str, Reader]] = {
    "polnear": lambda corpora, v: polnear.read(corpora, "train", v, overlap=24),
    "ewt": _ewt,
    "gum": _gum,
    "told": _told,
    "newswire": lambda corpora, v: newswire.read(corpora, "train", v),
    "uner": uner.read,
    "plv": plover.read_pairs,
    "gold": plover.read_gold,
    "stories": plover.read_stories,
    "factuality": lambda corpora, v: factuality.read(corpora, "train", v),
    "counterfactuals": signals.read_counterfactuals,
    "signals": signals.read_labels,
    "own_signals": signals.read_own_labels,
    "passages": lambda _, v: signals.read_passages(v),
    "crises": lambda _, v: signals.read_crises(v),
}
"""Every corpus that a recipe may name, with how its examples are read."""

OPEN: Final = frozenset(("ewt", "gum", "told", "uner", "gold", "own_signals", "passages", "crises"))
"""Those under a stated open or share-alike licence, or ours; `make model OPEN=1` takes no others."""


def examples(names: Iterable[str], corpora: Path, vocabulary: Vocabulary) -> dict[str, list[Example]]:
    """Read the examples of some corpora, each once however many legs use them."""
    return {name: list(CORPORA[name](corpora, vocabulary)) for name in sorted(names)}
