"""
`outlets.toml` to what a user knows of outlets: other names, owner, the state whose medium it is, his own grade for it.

    ["Radio Margalla"]
    aliases = ["Margalla"]
    state = "Pakistan"
    grade = "D"

Nothing of it is ever guessed: an outlet that is not in the file has no owner, no state and no grade.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sayso.acts.tokens import NAME_PART
from sayso.errors import UsageError

VARIABLE: Final = "SAYSO_OUTLETS"
FILE: Final = "outlets.toml"

GRADES: Final = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The reliability of a source in the Admiralty system (NATO AJP-2.1)."""

_KEYS: Final = frozenset(("aliases", "owner", "state", "grade"))


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """
    What a user knows of an outlet.

    Attributes:
        name: Its name.
        aliases: Other names by which articles publish or cite it.
        owner: Whose it is, None where nothing is known: all outlets of one owner count as one.
        state: Whose state medium it is, likewise.
        grade: A key of `GRADES`, None where the user gave none.
    """

    name: str
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    state: str | None = None
    grade: str | None = None


class KnownOutlets:
    """
    What a user knows of outlets, by any of their names, whatever their case and with or without "the".

    Args:
        known: The outlets.

    Raises:
        UsageError: Two of them share a name.
    """

    def __init__(self, known: Iterable[KnownOutlet] = ()) -> None:
        self._by_name: dict[str, KnownOutlet] = {}
        for outlet in known:
            for name in (outlet.name, *outlet.aliases):
                other = self._by_name.setdefault(folded(name), outlet)
                if other is not outlet:
                    raise UsageError(f"{name} is the name of two outlets, {other.name} and {outlet.name}")

    def get(self, name: str) -> KnownOutlet | None:
        """Return the outlet of this name, None where the user tells nothing of it."""
        return self._by_name.get(folded(name))

    def called(self, name: str) -> frozenset[str]:
        """Return the names, folded, under which the outlet of a name may have published, that name among them."""
        about = self.get(name)
        return frozenset(map(folded, (name, *((about.name, *about.aliases) if about is not None else ()))))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, folded."""
        return tuple(self._by_name)


NO_OUTLETS: Final = KnownOutlets()
OUTLETS_OPTION: Final = "sayso_outlets"
"""The execution option under which a connection carries what a user knows of outlets."""


def folded(name: str) -> str:
    """Return the one spelling under which an outlet's name is compared: small letters, no article in front."""
    words = [word.casefold() for word in NAME_PART.findall(name)]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def outlets_for(record: str, named: str | None = None) -> KnownOutlets:
    """
    Return what the user knows of outlets.

    Args:
        record: Path or URL of the record.
        named: Path of the file; otherwise SAYSO_OUTLETS names it, or it is `outlets.toml` beside a record that is a
            file, and nothing is known where there is none.

    Raises:
        UsageError: The file cannot be read, or says what it cannot mean.
    """
    given = named or os.environ.get(VARIABLE)
    if given:
        return read_outlets(Path(given))
    beside = Path(record).with_name(FILE)
    return read_outlets(beside) if "://" not in record and beside.is_file() else NO_OUTLETS


def read_outlets(file: Path) -> KnownOutlets:
    """
    Read a file of outlets.

    Raises:
        UsageError: It cannot be read, or says what it cannot mean; the message says where.
    """
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return KnownOutlets(_outlet(name, given) for name, given in told.items())
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file} is no TOML: {error}") from error
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from error


def _outlet(name: str, given: Any) -> KnownOutlet:
    if not isinstance(given, Mapping):
        raise UsageError(f'{name} stands alone; write ["{name}"] and below it what is known of the outlet')
    unknown = sorted(given.keys() - _KEYS)
    if unknown:
        raise UsageError(f"{name} has {', '.join(unknown)}; known are {', '.join(sorted(_KEYS))}")
    aliases = given.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(one, str) and one.strip() for one in aliases):
        raise UsageError(f'the aliases of {name} are a list of names: ["…", "…"]')
    owner, state, grade = (_words(name, key, given.get(key)) for key in ("owner", "state", "grade"))
    if grade is not None and grade.upper() not in GRADES:
        raise UsageError(f"the grade of {name} is one of {', '.join(GRADES)}, not {grade}")
    return KnownOutlet(name, tuple(aliases), owner, state, grade.upper() if grade else None)


def _words(name: str, key: str, given: Any) -> str | None:
    if given is None:
        return None
    if not isinstance(given, str) or not given.strip():
        raise UsageError(f"the {key} of {name} is a text in quotation marks")
    return given.strip()
