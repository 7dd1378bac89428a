"""The heat rule: which version is in force, and how a platform admin sets the next one."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from contract.boards import HeatRule
from contract.wire.boards import RuleAsk, RuleFacts, Rules
from server.context import ServerContext
from server.database import one_at_a_time
from server.models import BoardTotal, HeatRuleSet, Staff
from server.services import audit
from server.services.tokens import StaffPerson


def rule_in_force(session: Session) -> HeatRule:
    """The latest version."""
    row = session.scalars(select(HeatRuleSet).order_by(HeatRuleSet.version.desc()).limit(1)).one()
    return HeatRule(row.version, row.likes, row.favourites, row.shares, row.views)


def rules(session: Session) -> Rules:
    """All versions, the one in force first."""
    found = select(HeatRuleSet, Staff.label).outerjoin(Staff, Staff.id == HeatRuleSet.set_by)
    items = [
        RuleFacts(
            version=row.version, likes=row.likes, favourites=row.favourites, shares=row.shares, views=row.views,
            reason=row.reason, set_at=row.set_at, set_by=label or "",
        )
        for row, label in session.execute(found.order_by(HeatRuleSet.version.desc()))
    ]  # fmt: skip
    return Rules(items=items)


def set_rule(session: Session, context: ServerContext, person: StaffPerson, ask: RuleAsk) -> Rules:
    """The next version: for what is sealed from now on, and for live boards at once. Sealed weeks keep theirs."""
    one_at_a_time(session, "boards")
    rule = HeatRule(rule_in_force(session).version + 1, ask.likes, ask.favourites, ask.shares, ask.views)
    session.add(
        HeatRuleSet(
            version=rule.version, likes=rule.likes, favourites=rule.favourites, shares=rule.shares, views=rule.views,
            reason=ask.reason, set_at=context.now(), set_by=person.id,
        )
    )  # fmt: skip
    sums: Any = BoardTotal
    heat = rule.heat(sums.likes, sums.favourites, sums.shares, sums.views)
    session.execute(update(BoardTotal).values(heat=heat).execution_options(synchronize_session=False))
    audit.record(session, context, person, "set-heat-rule", ("heat_rule", str(rule.version)), reason=ask.reason)
    session.flush()
    return rules(session)
