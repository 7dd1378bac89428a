"""Certificates verified in a real headless Chromium against a real server process, as somebody with a phone does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from contract.certificates import grouped
from server.routes.certificates import VERIFICATIONS
from tests.server.awards.ceremony import certificates, change, confirm, line, submitted, union
from tests.together.browser import SOON_S, Browser, chromium
from tests.together.server import ServerProcess

UNKNOWN = "7KXM-2RPV-4HND-9TCA"


class AutumnServer(ServerProcess):
    """In week 10 of the campaign, which it has not sealed by itself yet."""

    more = {"YJS_NOW": "2024-10-10T09:00"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[AutumnServer]:
    """A server of the autumn of 2024."""
    process = AutumnServer(tmp_path / "server")
    process.start()
    yield process
    process.close()


@pytest.fixture
def browser(server: AutumnServer) -> Iterator[Browser]:
    """Chromium at this server, as wide as a phone."""
    with chromium(server.url) as opened:
        yield opened


@pytest.fixture
def certificate(server: AutumnServer) -> dict[str, Any]:
    """A person's."""
    worker = server.world.worker("欧阳小明")
    confirm(union(server.world), submitted(server.world, [line(worker, 1, 9, name="欧阳小明")]))
    return certificates(union(server.world))[0]


def test_scanned_then_revoked(browser: Browser, server: AutumnServer, certificate: dict[str, Any]) -> None:
    """The QR code leads to what is true at the moment; a person's name is masked."""
    path = f"/verify/{grouped(certificate['code'])}"
    browser.open(path)
    browser.wait("state", "✓ 有效")
    facts = browser.at("facts").text
    for told in (certificate["number"], "欧**明", "周度达人", "2024年10月10日"):
        assert told in facts
    assert "欧阳小明" not in browser.driver.page_source
    assert "核对" in browser.at("meaning").text
    assert browser.at("code").get_attribute("value") == grouped(certificate["code"])
    fits(browser)

    change(union(server.world), certificate, "revoke", "作品侵权")
    browser.open(path)
    browser.wait("state", "✕ 已撤销")
    assert certificate["number"] in browser.at("facts").text
    assert "侵权" not in browser.driver.page_source
    fits(browser)
    assert browser.complaints() == []


def test_typed(browser: Browser, certificate: dict[str, Any]) -> None:
    """By keyboard; however it is typed; the address follows, so that it can be sent on; back shows what was before."""
    browser.open("/verify")
    assert not browser.at("result").is_displayed()
    browser.at("code").send_keys(Keys.ENTER)
    browser.wait("code-error", "请填写验证码")
    browser.type("code", UNKNOWN + Keys.ENTER)
    browser.wait("state", "? 查无此证")
    assert "核对验证码" in browser.at("meaning").text
    assert browser.at("facts").text == ""
    assert not browser.at("code-error").is_displayed()
    browser.type("code", grouped(certificate["code"]).lower().replace("-", " ") + Keys.ENTER)
    browser.wait("state", "✓ 有效")
    assert browser.driver.switch_to.active_element.get_attribute("id") == "headline", "read out"
    browser.driver.back()
    browser.wait("state", "? 查无此证")
    assert browser.at("code").get_attribute("value") == UNKNOWN
    for hopeless in ("a/b", "..", "%2F", "<img src=x onerror=alert(1)>", "证" * 60):
        browser.type("code", hopeless + Keys.ENTER)
        WebDriverWait(browser.driver, SOON_S).until(lambda _: browser.at("submit").is_enabled())
        browser.wait("state", "? 查无此证")
    assert browser.complaints() == []


def test_no_answer_is_not_taken_for_no_certificate(
    browser: Browser, server: AutumnServer, certificate: dict[str, Any]
) -> None:
    """Neither when there is no way to the server nor when somebody asked too often; the code stays."""
    browser.open("/verify")
    server.kill()
    code = grouped(certificate["code"])
    browser.type("code", code + Keys.ENTER)
    browser.wait("state", "◷ 没有查成")
    assert "连不上服务器" in browser.at("meaning").text
    assert browser.at("code").get_attribute("value") == code
    server.start()
    for _ in range(VERIFICATIONS):
        server.world.admin().get("/public/certificates/x")
    browser.click("submit")
    browser.wait("meaning", "太频繁")
    assert "分钟后" in browser.at("meaning").text
    fits(browser)


def test_keys_alone_reach_everything(browser: Browser) -> None:
    browser.open("/verify")
    reached = []
    for _ in range(2):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        reached.append(browser.driver.switch_to.active_element.get_attribute("id"))
    assert reached == ["code", "submit"]
    assert browser.at("code").accessible_name == "验证码"


def fits(browser: Browser) -> None:
    """Nothing is wider than the phone."""
    width = browser.driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")  # type: ignore[no-untyped-call]
    assert width[0] <= width[1]
