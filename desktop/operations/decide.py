"""Deciding subjects of any kind: one outbox row for each decision, durable before `done` is called.

The shapes on the wire are loaded after the first screen; by the first decision they are there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from os import urandom
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject

from contract.ids import uuid7
from contract.review import Kind, Verdict
from desktop.background import Failed
from desktop.context import AppContext
from desktop.store import Store, appending, outbox
from desktop.store.rows import OutboxRow, ReasonLine, WorkRow

Item = TypeVar("Item")
Result = TypeVar("Result")
TOPICS = ("outbox", "decision", "work")
STEP_ROWS: Final = 200
"""Decisions of a batch saved at once, so that the store's thread is free in between."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is decided: the version that the person saw, and what the outbox tells of it (number, title, region …)."""

    kind: Kind
    id: str
    version: int
    facts: dict[str, Any] = field(default_factory=dict)
    lease_token: int | None = None


def subject_of(work: WorkRow) -> Subject:
    """A work under its lease."""
    facts = {name: getattr(work, name) for name in ("number", "title", "region", "poster_id", "batch")}
    return Subject(Kind.WORK, work.id, work.version, facts, work.lease_token)


def decide(
    context: AppContext,
    subject: Subject,
    verdict: Verdict,
    *,
    reasons: Sequence[ReasonLine] = (),
    note: str = "",
    message: str = "",
    done: Callable[[OutboxRow], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Puts a decision about the version that the person saw into the outbox; `failed` gets DiskFull when not saved."""
    args = _args(subject, verdict, reasons, note, message)
    context.local_store.write(
        lambda store: outbox.append(store, "review.decide", args, subject.facts),
        done, failed, owner, _topics(subject.kind),
    )  # fmt: skip


def new_batch(context: AppContext) -> str:
    """The id that decisions made with one gesture share."""
    return uuid7(context.clock.now_ms(), urandom)


def decide_many(
    context: AppContext,
    subjects: Sequence[Subject],
    verdict: Verdict,
    batch: str,
    *,
    reasons: Sequence[ReasonLine] = (),
    note: str = "",
    message: str = "",
    progress: Callable[[int], object] | None = None,
    done: Callable[[list[OutboxRow]], object] | None = None,
    failed: Callable[[Exception, list[OutboxRow]], object] | None = None,
    owner: QObject | None = None,
) -> None:
    """Decides all subjects alike, in steps of STEP_ROWS; `done` gets the outbox rows, in the order of the subjects.

    `progress` is told how many are saved so far. When a step cannot be saved, `failed` gets why and the rows that
    are saved already: these count.
    """

    def write(store: Store, portion: Sequence[Subject]) -> list[OutboxRow]:
        made = [(_args(one, verdict, reasons, note, message, batch), one.facts) for one in portion]
        return appending.append_many(store, "review.decide", made)

    if subjects:
        _in_steps(context, subjects[0].kind, subjects, write, done, failed, owner, progress)
    elif done:
        done([])


def undo(
    context: AppContext,
    outbox_id: str,
    *,
    kind: Kind = Kind.WORK,
    done: Callable[[bool], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Takes a decision back that is still in the outbox; `done(False)` when it is being sent or has been sent."""
    context.local_store.write(lambda store: outbox.undo(store, outbox_id), done, failed, owner, topics=_topics(kind))


def take_back(
    context: AppContext,
    decision_id: str,
    *,
    facts: dict[str, object] | None = None,
    kind: Kind = Kind.WORK,
    done: Callable[[OutboxRow], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Undoes a decision that the server has confirmed: a new, audited event."""
    context.local_store.write(
        lambda store: outbox.append(store, "review.undo", _undo_args(decision_id), facts or {}),
        done, failed, owner, topics=_topics(kind),
    )  # fmt: skip


def undo_many(
    context: AppContext,
    kind: Kind,
    decisions: Sequence[tuple[str, dict[str, Any]]],
    *,
    done: Callable[[list[str]], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Takes a batch of (outbox id, facts) back, in steps; `done` gets the ids that were still in the outbox.

    What has been sent is not touched; `take_back` is for it.
    """

    def write(store: Store, portion: Sequence[tuple[str, dict[str, Any]]]) -> list[str]:
        return appending.undo_many(store, [id for id, _facts in portion])

    _in_steps(context, kind, decisions, write, done, failed and (lambda error, _ids: failed(error)), owner)


def take_back_many(
    context: AppContext,
    kind: Kind,
    decisions: Sequence[tuple[str, dict[str, Any]]],
    *,
    done: Callable[[list[OutboxRow]], object] | None = None,
    failed: Failed | None = None,
    owner: QObject | None = None,
) -> None:
    """Undoes confirmed decisions (id, facts), in steps: a new, audited event for each."""

    def write(store: Store, portion: Sequence[tuple[str, dict[str, Any]]]) -> list[OutboxRow]:
        return appending.append_many(store, "review.undo", [(_undo_args(id), facts) for id, facts in portion])

    _in_steps(context, kind, decisions, write, done, failed and (lambda error, _rows: failed(error)), owner)


def _in_steps(
    context: AppContext,
    kind: Kind,
    items: Sequence[Item],
    write: Callable[[Store, Sequence[Item]], list[Result]],
    done: Callable[[list[Result]], object] | None,
    failed: Callable[[Exception, list[Result]], object] | None,
    owner: QObject | None,
    progress: Callable[[int], object] | None = None,
) -> None:
    """Chained writes of STEP_ROWS items; what is queued on the store's thread meanwhile comes in between."""
    results: list[Result] = []
    place = 0

    def after(found: list[Result]) -> None:
        nonlocal place
        results.extend(found)
        place = min(place + STEP_ROWS, len(items))
        if progress:
            progress(place)
        if place < len(items):
            next_step()
        elif done:
            done(results)

    def next_step() -> None:
        portion = items[place : place + STEP_ROWS]
        trouble = (lambda error: failed(error, results)) if failed else None
        context.local_store.write(lambda store: write(store, portion), after, trouble, owner, _topics(kind))

    next_step()


def _topics(kind: Kind) -> tuple[str, ...]:
    return TOPICS if kind == Kind.WORK else ("outbox", "decision", str(kind))


def _args(
    subject: Subject, verdict: Verdict, reasons: Sequence[ReasonLine], note: str, message: str, batch: str | None = None
) -> dict[str, Any]:
    from contract.wire.sync import DecideArgs, ReasonAt

    return DecideArgs(
        kind=subject.kind,
        subject_id=subject.id,
        base_version=subject.version,
        lease_token=subject.lease_token,
        verdict=verdict,
        reasons=[ReasonAt(code=reason.code, at_ms=reason.at_ms) for reason in reasons],
        note=note,
        message=message,
        batch=batch,
    ).model_dump(mode="json")


def _undo_args(decision_id: str) -> dict[str, Any]:
    from contract.wire.sync import UndoArgs

    return UndoArgs(decision_id=decision_id).model_dump(mode="json")
