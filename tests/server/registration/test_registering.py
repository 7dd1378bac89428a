"""Captcha, code, form: who may register, and what is kept of it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from contract.roles import Role
from server.models import Audit, Media, Notice, Registration
from server.services import notices
from server.services.registrations_captcha import CODE_TRIES, wrong_code
from server.services.upkeep import tidy
from tests.server.registration.applicants import SOLUTION, Make, picture
from tests.server.world import World


def count(world: World, table: type, *where: object) -> int:
    with world.context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table).where(*where)) or 0  # type: ignore[arg-type]


def test_a_registration_waits_for_review(server: World, applicant: Make) -> None:
    one = applicant()
    mine = one.register(name="  山东鲁源风电有限公司 ", labels=["grassroots", "industrial"])
    assert mine["number"].startswith("ORG-24-")
    assert (mine["state"], mine["round"], mine["version"]) == ("pending", 1, 1)
    assert mine["name"] == "山东鲁源风电有限公司"
    assert mine["may_correct"]
    assert [event["kind"] for event in mine["history"]] == ["submitted"]
    assert one.mine() == mine
    logo = one.session.get(server.url + mine["logo"]["url"], timeout=20)
    assert logo.content == picture()
    (row,) = [op[3] for op in server.admin().pull()["ops"] if op[2] == "registration"]
    assert mine["id"] in row
    assert one.phone not in str(row)
    assert "韩雪梅" not in str(row)


def test_a_captcha_is_good_for_one_try(applicant: Make) -> None:
    one = applicant()
    captcha = one.captcha()
    assert one.ask_code("WRONG", captcha).json()["code"] == "captcha-wrong"
    assert one.ask_code(SOLUTION, captcha).json()["code"] == "captcha-wrong"
    assert one.ask_code(SOLUTION.lower()).status_code == 200


def test_a_captcha_expires(server: World, applicant: Make) -> None:
    one = applicant()
    captcha = one.captcha()
    server.clock.forward(minutes=5)
    assert one.ask_code(SOLUTION, captcha).json()["code"] == "captcha-wrong"


def test_two_answers_at_the_same_moment_spend_one_captcha(server: World, applicant: Make) -> None:
    people = [applicant() for _ in range(4)]
    captcha = people[0].captcha()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda one: one.ask_code(SOLUTION, captcha).status_code, people))
    assert sorted(answers) == [200, 422, 422, 422]


def test_codes_are_throttled_by_phone_and_address(server: World, applicant: Make) -> None:
    one = applicant()
    assert one.ask_code().status_code == 200
    again = one.ask_code()
    assert (again.json()["code"], again.headers["Retry-After"]) == ("too-many-tries", "60")
    for _ in range(4):
        server.clock.forward(seconds=61)
        assert one.ask_code().status_code == 200
    server.clock.forward(seconds=61)
    assert one.ask_code().status_code == 429
    statuses = [applicant().ask_code().status_code for _ in range(26)]
    assert statuses == [200] * 25 + [429]


def test_a_code_expires(server: World, applicant: Make) -> None:
    one = applicant()
    form = one.form()
    server.clock.forward(minutes=10)
    late = one.submit(form)
    assert (late.json()["code"], late.json()["cause"]) == ("code-wrong", "expired")
    assert one.submit(form | {"sms_code": one.code()}).status_code == 201


def test_only_the_newest_code_is_good(server: World, applicant: Make) -> None:
    one = applicant()
    form = one.form()
    server.clock.forward(minutes=1)
    newer = one.code()
    if form["sms_code"] != newer:
        assert one.submit(form).json()["cause"] == "wrong"
    assert one.submit(form | {"sms_code": newer}).status_code == 201


def test_a_code_registers_once(applicant: Make) -> None:
    one = applicant()
    form = one.form()
    one.token = one.submit(form).json()["token"]
    assert one.call("POST", "/mine/withdraw").status_code == 200
    again = one.fields() | {name: form[name] for name in ("account_phone", "password", "terms", "sms_code")}
    assert one.submit(again).json()["cause"] == "expired"


def test_wrong_tries_spend_a_code(server: World, applicant: Make) -> None:
    """Also parallel ones, and the right code after them is no good; forms are throttled before that."""
    one = applicant()
    form = one.form()
    wrong = f"{(int(form['sms_code']) + 1) % 1_000_000:06}"

    def guess(code: str) -> str:
        with server.context.database.writing() as session:
            refusal = wrong_code(session, server.context, one.phone, code, spend=False)
        return refusal.facts["cause"] if refusal else "right"

    assert guess(form["sms_code"]) == "right"
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(guess, [wrong] * (CODE_TRIES - 1))) == ["wrong"] * (CODE_TRIES - 1)
    assert guess(form["sms_code"]) == "right"
    assert guess(wrong) == "wrong"
    assert guess(form["sms_code"]) == "tries"
    statuses = [one.submit(form).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_the_code_is_sent_at_once_and_shown_to_no_staff(
    server: World, applicant: Make, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    one = applicant()
    code = one.code()
    sent: list[str] = []

    class Carrier:
        def send(self, notice_id: str, phone: str, text: str) -> None:
            sent.append(text)

    assert code not in server.admin().get("/notices").text
    assert "text" in server.admin().get("/notices").json()["items"][0]
    assert notices.send_due(server.context, Carrier()) in {0, 1}
    assert count(server, Notice, Notice.status.in_(["sent", "sending"])) == 1
    assert not sent or code in sent[0]
    assert code not in caplog.text
    assert one.phone not in caplog.text
    audit = server.admin().get("/audit", params={"action": "send-code"}).text
    assert one.phone not in audit
    assert code not in audit
    server.clock.forward(minutes=11)
    tidy(server.context)
    assert count(server, Notice, Notice.text.contains(code)) == 0


def test_it_is_safe_to_repeat(server: World, applicant: Make) -> None:
    one = applicant()
    form = one.form()
    first, second = one.submit(form, "the-same-key"), one.submit(form, "the-same-key")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["registration"]["id"] == second.json()["registration"]["id"]
    one.token = second.json()["token"]
    assert one.mine()["version"] == 1
    other = one.submit(form | {"address": "别处"}, "the-same-key")
    assert other.json()["code"] == "idempotency-mismatch"
    assert count(server, Registration) == 1
    assert count(server, Audit, Audit.action == "register") == 1


def test_one_phone_has_one_registration(server: World, applicant: Make) -> None:
    """Also when two forms with the same code arrive at once; after a withdrawal it may register anew."""
    one = applicant()
    form = one.form()
    fresh = form | {"logo": one.kept("logo", picture()), "documents": [one.kept("proof", picture("blue"))]}
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda it: one.submit(it[1], f"key-no-{it[0]}"), enumerate([form, fresh])))
    assert sorted(answer.status_code for answer in answers) in ([201, 409], [201, 422])
    one.token = next(answer.json()["token"] for answer in answers if answer.status_code == 201)
    server.clock.forward(minutes=2)
    taken = one.submit(one.form())
    assert (taken.status_code, taken.json()["code"]) == (409, "phone-taken")
    assert one.call("POST", "/mine/withdraw").json()["registration"]["state"] == "withdrawn"
    assert one.call("POST", "/mine/withdraw").status_code == 200
    server.clock.forward(minutes=2)
    assert one.register()["state"] == "pending"


def test_a_staff_phone_cannot_register(server: World, applicant: Make) -> None:
    one = applicant()
    server.staff(Role.MODERATOR, one.phone)
    assert one.submit(one.form()).json()["code"] == "phone-taken"


def test_only_the_phone_hears_that_it_is_known(server: World, applicant: Make) -> None:
    one = applicant()
    one.register()
    server.clock.forward(minutes=2)
    known, fresh = one.ask_code(), applicant().ask_code()
    assert known.json() == fresh.json()
    with server.context.database.reading() as session:
        texts = list(session.scalars(select(Notice.text).where(Notice.phone == one.phone).order_by(Notice.id)))
    assert "已有注册" not in texts[0]
    assert "已有注册" in texts[1]


WRONG = {
    "account_phone": "12800000000",
    "name": " ",
    "region": "99",
    "address": "x" * 121,
    "landline": "053187654321",
    "introduction": "",
    "nature": "firm",
    "size": "big",
    "industry": "",
    "labels": [],
    "contact_name": "名\u202e字",
    "contact_phone": "1390000",
    "password": "12345678",
    "terms": False,
    "sms_code": "12345",
    "logo": "",
    "documents": [],
}


def test_every_field_is_checked(server: World, applicant: Make) -> None:
    one = applicant()
    form = one.form()
    assert set(WRONG) == set(form)
    for name, value in WRONG.items():
        answer = one.submit(form | {name: value})
        assert answer.json()["code"] == "invalid-args", name
        assert answer.json()["errors"][0]["at"][1] == name
    assert one.submit(form | {"labels": ["local", "local"]}).status_code == 422
    assert one.submit(form | {"more": 1}).status_code == 422
    assert one.submit(form).status_code == 201


def test_before_the_campaign_and_after_it(server: World, applicant: Make) -> None:
    """Organizations may register in advance; after the end nobody does."""
    server.clock.forward(hours=-24 * 80)
    applicant().register()
    server.clock.forward(hours=24 * 130)
    late = applicant()
    assert late.submit(late.form()).json()["code"] == "outside-campaign"


def test_a_file_belongs_to_whoever_sent_it(server: World, applicant: Make) -> None:
    """Neither another's id nor a used ticket nor a logo as proof is taken; nothing is left half done."""
    one, other = applicant(), applicant()
    form = one.form()
    theirs = other.register()
    assert one.submit(form | {"logo": theirs["logo"]["id"]}).json()["problem"] == "gone"
    assert one.submit(form | {"documents": [form["logo"]]}).json()["problem"] == "gone"
    assert count(server, Registration) == 1
    assert one.submit(form).status_code == 201
    again = applicant()
    assert again.submit(again.form(logo=form["logo"])).json()["problem"] == "gone"


