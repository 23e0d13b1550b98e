"""
A story to its signature: what is stored of it so that copies are found by looking up, never by comparing all pairs.

Two kinds of value go into one table of bands, and two stories that share a value are candidates:

- 32 bands of a MinHash over shingles of four words (Broder 1997; bands after Leskovec, Rajaraman and Ullman, "Mining of
  Massive Datasets", 3.4): two stories of Jaccard similarity J share a band with probability 1 - (1 - J²)^32, which is
  .95 at .3 and .997 at .4. They find stories that are alike as wholes, however many words were changed.
- Winnowed hashes of six words (Schleimer, Wilkerson and Aiken 2003): two stories that share a run of 15 words share a
  value for certain. They find what is short beside the other: the first paragraphs of a dispatch, a dispatch inside a
  long article, a long quotation. What stands in quotations is hashed once more without the words between them, so that
  a quotation is found wherever its reporter put "he said".

A wording is a story word by word; verbatim reprints share it and cost nothing more. Its number, the first 63 bits of a
SHA-256, is also what decides between wordings in a crowded bucket (`record.buckets`), so that no order of adding does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from rensa import RMinHash

from sayso.merge.alignment import SHINGLE
from sayso.merge.stories import Story
from sayso.record.copies import Wording

BANDS: Final = 32
ROWS: Final = 2

# Words of a winnowed hash, and of how many such hashes in a row one is kept: any RUN + WINDOW - 1 = 15 words in a row
# have one. Longer windows need fewer rows and miss quotations of one sentence; set by hand.
RUN: Final = 6
WINDOW: Final = 10

# Below so many words a story is a headline or a flash, and nothing can be told of whose it was; set by hand.
SHORTEST: Final = 20

_SEED: Final = 1

SCHEME: Final = f"1 minhash {RMinHash.ALGORITHM_VERSION} {BANDS}x{ROWS}/{SHINGLE} winnow {RUN}/{WINDOW}"
"""What signatures are made by: where it changes, every reading is signed anew."""

OPEN: Final = "“"
CLOSE: Final = "”"


def wording(story: Story) -> Wording | None:
    """Return the wording of a story, None where it is too short to be told apart."""
    if len(story.words) < SHORTEST:
        return None
    words, forms = _written(story), story.forms
    quoted = [word.form for word in story.words if word.quotation is not None]
    values = {*_bands(forms), *_winnowed(forms), *_winnowed(quoted)}
    return Wording(_hash(words), words, tuple(sorted(values)))


def _written(story: Story) -> str:
    """Return the words with the borders of quotations between them."""
    pieces: list[str] = []
    last: int | None = None
    for word in story.words:
        if word.quotation != last:
            pieces += [CLOSE] * (last is not None) + [OPEN] * (word.quotation is not None)
            last = word.quotation
        pieces.append(word.form)
    return " ".join([*pieces, *([CLOSE] if last is not None else [])])


def _bands(forms: Sequence[str]) -> Iterator[int]:
    minhash = RMinHash(BANDS * ROWS, _SEED)
    minhash.update([" ".join(forms[n : n + SHINGLE]) for n in range(len(forms) - SHINGLE + 1)])
    digest = minhash.digest()
    for band in range(BANDS):
        yield _hash(f"{band}:{digest[band * ROWS : (band + 1) * ROWS]}")


def _winnowed(forms: Sequence[str]) -> Iterator[int]:
    """Yield the smallest hash of every window of neighbouring ones, the last where several are smallest."""
    hashes = [_hash(" ".join(forms[n : n + RUN])) for n in range(len(forms) - RUN + 1)]
    for n in range(max(0, len(hashes) - WINDOW) + bool(hashes)):
        yield min(hashes[n : n + WINDOW])


def _hash(words: str) -> int:
    """Return the first 63 bits of a SHA-256: what a signed integer of any database holds."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8]) >> 1
