"""Signing in: tokens, their families, the throttle."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import select, text

from contract.roles import Role
from server.models import Staff, Token, TokenFamily
from server.services.tokens import ACCESS_MS, REFRESH_MS
from tests.server.world import API, PASSWORD, World


def sign_in(server: World, account: str, password: str = PASSWORD) -> requests.Response:
    return requests.post(
        f"{server.url}{API}/auth/sign-in",
        json={"account": account, "password": password, "device": "台式机"},
        timeout=20,
    )


def refresh(server: World, token: str) -> requests.Response:
    return requests.post(f"{server.url}{API}/auth/refresh", json={"refresh_token": token}, timeout=20)


def me(server: World, token: str) -> requests.Response:
    return requests.get(f"{server.url}{API}/auth/me", headers={"Authorization": f"Bearer {token}"}, timeout=20)


def code(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


def test_sign_in(server: World, tmp_path: Path) -> None:
    """The answer names the person and the tokens' lives; the database holds neither tokens nor passwords."""
    server.staff(Role.PLATFORM_ADMIN, "zhang")
    answer = sign_in(server, " zhang ").json()
    assert answer["expires_in_s"] * 1000 == ACCESS_MS
    assert answer["refresh_expires_in_s"] * 1000 == REFRESH_MS
    assert answer["person"]["role"] == "platform_admin"
    assert me(server, answer["access_token"]).json() == answer["person"]
    with server.context.database.reading() as session:
        rows = str(
            session.execute(text("SELECT * FROM token")).all() + session.execute(text("SELECT * FROM staff")).all()
        )
    assert answer["access_token"] not in rows
    assert answer["refresh_token"] not in rows
    assert PASSWORD not in rows
    assert "$argon2id$" in rows


def test_wrong(server: World) -> None:
    """A wrong password and an unknown account look the same; a suspended account shows only to its password."""
    server.staff(account="li")
    wrong, unknown = sign_in(server, "li", "nope"), sign_in(server, "nobody", "nope")
    assert code(wrong) == code(unknown) == (401, "wrong-password")
    assert wrong.json()["detail"] == unknown.json()["detail"]
    assert wrong.headers["WWW-Authenticate"] == "Bearer"
    with server.context.database.writing() as session:
        session.scalars(select(Staff).where(Staff.account == "li")).one().suspended_at = 1
    assert code(sign_in(server, "li")) == (403, "account-suspended")
    assert code(sign_in(server, "li", "nope")) == (401, "wrong-password")


