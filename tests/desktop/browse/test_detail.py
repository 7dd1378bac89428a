"""One work at the right: facts, opening, taking over, the phone."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from contract.review import Verdict
from desktop.views.browse.page import BrowsePage
from tests.desktop.sync_centre.at_desk import AtDesk
from tests.desktop.works.keyboard import Keyboard
from tests.server.world import World

Open = Callable[[AtDesk], BrowsePage]


def shown(admin: AtDesk, open_page: Open) -> BrowsePage:
    """The page, with the whole first work at the right."""
    page = open_page(admin)
    admin.until(page.detail._scroll.isVisible)
    return page


def holder_of(world: World, work_id: str) -> str | None:
    """Whose claim the server knows."""
    held: str | None = world.admin().get(f"/works/{work_id}").json()["holder"]
    return held


def test_the_current_row_is_told_whole(world: World, admin: AtDesk, open_page: Open) -> None:
    author = world.worker("欧阳建国")
    world.join(author, "鲁源钢铁二炼钢厂工会")
    world.works(1, author, region="41")
    moderator = world.moderator()
    moderator.push(moderator.decide(moderator.claim(1)["leases"][0], "reject"))
    detail = shown(admin, open_page).detail
    facts = {row.name.text(): row.value.text() for row in detail._facts._rows}
    assert facts["作者"].startswith("欧**国")
    assert "鲁源钢铁二炼钢厂工会" in facts["组织"]
    assert detail.chip.text == "已驳回"
    assert "与活动主题不符" in detail.history.accessibleName()
    assert not detail._foot.isVisible(), "a decided work cannot be claimed"


def test_enter_claims_this_one_and_goes_to_the_works_tab(
    world: World, admin: AtDesk, open_page: Open, keyboard: Keyboard
) -> None:
    world.works(3)
    page = shown(admin, open_page)
    work = page.feed.works[1]
    page.table.select(work.id)
    page.table.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    admin.until(lambda: admin.went)
    assert admin.went == [("works", work.id)]
    assert [row.id for row in admin.queue()] == [work.id]
    assert holder_of(world, work.id) == admin.context.person.label


def test_somebody_was_faster(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(1)
    page = shown(admin, open_page)
    moderator = world.moderator()
    moderator.claim(1)
    page.detail.open.click()
    admin.until(lambda: "已先领取了这件作品" in admin.words())
    assert admin.went == []
    assert page.detail.take_over.isVisible()
    assert page.table.rows.rows()[0].cells[7].text.startswith("审核员")


def test_taking_over_needs_a_reason_which_the_audit_keeps(
    world: World, admin: AtDesk, open_page: Open, keyboard: Keyboard
) -> None:
    world.works(1)
    moderator = world.moderator()
    lease = moderator.claim(1)["leases"][0]
    page = shown(admin, open_page)
    assert not page.detail.open.isVisible()
    page.detail.take_over.click()
    dialog = page.opening.dialog
    assert dialog is not None
    dialog.act.click()
    assert dialog._labeled.error() == "请写明原因，会记入审计。"
    assert dialog.isVisible()
    dialog.field.setText("对方休假")
    dialog.act.click()
    admin.until(lambda: admin.went)
    assert holder_of(world, lease["work_id"]) == admin.context.person.label
    audit = world.admin().get("/audit").json()["items"]
    assert [row["facts"]["reason"] for row in audit if row["action"] == "take-over"] == ["对方休假"]
    lost = moderator.push(moderator.decide(lease))[0]
    assert (lost["status"], lost["code"]) == ("conflict", "lease-lost")


def test_leaving_the_question_changes_nothing(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(1)
    moderator = world.moderator()
    lease = moderator.claim(1)["leases"][0]
    page = shown(admin, open_page)
    page.opening.ask(lease["work_id"])
    assert page.opening.dialog is not None
    page.opening.dialog.safe.click()
    assert page.opening.dialog is None
    assert moderator.push(moderator.decide(lease))[0]["status"] == "applied"


def test_the_phone_is_shown_for_a_while_and_the_audit_knows(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2)
    page = shown(admin, open_page)
    phone = page.detail.phone
    masked = phone.number.text()
    assert "****" in masked
    phone.reveal.click()
    admin.until(lambda: "*" not in phone.number.text())
    audit = world.admin().get("/audit").json()["items"]
    assert [row["subject_id"] for row in audit if row["action"] == "reveal-phone"] == [page.feed.works[0].id]
    page.table.select(page.feed.works[1].id)
    assert phone.number.text() == "", "another work, no number of the one before"
    admin.until(lambda: "****" in phone.number.text())
    page.deactivate()
    assert "****" in phone.number.text()


def test_a_late_work_never_takes_the_place_of_a_newer_one(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2)
    page = shown(admin, open_page)
    late, first = page.details._question, admin.context.api.work(page.feed.works[0].id)
    second = page.feed.works[1]
    page.table.select(second.id)
    admin.until(page.detail._scroll.isVisible)
    page.details._got(late, first)
    assert page.detail.work is not None
    assert page.detail.work.id == second.id
    assert page.detail._title.text() == second.title


def test_a_work_that_cannot_be_had_says_so_and_is_tried_again(world: World, admin: AtDesk, open_page: Open) -> None:
    world.works(2)
    page = shown(admin, open_page)
    transport = admin.context.api.transport
    address, transport.server = transport.server, "http://127.0.0.1:9"
    page.table.select(page.feed.works[1].id)
    admin.until(page.detail._empty.isVisible)
    assert page.detail._empty.accessibleName() == "连不上服务器"
    transport.server = address
    page.detail._empty._actions[0].click()
    admin.until(page.detail._scroll.isVisible)


def test_a_work_is_found_wherever_it_is_in_the_list(world: World, admin: AtDesk, open_page: Open) -> None:
    wanted = world.works(1)[0]
    world.works(2)
    page = shown(admin, open_page)
    page.show_subject(wanted)
    admin.until(lambda: page.subject() == wanted and page.detail._scroll.isVisible())
    assert page.table.current_id() == wanted


def test_my_own_claim_opens_again(world: World, admin: AtDesk, open_page: Open) -> None:
    work = world.works(1)[0]
    world.sign_in(admin.context.person.id).post(f"/works/{work}/claim")
    page = shown(admin, open_page)
    assert page.detail.open.text() == "在作品审核中打开"
    page.detail.open.click()
    admin.until(lambda: admin.went == [("works", work)])
    admin.decide(admin.queue()[0], Verdict.APPROVE)
    admin.push()
    page.refresh()
    admin.until(lambda: page.detail.chip.text == "已通过")
