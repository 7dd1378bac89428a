"""Showing name and phone of the applicant at the right for a while; the server notes who looked."""

from PySide6.QtCore import QCoreApplication

from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import members as operations
from desktop.views.members.detail import MemberDetail


def reveal(context: AppContext, detail: MemberDetail) -> None:
    """Asks the server; an answer that comes when somebody else is shown is dropped."""
    row = detail.row
    if row is None:
        return

    def done(found: tuple[str, str]) -> None:
        if detail.row is not None and detail.row.id == row.id:
            detail.show_revealed(*found)

    def failed(error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            context.background.unhandled.emit(error)
        said = failure.what if failure else QCoreApplication.translate("Members", "It could not be shown.")
        if detail.row is not None and detail.row.id == row.id:
            detail.phone.failed(said)

    operations.reveal(context, row.id, done, failed, detail)
