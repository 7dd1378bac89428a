"""Questions before acts: opened, answered by the server, and what to say when it refuses or its answer is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.api_client import CutBodyError, OfflineError, ServerTroubleError
from desktop.background import Failed
from desktop.context import AppContext
from desktop.failures import code_of, explain
from desktop.operations.awards import may_have_arrived
from desktop.ui.act_dialog import ActDialog
from desktop.views.awards.words import refusal


class Fault(NamedTuple):
    """What happened, what to do; `stale` when what was asked about has changed meanwhile."""

    what: str
    do: str
    stale: bool = False


Settle = Callable[[Fault | None], None]
"""None: it was done after all."""
Call = Callable[[str, Callable[[Any], object], Failed], None]
"""Does the act with a reason."""
Look = Callable[[Exception, str, Settle], None]
"""Finds out how things stand after a failure."""


class Question(NamedTuple):
    """`id` names act and subject; `placeholder` "" asks for no reason."""

    id: str
    title: str
    text: str
    act: str
    placeholder: str = ""


class Asking(QObject):
    """`said(kind, what, do)` for what belongs on the page itself; reasons that were typed are kept until it is done."""

    said = Signal(str, str, str)

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._kept: dict[str, str] = {}

    def open(self, question: Question, call: Call, done: Callable[[Any], object], look: Look) -> ActDialog | None:
        """Asks; None when the server cannot be reached, which is said on the page."""
        if not self._context.sync.network.reachable:
            do = self.tr("Lists and certificates are kept on the server. What is shown stays as it is.")
            self.said.emit("offline", self.tr("This needs the network."), do)
            return None
        kept = self._kept.get(question.id, "")
        dialog = ActDialog(self._page, question.title, question.text, question.act, question.placeholder, kept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.dropped.connect(lambda reason: self._kept.update({question.id: reason}))

        def settle(fault: Fault | None) -> None:
            if fault is None:
                self._kept.pop(question.id, None)
            there = shiboken6.isValid(dialog) and dialog.isVisible()
            if fault is None:
                if there:
                    dialog.succeed()
            elif there and (question.placeholder or not fault.stale):
                dialog.fail(fault.what, fault.do)
            else:  # what the question says may not be so any more
                if there:
                    dialog.reject()
                self.said.emit("error", fault.what, fault.do)

        def finish(answer: object) -> None:
            settle(None)
            done(answer)

        def act(reason: str) -> None:
            self._kept[question.id] = reason
            call(reason, finish, lambda error: look(error, reason, settle))

        dialog.wanted.connect(act)
        dialog.open()
        return dialog

    def fault(self, error: Exception) -> Fault | None:
        """Words for a failure; None for a bug, which is told as such."""
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return None
        if isinstance(error, OfflineError | ServerTroubleError | CutBodyError):
            do = self.tr("Nothing was changed, and what you typed is kept. Try again a little later.")
            return Fault(failure.what, do)
        told = refusal(failure.code, getattr(error, "problem", {}))
        return Fault(*told or (failure.what, self.tr("Nothing was changed. {0}").format(failure.do).strip()))

    def fault_or_bug(self, error: Exception) -> Fault:
        """The same, with words also for a bug."""
        bug = self.tr("Something unexpected happened"), self.tr("What you typed is kept. Try again.")
        return self.fault(error) or Fault(*bug)

    def lost(self) -> Fault:
        """It is not known whether the server has done it."""
        what = self.tr("The server's answer was lost; it may have been done")
        do = self.tr("What you typed is kept. Try again when the network is back: nothing is done twice.")
        return Fault(what, do)


def is_unsure(error: Exception) -> bool:
    """Whether to look at the server before anything is said: the answer was lost, or somebody was faster."""
    cause = str(getattr(error, "problem", {}).get("cause", ""))
    stale = code_of(error) == "wrong-state" and cause in ("", "state", "same")
    return stale or code_of(error) == "version-mismatch" or may_have_arrived(error)
