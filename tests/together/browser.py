"""The page of registration in a real headless Chromium, used as an applicant does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.server.registration.applicants import PDF, SOLUTION, last_code, picture
from tests.together.register_server import RegisterServer

SOON_S = 20
PHONE = "13900007777"
REGISTRANT_PASSWORD = "correct4horse"
TYPED = {
    "name": "山东鲁源风电有限公司",
    "address": "济南市历城区工业北路 88 号",
    "landline": "0531-87654321",
    "introduction": "在山东沿海建设和运行风电场。",
    "contact_name": "韩雪梅",
    "contact_phone": "13900001111",
}
CHOSEN = {"region": "37", "nature": "enterprise", "size": "500-999", "industry": "energy"}


class Browser:
    """A page, seen and used as a person does."""

    def __init__(self, driver: webdriver.Chrome, url: str) -> None:
        self.driver = driver
        self.url = url

    def open(self, path: str) -> None:
        """Go there."""
        self.driver.get(self.url + path)

    def at(self, id: str) -> WebElement:
        """An element."""
        return self.driver.find_element(By.ID, id)

    def type(self, id: str, text: str) -> None:
        """Type instead of what is there."""
        self.at(id).send_keys(Keys.CONTROL, "a")
        self.at(id).send_keys(text)

    def click(self, id: str) -> None:
        """Press it."""
        self.at(id).click()

    def wait(self, id: str, text: str) -> None:
        """Until this text is seen there."""
        WebDriverWait(self.driver, SOON_S).until(
            lambda _: self.at(id).is_displayed() and text in self.at(id).text, f"{id}: {text}"
        )

    def captcha(self, text: str) -> None:
        """Type what the picture shows, once it is there."""
        WebDriverWait(self.driver, SOON_S).until(lambda _: self.at("captcha-image").get_attribute("src"), "a captcha")
        self.type("captcha", text)

    def error(self, field: str) -> str:
        """What is said beside a field."""
        return self.at(f"{field}-error").text

    def errors(self) -> set[str]:
        """The fields beside which something is said."""
        boxes = self.driver.find_elements(By.CSS_SELECTOR, ".invalid")
        return {str(box.get_attribute("data-field")) for box in boxes if box.is_displayed()}

    def fill(self) -> None:
        """Everything about the organization, with files."""
        for field, text in TYPED.items():
            self.type(field, text)
        for field, code in CHOSEN.items():
            Select(self.at(field)).select_by_value(code)
        self.driver.find_element(By.CSS_SELECTOR, "#labels input[value=grassroots]").click()

    def complaints(self) -> list[str]:
        """What the browser itself found wrong: scripts, policy, missing files."""
        return [
            str(entry["message"])
            for entry in self.driver.get_log("browser")  # type: ignore[no-untyped-call]
            if " 422 " not in entry["message"]
        ]


@contextmanager
def chromium(url: str) -> Iterator[Browser]:
    """Chromium without a window, of a phone's width; skips where there is none."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("chromium and chromium-driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=390,844"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield Browser(started, url)
    finally:
        started.quit()


def register(browser: Browser, server: RegisterServer, folder: Path) -> None:
    """Fill in the form as somebody does who knows what to do."""
    browser.open("/register")
    browser.fill()
    (folder / "标志.png").write_bytes(picture())
    (folder / "营业执照.jpg").write_bytes(picture("white", (900, 1200), "JPEG"))
    (folder / "证明.pdf").write_bytes(PDF)
    browser.at("logo").send_keys(str(folder / "标志.png"))
    browser.wait("logo-files", "已上传")
    browser.at("documents").send_keys(f"{folder / '营业执照.jpg'}\n{folder / '证明.pdf'}")
    WebDriverWait(browser.driver, SOON_S).until(lambda _: browser.at("documents-files").text.count("已上传") == 2)
    browser.type("account_phone", PHONE)
    browser.captcha("WRONG")
    browser.click("send-code")
    browser.wait("captcha-error", "已换一张")
    browser.type("captcha", SOLUTION.lower() + Keys.ENTER)
    browser.wait("sms_code-hint", "139****7777")
    assert "秒后可重发" in browser.at("send-code").text
    browser.type("sms_code", last_code(server.world.context, PHONE))
    browser.type("password", REGISTRANT_PASSWORD)
    browser.type("again", REGISTRANT_PASSWORD)
    browser.click("terms")
    browser.click("submit")
    browser.wait("state", "待审核")
