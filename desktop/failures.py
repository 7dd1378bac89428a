"""Expected failures in words: what happened, what is kept, what to do. Anything without words here is a bug."""

import errno
import math
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.marking import QT_TRANSLATE_NOOP
from desktop.messages import Level, Message


class Failure(NamedTuple):
    """One failure, translated. `code` goes last on screen, in brackets."""

    code: str
    what: str
    kept: str
    do: str
    level: Level = "error"

    @property
    def text(self) -> str:
        """One line for the message bar."""
        return QCoreApplication.translate("failures", "{0} ({1})").format(self.sentence, self.code)

    @property
    def rest(self) -> str:
        """What is kept and what to do, for a second line."""
        return _joined(self.kept, self.do)

    @property
    def sentence(self) -> str:
        """The same without the code."""
        return _joined(self.what, self.kept, self.do)


class _Words(NamedTuple):
    what: str
    kept: str = ""
    do: str = ""
    level: Level = "error"


_OUTBOX = QT_TRANSLATE_NOOP("failures", "Your decisions stay in the outbox.")
_ALL_HERE = QT_TRANSLATE_NOOP("failures", "Your decisions and all videos that are here are kept.")
_RETRIES = QT_TRANSLATE_NOOP("failures", "It is tried again by itself.")
_SIGN_IN_AGAIN = QT_TRANSLATE_NOOP("failures", "Sign in again to send them.")
_ASK_ADMIN = QT_TRANSLATE_NOOP("failures", "Ask your platform administrator.")