def test_files_that_nobody_names_are_forgotten(server: World, applicant: Make) -> None:
    one = applicant()
    kept = one.register()
    loose = one.kept("proof", picture("green"))
    with server.context.database.reading() as session:
        paths = [server.context.settings.media_path / media.path for media in session.scalars(select(Media))]
    assert len(paths) == 3
    assert all(path.is_file() for path in paths)
    server.clock.forward(hours=25)
    tidy(server.context)
    assert count(server, Media) == 2
    assert sum(path.is_file() for path in paths) == 2
    one.token = one.call("POST", "/sign-in", json={"phone": one.phone, "password": "correct4horse"}).json()["token"]
    now = one.mine()
    assert now["logo"]["id"] == kept["logo"]["id"]
    assert one.correct(now, documents=[loose]).json()["problem"] == "gone"


def test_signing_in(server: World, applicant: Make) -> None:
    one = applicant()
    one.register()
    wrong = {"phone": one.phone, "password": "wrong"}
    assert one.call("POST", "/sign-in", json=wrong).status_code == 401
    signed_in = one.call("POST", "/sign-in", json=wrong | {"password": "correct4horse"})
    one.token = signed_in.json()["token"]
    assert one.mine()["account_phone"] == one.phone
    server.clock.forward(minutes=61)
    assert one.call("GET", "/mine").json()["code"] == "session-expired"
    one.token += "x"
    assert one.call("GET", "/mine").json()["code"] == "not-signed-in"
    for _ in range(5):
        assert one.call("POST", "/sign-in", json=wrong).status_code == 401
    throttled = one.call("POST", "/sign-in", json=wrong | {"password": "correct4horse"})
    assert (throttled.status_code, throttled.json()["code"]) == (429, "too-many-tries")
