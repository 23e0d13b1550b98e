"""
A capture: bytes as they were taken, from where and when. Every claim in a record finally points to one.

A capture knows nothing of what the bytes mean. What the fetcher or a sidecar says about them (outlet, URL,
publication date) rides along as `hints`, apart from what the bytes themselves say.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Hints:
    """
    What is known of an input from outside its bytes: a sidecar file, a command line option, a feed.

    Attributes:
        published: EDTF, or None.
        outlet: Who published it, or None.
        url: Where it was published, or None.
        title: Headline, where it is told apart from the text.
        byline: Author line, where it is told apart from the text.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None


@dataclass(frozen=True)
class Capture:
    """
    Bytes taken at a time.

    Attributes:
        data: The bytes, unchanged.
        path: Where they were read from, as the caller gave it; `-` for standard input, with `#N` for the N-th line
            of a JSON Lines file (counted from 1).
        captured_at: When they were read (UTC), or the file's modification time; never a publication date.
        media_type: `text/plain`, `text/html` or `application/json` (one line of JSON Lines).
        hints: What is known from outside the bytes.
    """

    data: bytes
    path: str
    captured_at: datetime
    media_type: str
    hints: Hints = field(default_factory=Hints)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()
