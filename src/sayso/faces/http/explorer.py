"""
A record to what all pages share: a look at it, the counts that are kept of it, and the reader of moves.

The record is opened twice for looking only, once with a limit for what a page may take, once without for what is
counted in the background; moves are weighed in a process of their own, and of a large record all else that takes long
is counted in others. What people say over it goes through the `desk`, which is opened when the first says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from sayso.ask.copying import Stories
from sayso.ask.listings import Rows
from sayso.errors import SaysoError, UsageError
from sayso.faces import stages
from sayso.faces.http.helper import Helper, Helpers
from sayso.faces.http.room import Room, Work
from sayso.faces.http.tallies import PATIENCE, WORKERS, Tallies
from sayso.record.desk import Desk
from sayso.record.listing import Listed
from sayso.record.pages import Pages
from sayso.record.store import Record, open_record, open_to_look

if TYPE_CHECKING:
    from sayso.pipeline import Reader

SECONDS: Final = 8.0
"""What a page may take of the database's time before it is given up; far beyond what any should. Set by hand."""
MOVES: Final = 16
"""Answers to moves that are kept at once, likewise."""
WHOLES: Final = 8
"""Whole ledgers, feeds and queues that are kept at once, each as large as the record has it; set by hand."""
LONG: Final = 5.0
"""Seconds that a page of a small record waits for what it is nothing without, a ledger or a trace. Set by hand."""
SHORT: Final = 0.4
"""Seconds that a page of a large record waits for it, before it says that it is being made. Set by hand."""
WEIGHED: Final = 20.0
"""Seconds that a page of a small record waits for a move, whose first loads the model. Set by hand."""
COUNTING: Final = 10
"""By how much processes that count stand back behind those that make pages and what pages wait for. Set by hand."""
COMPILING: Final = 15
"""By how much those stand back that make whole ledgers and queues; one may take minutes. Set by hand."""
WEIGHING: Final = 19
"""By how much the one that weighs moves stands back; a move may take minutes too. Set by hand."""
WAITING: Final = 4
"""Moves that may be weighed or wait for it at once; more are asked to come again."""


class Busy(SaysoError):  # noqa: N818 - named for what it says
    """Too much is asked at once; asking again a little later will do. HTTP status 429."""


