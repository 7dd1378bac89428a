"""The history of subjects as lines of the feed."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.wire.sync import HistoryEvent
from server.models import SubjectEvent


def history_of(session: Session, kind: str, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """History lines (`HistoryEvent`) of each subject of a kind, oldest first."""
    wanted = [getattr(SubjectEvent, name) for name in ("subject_id", *HistoryEvent.model_fields)]
    about = SubjectEvent.subject_kind == kind, SubjectEvent.subject_id.in_(ids)
    lines: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in session.execute(select(*wanted).where(*about).order_by(SubjectEvent.id)).mappings():
        facts = dict(line)
        lines[facts.pop("subject_id")].append(facts)
    return lines
