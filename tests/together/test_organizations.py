"""An organization from its registration to its members: in the browser, at the desk, at its own desk."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from contract.review import Verdict
from contract.roles import Role
from desktop.ui.dialogs import ConfirmDialog
from desktop.views.members.page import MembersPage
from desktop.views.organizations.page import OrganizationsPage
from server.models import Audit, Decision, Membership, Notice, Organization, Staff, Work
from server.services import work_lives
from server.services.memberships_counting import published_works_of
from tests.server.membership.people import Applicant
from tests.server.world import World
from tests.together.browser import PHONE, REGISTRANT_PASSWORD, TYPED, chromium, register
from tests.together.conftest import Desks
from tests.together.desk import CONTROL, DIGITS, SHIFT, Key
from tests.together.register_server import RegisterServer

APPLICANTS, WITHDRAWN = 200, 3


def applicants(world: World, count: int) -> list[Applicant]:
    """Signed-in workers; the first one has a published work already."""
    found = [Applicant(world.worker_caller(f"职工{number}"), f"职工{number}", "") for number in range(count)]
    work = world.works(author=found[0].caller.id)[0]
    with world.context.database.writing() as session:
        work_lives.settle(session, session.get_one(Work, work), Verdict.APPROVE, world.clock())
    return found


def accept() -> None:
    """Accepts the dialog as soon as it is there."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ConfirmDialog):
        dialog.act.click()
    else:
        QTimer.singleShot(20, accept)


def test_registered_reviewed_and_its_members_passed(tmp_path: Path, desks: Desks) -> None:
    """Two hundred are passed with one gesture; three of them take it back meanwhile."""
    server = RegisterServer(tmp_path / "server")
    try:
        platform = server.account(server.world.staff(Role.PLATFORM_ADMIN))
        people = applicants(server.world, APPLICANTS)
        server.start()
        with chromium(server.url) as browser:
            register(browser, server, tmp_path)
            review(desks, server, platform)
            browser.click("refresh")
            browser.wait("state", "已通过")
        with server.world.context.database.reading() as session:
            mine = session.scalars(select(Organization.id).where(Organization.name == TYPED["name"])).one()
        pass_all(desks, server, mine, people)
    finally:
        desks.close_all()
        server.close()


def review(desks: Desks, server: RegisterServer, account: str) -> None:
    """A platform admin looks at the papers, at the contact in full, and passes the registration."""
    screen = desks.open("platform")
    screen.sign_in(server.url, account)
    screen.press(DIGITS[3], CONTROL)
    workspace = screen.window.workspace
    assert workspace is not None
    page = cast(OrganizationsPage, workspace.page())
    screen.until(lambda: page.accepts_decisions)
    assert page.detail.title.text() == TYPED["name"]
    screen.until(lambda: page.evidence.view.canvas.has_picture)
    assert page.evidence.view.canvas._full.height() == 1200
    screen.press(Key.Key_Tab, CONTROL)
    screen.until(lambda: page.evidence.tabs.current() == page.review.row.documents[1].id)
    screen.until(lambda: page.evidence.view.canvas.has_picture and page.evidence.view.canvas._full.height() != 1200)
    assert PHONE not in page.detail.contact.phone.text()
    page.detail.contact.reveal.click()
    screen.until(lambda: page.detail.contact.phone.text() == TYPED["contact_phone"])
    assert page.detail.contact.name.text() == TYPED["contact_name"]
    screen.press(Key.Key_A)
    screen.until(lambda: page.chip.text == "已通过")
    screen.says("上一件已通过，已送达")
    with server.world.context.database.reading() as session:
        revealed = session.scalars(select(Audit.action).where(Audit.action == "reveal-contact")).all()
        assert len(revealed) == 1
        assert session.scalars(select(Staff.role).where(Staff.account == PHONE)).one() == Role.ORG_ADMIN
    desks.close("platform")


def pass_all(desks: Desks, server: RegisterServer, mine: str, people: list[Applicant]) -> None:
    """Its administrator signs in with phone and password of the registration."""
    world = server.world
    joined = [one.joins(mine)["id"] for one in people]
    screen = desks.open("organization")
    screen.sign_in(server.url, PHONE, REGISTRANT_PASSWORD)
    workspace = screen.window.workspace
    assert workspace is not None
    page = cast(MembersPage, workspace.page())
    screen.until(lambda: page.feed.counts.pending == APPLICANTS)
    screen.until(page.table.hasFocus)
    screen.press(Key.Key_A, CONTROL)
    screen.until(lambda: len(page.review.checked) == APPLICANTS)
    screen.press(Key.Key_O, CONTROL | SHIFT)
    screen.until(lambda: screen.status("network").startswith("保持离线"))
    for one, id in list(zip(people, joined, strict=True))[10 : 10 + WITHDRAWN]:
        assert one.does("withdraw", id).status_code == 200
    accept()
    screen.press(Key.Key_A, SHIFT)
    screen.until(lambda: screen.status("outbox") == f"发件箱 {APPLICANTS}")
    screen.come_forward()
    screen.press(Key.Key_O, CONTROL | SHIFT)
    screen.until(lambda: screen.status("outbox") == "发件箱 0", 60_000)
    screen.says("服务器已确认 197 条", "未生效 3 条", "已被撤回", "冲突 3")
    with world.context.database.reading() as session:
        states = dict(session.execute(select(Membership.id, Membership.state)).all())
        assert [states[id] for id in joined].count("approved") == APPLICANTS - WITHDRAWN
        assert [states[id] for id in joined[10:13]] == ["withdrawn"] * WITHDRAWN
        members = select(Decision.status, Decision.batch).where(Decision.subject_kind == "membership")
        decided = session.execute(members).all()
        assert sorted(status for status, _ in decided) == ["applied"] * 197 + ["superseded"] * 3
        assert len({batch for _, batch in decided}) == 1
        assert len(session.scalars(select(Notice.id).where(Notice.kind == "membership")).all()) == 197
        assert len(published_works_of(session, mine)) == 1
    screen.until(lambda: page.feed.counts.approved == 197 and page.feed.counts.pending == 0)
