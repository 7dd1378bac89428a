"""Two hundred applicants passed with one gesture, three of whom take it back meanwhile."""

from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from contract.review import Verdict
from contract.roles import Role
from desktop.ui.dialogs import ConfirmDialog
from desktop.views.members.page import MembersPage
from server.models import Decision, Membership, Notice, Staff, Work
from server.services import work_lives
from server.services.memberships_counting import published_works_of
from tests.server.membership.people import Applicant, organization
from tests.server.world import World
from tests.together.conftest import Desks
from tests.together.desk import CONTROL, SHIFT, Key
from tests.together.server import ServerProcess

APPLICANTS, WITHDRAWN = 200, 3


class AutumnServer(ServerProcess):
    """While the campaign runs."""

    more = {"YJS_NOW": "2024-10-15T09:00"}


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


def test_two_hundred_at_once_three_of_them_gone(tmp_path: object, desks: Desks) -> None:
    server = AutumnServer(tmp_path / "server")  # type: ignore[operator]
    try:
        world = server.world
        mine, admin = organization(world), world.staff(Role.ORG_ADMIN)
        with world.context.database.writing() as session:
            session.get_one(Staff, admin).organization_id = mine
        people = applicants(world, APPLICANTS)
        server.start()
        joined = [one.joins(mine)["id"] for one in people]
        screen = desks.open()
        screen.sign_in(server.url, server.account(admin))
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
            decided = session.execute(select(Decision.status, Decision.batch)).all()
            assert sorted(status for status, _ in decided) == ["applied"] * 197 + ["superseded"] * 3
            assert len({batch for _, batch in decided}) == 1
            assert len(session.scalars(select(Notice.id).where(Notice.kind == "membership")).all()) == 197
            assert len(published_works_of(session, mine)) == 1
        screen.until(lambda: page.feed.counts.approved == 197 and page.feed.counts.pending == 0)
    finally:
        desks.close_all()
        server.close()
