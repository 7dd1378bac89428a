"""The drafts of the reject panel, one for each work, in memory and in the store."""

from PySide6.QtCore import QObject

from desktop.context import AppContext
from desktop.operations import drafts as operation
from desktop.views.works.reject_draft import RejectDraft


class Drafts(QObject):
    """Each change is written at once: a few keystrokes a second, a fraction of a millisecond each."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._drafts: dict[str, RejectDraft] = {}
        operation.load(context, self._loaded, self)

    def of(self, work: str) -> RejectDraft:
        """What has been filled in for a work."""
        return self._drafts.get(work, RejectDraft())

    def keep(self, work: str, draft: RejectDraft) -> None:
        """Remembers it until the work is decided; an empty one is forgotten."""
        if draft != self.of(work):
            self._drafts[work] = draft
            operation.keep(self._context, work, None if draft.is_empty else draft.as_json())

    def _loaded(self, kept: dict[str, operation.Facts]) -> None:
        self._drafts = {work: RejectDraft.from_json(facts) for work, facts in kept.items()} | self._drafts
