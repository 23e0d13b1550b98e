"""
Every exception sayso raises on purpose, as one tree; each says whose fault it is and what to do.

SaysoError
├── UsageError                 the caller's: a wrong option, an unknown id
├── InputError                 the input's: it is quarantined with its reason, and counted
├── RecordError                the record's: it cannot be opened, or is of another schema
│   └── IntegrityError         a stored span or digest is not what it claims (exit code 4)
└── ModelMismatch              the installation's: the model file is not the one this code was made for

Bad input never escapes as a traceback: `InputError` carries a `reason` from a closed list, so that a run can count
what it could not read.
"""

from __future__ import annotations

from typing import Final

QUARANTINE_REASONS: Final = {
    "empty": "the input holds no text",
    "binary": "the bytes are not text in any encoding",
    "encoding": "the bytes are text in no encoding that was named or could be found",
    "too_large": "the input is larger than the limit",
    "truncated": "the input ends in the middle",
    "malformed": "the input is not well-formed for its kind",
    "no_article": "no article text was found in the page",
    "language": "the article is in a language sayso does not read",
    "timeout": "reading took longer than the limit",
    "crashed": "the reader process died on this input",
    "unreadable": "the file could not be opened",
    "metadata": "the sidecar or the named publication date is not valid",
}


class SaysoError(Exception):
    """The root: catch this to catch everything sayso raises on purpose."""


class UsageError(SaysoError):
    """The caller asked for something that cannot be; the message says what would work. Exit code 2."""


class InputError(SaysoError):
    """
    An input could not be read; it goes to quarantine with its reason, and the run goes on.

    Attributes:
        reason: A key of `QUARANTINE_REASONS`.
        detail: What was found, in words, or empty.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        assert reason in QUARANTINE_REASONS, reason
        super().__init__(f"{QUARANTINE_REASONS[reason]}{': ' + detail if detail else ''}")
        self.reason = reason
        self.detail = detail


class RecordError(SaysoError):
    """The record cannot be opened or written; the message names the file or URL and the fix. Exit code 1."""


class IntegrityError(RecordError):
    """Something stored is not what it claims to be; `sayso verify` names every case. Exit code 4."""


class ModelMismatch(SaysoError):  # noqa: N818 - named for what it is, as DESIGN does
    """The model file's digest or outputs differ from what this code expects; reinstall the package. Exit code 1."""
