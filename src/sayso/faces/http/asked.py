"""
The query of a URL to what a page is asked for: filters as the one table of them has them, size, place, and form.

An empty value is none, so that a form may leave fields empty. A name that no filter has is refused: a list that is not
narrowed as its address says would mislead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, create_model, model_validator

from sayso.faces.narrowing import NARROWINGS, TAKES, checked
from sayso.record.filters import Filters

LONGEST: Final = 500
"""Characters of any one value."""
MOST: Final = 100
"""Rows of a page."""
USUAL: Final = 40

_NO_NUL: Final = r"^[^\x00]*$"


def words(description: str, **more: Any) -> Any:
    """Return a field for a text that people type."""
    return Field(default=None, max_length=LONGEST, pattern=_NO_NUL, description=description, **more)


class Wanted(BaseModel):
    """
    What any page can be asked for.

    Attributes:
        as_download: CSV and JSON only: answer with a file.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=False, frozen=True)

    as_download: bool = Field(default=False, alias="_dl", description="Answer with a file to keep.")

    @model_validator(mode="before")
    @classmethod
    def _tidied(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        also = {each: name for name, one in NARROWINGS.items() for each in one.also}
        held = {also.get(name, name) if also.get(name) in cls.model_fields else name: v for name, v in given.items()}
        return {name: value for name, value in held.items() if value != ""}


class Paged(Wanted):
    """
    What a page of a list can be asked for.

    Attributes:
        size: Rows at most.
        after: The word that the page before ended with.
        streams: CSV only: every row, not a page of them.
    """

    size: int = Field(default=USUAL, ge=1, le=MOST, alias="_size", description="Rows of a page.")
    after: str | None = words("The `next` of the page before.", alias="_next")
    streams: bool = Field(default=False, alias="_stream", description="CSV: every row, not a page of them.")


class Narrowed(Paged):
    """What a page of a list that takes filters can be asked for."""

    def filters(self, kind: str) -> Filters:
        """
        Return the filters.

        Raises:
            UsageError: One of them holds what it cannot; the message says what would do.
        """
        held = {name: getattr(self, name) for name in TAKES[kind]}
        return checked(kind, Filters(**{name: value for name, value in held.items() if value is not None}))

    def narrows(self, kind: str) -> dict[str, str]:
        """Return the filters that are set, as an address has them."""
        found: dict[str, str] = {}
        for name in TAKES[kind]:
            value = getattr(self, name)
            if isinstance(value, bool):
                if value != NARROWINGS[name].otherwise:
                    found[name] = str(value).lower()
            elif value is not None:
                found[name] = value
        return found


def narrowed(kind: str, **more: Any) -> type[Narrowed]:
    """Return what a page of a list of a kind can be asked for, with further fields."""
    fields: dict[str, Any] = {}
    for name in TAKES[kind]:
        one = NARROWINGS[name]
        also = f" Also spelled `{'`, `'.join(one.also)}`." if one.also else ""
        if one.takes:
            fields[name] = (str | None, words(f"{one.help}{also}"))
        else:
            fields[name] = (bool, Field(default=one.otherwise, description=one.help))
    return create_model(f"{kind.title()}sWanted", __base__=Narrowed, **fields, **more)
