"""The tour at the desks of the platform's and of an organization's administrator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.tour_steps import Condition, after, change_to

if TYPE_CHECKING:
    from desktop.tour import Tour
    from desktop.views.organizations.page import OrganizationsPage

Key = Qt.Key


def organizations(tour: Tour) -> Iterator[Condition]:
    """All works; what organizations have sent in, beside one that it resembles; one is passed."""
    yield from change_to(tour, "platform_admin")
    yield from tour.show_tab("browse", "10-all-works")
    tour.context.navigation.go("organizations")
    yield lambda: _is_ready(_page(tour))
    page = _page(tour)
    while page.next.isEnabled():  # the newest has several papers and resembles another
        yield from tour.press(Key.Key_N)
    yield lambda: _is_ready(page) and page.evidence.archive.isVisible()
    yield after(400)
    yield from tour.show("02-orgs")
    yield from tour.press(Key.Key_C)
    yield lambda: page.middle.currentWidget() is page.compare
    yield from tour.show("02-orgs-compare")
    yield from tour.press(Key.Key_R)
    yield from tour.press(Key.Key_1)
    yield from tour.show("02-orgs-reject")
    yield from tour.press(Key.Key_Escape)
    before = page.subject()
    yield from tour.press(Key.Key_A)
    yield lambda: page.subject() != before and page.accepts_decisions
    yield lambda: _nothing_unsent(tour)
    yield from tour.show("02-orgs-next")


def members(tour: Tour) -> Iterator[Condition]:
    """Applicants of an organization: some are chosen, one is passed; the import of a list."""
    yield from change_to(tour, "org_admin")
    yield after(600)
    yield from tour.show("03-members")
    for key in (Key.Key_X, Key.Key_J, Key.Key_X, Key.Key_J, Key.Key_X):
        yield from tour.press(key)
    yield from tour.show("03-members-chosen")
    yield from tour.press(Key.Key_Escape)
    yield from tour.press(Key.Key_A)
    yield lambda: _nothing_unsent(tour)
    yield after(400)
    yield from tour.show("03-members-passed")


def _page(tour: Tour) -> OrganizationsPage:
    from desktop.views.organizations.page import OrganizationsPage

    return next(page for page in tour.window.findChildren(OrganizationsPage))


def _is_ready(page: OrganizationsPage) -> bool:
    return page.accepts_decisions and page.evidence.view.canvas.has_picture


def _nothing_unsent(tour: Tour) -> bool:
    glance = tour.desk.window.glance if tour.desk.window else None
    return glance is not None and glance.numbers.counts.outbox == 0 and tour.context.sync.up_to_date
