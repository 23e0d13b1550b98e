"""
One round of adding to a record: every input counted when it is taken, and again by what becomes of it.

Every write is one transaction an article: after a crash, an article is there whole or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, select, update

from sayso.acquire.capture import Capture
from sayso.errors import QUARANTINE_REASONS, IntegrityError
from sayso.record.engine import looking, writing
from sayso.record.entries import Reading
from sayso.record.keeping import Added, keep, known, now
from sayso.record.proof import faults
from sayso.record.rows import storable
from sayso.record.schema import quarantine, runs


@dataclass(frozen=True, slots=True)
class Counts:
    """
    What became of the inputs of a run.

    Attributes:
        read: Inputs taken.
        stored: Stored as an article, a version of one, or another reading of one.
        versions: Of those stored, how many were versions of what was known.
        merged: The bytes, outlet and URL of an article that was there, taken from another place.
        unchanged: All of it was there.
        quarantined: Could not be read.
    """

    read: int
    stored: int
    versions: int
    merged: int
    unchanged: int
    quarantined: int

    @property
    def balanced(self) -> bool:
        """Whether every input is accounted for once."""
        return self.read == self.stored + self.merged + self.unchanged + self.quarantined


class Run:
    """One round of adding: it counts what is taken, and what becomes of each input."""

    def __init__(self, engine: Engine, key: int) -> None:
        self._engine = engine
        self._read = 0
        self.key = key

    def take(self) -> None:
        """Count an input, before anything is done with it."""
        self._read += 1

    def add(self, capture: Capture, reading: Reading) -> Added:
        """
        Store a capture and its reading in one transaction; see `keeping.keep` for what is returned.

        Raises:
            IntegrityError: The reading does not hold (`proof.faults`); nothing of it is stored.
            RecordError: The database cannot be written; nothing of it is stored.
        """
        found = list(faults(reading))
        if capture.sha256 != reading.article.sha256:
            found.append(f"article {reading.article.id}: it was read from other bytes than these")
        if found:
            raise IntegrityError(f"{capture.path} was not stored, its reading does not hold: {'; '.join(found[:3])}")
        with writing(self._engine) as connection:
            added = keep(connection, self.key, capture, reading)
            self._count(connection, added)
        return added

    def knows(self, capture: Capture, maker: str) -> str | None:
        """
        Tell whether a capture is there with a reading by this maker that stands, and count it as unchanged if so.

        Returns:
            The article's id; None where the capture has to be read.
        """
        with writing(self._engine) as connection:
            article = known(connection, capture, maker)
            if article is not None:
                self._count(connection, "unchanged")
        return article

    def quarantine(self, path: str, sha256: str | None, reason: str, detail: str) -> None:
        """Note an input that could not be read, with a reason of `errors.QUARANTINE_REASONS`."""
        assert reason in QUARANTINE_REASONS, reason
        row = {"run": self.key, "path": storable(path), "sha256": sha256, "reason": reason, "detail": storable(detail)}
        with writing(self._engine) as connection:
            connection.execute(insert(quarantine), row)
            self._count(connection, "quarantined")

    def _count(self, connection: Connection, outcome: str) -> None:
        names = {"version": ("stored", "versions")}.get(outcome, (outcome,))
        change = {name: runs.c[name] + 1 for name in names}
        connection.execute(update(runs).where(runs.c.key == self.key).values(change))

    def counts(self) -> Counts:
        """Return the counts so far: what was taken as counted here, what became of it as the database has it."""
        with looking(self._engine) as connection:
            row = connection.execute(select(runs).where(runs.c.key == self.key)).one()
        return Counts(self._read, row.stored, row.versions, row.merged, row.unchanged, row.quarantined)

    def end(self) -> Counts:
        """
        Write the end of the run.

        Raises:
            IntegrityError: Some input is not accounted for.
        """
        with writing(self._engine) as connection:
            change = {"ended_at": now(), "read": self._read}
            connection.execute(update(runs).where(runs.c.key == self.key).values(change))
        counts = self.counts()
        if not counts.balanced:
            raise IntegrityError(f"run {self.key} does not add up: {counts}")
        return counts
