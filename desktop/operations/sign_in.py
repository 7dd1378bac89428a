"""Coming to the desk and leaving it: reach a server, sign in, go on offline, resume, sign out.

Everything slow happens in `desktop.session`, which is loaded on the thread that runs it: it brings SQLAlchemy,
requests and pydantic (0.6 s), and the first window must not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext, ShellContext, Who

if TYPE_CHECKING:
    from desktop.session import Reached, Session

SignedIn = Callable[["Session"], object]


def probe(
    context: ShellContext,
    address: str,
    done: Callable[[Reached], object],
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """Asks the server at `address` how it is and how long the way takes."""

    def work() -> Reached:
        from desktop import session

        return session.probe(address)

    context.background.run(work, done, failed, owner)


def sign_in(
    context: ShellContext,
    address: str,
    account: str,
    password: str,
    remember: bool,
    done: SignedIn,
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """Signs in with the server and opens the person's store."""

    def work() -> Session:
        from desktop import session

        return session.sign_in(context, address, account, password, remember)

    context.background.run(work, done, failed, owner)


def continue_offline(
    context: ShellContext,
    address: str,
    account: str,
    password: str,
    done: SignedIn,
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """Opens the person's store with the password that was last good online, at most 14 days ago."""

    def work() -> Session:
        from desktop import session

        return session.continue_offline(context, address, account, password)

    context.background.run(work, done, failed, owner)


def resume(context: ShellContext, person: Who, done: SignedIn, failed: Failed, owner: QObject | None = None) -> None:
    """Goes on without a password where "remember me" was chosen less than seven days ago."""

    def work() -> Session:
        from desktop import session

        return session.resume(context, person)

    context.background.run(work, done, failed, owner)


def sign_in_again(
    context: AppContext, password: str, done: Callable[[None], object], failed: Failed, owner: QObject | None = None
) -> None:
    """A new sign-in of the same person after the old one ended; the store stays open."""

    def work() -> None:
        from desktop import session

        session.sign_in_again(context, password)

    context.background.run(work, done, failed, owner)