class Explorer:
    """
    What pages are made from.

    Attributes:
        tallies: Counts over the whole record, shown as they last were while they are made anew.
        wholes: The same for what is large, for which no short count waits.
        fates: What became of some signals, likewise.
        answers: What pages about one thing are nothing without; of a large record they wait for no count.

    Args:
        record: Path or URL.
        new_reader: Makes what reads a move, in another process that imports it: a function or class of a module.
        patience: Seconds that a page waits for a count.
        writes: Whether people may say what they know better.

    Raises:
        RecordError: There is no such record, or it cannot be opened.
    """

    def __init__(
        self,
        record: str,
        new_reader: Callable[[], Reader] | None = None,
        patience: float | None = None,
        *,
        writes: bool = True,
    ) -> None:
        self.writes = writes
        self._address = record
        self._written: Record | None = None
        self._record = open_to_look(record, SECONDS)
        self.pages: Pages = self._record.pages
        self._closing = Event()
        self._patient = open_to_look(record, closing=self._closing).knowing(self.pages.known)
        reader = new_reader or stages.new_reader
        self._room = Room(self._patient, self.pages.known, reader)
        self._counters = Helpers(WORKERS, record, reader, COUNTING)
        self._compilers = Helpers(WORKERS, record, reader, COMPILING)
        self._answerers = Helpers(1, record, reader)
        self._weigher = Helper(record, reader, WEIGHING)
        waits = PATIENCE if patience is None else patience
        self._acquainting = Tallies(self.pages.state, waits)
        self.tallies = Tallies(self.pages.state, waits, makes=partial(self._worked_out, self._counters))
        self.wholes = Tallies(self.pages.state, waits, WHOLES, partial(self._worked_out, self._compilers))
        self.fates = Tallies(self.pages.state, waits, makes=partial(self._worked_out, self._compilers))
        self.answers = Tallies(self.pages.state, waits, makes=partial(self._worked_out, self._answerers))
        self._moves = Tallies(self.pages.state, waits, MOVES, lambda work: self._weigher.ask(work, self.pages.known))

    @property
    def _kept(self) -> Sequence[Tallies]:
        return self._acquainting, self.tallies, self.wholes, self.fates, self.answers, self._moves

    def close(self) -> None:
        """Let go of the record; what is still being counted is given up."""
        self._closing.set()
        for helper in (self._weigher, self._counters, self._compilers, self._answerers):
            helper.close()
        for tallies in self._kept:
            tallies.close()
        self._record.close()
        self._patient.close()
        if self._written is not None:
            self._written.close()

    @property
    def record(self) -> Record:
        """The record without a limit of time, for questions that weigh all of it."""
        return self._patient

    @property
    def counting(self) -> Pages:
        """Pages of the record without a limit of time, likewise."""
        return self._room.pages

    @cached_property
    def stories(self) -> Stories:
        """The stories of the record, of which pages compare the same again and again."""
        return Stories(self._patient)

    @property
    def name(self) -> str:
        """Path or URL of the record, as it may be shown."""
        return self._record.name

    @property
    def desk(self) -> Desk:
        """
        Where people lay over what was read what they know better.

        Raises:
            UsageError: This explorer only looks.
            RecordError: The record cannot be opened to write.
        """
        if not self.writes:
            raise UsageError("this explorer was started to look only; start it without --read-only to say anything")
        if self._written is None:
            self._written = open_record(self._address, create=False)
        return self._written.desk

    @property
    def patience(self) -> float:
        """Seconds that a page waits for what it is nothing without: what a large record takes long for, none waits."""
        return SHORT if self.pages.is_large() else LONG

    def renew(self) -> None:
        """Let all that is kept be made anew when it is next asked for, for a person waits to see what he said."""
        for tallies in self._kept:
            tallies.renew()

    def freshen(self) -> None:
        """Find out who is who where the record changed, as far as a page can wait for it."""
        self._acquainting.of("who", self.counting.learn)

    def rows(self, listed: Iterable[Listed]) -> Rows:
        """Return what makes rows of some entries, with who else reports each looked up at once."""
        made = Rows(self._record)
        made.look_up(listed)
        return made

    def answer(self, move: str, day: date | None, include_lapsed: bool) -> dict[str, Any] | None:
        """
        Return what was said would follow a move, in the form of CONTRACT; None while it is being worked out.

        Raises:
            Busy: Too many questions wait already.
        """
        found: dict[str, Any] | None = self._weighed(partial(_answer, move=move, day=day, lapsed=include_lapsed))
        return found

    def exposure(self, actor: str, day: date | None, include_lapsed: bool) -> list[dict[str, Any]] | None:
        """
        Return the signals that an actor's own moves could set off, by act; None while they are being looked for.

        Raises:
            Busy: Too many questions wait already.
            UsageError: Nobody in the record has this name.
        """
        found: list[dict[str, Any]] | None = self._weighed(
            partial(_exposure, actor=actor, day=day, lapsed=include_lapsed)
        )
        return found

    def _weighed(self, work: partial[Any]) -> Any:
        name = work.func, *work.keywords.values()
        if self._moves.known(name) is None and self._moves.pending(name) >= WAITING:
            raise Busy("several moves are being weighed already; ask again in a moment")
        return self._moves.of(name, work, SHORT if self.pages.is_large() else WEIGHED)

    def _worked_out(self, helpers: Helpers, work: Work) -> Any:
        """Answer a question about the record: of a large one in another process, so that no page waits for it."""
        return helpers.ask(work, self.pages.known) if self.pages.is_large() else work(self._room)


def _answer(room: Room, *, move: str, day: date | None, lapsed: bool) -> dict[str, Any]:
    return stages.answer(room.record, move, day, lapsed, room.reader)


def _exposure(room: Room, *, actor: str, day: date | None, lapsed: bool) -> list[dict[str, Any]]:
    return list(stages.exposed(room.record, actor, day, lapsed))
