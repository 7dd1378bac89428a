"""Network, outbox rows and second looks in words. Times in ms."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.failures import explain
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.store.rows import OutboxRow
from desktop.sync import Network, NetworkKind, Sync
from desktop.views.status import clock_text

_CAUSES: Final = {
    "offline": QT_TRANSLATE_NOOP("SyncCentre", "No network"),
    "tls": QT_TRANSLATE_NOOP("SyncCentre", "Connection not secure"),
    "not-our-server": QT_TRANSLATE_NOOP("SyncCentre", "Something else answered"),
    "cut-body": QT_TRANSLATE_NOOP("SyncCentre", "The answer broke off"),
    "server-trouble": QT_TRANSLATE_NOOP("SyncCentre", "The server is not available"),
    "internal": QT_TRANSLATE_NOOP("SyncCentre", "The server made an error"),
    "no-answer": QT_TRANSLATE_NOOP("SyncCentre", "No answer to this entry"),
    "epoch-changed": QT_TRANSLATE_NOOP("SyncCentre", "The server was restored"),
    "unknown-subject": QT_TRANSLATE_NOOP("SyncCentre", "The work no longer exists"),
    "not-allowed": QT_TRANSLATE_NOOP("SyncCentre", "Not allowed for your role"),
    "invalid-args": QT_TRANSLATE_NOOP("SyncCentre", "Reasons or text are not valid"),
    "id-reused": QT_TRANSLATE_NOOP("SyncCentre", "The number was used before"),
    "already-decided": QT_TRANSLATE_NOOP("SyncCentre", "Somebody decided before"),
    "lease-lost": QT_TRANSLATE_NOOP("SyncCentre", "The claim had passed on"),
    "version-mismatch": QT_TRANSLATE_NOOP("SyncCentre", "The work had changed"),
    "withdrawn": QT_TRANSLATE_NOOP("SyncCentre", "It was taken back"),
    "not-signed-in": QT_TRANSLATE_NOOP("SyncCentre", "Not signed in"),
    "session-expired": QT_TRANSLATE_NOOP("SyncCentre", "The sign-in has expired"),
    "session-revoked": QT_TRANSLATE_NOOP("SyncCentre", "The sign-in was ended"),
    "account-suspended": QT_TRANSLATE_NOOP("SyncCentre", "The account is suspended"),
    "client-too-old": QT_TRANSLATE_NOOP("SyncCentre", "This desk is too old"),
}
_OTHER_CAUSE: Final = QT_TRANSLATE_NOOP("SyncCentre", "The server did not accept it")
_NETWORK: Final = {
    "starting": (QT_TRANSLATE_NOOP("SyncCentre", "Connecting"), "wifi", "text2"),
    "online": (QT_TRANSLATE_NOOP("SyncCentre", "Online"), "wifi", "ok"),
    "slow": (QT_TRANSLATE_NOOP("SyncCentre", "Online · slow"), "wifi", "warn"),
    "offline": (QT_TRANSLATE_NOOP("SyncCentre", "Offline"), "cloudoff", "offline"),
    "keep-offline": (QT_TRANSLATE_NOOP("SyncCentre", "Kept offline"), "cloudoff", "offline"),
    "signed-out": (QT_TRANSLATE_NOOP("SyncCentre", "Signed out"), "lock", "warn"),
    "too-old": (QT_TRANSLATE_NOOP("SyncCentre", "Desk too old"), "warn", "no"),
}
PAGE_OF: Final = {"registration": "organizations", "membership": "members"}
"""Where subjects of other kinds than works are shown."""
AWAY: Final = frozenset({"offline", "keep-offline", "signed-out", "too-old"})


def cause(code: str | None) -> str:
    """Why an entry of the outbox did not go through, short."""
    return QCoreApplication.translate("SyncCentre", _CAUSES.get(code or "", _OTHER_CAUSE))


def network_words(network: Network) -> tuple[str, str, str]:
    """(word, icon, ink) for the tile."""
    word, icon, ink = _NETWORK[network.kind]
    return QCoreApplication.translate("SyncCentre", word), icon, ink


def network_line(sync: Sync, bytes_per_s: float, now_ms: int) -> str:
    """420 KB/s · 往返 310 毫秒, or what is known while there is no connection."""
    parts = []
    if bytes_per_s >= 1:
        parts.append(speed_text(bytes_per_s))
    if sync.network.kind in ("online", "slow") and sync.network.rtt_ms is not None:
        said = QCoreApplication.translate("SyncCentre", "round trip {0} ms")
        parts.append(said.format(f"{sync.network.rtt_ms:,}"))
    if sync.network.kind in AWAY or not parts:
        parts = [last_sync_text(sync, now_ms)]
    return " · ".join(parts)


def last_sync_text(sync: Sync, now_ms: int) -> str:
    """上次同步 14:32."""
    if sync.last_sync_ms is None:
        return QCoreApplication.translate("SyncCentre", "Not synced yet since the start")
    return QCoreApplication.translate("SyncCentre", "Last sync {0}").format(clock_text(sync.last_sync_ms, now_ms))


def speed_text(bytes_per_s: float) -> str:
    """420 KB/s, 1.4 MB/s."""
    if bytes_per_s >= 1_000_000:
        return f"{bytes_per_s / 1_000_000:.1f} MB/s"
    return f"{bytes_per_s / 1_000:,.0f} KB/s"


def story(sync: Sync, unsent: Sequence[OutboxRow], now_ms: int) -> str:
    """The connection and the outbox in one line: what happened, what is kept, what comes next."""
    network = sync.network
    if network.kind == "keep-offline":
        return QCoreApplication.translate(
            "SyncCentre", "You keep the desk offline: nothing is sent or fetched, decisions wait in the outbox"
        )
    if network.kind == "starting":
        return QCoreApplication.translate("SyncCentre", "Connecting to the server")
    if network.kind in AWAY:
        return _away(sync, now_ms)
    if any(row.state == "parked" for row in unsent):
        return QCoreApplication.translate(
            "SyncCentre", "Some entries were set aside after several tries; they are kept, the others go on"
        )
    back_at = _back_at(sync.history())
    if back_at is None:
        said = (
            QCoreApplication.translate("SyncCentre", "Connected; {0} entries are on their way")
            if unsent
            else QCoreApplication.translate("SyncCentre", "Connected; everything has been delivered")
        )
        return said.format(len(unsent))
    meanwhile = sum(row.created_at < back_at for row in unsent)
    said = QCoreApplication.translate("SyncCentre", "Connected again at {0}; everything has been delivered")
    if meanwhile:
        said = QCoreApplication.translate(
            "SyncCentre", "Connected again at {0}; {1} decisions made meanwhile are being sent, none is lost"
        )
    elif unsent:
        said = QCoreApplication.translate("SyncCentre", "Connected again at {0}; {2} entries are on their way")
    return said.format(clock_text(back_at, now_ms), meanwhile, len(unsent))


def _away(sync: Sync, now_ms: int) -> str:
    failure = explain(sync.network.error) if sync.network.error else None
    parts = [failure.what, failure.kept] if failure else [network_words(sync.network)[0]]
    if sync.retry_at_ms is not None:
        said = QCoreApplication.translate("SyncCentre", "Next try in {0} s.")
        parts.append(said.format(seconds_until(sync.retry_at_ms, now_ms)))
    elif failure:
        parts.append(failure.do)
    return "".join(part if part.endswith("。") else f"{part} " for part in parts if part).strip()


def _back_at(history: Sequence[tuple[int, NetworkKind]]) -> int | None:
    """When the connection that holds now came back; None when it has held from the start."""
    since = None
    for at, kind in reversed(history):
        if kind in AWAY:
            return since
        if kind != "starting":
            since = at
    return None


def seconds_until(at_ms: int, now_ms: int) -> int:
    """Whole seconds, at least 1."""
    return max(1, -((now_ms - at_ms) // 1000))