def test_unknown_accounts_cost_a_hash_too(server: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both paths verify exactly one argon2 hash: time does not tell whether an account exists."""
    server.staff(account="li")
    hasher = server.context.passwords._hasher
    verified: list[str] = []
    verify = type(hasher).verify

    def counted(self: Any, stored: str, password: str) -> bool:
        verified.append(stored)
        return verify(self, stored, password)

    monkeypatch.setattr(type(hasher), "verify", counted)
    sign_in(server, "li", "nope")
    sign_in(server, "nobody", "nope")
    assert [stored.split("$")[1:4] for stored in verified] == [verified[0].split("$")[1:4]] * 2


def test_throttle_by_account(server: World) -> None:
    """Five failures: the sixth try waits, also with the right password; later it passes and the count starts anew."""
    server.staff(account="wang")
    for _ in range(5):
        assert code(sign_in(server, "wang", "nope")) == (401, "wrong-password")
        server.clock.forward(minutes=1)
    refused = sign_in(server, "wang")
    assert code(refused) == (429, "too-many-tries")
    assert refused.headers["Retry-After"] == str(10 * 60)
    assert code(sign_in(server, "chen", "nope")) == (401, "wrong-password")
    server.clock.forward(seconds=int(refused.headers["Retry-After"]))
    assert sign_in(server, "wang").status_code == 200
    for _ in range(5):
        assert code(sign_in(server, "wang", "nope")) == (401, "wrong-password")


def test_throttle_by_address(server: World) -> None:
    """One address trying many accounts is stopped after thirty."""
    codes = [sign_in(server, f"account-{number}", "nope").status_code for number in range(32)]
    assert codes == [401] * 30 + [429] * 2


def test_throttle_at_once(server: World) -> None:
    """Twenty guesses at the same moment: no more than five are looked at."""
    server.staff(account="zhao")
    with ThreadPoolExecutor(20) as pool:
        codes = list(pool.map(lambda _: sign_in(server, "zhao", "nope").status_code, range(20)))
    assert codes.count(401) <= 5
    assert codes.count(429) >= 15


def test_refresh(server: World) -> None:
    """A refresh token is spent once; old access tokens live their time; new ones work."""
    server.staff(account="sun")
    first = sign_in(server, "sun").json()
    second = refresh(server, first["refresh_token"]).json()
    assert second["person"] == first["person"]
    assert me(server, second["access_token"]).status_code == 200
    server.clock.forward(minutes=15)
    assert code(me(server, second["access_token"])) == (401, "session-expired")
    third = refresh(server, second["refresh_token"]).json()
    server.clock.forward(hours=24 * 7)
    assert code(refresh(server, third["refresh_token"])) == (401, "session-expired")


def test_reuse_ends_the_family(server: World) -> None:
    """A spent refresh token comes again: the whole family ends, and stays ended; other sessions go on."""
    server.staff(account="qian")
    elsewhere = sign_in(server, "qian").json()
    stolen = sign_in(server, "qian").json()
    owner = refresh(server, stolen["refresh_token"]).json()
    assert code(refresh(server, stolen["refresh_token"])) == (401, "session-revoked")
    assert code(me(server, owner["access_token"])) == (401, "session-revoked")
    assert code(refresh(server, owner["refresh_token"])) == (401, "session-revoked")
    assert me(server, elsewhere["access_token"]).status_code == 200
    with server.context.database.reading() as session:
        ended = session.scalars(select(TokenFamily.end_reason).where(TokenFamily.ended_at.is_not(None))).all()
    assert ended == ["reuse"]


def test_reuse_at_once(server: World) -> None:
    """One refresh token in eight requests at the same moment: one succeeds at most, and the family ends."""
    server.staff(account="zhou")
    first = sign_in(server, "zhou").json()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: refresh(server, first["refresh_token"]), range(8)))
    good = [answer.json() for answer in answers if answer.status_code == 200]
    assert len(good) == 1
    assert code(me(server, good[0]["access_token"])) == (401, "session-revoked")


def test_sign_out(server: World) -> None:
    """Signing out ends this session only."""
    server.staff(account="wu")
    one, two = sign_in(server, "wu").json(), sign_in(server, "wu").json()
    out = {"Authorization": f"Bearer {one['access_token']}"}
    assert requests.post(f"{server.url}{API}/auth/sign-out", headers=out, timeout=20).json() == {"ok": True}
    assert code(me(server, one["access_token"])) == (401, "session-revoked")
    assert code(refresh(server, one["refresh_token"])) == (401, "session-revoked")
    assert me(server, two["access_token"]).status_code == 200


def test_tokens_are_of_one_kind(server: World) -> None:
    """A refresh token opens nothing, an access token refreshes nothing, a worker's token is nobody's among staff."""
    server.staff(account="zheng")
    mine = sign_in(server, "zheng").json()
    assert code(me(server, mine["refresh_token"])) == (401, "not-signed-in")
    assert code(refresh(server, mine["access_token"])) == (401, "not-signed-in")
    assert code(me(server, server.worker_caller().token)) == (401, "not-signed-in")
    assert code(me(server, "")) == (401, "not-signed-in")
    with server.context.database.reading() as session:
        assert {token.kind for token in session.scalars(select(Token))} == {"access", "refresh"}


def register(server: World, phone: str) -> requests.Response:
    ask = {"phone": phone, "name": "周小明", "password": PASSWORD}
    return requests.post(f"{server.url}{API}/worker/register", json=ask, timeout=20)


def audited(server: World, action: str) -> list[tuple[str, str, dict[str, Any]]]:
    """(kind, id, facts) of the subjects, oldest first."""
    lines = server.admin().get("/audit", params={"action": action}).json()["items"]
    return [(line["subject_kind"], line["subject_id"], line["facts"]) for line in reversed(lines)]


def test_registering_is_throttled(server: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty per address, five per phone, before a hash is paid; staff at the same address can still sign in."""
    server.staff(account="li")
    hasher = type(server.context.passwords._hasher)
    hashed: list[str] = []
    hash_one = hasher.hash
    monkeypatch.setattr(hasher, "hash", lambda self, word: (hashed.append(word), hash_one(self, word))[1])
    first = [code(register(server, "13900000000")) for _ in range(6)]
    assert first == [(201, "")] + [(409, "phone-taken")] * 4 + [(429, "too-many-tries")]
    others = [register(server, f"139000000{number:02}") for number in range(1, 28)]
    assert [answer.status_code for answer in others] == [201] * 25 + [429] * 2
    assert others[-1].headers["Retry-After"] == str(15 * 60)
    assert hashed.count(PASSWORD) == 26
    assert sign_in(server, "li").status_code == 200
    lines = audited(server, "register-throttled")
    assert [line[:2] for line in lines] == [("worker", "139****0000"), ("address", "127.0.0.1")]


def test_refused_sign_ins_are_audited(server: World) -> None:
    """Whose account, why, from where; never what was typed; one line for a whole window of throttled tries."""
    known = server.staff(account="li")
    for account, tries in (("li", 8), ("s3cret-typed-here", 1)):
        for _ in range(tries):
            sign_in(server, account, "nope-nope")
    ask = {"phone": "13911112222", "password": "nope-nope"}
    requests.post(f"{server.url}{API}/worker/sign-in", json=ask, timeout=20)
    facts = {"cause": "wrong-password", "address": "127.0.0.1"}
    failed = audited(server, "sign-in-failed")
    assert failed == [("staff", known, facts)] * 5 + [("staff", "unknown", facts), ("worker", "139****2222", facts)]
    assert audited(server, "sign-in-throttled") == [("staff", known, {"address": "127.0.0.1"})]
    with server.context.database.reading() as session:
        rows = str(session.execute(text("SELECT * FROM audit")).all())
    assert not [word for word in ("nope-nope", "s3cret-typed-here", "13911112222") if word in rows]
    with server.context.database.writing() as session:
        session.get_one(Staff, known).suspended_at = 1
    server.clock.forward(minutes=15)
    assert code(sign_in(server, "li")) == (403, "account-suspended")
    assert audited(server, "sign-in-failed")[-1] == ("staff", known, facts | {"cause": "account-suspended"})


def test_reuse_is_audited(server: World) -> None:
    """The end of a family by a spent token is a line of its own, once."""
    known = server.staff(account="qian")
    stolen = sign_in(server, "qian").json()["refresh_token"]
    for _ in range(3):
        refresh(server, stolen)
    with server.context.database.reading() as session:
        family = session.scalars(select(TokenFamily.id).where(TokenFamily.person_id == known)).one()
    assert audited(server, "session-reuse") == [("staff", known, {"family": family, "device": "台式机"})]
