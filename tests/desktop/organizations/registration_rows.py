"""Registrations as the server sends them."""

from typing import Any

from contract.columns import COLUMNS
from contract.registration import name_key
from desktop.store import cache
from tests.desktop.works.desk_world import HOUR_MS, ME, NOW_MS, DeskWorld


def registration_id(number: int) -> str:
    """The id of a made-up registration."""
    return f"01a2047e-9874-78c7-8920-{number:012d}"


def file_id(number: int) -> str:
    """The id of its proof."""
    return f"01a2047e-9874-78c7-8921-{number:012d}"


def paper_id(number: int, place: int) -> str:
    """The id of a file of its, when it has several."""
    return f"01a2047e-9874-78c7-89{30 + place}-{number:012d}"


def facts(number: int, **changed: Any) -> dict[str, Any]:
    """A waiting registration in the feed's columns."""
    name = changed.get("name", f"第 {number} 机械厂有限责任公司工会委员会")
    made: dict[str, Any] = {
        "id": registration_id(number), "version": 2, "number": f"ORG-24-{700 + number:05d}", "state": "pending",
        "round": 1, "name": name, "name_key": name_key(name), "region": "42", "address": "江城市高新区创新三路 86 号",
        "landline": "027-****2210", "introduction": "负责城轨车辆制造，现有会员 1826 人。", "nature": "enterprise",
        "size": "1000-2999", "industry": "equipment", "labels": ["industrial", "model-home"],
        "account_phone": f"138****{number:04d}", "contact_name": "陈*伟", "contact_phone": f"139****{number:04d}",
        "logo_id": None,
        "documents": [
            {"id": file_id(number), "name": "法人资格证书.jpg", "kind": "jpeg", "bytes": 1000, "sha256": "0" * 64}
        ],
        "look_alikes": [], "changes": [], "submitted_at": NOW_MS - 5 * HOUR_MS + number * 60_000, "decided_at": None,
        "history": [{"at": NOW_MS - 5 * HOUR_MS, "kind": "submitted", "by": "", "round": 1}],
    }  # fmt: skip
    return made | changed


def arrive(world: DeskWorld, rows: list[dict[str, Any]]) -> None:
    """Rows come from the server."""
    columns = list(COLUMNS["registration"])
    ops = [["P", ME, "registration", [row[name] for name in columns]] for row in rows]
    world.on_store(lambda store: cache.apply(store, {"registration": columns}, ops))
