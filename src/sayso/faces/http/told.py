"""The envelope in which programs get rows and errors, as Datasette has it; one form for every address."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel, Field

from sayso.errors import RecordError, SaysoError, UsageError
from sayso.faces.http.explorer import Busy
from sayso.faces.http.signing import Foreign


class Envelope(BaseModel):
    """Rows of a page, and how to get those of the next."""

    ok: bool = True
    rows: list[dict[str, Any]] = Field(description="The rows of this page; docs/schema.md names the keys of each kind.")
    next: str | None = Field(description="An opaque word for the next page, null where this is the last.")
    next_url: str | None = Field(description="The address of the next page, null likewise.")
    truncated: bool = Field(description="True where the page ends before it is full; go on with `next`.")


class Refusal(BaseModel):
    """Why there are no rows."""

    ok: bool = False
    error: str = Field(description="What is wrong, and what would do.")
    errors: list[str] = Field(description="All that is wrong.")
    status: int = Field(description="The HTTP status.")


ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": Refusal, "description": "The query asks for what cannot be."},
    401: {"model": Refusal, "description": "The explorer was started with a token, and none was given."},
    404: {"model": Refusal, "description": "Nothing in this record has that name or id."},
    429: {"model": Refusal, "description": "Too much is asked at once."},
    503: {"model": Refusal, "description": "The record cannot be read now, or the question took too long."},
}


PAGES_OF_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"description": told["description"], "content": {"text/html": {}}} for status, told in ERRORS.items()
}
"""The same for whoever asks for no form of programs: an error is a page then."""


class NotFound(SaysoError):  # noqa: N818 - named for what it says
    """Nothing in the record has the name or id that was asked for. HTTP status 404."""


class Elsewhere(Exception):  # noqa: N818 - named for what it says
    """
    What was asked for has another address.

    Attributes:
        address: The address, without what says the form.
    """

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def status_of(error: SaysoError) -> int:
    """Return the HTTP status that an error ends in."""
    for kind, status in ((NotFound, 404), (Foreign, 403), (UsageError, 400), (Busy, 429), (RecordError, 503)):
        if isinstance(error, kind):
            return status
    return 500
