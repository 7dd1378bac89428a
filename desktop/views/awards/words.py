"""Awards in words: states, standings, rules, and why something could not be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from contract.awards import ListState, Period
from contract.boards import BoardKind
from contract.certificates import CertificateState
from desktop.failures import explain
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.views.boards.words import MEASURES, week_text
from desktop.views.boards.words import say as say_board
from desktop.views.works.words import moment_text

if TYPE_CHECKING:
    from contract.wire.awards import AwardKindFacts, AwardListFacts, CertificateEventFacts

STATES: Final = {
    ListState.PROPOSED: ("plain", QT_TRANSLATE_NOOP("Awards", "Proposed")),
    ListState.SUBMITTED: ("pending", QT_TRANSLATE_NOOP("Awards", "Submitted")),
    ListState.CONFIRMED: ("ok", QT_TRANSLATE_NOOP("Awards", "Confirmed")),
    ListState.WITHDRAWN: ("no", QT_TRANSLATE_NOOP("Awards", "Withdrawn")),
}
CERTIFICATES: Final = {
    CertificateState.VALID: ("ok", QT_TRANSLATE_NOOP("Awards", "Valid")),
    CertificateState.REVOKED: ("no", QT_TRANSLATE_NOOP("Awards", "Revoked")),
}
PERIODS: Final = {
    Period.WEEK: QT_TRANSLATE_NOOP("Awards", "the gain of the week"),
    Period.CAMPAIGN: QT_TRANSLATE_NOOP("Awards", "the totals of the campaign"),
}
translate = QCoreApplication.translate
HONOURED: Final = {
    BoardKind.PERSON: QT_TRANSLATE_NOOP("Awards", "Persons"),
    BoardKind.ORGANIZATION: QT_TRANSLATE_NOOP("Awards", "Organizations"),
    BoardKind.WORK: QT_TRANSLATE_NOOP("Awards", "Works"),
}
OPEN: Final = (ListState.PROPOSED, ListState.SUBMITTED)
_CAUSES: Final = {
    "week": (
        QT_TRANSLATE_NOOP("Awards", "This award is drawn from another week"),
        QT_TRANSLATE_NOOP("Awards", "Its rule names {0}; choose that week."),
    ),
    "exists": (
        QT_TRANSLATE_NOOP("Awards", "There is such a list already"),
        QT_TRANSLATE_NOOP("Awards", "It is shown at the left. Withdraw it first if it has to be drawn anew."),
    ),
    "unsealed": (
        QT_TRANSLATE_NOOP("Awards", "Weeks that count are not sealed yet"),
        QT_TRANSLATE_NOOP("Awards", "Seal {0} first, in the tab Boards."),
    ),
    "inactive": (
        QT_TRANSLATE_NOOP("Awards", "This award is not given any more"),
        QT_TRANSLATE_NOOP("Awards", "A platform administrator has switched it off; choose another one."),
    ),
    "same": (
        QT_TRANSLATE_NOOP("Awards", "It is so already"),
        QT_TRANSLATE_NOOP("Awards", "Somebody has done the same meanwhile. The list is loaded anew."),
    ),
    "full": (
        QT_TRANSLATE_NOOP("Awards", "All places of this list are taken"),
        QT_TRANSLATE_NOOP("Awards", "Take somebody out first; your reason stays."),
    ),
    "region-quota": (
        QT_TRANSLATE_NOOP("Awards", "The places of this region are taken"),
        QT_TRANSLATE_NOOP("Awards", "Take out somebody of the same region first; your reason stays."),
    ),
    "few-works": (
        QT_TRANSLATE_NOOP("Awards", "There are fewer published works than the rule asks for"),
        QT_TRANSLATE_NOOP("Awards", "The rule binds changes by hand too. Nothing was changed."),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("Awards", "Nobody is in this list"),
        QT_TRANSLATE_NOOP("Awards", "Put at least one in, then submit it."),
    ),
    "suspended": (
        QT_TRANSLATE_NOOP("Awards", "Somebody in this list cannot be honoured now"),
        QT_TRANSLATE_NOOP("Awards", "Take out the lines marked “cannot stay”, then try again."),
    ),
}  # fmt: skip


def say(text: str) -> str:
    """A word of this tab in the language of the screen."""
    return translate("Awards", text)


def state_words(state: ListState) -> tuple[str, str]:
    """Kind of chip and word."""
    kind, word = STATES[state]
    return kind, say(word)


def weeks_text(weeks: list[int]) -> str:
    """`Week 3, Week 5`."""
    return translate("Awards", ", ").join(week_text(week) for week in weeks)


def rule_text(kind: AwardKindFacts) -> str:
    """The rule of a kind in one line."""
    parts = [
        translate("Awards", "{0}: the first {1} by {2} of {3}").format(
            say(HONOURED[kind.subject]),
            kind.top,
            say_board(MEASURES[kind.measure]),
            say(PERIODS[Period(kind.period)]),
        )
    ]
    if kind.per_region:
        parts.append(translate("Awards", "at most {0} of a region").format(kind.per_region))
    if kind.min_works:
        parts.append(translate("Awards", "at least {0} published works").format(kind.min_works))
    parts.append(translate("Awards", "{0} reserves").format(kind.reserves))
    return translate("Awards", "; ").join(parts)


def acts_of(facts: AwardListFacts) -> list[tuple[int, str, str]]:
    """What was done to a list: (when, who, did what), newest first; of changes of lines the last one."""
    acts = [
        (facts.withdrawn_at, facts.withdrawn_by, translate("Awards", "withdrawn")),
        (facts.confirmed_at, facts.confirmed_by, translate("Awards", "confirmed")),
        (facts.submitted_at, facts.submitted_by, translate("Awards", "submitted")),
        (facts.edited_at, facts.edited_by, translate("Awards", "last changed")),
        (facts.proposed_at, facts.proposed_by, translate("Awards", "proposed")),
    ]
    return sorted(((at, who, did) for at, who, did in acts if at is not None), key=lambda act: -act[0])


def changed_meanwhile(facts: AwardListFacts) -> tuple[str, str]:
    """For version-mismatch, and a list that has another state by now; `facts` are the new ones."""
    at, who, did = acts_of(facts)[0]
    what = translate("Awards", "This list was changed meanwhile: {1} by {0} at {2}")
    do = QT_TRANSLATE_NOOP("Awards", "It is loaded anew, and nothing of yours was done. Look at it, then decide again.")
    return what.format(who, did, moment_text(at)), say(do)


def refusal(code: str, problem: dict[str, Any]) -> tuple[str, str] | None:
    """(what happened, what to do) for what the server refuses about awards; None where general words will do."""
    if code == "wrong-state":
        return _by_cause(str(problem.get("cause", "")), problem)
    if code == "second-person":
        return (
            translate("Awards", "A list needs a second person"),
            translate(
                "Awards",
                "You proposed, submitted or last changed it. Ask a colleague to confirm it; nothing is lost."),
        )  # fmt: skip
    if code == "not-allowed":
        return (
            translate("Awards", "This is for the national union"),
            translate("Awards", "Nothing was changed. Staff of a region read their region's part."),
        )
    if code == "version-mismatch":
        return (
            translate("Awards", "The rule was changed meanwhile"),
            translate("Awards", "It is loaded anew. Look at it, then decide again."),
        )
    if code == "idempotency-mismatch":
        return (
            translate("Awards", "This was asked before in another way"),
            translate("Awards", "Close this window, look at what is there, and begin anew."),
        )
    return None


def _by_cause(cause: str, problem: dict[str, Any]) -> tuple[str, str] | None:
    if cause == "corrected":
        what = translate("Awards", "{0} was corrected after this list was drawn")
        do = QT_TRANSLATE_NOOP(
            "Awards", "Withdraw the list and propose it anew from the new revision; its edits stay on record."
        )
        return what.format(weeks_text(problem.get("weeks", []))), say(do)
    if cause not in _CAUSES:
        return None
    what, do = (say(text) for text in _CAUSES[cause])
    if cause == "week":
        do = do.format(week_text(int(problem.get("week", 0))))
    if cause == "unsealed":
        do = do.format(weeks_text(problem.get("weeks", [])))
    return what, do


def event_text(event: CertificateEventFacts) -> str:
    """What happened to a certificate, with the number it has to do with."""
    if event.kind == "issued":
        told = translate("Awards", "issued in place of {0}") if event.other else translate("Awards", "issued")
    else:
        told = translate("Awards", "revoked") if event.kind == "revoked" else translate("Awards", "replaced by {0}")
    return told.format(event.other)


def missing(error: Exception, at: int) -> tuple[str, str] | None:
    """For the page: nothing could be had now, and of when what is shown is (`at` 0: nothing is); None for a bug."""
    failure = explain(error)
    if failure is None:
        return None
    kept = translate("Awards", "What is shown is as of {0}.").format(moment_text(at)) if at else ""
    do = translate(
        "Awards", "Award lists and certificates are kept on the server; they can be read and changed online."
    )
    return failure.what, f"{kept}{do}" if kept.endswith("。") else f"{kept} {do}".strip()
