"""The server's one background thread: counts and seals the boards, sends due notices, tidies once an hour."""

import logging
import threading

from server.context import ServerContext
from server.services.boards_counting import fold, is_due
from server.services.boards_seal import seal_due
from server.services.notices import Provider, send_due
from server.services.upkeep import tidy

log = logging.getLogger(__name__)
PAUSE_S = 1.0
TIDY_MS = 3_600_000
SEAL_MS = 60_000


class Chores:
    """Runs from `start` to `stop`; a chore that fails is logged and tried again."""

    def __init__(self, context: ServerContext, provider: Provider) -> None:
        self._context = context
        self._provider = provider
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="chores", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the chore at hand."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        tidied = looked = 0
        while not self._stop.is_set():
            try:
                if self._context.now() - tidied >= TIDY_MS:
                    tidy(self._context)
                    tidied = self._context.now()
                if self._context.settings.seal_weeks and self._context.now() - looked >= SEAL_MS:
                    seal_due(self._context)
                    looked = self._context.now()
                sent = send_due(self._context, self._provider) + self._count()
            except Exception as error:  # the thread must outlive a database that is away for a while
                log.error("chore failed: %s", type(error).__name__)
                sent = 0
            self._stop.wait(0 if sent else PAUSE_S)

    def _count(self) -> int:
        """For the boards."""
        with self._context.database.reading() as session:
            if not is_due(session):
                return 0
        with self._context.database.writing() as session:
            return fold(session)
