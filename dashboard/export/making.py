"""Making a briefing's file in the background: how far it is, how to stop it, and the same work never twice."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from threading import Event
from typing import Literal

from dashboard.basket import Pick, Words
from dashboard.export.briefing import BriefingError, Cancelled, assemble
from dashboard.export.slides import pptx
from dashboard.export.word import docx
from dashboard.store import Store

Kind = Literal["docx", "pptx"]
KEPT = 24  # files of about a megabyte each
_workers = ThreadPoolExecutor(2, thread_name_prefix="briefing")


@dataclass(frozen=True)
class Request:
    """A briefing to be made: all that its file depends on, so that equal requests give the same file."""

    kind: Kind
    title: str
    introduction: str
    picks: tuple[Pick, ...]
    words: tuple[Words, ...]
    base: str
    version: str
    store: Store = field(compare=False, repr=False)


@dataclass
class Making:
    """A briefing under way. ``done`` of ``total`` figures are ready; ``saying`` is what comes next."""

    request: Request
    done: int = 0
    total: int = 0
    saying: str = "Waiting for its turn"
    _stop: Event = field(default_factory=Event)
    _work: Future[bytes] | None = None

    @classmethod
    def start(cls, request: Request) -> Making:
        """Start making the file; it comes at once where it was made before."""
        making = cls(request, total=len(request.picks))
        making.begin()
        return making

    def begin(self) -> None:
        """Hand the work to a worker."""
        self._work = _workers.submit(_file, self.request, _Ears(self._hear, self._stop.is_set))

    def stop(self) -> None:
        """Stop before the next figure."""
        self._stop.set()

    @property
    def over(self) -> bool:
        """Whether it is made, stopped or failed."""
        return self._work is not None and self._work.done()

    @property
    def file(self) -> bytes | None:
        """The file, or None where there is none."""
        return None if self.failure or self._work is None else self._work.result()

    @property
    def failure(self) -> str:
        """Why there is no file, in a sentence; "" where there is one or it is not over."""
        error = self._work.exception() if self._work is not None and self.over else None
        if isinstance(error, Cancelled):
            return "Stopped. Your figures, headings and notes are as they were."
        if isinstance(error, BriefingError):
            return str(error)
        if error is not None:
            logging.getLogger(__name__).error("a briefing could not be made", exc_info=error)
            return "The file could not be made. Your figures, headings and notes are as they were; please try again."
        return ""

    def _hear(self, done: int, total: int, saying: str) -> None:
        self.done, self.total, self.saying = done, total, saying


@dataclass(frozen=True)
class _Ears:
    """Who is told of the progress, and who says whether to stop; of no account for what is made."""

    progress: Callable[[int, int, str], None] = field(compare=False)
    cancelled: Callable[[], bool] = field(compare=False)


@lru_cache(maxsize=KEPT)
def _file(request: Request, ears: _Ears) -> bytes:
    words = dict(zip(request.picks, request.words, strict=True))
    briefing = assemble(
        request.title, request.picks, {pick: said.heading for pick, said in words.items()},
        {pick: said.note for pick, said in words.items()}, request.store, request.base,
        partial(_half, ears.progress, 0), ears.cancelled, request.introduction)
    return {"docx": docx, "pptx": pptx}[request.kind](briefing, partial(_half, ears.progress, 1), ears.cancelled)


def _half(progress: Callable[[int, int, str], None], which: int, done: int, total: int, saying: str) -> None:
    """Gathering is the first half of the work, writing the second."""
    progress(done + which * total, 2 * total, saying)
