"""The table of tabs: id, icon, name, who sees it, how it is made. Order is the order on the rail and of Ctrl+1…7."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from contract.roles import REVIEWERS, Role
from desktop.context import AppContext
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.views import Page

EVERYBODY: Final = frozenset(Role)
RANKERS: Final = frozenset({Role.UNION_STAFF, Role.PLATFORM_ADMIN})
MakePage = Callable[[AppContext], Page]


class PageSpec(NamedTuple):
    """One tab. `kind` loads its modules and gives the class of its page."""

    id: str
    icon: str
    label: str
    roles: frozenset[Role]
    kind: Callable[[], MakePage]

    def title(self) -> str:
        """The label in the language of the screen."""
        return QCoreApplication.translate("pages", self.label)


def _works() -> MakePage:
    from desktop.views.works.page import WorksPage

    return WorksPage


def _browse() -> MakePage:
    from desktop.views.browse.page import BrowsePage

    return BrowsePage


def _sync_centre() -> MakePage:
    from desktop.views.sync_centre.page import SyncCentrePage

    return SyncCentrePage


def _settings() -> MakePage:
    from desktop.views.settings_page.page import SettingsPage

    return SettingsPage


def _members() -> MakePage:
    from desktop.views.members.page import MembersPage

    return MembersPage


def _organizations() -> MakePage:
    from desktop.views.organizations.page import OrganizationsPage

    return OrganizationsPage


def _boards() -> MakePage:
    from desktop.views.boards.page import BoardsPage

    return BoardsPage


def _awards() -> MakePage:
    from desktop.views.awards.page import AwardsPage

    return AwardsPage


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec("works", "works", QT_TRANSLATE_NOOP("pages", "Works"), REVIEWERS, _works),
    PageSpec("browse", "grid", QT_TRANSLATE_NOOP("pages", "All works"), frozenset({Role.PLATFORM_ADMIN}), _browse),
    PageSpec(
        "organizations", "org", QT_TRANSLATE_NOOP("pages", "Organizations"), frozenset({Role.PLATFORM_ADMIN}),
        _organizations,
    ),
    PageSpec("members", "members", QT_TRANSLATE_NOOP("pages", "Members"), frozenset({Role.ORG_ADMIN}), _members),
    PageSpec("boards", "rank", QT_TRANSLATE_NOOP("pages", "Boards"), RANKERS, _boards),
    PageSpec("awards", "award", QT_TRANSLATE_NOOP("pages", "Awards"), RANKERS, _awards),
    PageSpec("sync", "sync", QT_TRANSLATE_NOOP("pages", "Sync"), EVERYBODY, _sync_centre),
    PageSpec("settings", "settings", QT_TRANSLATE_NOOP("pages", "Settings"), EVERYBODY, _settings),
)  # fmt: skip


def pages_for(role: str) -> tuple[PageSpec, ...]:
    """The tabs of a role."""
    return tuple(spec for spec in PAGES if role in spec.roles)
