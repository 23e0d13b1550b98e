"""
Questions to their answers in processes of their own: what takes Python's time there holds up no page here.

Python runs one thread of a process at a time, so that whatever is counted in a thread makes a page wait at each row
that it asks the database for. A helper answers one question after the other; it is started when the
first is asked, and ends with whoever started it, in the midst of a question too. It looks at the record through a
connection of its own, and is told who is known to be who, which takes long to find out: with each question what is new.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from queue import LifoQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from sayso.errors import RecordError, SaysoError, UsageError
from sayso.faces.http.room import Room, Work
from sayso.record.acquaintance import Acquaintance, Version
from sayso.record.store import open_to_look

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from sayso.pipeline import Reader


class Helper:
    """
    A process that answers questions; whoever asks from several threads waits in turn.

    Args:
        record: Path or URL.
        new_reader: Makes what reads a move, in that process, which imports it: a function or class of a module.
        nice: By how much it stands back behind other processes where there is not time for all.
    """

    def __init__(self, record: str, new_reader: Callable[[], Reader], nice: int = 0) -> None:
        self._serving = (record, new_reader, nice)
        self._turn = Lock()
        self._starting = Lock()
        self._is_closed = False
        self._child: SpawnProcess | None = None
        self._line: Connection | None = None
        self._told: Version | None = None

    def ask(self, work: Work, known: Acquaintance) -> Any:
        """
        Return the answer to a question.

        Args:
            work: The question.
            known: Who is known to be who.

        Raises:
            SaysoError: What the helper met with.
            RecordError: The helper ended, or is being ended; the next question starts another.
            RuntimeError: It failed through a fault of ours, with where it did.
        """
        with self._turn:
            line = self._running()
            version, news = known.since(self._told)
            try:
                line.send((work, news))
                self._told = version
                answer = line.recv()
            except (EOFError, OSError) as error:
                self._end()
                raise RecordError("what was being worked out was broken off; ask again") from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End the process, whatever it is working out, and start no other."""
        with self._starting:
            self._is_closed = True
            if self._child is not None:
                self._child.kill()
                self._child.join()

    def _running(self) -> Connection:
        """Return the line to the process, a new one where there is none or the last one has died."""
        with self._starting:
            if self._is_closed:
                raise RecordError("the record is being closed")
            if self._line is None or self._child is None or not self._child.is_alive():
                context = get_context("spawn")
                self._line, other = context.Pipe()
                told = (other, *self._serving)
                self._child = context.Process(target=_serve, args=told, name="sayso-helper", daemon=True)
                self._child.start()
                other.close()  # so that the line breaks when the process ends
                self._told = None
            return self._line

    def _end(self) -> None:
        with self._starting:
            if self._child is not None:
                self._child.kill()
                self._child.join()
            self._child = self._line = None


class Helpers:
    """
    Several helpers, of which any that is free answers; whoever asks when none is waits.

    Args:
        amount: How many.
        record: As for one.
        new_reader: Likewise.
        nice: Likewise.
    """

    def __init__(self, amount: int, record: str, new_reader: Callable[[], Reader], nice: int = 0) -> None:
        self._all = [Helper(record, new_reader, nice) for _ in range(amount)]
        self._free: LifoQueue[Helper] = LifoQueue()  # whoever was busy last is running already
        for one in self._all:
            self._free.put(one)

    def ask(self, work: Work, known: Acquaintance) -> Any:
        """Return the answer to a question, as `Helper.ask` does."""
        one = self._free.get()
        try:
            return one.ask(work, known)
        finally:
            self._free.put(one)

    def close(self) -> None:
        """End all of them."""
        for one in self._all:
            one.close()


def _serve(line: Connection, record: str, new_reader: Callable[[], Reader], nice: int) -> None:
    """Answer what comes down the line until nobody holds its other end; Ctrl-C is for whoever does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):  # not on Windows
        os.nice(nice)
    known = Acquaintance()
    room: Room | None = None
    with suppress(EOFError, OSError):
        while True:
            work, news = line.recv()
            if news is not None:
                known.hear(news)
            try:
                if room is None:
                    room = Room(open_to_look(record), known.copied(), new_reader)
                elif news is not None:
                    room.learn(known)
                answer = work(room)
            except (UsageError, RecordError) as error:
                answer = type(error)(str(error))
            except SaysoError as error:
                answer = SaysoError(str(error))
            except Exception:
                answer = RuntimeError(traceback.format_exc())
            line.send(answer)


def _end_with_parent() -> None:
    """End this process once the one that started it has ended, however it did, whatever is being worked out."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
