"""`review.decide`: the first valid decision is applied, every other one is kept beside it."""

from sqlalchemy import select

from contract.reasons import problem_with
from contract.review import Verdict, WorkState
from contract.roles import Role
from contract.wire.sync import DecideArgs, MutationResult
from server.feed import touch, user_bucket
from server.models import Conflict, Decision, Staff, Work
from server.services import audit, notices
from server.services.acting import Act
from server.services.leases import before_this_life, held_by_another, is_forgotten, locked, was_granted
from server.services.projection import decision_facts
from server.services.reviews import WORK, add_event, applied_decision
from server.services.reviews import decide as close_review
from server.services.second_looks import open_look


def decide(act: Act, args: DecideArgs) -> MutationResult:
    """Apply a decision, or keep it as superseded with a conflict; who never had the work is refused.

    A restored server cannot know who had it before: what was decided then is kept in any case.
    """
    works = locked(act.session, [args.subject_id])
    if not works or works[0].state == WorkState.DRAFT:
        return act.rejected("unknown-subject")
    work = works[0]
    restored = before_this_life(act.session, act.mutation.created_at)
    if not restored and not was_granted(act.session, work, act.person.id):
        facts = {"verdict": args.verdict.value, "token": args.lease_token}
        audit.record(act.session, act.context, act.person, "decide-refused", (WORK, work.id), **facts)
        return act.rejected("not-allowed")
    fault = _fault(args)
    if fault:
        return act.rejected("invalid-args", fault)
    if work.state != WorkState.PENDING:
        return _superseded(act, args, work, "already-decided")
    current = args.lease_token == work.lease_token and work.lease_owner == act.person.id
    taken = held_by_another(act.session, act.context, work, act.person.id)
    if not current and (taken or not restored or not is_forgotten(work, args.lease_token)):
        return _superseded(act, args, work, "lease-lost")
    if args.base_version != work.version:
        return _superseded(act, args, work, "version-mismatch")
    if not current:
        _take_up(act, args, work)
    return _applied(act, args, work)


def _take_up(act: Act, args: DecideArgs, work: Work) -> None:
    """The forgotten token becomes the current one, so that later grants are above it."""
    assert args.lease_token is not None
    facts = {"token": args.lease_token, "before": work.lease_token, "holder": work.lease_holder}
    audit.record(act.session, act.context, act.person, "forgotten-lease", (WORK, work.id), **facts)
    work.lease_token, work.lease_owner = args.lease_token, act.person.id


def _fault(args: DecideArgs) -> str | None:
    codes = [item.code for item in args.reasons]
    if args.verdict is Verdict.APPROVE:
        return "reasons-without-rejection" if codes else None
    if len(set(codes)) != len(codes):
        return "reason-twice"
    return problem_with(codes, args.message)


def _decision(act: Act, args: DecideArgs, status: str) -> Decision:
    decision = Decision(
        id=act.mutation.id,
        staff_id=act.person.id,
        work_id=args.subject_id,
        base_version=args.base_version,
        lease_token=args.lease_token,
        verdict=args.verdict.value,
        reasons=[item.model_dump() for item in args.reasons],
        note=args.note,
        message=args.message,
        decided_at=act.mutation.created_at,
        received_at=act.context.now(),
        status=status,
    )
    act.session.add(decision)
    touch(act.session, user_bucket(act.person.id), "decision", decision.id)
    return decision


def _applied(act: Act, args: DecideArgs, work: Work) -> MutationResult:
    decision = _decision(act, args, "applied")
    decision.review_id = close_review(act.session, work, args.verdict, decision.received_at).id
    decision.work_version = work.version
    kind = "approved" if args.verdict is Verdict.APPROVE else "rejected"
    label = act.person.label
    add_event(
        act.session, work, decision.received_at, kind, by=label, reasons=decision.reasons, message=decision.message
    )
    notices.compose(act.session, act.context, work, decision)
    _audit(act, decision)
    act.session.flush()
    _answer_waiting_conflicts(act, decision)
    return act.result("applied", version=work.version)


def _superseded(act: Act, args: DecideArgs, work: Work, code: str) -> MutationResult:
    mine = _decision(act, args, "superseded")
    theirs = applied_decision(act.session, work)
    conflict = Conflict(
        id=act.context.new_id(),
        staff_id=act.person.id,
        work_id=work.id,
        mine_id=mine.id,
        theirs_id=theirs.id if theirs else None,
        code=code,
        state="open",
        opened_at=mine.received_at,
    )
    act.session.flush()
    act.session.add(conflict)
    touch(act.session, user_bucket(act.person.id), "conflict", conflict.id)
    _audit(act, mine, code=code)
    act.session.flush()
    if theirs and disagree(mine, theirs):
        open_look(act.session, act.context, conflict, act.person.id)
    by = act.session.get_one(Staff, theirs.staff_id).label if theirs else None
    return act.result(
        "conflict",
        code=code,
        version=work.version,
        same_decision=mine.verdict == theirs.verdict if theirs else None,
        theirs=decision_facts(theirs, by, with_note=act.person.role is Role.PLATFORM_ADMIN),
        conflict_id=conflict.id,
    )


def disagree(mine: Decision, theirs: Decision) -> bool:
    """Whether two people decided differently about the same content."""
    return mine.verdict != theirs.verdict and mine.base_version == theirs.base_version


def _answer_waiting_conflicts(act: Act, decision: Decision) -> None:
    """Earlier decisions about this work that were superseded before anybody had decided now see who has."""
    waiting = select(Conflict, Decision).join(Decision, Decision.id == Conflict.mine_id)
    waiting = waiting.where(Conflict.work_id == decision.work_id, Conflict.state == "open")
    waiting = waiting.where(Conflict.theirs_id.is_(None)).order_by(Conflict.id).with_for_update(of=Conflict)
    for conflict, mine in act.session.execute(waiting.execution_options(populate_existing=True)).all():
        conflict.theirs_id = decision.id
        conflict.version += 1
        touch(act.session, user_bucket(conflict.staff_id), "conflict", conflict.id)
        if disagree(mine, decision):
            open_look(act.session, act.context, conflict, conflict.staff_id)


def _audit(act: Act, decision: Decision, **more: object) -> None:
    codes = [item["code"] for item in decision.reasons]
    facts = {"decision": decision.id, "verdict": decision.verdict, "reasons": codes, "status": decision.status} | more
    audit.record(act.session, act.context, act.person, "decide", (WORK, decision.work_id), **facts)
