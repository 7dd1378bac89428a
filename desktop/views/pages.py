"""The table of tabs: id, icon, name, who sees it, how it is made. Order is the order on the rail and of Ctrl+1…7."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.roles import REVIEWERS, Role
from desktop.context import AppContext
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.views import Page

EVERYBODY: Final = frozenset(Role)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One tab. `make` imports the tab's modules when it is shown first."""

    id: str
    icon: str
    label: str
    roles: frozenset[Role]
    make: Callable[[AppContext], Page]

    def title(self) -> str:
        """The label in the language of the screen."""
        return QCoreApplication.translate("pages", self.label)


def _works(context: AppContext) -> Page:
    from desktop.views.works.page import WorksPage

    return WorksPage(context)


def _browse(context: AppContext) -> Page:
    from desktop.views.browse.page import BrowsePage

    return BrowsePage(context)


def _sync_centre(context: AppContext) -> Page:
    from desktop.views.sync_centre.page import SyncCentrePage

    return SyncCentrePage(context)


def _settings(context: AppContext) -> Page:
    from desktop.views.settings_page.page import SettingsPage

    return SettingsPage(context)


def _later(context: AppContext) -> Page:
    from desktop.views.later_page import LaterPage

    return LaterPage(context)


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec("works", "works", QT_TRANSLATE_NOOP("pages", "Works"), REVIEWERS, _works),
    PageSpec("browse", "grid", QT_TRANSLATE_NOOP("pages", "All works"), frozenset({Role.PLATFORM_ADMIN}), _browse),
    PageSpec("later", "home", QT_TRANSLATE_NOOP("pages", "Start"), EVERYBODY - REVIEWERS, _later),
    PageSpec("sync", "sync", QT_TRANSLATE_NOOP("pages", "Sync"), EVERYBODY, _sync_centre),
    PageSpec("settings", "settings", QT_TRANSLATE_NOOP("pages", "Settings"), EVERYBODY, _settings),
)


def pages_for(role: str) -> tuple[PageSpec, ...]:
    """The tabs of a role; those who have none of their own get an honest word about it."""
    return tuple(spec for spec in PAGES if role in spec.roles)
