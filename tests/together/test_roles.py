"""Who signs in sees the tabs of the role, and nothing else."""

import pytest

from contract.roles import Role
from tests.together.conftest import Desks
from tests.together.desk import CONTROL, DIGITS
from tests.together.server import ServerProcess

TABS = {
    Role.MODERATOR: ["作品审核", "同步中心", "设置"],
    Role.PLATFORM_ADMIN: ["作品审核", "全部作品", "组织审核", "排行榜", "奖项", "同步中心", "设置"],
    Role.ORG_ADMIN: ["成员审核", "同步中心", "设置"],
    Role.UNION_STAFF: ["排行榜", "奖项", "同步中心", "设置"],
}


@pytest.mark.parametrize("role", TABS)
def test_only_the_tabs_of_the_role(server: ServerProcess, desks: Desks, role: Role) -> None:
    account = server.account(server.world.staff(role))
    server.start()
    screen = desks.open()
    screen.sign_in(server.url, account)
    workspace = screen.window.workspace
    assert workspace is not None
    assert [spec.title() for spec in workspace.specs()] == TABS[role]
    screen.until(lambda: screen.status("network") == "在线")
    for place, title in enumerate(TABS[role], start=1):
        screen.press(DIGITS[place], CONTROL)
        screen.says(title)
    ids = set(workspace.page_ids())
    for digit in range(len(ids) + 1, 8):
        screen.press(DIGITS[digit], CONTROL)
    for foreign in {"works", "browse", "members", "organizations", "accounts", "audit", "boards", "awards"} - ids:
        screen.window.context.navigation.go(foreign, "")
    assert workspace.page_id() == workspace.page_ids()[-1]
    assert len(workspace.made_pages()) == len(ids)
