"""`review.undo` and `conflict.resolve`: what reviewers do about decisions that the server already has."""

from sqlalchemy import select

from contract.review import Kind
from contract.wire.sync import MutationResult, ResolveArgs, UndoArgs
from server.feed import touch, user_bucket
from server.models import Conflict, Decision, Review
from server.services import audit, notices
from server.services.acting import Act
from server.services.reviews import add_event
from server.services.second_looks import open_look
from server.services.ways import WAYS


def undo(act: Act, args: UndoArgs) -> MutationResult:
    """The subject waits again, a work leased to who undoes; its unsent notice is withdrawn.

    A conflict when the decision no longer stands (already-decided) or the subject has moved on (version-mismatch).
    """
    decision = act.session.get(Decision, args.decision_id)
    if decision is None:
        return act.rejected("unknown-subject")
    if decision.staff_id != act.person.id:
        return act.rejected("not-allowed")
    way = WAYS[Kind(decision.subject_kind)]
    subject = way.locked(act.session, [decision.subject_id])[0]
    act.session.refresh(decision)
    if decision.status != "applied" or decision.review_id is None:
        return act.result("conflict", code="already-decided", version=subject.version)
    if subject.version != decision.subject_version or way.fixed(act, subject, decision):
        return act.result("conflict", code="version-mismatch", version=subject.version)
    now = act.context.now()
    decision.status, decision.undone_at = "undone", now
    decision.version += 1
    act.session.flush()
    act.session.get_one(Review, decision.review_id).closed_at = None
    way.reopen(act, subject, decision)
    add_event(act.session, subject, now, "undone", by=act.person.label)
    _show_that_it_waits(act, decision)
    withdrawn = notices.withdraw(act.session, decision.id)
    touch(act.session, user_bucket(act.person.id), "decision", decision.id)
    facts = {"decision": decision.id, "notice_withdrawn": withdrawn}
    audit.record(act.session, act.context, act.person, "undo", (decision.subject_kind, subject.id), **facts)
    return act.result("applied", version=subject.version)


def resolve(act: Act, args: ResolveArgs) -> MutationResult:
    """Accept the other decision, or object: then a platform admin takes a second look.

    A conflict (version-mismatch) when what is to be accepted is no longer what the person saw.
    """
    conflict = act.session.get(Conflict, args.conflict_id, with_for_update=True, populate_existing=True)
    if conflict is None:
        return act.rejected("unknown-subject")
    if conflict.staff_id != act.person.id:
        return act.rejected("not-allowed")
    if conflict.state != "open":
        return act.result("conflict", code="already-decided", version=conflict.version)
    if args.choice == "object" and not args.objection.strip():
        return act.rejected("invalid-args", "objection-needed")
    if args.choice == "accept" and _has_changed(act, args, conflict):
        return act.result("conflict", code="version-mismatch", version=conflict.version)
    conflict.state = "accepted" if args.choice == "accept" else "objected"
    conflict.resolved_at = act.context.now()
    conflict.version += 1
    touch(act.session, user_bucket(act.person.id), "conflict", conflict.id)
    if args.choice == "object":
        open_look(act.session, act.context, conflict, act.person.id, args.objection.strip())
    subject = ("conflict", conflict.id)
    audit.record(
        act.session, act.context, act.person, "resolve", subject, choice=args.choice, about=conflict.subject_id
    )
    return act.result("applied", version=conflict.version)


def _show_that_it_waits(act: Act, undone: Decision) -> None:
    """Open conflicts that showed the undone decision as the one in force show that nobody has decided."""
    shown = select(Conflict).where(Conflict.subject_id == undone.subject_id, Conflict.state == "open")
    shown = shown.where(Conflict.theirs_id == undone.id).order_by(Conflict.id).with_for_update()
    for conflict in act.session.scalars(shown.execution_options(populate_existing=True)):
        conflict.theirs_id, conflict.code = None, "lease-lost"
        conflict.version += 1
        touch(act.session, user_bucket(conflict.staff_id), "conflict", conflict.id)


def _has_changed(act: Act, args: ResolveArgs, conflict: Conflict) -> bool:
    """Without a version, whatever was undone after the answer was given may be what the person saw."""
    if args.base_version is not None:
        return args.base_version != conflict.version
    undone = select(Decision.id).where(Decision.subject_id == conflict.subject_id, Decision.staff_id != act.person.id)
    return act.session.scalars(undone.where(Decision.undone_at > act.mutation.created_at)).first() is not None
