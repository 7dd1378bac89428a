"""`review.decide`: the first valid decision is applied, every other one is kept beside it."""

from sqlalchemy import select

from contract.reasons import problem_with
from contract.review import ApplicationState, Verdict
from contract.roles import DECIDERS, Role
from contract.wire.sync import DecideArgs, MutationResult
from server.feed import touch, user_bucket
from server.models import Conflict, Decision, Staff
from server.services import audit
from server.services.acting import Act
from server.services.projection import decision_facts
from server.services.reviews import Subject, add_event, applied_decision
from server.services.second_looks import open_look
from server.services.ways import WAYS, Way

WAITS = "pending"


def decide(act: Act, args: DecideArgs) -> MutationResult:
    """Apply a decision, or keep it as superseded with a conflict; whose it never was to decide is refused."""
    way = WAYS[args.kind]
    if act.person.role not in DECIDERS[args.kind]:
        return act.rejected("not-allowed")
    found = way.locked(act.session, [args.subject_id])
    if not found or way.hidden(act, found[0]):
        return act.rejected("unknown-subject")
    subject = found[0]
    if not way.may_decide(act, args, subject):
        facts = {"verdict": args.verdict.value, "token": args.lease_token}
        audit.record(act.session, act.context, act.person, "decide-refused", (args.kind, subject.id), **facts)
        return act.rejected("not-allowed")
    fault = _fault(args)
    if fault:
        return act.rejected("invalid-args", fault)
    if code := _against(act, args, way, subject):
        return _superseded(act, args, subject, code)
    if code := way.refusal(act, args, subject):
        audit.record(act.session, act.context, act.person, "decide-refused", (args.kind, subject.id), code=code)
        return act.rejected(code)
    return _applied(act, args, way, subject)


def _against(act: Act, args: DecideArgs, way: Way, subject: Subject) -> str | None:
    """What stands against applying the decision now."""
    if subject.state in {ApplicationState.WITHDRAWN, ApplicationState.LEFT}:
        return "withdrawn"
    if subject.state != WAITS:
        return "already-decided"
    lost = way.lost(act, args, subject)
    return lost or ("version-mismatch" if args.base_version != subject.version else None)


def _fault(args: DecideArgs) -> str | None:
    codes = [item.code for item in args.reasons]
    if args.verdict is Verdict.APPROVE:
        return "reasons-without-rejection" if codes else None
    if len(set(codes)) != len(codes):
        return "reason-twice"
    return problem_with(codes, args.message, args.kind)


def _decision(act: Act, args: DecideArgs, status: str) -> Decision:
    decision = Decision(
        id=act.mutation.id,
        staff_id=act.person.id,
        subject_kind=args.kind.value,
        subject_id=args.subject_id,
        base_version=args.base_version,
        lease_token=args.lease_token,
        verdict=args.verdict.value,
        reasons=[item.model_dump() for item in args.reasons],
        note=args.note,
        message=args.message,
        decided_at=act.mutation.created_at,
        received_at=act.context.now(),
        status=status,
        batch=args.batch,
    )
    act.session.add(decision)
    touch(act.session, user_bucket(act.person.id), "decision", decision.id)
    return decision


def _applied(act: Act, args: DecideArgs, way: Way, subject: Subject) -> MutationResult:
    decision = _decision(act, args, "applied")
    decision.review_id = way.settle(act, args, subject, decision.received_at).id
    decision.subject_version = subject.version
    kind = "approved" if args.verdict is Verdict.APPROVE else "rejected"
    add_event(
        act.session,
        subject,
        decision.received_at,
        kind,
        by=act.person.label,
        reasons=decision.reasons,
        message=decision.message,
    )
    way.tell(act, subject, decision)
    _audit(act, decision)
    act.session.flush()
    _answer_waiting_conflicts(act, decision)
    return act.result("applied", version=subject.version)


def _superseded(act: Act, args: DecideArgs, subject: Subject, code: str) -> MutationResult:
    mine = _decision(act, args, "superseded")
    theirs = applied_decision(act.session, subject)
    conflict = Conflict(
        id=act.context.new_id(),
        staff_id=act.person.id,
        subject_kind=mine.subject_kind,
        subject_id=subject.id,
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
        version=subject.version,
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
    waiting = waiting.where(Conflict.subject_id == decision.subject_id, Conflict.state == "open")
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
    audit.record(act.session, act.context, act.person, "decide", (decision.subject_kind, decision.subject_id), **facts)
