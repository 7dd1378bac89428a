"""The heat rule: which version is in force, and how a platform admin sets the next one."""

from typing import Any

from sqlalchemy import select, true, update
from sqlalchemy.orm import Session

from contract.boards import HeatRule
from contract.campaign import week_of
from contract.wire.boards import RuleAsk, RuleFacts, Rules
from server.context import ServerContext
from server.database import one_at_a_time
from server.models import BoardTotal, BoardWeek, HeatRuleSet, Staff
from server.services import audit
from server.services.tokens import StaffPerson


def rule_in_force(session: Session) -> HeatRule:
    """The latest version."""
    row = session.scalars(select(HeatRuleSet).order_by(HeatRuleSet.version.desc()).limit(1)).one()
    return HeatRule(row.version, row.likes, row.favourites, row.shares, row.views)


def heat_is_known(session: Session, week: int) -> bool:
    """Whether `board_week` has the heat of this week by the rule in force: if the rule was set in it or before."""
    set_at = session.scalars(select(HeatRuleSet.set_at).order_by(HeatRuleSet.version.desc()).limit(1)).one()
    return week >= week_of(set_at)


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
    _tell_heat(session, rule, week_of(context.now()))
    audit.record(session, context, person, "set-heat-rule", ("heat_rule", str(rule.version)), reason=ask.reason)
    session.flush()
    return rules(session)


def _tell_heat(session: Session, rule: HeatRule, week: int) -> None:
    """Of all totals, and of this week; those before it are many, and boards that are sealed."""
    table: Any
    for table, which in ((BoardTotal, true()), (BoardWeek, BoardWeek.week >= week)):
        heat = rule.heat(table.likes, table.favourites, table.shares, table.views)
        session.execute(update(table).where(which).values(heat=heat).execution_options(synchronize_session=False))
