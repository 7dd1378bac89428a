"""What boards count: works that are left out of them, and the weights of heat. Asked of the server, kept nowhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.background import Failed
from desktop.context import AppContext
from desktop.operations.boards import must_reach

if TYPE_CHECKING:
    from contract.boards import HeatRule
    from contract.wire.boards import ExclusionFacts, RuleFacts


def left_out(
    context: AppContext, done: Callable[[list[ExclusionFacts]], object], failed: Failed, owner: QObject
) -> None:
    """Works that are left out, and were, newest first."""

    def work() -> list[ExclusionFacts]:
        must_reach(context)
        return context.api.exclusions().items

    context.background.run(work, done, failed, owner)


def leave_out(
    context: AppContext,
    work_id: str,
    out: bool,
    reason: str,
    done: Callable[[list[ExclusionFacts]], object],
    failed: Failed,
    owner: QObject,
) -> None:
    """Leaves a work out of live boards and of weeks sealed from now on; `out` False counts it again."""

    def work() -> list[ExclusionFacts]:
        from contract.wire.boards import ExclusionAsk

        must_reach(context)
        return context.api.exclude(ExclusionAsk(work_id=work_id, out=out, reason=reason)).items

    context.background.run(work, done, failed, owner)


def heat_rules(context: AppContext, done: Callable[[list[RuleFacts]], object], failed: Failed, owner: QObject) -> None:
    """All versions, the one in force first."""

    def work() -> list[RuleFacts]:
        must_reach(context)
        return context.api.heat_rules().items

    context.background.run(work, done, failed, owner)


def set_heat_rule(
    context: AppContext,
    rule: HeatRule,
    reason: str,
    done: Callable[[list[RuleFacts]], object],
    failed: Failed,
    owner: QObject,
) -> None:
    """`rule` as it shall be, with the version it replaces: asked again after a lost answer, it is set once."""
    key = hashlib.sha256(f"{rule} {reason}".encode()).hexdigest()

    def work() -> list[RuleFacts]:
        from contract.wire.boards import RuleAsk

        must_reach(context)
        weights = {"likes": rule.likes, "favourites": rule.favourites, "shares": rule.shares, "views": rule.views}
        return context.api.set_heat_rule(RuleAsk(**weights, reason=reason), key).items

    context.background.run(work, done, failed, owner)
