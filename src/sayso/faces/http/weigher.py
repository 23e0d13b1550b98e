"""
Moves to their answers in a process of its own: what takes seconds of Python's time there holds up no page here.

Python runs one thread of a process at a time, so that a move weighed in a thread makes every page wait by turns. One
child serves all that is asked, one question after the other and at a low priority; it is started when the first is
asked, keeps the model, and ends with whoever started it. It looks at the record through a connection of its own and
is told with each question who is known to be who, which takes long to find out.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from sayso.errors import RecordError, SaysoError, UsageError
from sayso.faces import stages
from sayso.record.acquaintance import Acquaintance
from sayso.record.store import Record, open_to_look

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from sayso.pipeline import Reader

NICE: Final = 10
"""By how much the child stands back behind whoever makes pages where there is not time for both. Set by hand."""


@dataclass(frozen=True, slots=True)
class Question:
    """
    What is asked of the child.

    Attributes:
        known: Who is known to be who.
        about: A move in words, or the id of an actor.
        is_move: Whether it is a move; else all that the actor's own moves could set off.
        day: As of when; None for the latest publication.
        include_lapsed: Whether what was withdrawn or whose time has passed counts.
    """

    known: Acquaintance
    about: str
    is_move: bool
    day: date | None
    include_lapsed: bool


class Weigher:
    """
    A child process that weighs moves; whoever asks from several threads waits in turn.

    Args:
        record: Path or URL.
        new_reader: Makes what reads a move, in the child, which imports it: a function or class of a module.
    """

    def __init__(self, record: str, new_reader: Callable[[], Reader]) -> None:
        self._record = record
        self._new_reader = new_reader
        self._turn = Lock()
        self._starting = Lock()
        self._is_closed = False
        self._child: SpawnProcess | None = None
        self._line: Connection | None = None

    def ask(self, question: Question) -> Any:
        """
        Return what the child answers: of a move the form of CONTRACT, of an actor the list of what he is exposed to.

        Raises:
            SaysoError: What the child met with.
            RecordError: The child ended, or is being ended; the next question starts another.
            RuntimeError: The child failed through a fault of ours, with where it did.
        """
        with self._turn:
            line = self._running()
            try:
                line.send(question)
                answer = line.recv()
            except (EOFError, OSError) as error:
                self._end()
                raise RecordError("what was being weighed was broken off; ask again") from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End the child, whatever it is weighing, and start no other."""
        with self._starting:
            self._is_closed = True
            if self._child is not None:
                self._child.kill()
                self._child.join()

    def _running(self) -> Connection:
        """Return the line to the child, a new one where there is none or the last one has died."""
        with self._starting:
            if self._is_closed:
                raise RecordError("the record is being closed")
            if self._line is None or self._child is None or not self._child.is_alive():
                context = get_context("spawn")
                self._line, other = context.Pipe()
                told = (other, self._record, self._new_reader)
                self._child = context.Process(target=_serve, args=told, name="sayso-weighing", daemon=True)
                self._child.start()
                other.close()  # so that the line breaks when the child does
            return self._line

    def _end(self) -> None:
        with self._starting:
            if self._child is not None:
                self._child.kill()
                self._child.join()
            self._child = self._line = None


class _Bench:
    """What the child keeps between two questions."""

    def __init__(self, record: str, new_reader: Callable[[], Reader]) -> None:
        self._address = record
        self._new_reader = new_reader

    def answer(self, asked: Question) -> Any:
        """Return what was said would follow a move, or what an actor's own moves could set off."""
        record = self._record.knowing(asked.known)
        if asked.is_move:
            return stages.answer(record, asked.about, asked.day, asked.include_lapsed, self._reader)
        return list(stages.exposed(record, asked.about, asked.day, asked.include_lapsed))

    @cached_property
    def _record(self) -> Record:
        return open_to_look(self._address)

    @cached_property
    def _reader(self) -> Reader:
        return self._new_reader()


def _serve(line: Connection, record: str, new_reader: Callable[[], Reader]) -> None:
    """Answer what comes down the line until nobody holds its other end; Ctrl-C is for whoever does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICE)
    bench = _Bench(record, new_reader)
    with suppress(EOFError, OSError):
        while True:
            line.send(_told(bench, line.recv()))


def _told(bench: _Bench, question: Question) -> Any:
    """Return the answer to a question, or the error that it ended in, in a form that goes down a line."""
    try:
        return bench.answer(question)
    except (UsageError, RecordError) as error:
        return type(error)(str(error))
    except SaysoError as error:
        return SaysoError(str(error))
    except Exception:
        return RuntimeError(traceback.format_exc())
