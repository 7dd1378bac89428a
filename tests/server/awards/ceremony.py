"""Sealed weeks with made-up boards, and what union staff do with award lists, at a running server."""

from dataclasses import asdict
from typing import Any

from contract.boards import RULE_1, BoardKind, HeatRule, Numbers, Ranks
from contract.roles import Role
from contract.week_board import BoardRow, WeekBoard, cutoff_of, packed
from server.models import Base, BoardFile, BoardSeal
from tests.server.world import Caller, World


def line(
    id: str, place: int, heat: int, region: str = "37", works: int = 1, total: int | None = None, name: str = ""
) -> BoardRow:
    """A row of a board whose heat is of views alone; `total` at the cut-off, as the week's unless told."""
    views = heat if total is None else total
    return BoardRow(
        id, name or f"作者{id}", "", "", region, [Numbers(0, 0, 0, 0, heat, heat)],
        Numbers(works, 0, 0, 0, views, views), Ranks(place, place, place, place), None,
    )  # fmt: skip


def sealed(
    world: World, rows: list[BoardRow], week: int = 10, revision: int = 1, kind: BoardKind = BoardKind.PERSON,
    rule: HeatRule = RULE_1,
) -> str:  # fmt: skip
    """A sealed week with these rows on one board and nothing on the others; the seal's id."""
    new_id, now = world.context.new_id, world.clock()
    seal = BoardSeal(
        id=new_id(), week=week, revision=revision, cutoff=cutoff_of(week), rule=asdict(rule), sealed_at=now,
        digest="ab" * 32, works=0, suspended=0, excluded=0, files=[],
    )  # fmt: skip
    with world.context.database.writing() as session:
        session.add(seal)
        session.flush()
        for one in BoardKind:
            shown = rows if one is kind else []
            board = WeekBoard(one, week, cutoff_of(week), rule, now, len(shown), "", None, shown)
            session.add(BoardFile(id=new_id(), seal_id=seal.id, kind=one, data=packed(board)))
    return seal.id


def union(world: World, region: str | None = None) -> Caller:
    """A member of the union's staff, signed in."""
    return world.sign_in(world.staff(Role.UNION_STAFF, region=region))


def label(caller: Caller) -> str:
    """What colleagues see."""
    return str(caller.get("/auth/me").json()["label"])


def columns(table: type[Base]) -> list[str]:
    """The names of a table's columns."""
    return [column.name for column in table.__table__.columns]


def key(caller: Caller) -> str:
    """A fresh one."""
    return f"award-{caller.client_id}-{next(caller.number)}"


def set_kind(admin: Caller, kind: str = "weekly", base_version: int = 0, **more: Any) -> dict[str, Any]:
    """The kind's version in force, or the problem; a weekly award for persons unless told otherwise."""
    ask = {"kind": kind, "base_version": base_version, "name": "周度达人", "subject": "person", "period": "week"}
    ask |= {"measure": "heat", "top": 3, "reserves": 2, "reason": "试行"} | more
    answer = admin.post("/awards/kinds", json=ask, headers={"Idempotency-Key": key(admin)}).json()
    found = [one for one in answer.get("items", []) if one["kind"] == kind]
    return dict(found[0] if found else answer)


def propose(caller: Caller, seal_id: str, kind: str = "weekly", version: int = 1) -> dict[str, Any]:
    """The list, or the problem."""
    ask = {"kind": kind, "kind_version": version, "seal_id": seal_id}
    return dict(caller.post("/awards/lists", json=ask, headers={"Idempotency-Key": key(caller)}).json())


def entries(caller: Caller, made: dict[str, Any], limit: int = 200) -> list[dict[str, Any]]:
    """All lines, page by page."""
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = caller.get(f"/awards/lists/{made['id']}/entries", params={"cursor": cursor, "limit": limit})
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        cursor = answer.json()["next"]
    return found


def edit(
    caller: Caller, made: dict[str, Any], subject: str, chosen: bool, reason: str = "核实后调整"
) -> dict[str, Any]:
    """The list after it, or the problem."""
    (entry,) = (one["id"] for one in entries(caller, made) if one["subject_id"] == subject)
    ask = {"version": made["version"], "entry_id": entry, "chosen": chosen, "reason": reason}
    return dict(caller.post(f"/awards/lists/{made['id']}/edits", json=ask).json())


def act(caller: Caller, made: dict[str, Any], what: str, **more: Any) -> dict[str, Any]:
    """`submit`, or `withdraw` with a reason: the list after it, or the problem."""
    return dict(caller.post(f"/awards/lists/{made['id']}/{what}", json={"version": made["version"]} | more).json())


def confirm(caller: Caller, made: dict[str, Any], with_key: str = "") -> dict[str, Any]:
    """The list after it, or the problem."""
    headers = {"Idempotency-Key": with_key or key(caller)}
    path = f"/awards/lists/{made['id']}/confirm"
    return dict(caller.post(path, json={"version": made["version"]}, headers=headers).json())


def submitted(world: World, rows: list[BoardRow], **kind: Any) -> dict[str, Any]:
    """A list of week 10, proposed by one and submitted by another."""
    code = kind.pop("kind", "weekly")
    set_kind(world.admin(), code, **kind)
    seal = sealed(world, rows)
    return act(union(world), propose(union(world), seal, code), "submit")


def certificates(caller: Caller, **asked: Any) -> list[dict[str, Any]]:
    """All that there are."""
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = caller.get("/certificates", params={"cursor": cursor, "limit": 200} | asked)
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        cursor = answer.json()["next"]
    return found


def change(caller: Caller, one: dict[str, Any], what: str, reason: str = "信息有误") -> dict[str, Any]:
    """`revoke` or `reissue`: the certificate after it, or the problem."""
    ask, headers = {"version": one["version"], "reason": reason}, {"Idempotency-Key": key(caller)}
    return dict(caller.post(f"/certificates/{one['id']}/{what}", json=ask, headers=headers).json())
