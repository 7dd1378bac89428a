"""Coming to the desk and leaving it: reach a server, sign in, go on offline, resume, sign out.

Everything slow happens in `desktop.session`, which is loaded on the thread that runs it: it brings the
store, requests and pydantic, and the first window must not wait for them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext, ShellContext, Who
from desktop.failures import code_of

if TYPE_CHECKING:
    from desktop.session.arriving import Reached
    from desktop.session.opening import Session

SignedIn = Callable[["Session"], object]
log = logging.getLogger(__name__)


def probe(
    context: ShellContext,
    address: str,
    done: Callable[[Reached], object],
    failed: Failed,
    owner: QObject | None = None,
) -> None:
    """Asks the server at `address` how it is and how long the way takes."""

    def work() -> Reached:
        from desktop.session import arriving

        return arriving.probe(address)

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
    set_aside: bool = False,
) -> None:
    """Signs in with the server and opens the person's store; `set_aside` puts data whose key is lost out of the way."""

    def work() -> Session:
        from desktop.session import arriving

        return arriving.sign_in(context, address, account, password, remember, set_aside)

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
        from desktop.session import returning

        return returning.continue_offline(context, address, account, password)

    context.background.run(work, done, failed, owner)


def resume(context: ShellContext, person: Who, done: SignedIn, failed: Failed, owner: QObject | None = None) -> None:
    """Goes on without a password where "remember me" was chosen less than seven days ago."""

    def work() -> Session:
        from desktop.session import returning

        return returning.resume(context, person)

    context.background.run(work, done, failed, owner)


def sign_out(context: AppContext) -> None:
    """Ends the session on the server, as far as it can be reached; the person need not wait for it."""

    def work() -> None:
        from desktop.session import arriving

        arriving.sign_out(context)

    context.background.run(work, failed=lambda error: log.info("sign-out: %s", code_of(error) or type(error).__name__))