_WORDS: Final[dict[str, _Words]] = {
    "offline": _Words(QT_TRANSLATE_NOOP("failures", "The server cannot be reached."), _OUTBOX, _RETRIES, "warn"),
    "tls": _Words(
        QT_TRANSLATE_NOOP(
            "failures",
            "The connection is not secure: the server's certificate could not be verified.",
        ),
        QT_TRANSLATE_NOOP("failures", "Nothing was sent; your decisions stay in the outbox."),
        QT_TRANSLATE_NOOP(
            "failures",
            "Check the date of this computer and the address, or ask your network administrator.",
        ),
    ),
    "not-our-server": _Words(
        QT_TRANSLATE_NOOP(
            "failures",
            "What answered at this address is not the desk's server (perhaps the sign-in page of the network).",
        ),
        QT_TRANSLATE_NOOP("failures", "Nothing was sent; your decisions stay in the outbox."),
        QT_TRANSLATE_NOOP("failures", "Sign in to the network in a browser, or check the address."),
    ),
    "cut-body": _Words(QT_TRANSLATE_NOOP("failures", "The server's answer broke off."), _OUTBOX, _RETRIES, "warn"),
    "server-trouble": _Words(
        QT_TRANSLATE_NOOP("failures", "The server is not available for the moment."),
        _OUTBOX,
        _RETRIES,
        "warn",
    ),
    "too-many-tries": _Words(
        QT_TRANSLATE_NOOP("failures", "Too many attempts to sign in."),
        QT_TRANSLATE_NOOP("failures", "What is on this computer is kept."),
        QT_TRANSLATE_NOOP("failures", "Try again in {seconds} s."),
        "warn",
    ),
    "wrong-password": _Words(
        QT_TRANSLATE_NOOP("failures", "Account or password is wrong."),
        "",
        QT_TRANSLATE_NOOP("failures", "Check both and try again."),
    ),
    "account-suspended": _Words(QT_TRANSLATE_NOOP("failures", "This account is suspended."), _OUTBOX, _ASK_ADMIN),
    "not-signed-in": _Words(
        QT_TRANSLATE_NOOP("failures", "You are no longer signed in."),
        _OUTBOX,
        _SIGN_IN_AGAIN,
        "warn",
    ),
    "session-expired": _Words(
        QT_TRANSLATE_NOOP("failures", "Your sign-in has expired."),
        _OUTBOX,
        _SIGN_IN_AGAIN,
        "warn",
    ),
    "session-revoked": _Words(
        QT_TRANSLATE_NOOP("failures", "Your sign-in was ended on the server."),
        _OUTBOX,
        _SIGN_IN_AGAIN,
        "warn",
    ),
    "client-too-old": _Words(
        QT_TRANSLATE_NOOP("failures", "This version of the desk is too old for the server."),
        _OUTBOX,
        QT_TRANSLATE_NOOP("failures", "Install version {oldest} or newer."),
    ),
    "not-allowed": _Words(QT_TRANSLATE_NOOP("failures", "Your role may not do this."), "", _ASK_ADMIN),
    "second-person": _Words(
        QT_TRANSLATE_NOOP("failures", "Somebody who has not worked on this must confirm it."),
        "",
        QT_TRANSLATE_NOOP("failures", "Ask a colleague to confirm it."),
    ),
    "not-found": _Words(
        QT_TRANSLATE_NOOP("failures", "The server does not have this entry any more."),
        "",
        QT_TRANSLATE_NOOP("failures", "Refresh with F5."),
    ),
    "lease-lost": _Words(
        QT_TRANSLATE_NOOP("failures", "The claim on this work has passed to somebody else."),
        QT_TRANSLATE_NOOP("failures", "Your decision is kept."),
        QT_TRANSLATE_NOOP("failures", "Claim more works to go on."),
        "warn",
    ),
    "version-mismatch": _Words(
        QT_TRANSLATE_NOOP("failures", "The work has changed meanwhile."),
        "",
        QT_TRANSLATE_NOOP("failures", "Refresh with F5."),
    ),
    "wrong-state": _Words(
        QT_TRANSLATE_NOOP("failures", "The entry is in another state by now."),
        "",
        QT_TRANSLATE_NOOP("failures", "Refresh with F5."),
    ),
    "disk-full": _Words(
        QT_TRANSLATE_NOOP("failures", "The disk is full; this was not saved."),
        QT_TRANSLATE_NOOP("failures", "Everything saved before is kept."),
        QT_TRANSLATE_NOOP(
            "failures",
            "Free some space, or clear cached videos in the sync centre, and do it again.",
        ),
    ),
    "no-room": _Words(
        QT_TRANSLATE_NOOP("failures", "“{title}” is not fetched: less than 2 GB is free on the disk of this computer."),
        _ALL_HERE,
        QT_TRANSLATE_NOOP("failures", "Free some space on the disk; downloads then go on by themselves."),
        "warn",
    ),
    "quota-full": _Words(
        QT_TRANSLATE_NOOP("failures", "“{title}” is not fetched: the space set aside for videos is full."),
        _ALL_HERE,
        QT_TRANSLATE_NOOP("failures", "Allow more space in the settings, or decide the works that are here first."),
        "warn",
    ),
    "key-lost": _Words(
        QT_TRANSLATE_NOOP("failures", "The key of the local data could not be found or does not fit."),
        QT_TRANSLATE_NOOP("failures", "The data was not touched."),
        QT_TRANSLATE_NOOP("failures", "Sign in with the password while online, or restore the system keyring."),
    ),
    "store-busy": _Words(
        QT_TRANSLATE_NOOP("failures", "The local data is in use by another window of the desk."),
        QT_TRANSLATE_NOOP("failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("failures", "Use that window, or close it first."),
    ),
    "store-too-new": _Words(
        QT_TRANSLATE_NOOP("failures", "The local data was written by a newer version of the desk."),
        QT_TRANSLATE_NOOP("failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("failures", "Install the newer version."),
    ),
    "sqlite-too-old": _Words(
        QT_TRANSLATE_NOOP("failures", "The SQLite library of this computer is too old for the local data."),
        QT_TRANSLATE_NOOP("failures", "The data was not touched."),
        QT_TRANSLATE_NOOP("failures", "Install the desk again with its own libraries."),
    ),
    "bad-address": _Words(
        QT_TRANSLATE_NOOP("failures", "This is not the address of a server."),
        "",
        QT_TRANSLATE_NOOP("failures", "Enter it as you were given it, such as desk.example.org."),
    ),
    "insecure-address": _Words(
        QT_TRANSLATE_NOOP("failures", "Without https the password would go over the network in the clear."),
        QT_TRANSLATE_NOOP("failures", "Nothing was sent."),
        QT_TRANSLATE_NOOP("failures", "Leave http:// out, or ask your platform administrator."),
    ),
    "offline-wrong-password": _Words(
        QT_TRANSLATE_NOOP("failures", "The password does not match the one last used on this computer."),
        "",
        QT_TRANSLATE_NOOP("failures", "Check it and try again."),
    ),
    "offline-too-long": _Words(
        QT_TRANSLATE_NOOP("failures", "The last sign-in with the server was more than 14 days ago."),
        QT_TRANSLATE_NOOP("failures", "Claimed works and decisions are kept."),
        QT_TRANSLATE_NOOP("failures", "Sign in once while online."),
    ),
    "offline-never": _Words(
        QT_TRANSLATE_NOOP("failures", "This person has not signed in on this computer yet."),
        "",
        QT_TRANSLATE_NOOP("failures", "Sign in once while online."),
    ),
    "demo-failed": _Words(
        QT_TRANSLATE_NOOP("failures", "The server of the sample data did not start."),
        QT_TRANSLATE_NOOP("failures", "Your own data is not touched."),
        QT_TRANSLATE_NOOP("failures", "Start with --demo --reset, and look at the log if it happens again."),
    ),
    "refused": _Words(
        QT_TRANSLATE_NOOP("failures", "The server did not accept this."),
        QT_TRANSLATE_NOOP("failures", "Nothing was changed."),
        "",
    ),
}


def explain(error: BaseException) -> Failure | None:
    """The words for an expected failure; None when `error` is a bug."""
    code = code_of(error)
    if code is None:
        return None
    words = _WORDS.get(code) or _WORDS["refused"]
    facts = {"seconds": _seconds(error), "oldest": str(getattr(error, "oldest", "") or "?")}
    facts["title"] = str(getattr(error, "title", "") or "?")
    what, kept, do = (_translated(text, facts) for text in (words.what, words.kept, words.do))
    return Failure(code, what, kept, do, words.level)


def code_of(error: BaseException) -> str | None:
    """The stable code of an expected failure; a full disk counts whoever noticed it.

    Errors of libraries may have a `code` too, so only ours count.
    """
    code = getattr(error, "code", None)
    if isinstance(code, str) and type(error).__module__.startswith("desktop."):
        return code
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disk-full"
    return None


def message_for(failure: Failure, key: str = "") -> Message:
    """The failure as a message that stays until it is closed."""
    return Message(failure.text, failure.level, key or failure.code, seconds=None)


def message_for_note(kind: str, kept: int, damaged: int) -> Message:
    """What happened when the store was opened: `outbox-salvaged`, `cache-rebuilt` or `other-person`."""
    translate = QCoreApplication.translate
    if kind == "other-person":
        what = translate("failures", "Another person used this account name on this computer before.")
        safe = translate("failures", "Their data were put aside, with {0} unsent decisions; ask an administrator.")
        return Message(_joined(what, safe.format(kept)), "warn", kind, seconds=None)
    if kind == "cache-rebuilt":
        what = translate("failures", "The cached works were damaged; they are fetched anew.")
        safe = translate("failures", "Your decisions are all there.")
        return Message(_joined(what, safe), "warn", kind, seconds=None)
    what = translate("failures", "The outbox was damaged; {0} decisions were recovered.").format(kept)
    lost = translate("failures", "{0} entries of its log could not be read.").format(damaged) if damaged else ""
    safe = translate("failures", "The damaged file is kept beside it.")
    return Message(_joined(what, lost, safe), "warn", kind, seconds=None)


def _joined(*sentences: str) -> str:
    """Sentences one after the other; Chinese ones need no space."""
    return "".join(part if part.endswith("。") else f"{part} " for part in sentences if part).strip()


def _seconds(error: BaseException) -> str:
    wait = getattr(error, "retry_after", None)
    return str(math.ceil(wait)) if isinstance(wait, int | float) and wait > 0 else "60"


def _translated(text: str, facts: dict[str, str]) -> str:
    return QCoreApplication.translate("failures", text).format(**facts) if text else ""
