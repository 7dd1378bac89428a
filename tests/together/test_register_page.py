"""The page of registration in a real headless Chromium against a real server process."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from sqlalchemy import select

from contract.ids import uuid7
from contract.roles import Role
from server.models import Notice, Organization, Registration, Staff
from tests.server.registration.applicants import PDF, SOLUTION, last_code, picture
from tests.server.world import Caller
from tests.together.browser import CHOSEN, PHONE, SOON_S, TYPED, Browser, chromium, register
from tests.together.register_server import RegisterServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RegisterServer]:
    """A server whose captchas are known."""
    process = RegisterServer(tmp_path / "server")
    process.start()
    yield process
    process.close()


@pytest.fixture
def browser(server: RegisterServer) -> Iterator[Browser]:
    """Chromium at this server."""
    with chromium(server.url) as opened:
        yield opened


def decide(server: RegisterServer, admin: Caller, verdict: str, *codes: str) -> None:
    """A platform admin decides the only registration."""
    with server.world.context.database.reading() as session:
        row = session.scalars(select(Registration)).one()
    args = {
        "kind": "registration",
        "subject_id": row.id,
        "base_version": row.version,
        "verdict": verdict,
        "reasons": [{"code": code} for code in codes],
    }
    one = admin.mutation("review.decide", args)
    one["id"] = uuid7(server.world.clock(), server.world.context.random_bytes)
    (result,) = admin.push(one)
    assert result["status"] == "applied", result


def test_registered_rejected_corrected_approved(browser: Browser, server: RegisterServer, tmp_path: Path) -> None:
    """The whole way of a registration as its applicant sees it."""
    register(browser, server, tmp_path)
    assert "13900007777" in browser.at("facts").text
    assert "证明.pdf" in browser.at("facts").text
    admin = server.caller(server.world.staff(Role.PLATFORM_ADMIN))
    decide(server, admin, "reject", "org-name-differs", "org-no-seal")
    browser.click("refresh")
    browser.wait("state", "已驳回")
    browser.wait("reasons", "证明材料未加盖公章")

    browser.click("correct")
    browser.wait("banner", "组织全称与证明材料不一致")
    assert browser.at("address").get_attribute("value") == TYPED["address"]
    browser.click("submit")
    browser.wait("banner", "内容和上次一样")
    browser.type("name", "山东鲁源风力发电有限公司")
    browser.type("landline", "87654321")
    browser.click("submit")
    browser.wait("landline-error", "区号-号码")
    browser.type("landline", TYPED["landline"])
    browser.driver.find_element(By.CSS_SELECTOR, "#documents-files button").click()
    (tmp_path / "盖章.png").write_bytes(picture("red", (600, 800)))
    browser.at("documents").send_keys(str(tmp_path / "盖章.png"))
    WebDriverWait(browser.driver, SOON_S).until(lambda _: browser.at("documents-files").text.count("已上传") == 2)
    browser.click("submit")
    browser.wait("state", "待审核")
    browser.wait("number", "第 2 次提交")
    browser.wait("history", "修改后重新提交")

    decide(server, admin, "approve")
    browser.click("leave")
    browser.type("phone", PHONE)
    browser.type("key", "wrong")
    browser.at("key").send_keys(Keys.ENTER)
    browser.wait("key-error", "不对")
    browser.type("key", "correct4horse")
    browser.at("key").send_keys(Keys.ENTER)
    browser.wait("state", "已通过")
    assert not browser.at("correct").is_displayed()
    with server.world.context.database.reading() as session:
        assert session.scalars(select(Organization.name)).one() == "山东鲁源风力发电有限公司"
        assert session.scalars(select(Staff.role).where(Staff.account == PHONE)).one() == Role.ORG_ADMIN
    assert [text for text in browser.complaints() if " 401 " not in text] == []


def test_what_is_wrong_is_said_beside_its_field(browser: Browser, tmp_path: Path) -> None:
    """Nothing is sent, nothing is lost, also over a reload; hostile files are refused in words."""
    browser.open("/register")
    browser.click("submit")
    browser.wait("banner", "项需要修改")
    fields = {*TYPED, *CHOSEN, "labels", "logo", "documents", "account_phone", "sms_code", "password", "terms"}
    assert browser.errors() == fields
    assert browser.driver.switch_to.active_element == browser.at("account_phone")
    browser.fill()
    assert browser.errors() == fields - set(TYPED) - set(CHOSEN) - {"labels"}
    browser.type("password", "12345678" + Keys.TAB)
    assert "字母和数字" in browser.error("password")
    browser.type("again", "87654321" + Keys.TAB)
    assert "不一样" in browser.error("again")

    (tmp_path / "logo.png").write_bytes(b"GIF89a not a picture that is allowed")
    browser.at("logo").send_keys(str(tmp_path / "logo.png"))
    browser.wait("logo-error", "不支持这种文件")
    (tmp_path / "big.pdf").write_bytes(PDF + bytes(3 * 1024 * 1024))
    browser.at("documents").send_keys(str(tmp_path / "big.pdf"))
    browser.wait("documents-error", "超过 3.0 MB")

    browser.driver.refresh()
    browser.wait("introduction-count", f"{len(TYPED['introduction'])} / 500")
    assert browser.at("name").get_attribute("value") == TYPED["name"]
    assert browser.at("password").get_attribute("value") == ""
    assert browser.complaints() == []


def test_the_server_away_loses_nothing(browser: Browser, server: RegisterServer, tmp_path: Path) -> None:
    """What was typed is still there when the server is back, and one press then is enough."""
    register(browser, server, tmp_path)
    browser.click("correct")
    browser.type("address", "济南市历下区新址 1 号")
    server.kill()
    browser.click("submit")
    browser.wait("banner", "连不上服务器")
    assert browser.at("address").get_attribute("value") == "济南市历下区新址 1 号"
    server.start()
    browser.click("submit")
    browser.wait("banner", "已重新提交")
    browser.wait("facts", "新址 1 号")


def test_keys_alone_reach_everything(browser: Browser) -> None:
    """Tab goes through all fields in the order in which they are seen; every field has a name."""
    browser.open("/register")
    seen = []
    for _ in range(40):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        now = browser.driver.switch_to.active_element
        seen.append(now.get_attribute("id") or now.get_attribute("value") or now.text)
        if seen[-1] == "reset":
            break
    order = [
        "account_phone", "captcha", "captcha-again", "sms_code", "send-code", "password", "again", "logo", "name",
        "region", "landline", "address", "introduction", "nature", "size", "industry",
    ]  # fmt: skip
    assert [id for id in seen if id in order] == order
    assert [id for id in seen if id in {"contact_name", "contact_phone", "documents", "terms", "submit", "reset"}] == [
        "contact_name", "contact_phone", "documents", "terms", "submit", "reset"
    ]  # fmt: skip
    nameless = [
        box.get_attribute("id")
        for box in browser.driver.find_elements(By.CSS_SELECTOR, "input, select, textarea")
        if not box.accessible_name
    ]
    assert nameless == []
    width = browser.driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")  # type: ignore[no-untyped-call]
    assert width[0] <= width[1]


def test_the_code_is_no_part_of_the_page(browser: Browser, server: RegisterServer) -> None:
    """Neither the code nor the captcha's answer is anywhere in what the server tells the page."""
    browser.open("/register")
    browser.type("account_phone", PHONE)
    browser.captcha(SOLUTION)
    browser.click("send-code")
    browser.wait("sms_code-hint", "139****7777")
    code = last_code(server.world.context, PHONE)
    assert code not in browser.driver.page_source
    assert SOLUTION not in re.sub(r"base64,[^\"]*", "", browser.driver.page_source)
    with server.world.context.database.reading() as session:
        assert session.scalars(select(Notice.kind)).all() == ["code"]
