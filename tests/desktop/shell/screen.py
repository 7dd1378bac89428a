"""What a person does and sees on the sign-in page."""

from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.store import Store, outbox
from desktop.views.main_window import MainWindow
from desktop.views.sign_in.form import SignInForm
from tests.server.world import PASSWORD

SOON_MS = 15_000
UNDO = {"decision_id": "018f0000-0000-7000-8000-000000000001"}


def window_of(desk: Desk) -> MainWindow:
    """The window on screen now."""
    assert desk.window is not None
    return desk.window


def form_of(desk: Desk) -> SignInForm:
    """The sign-in form on screen."""
    page = window_of(desk).sign_in_page
    assert page is not None
    assert page.form is not None
    return page.form


def fill(desk: Desk, address: str, account: str, password: str = PASSWORD) -> SignInForm:
    """Types into the form."""
    form = form_of(desk)
    form.server.edit.setText(address)
    form.account.setText(account)
    form.password.setText(password)
    return form


def sign_in(qtbot: QtBot, desk: Desk, address: str, account: str, password: str = PASSWORD) -> None:
    """Signs in and waits for the workspace."""
    form = fill(desk, address, account, password)
    with qtbot.waitSignal(desk.entered, timeout=SOON_MS):
        form.button.click()


def banner_of(form: SignInForm) -> str:
    """What the banner above the form says; empty when there is none."""
    return form.banner.accessibleName() if form.banner.isVisible() else ""


def leave_one_unsent(qtbot: QtBot, desk: Desk) -> None:
    """Something in the outbox that cannot go out."""
    context = desk.app_context
    assert context is not None
    context.sync.keep_offline(True)
    qtbot.waitUntil(lambda: not context.sync.pushing, timeout=SOON_MS)

    def append(store: Store) -> None:
        outbox.append(store, "review.undo", UNDO, {})

    context.local_store.write(append)
    qtbot.waitUntil(lambda: window_of(desk).unsent() == 1, timeout=SOON_MS)
