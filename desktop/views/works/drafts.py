"""The drafts of the reject panel, one for each subject of a kind, in memory and in the store."""

from PySide6.QtCore import QObject

from contract.review import Kind
from desktop.context import AppContext
from desktop.operations import drafts as operation
from desktop.views.works.reject_draft import RejectDraft


class Drafts(QObject):
    """Each change is written at once: a few keystrokes a second, a fraction of a millisecond each."""

    def __init__(self, context: AppContext, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._kind = context, kind
        self._drafts: dict[str, RejectDraft] = {}
        operation.load(context, self._loaded, self)

    def of(self, subject: str) -> RejectDraft:
        """What has been filled in for a subject."""
        return self._drafts.get(subject, RejectDraft(kind=self._kind))

    def keep(self, subject: str, draft: RejectDraft) -> None:
        """Remembers it until the subject is decided; an empty one is forgotten."""
        if draft != self.of(subject):
            self._drafts[subject] = draft
            operation.keep(self._context, subject, None if draft.is_empty else draft.as_json())

    def _loaded(self, kept: dict[str, operation.Facts]) -> None:
        found = {subject: RejectDraft.from_json(facts, self._kind) for subject, facts in kept.items()}
        self._drafts = found | self._drafts
