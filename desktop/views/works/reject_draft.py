"""What has been filled in to reject one subject: an immutable value, and what it would send."""

from dataclasses import dataclass, replace
from typing import Any

from contract.notices import registration_notice, sms_parts, work_notice
from contract.reasons import MESSAGE_MAX, NOTE_MAX, REASONS, problem_with, reason
from contract.review import Kind, Verdict


@dataclass(frozen=True, slots=True)
class RejectDraft:
    """`chosen` holds (reason code, moment in ms or None) in the order chosen; the first one leads the notice."""

    chosen: tuple[tuple[str, int | None], ...] = ()
    message: str = ""
    note: str = ""
    kind: Kind = Kind.WORK

    @property
    def codes(self) -> list[str]:
        """The chosen reasons in order."""
        return [code for code, _ in self.chosen]

    def toggled(self, code: str, at_ms: int | None) -> "RejectDraft":
        """With the reason added at this moment, or taken away."""
        if code in self.codes:
            return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] != code))
        return replace(self, chosen=(*self.chosen, (code, at_ms)))

    def without_moment(self, code: str) -> "RejectDraft":
        """With the reason kept and its moment removed."""
        return replace(self, chosen=tuple((c, None if c == code else at) for c, at in self.chosen))

    def saying(self, message: str) -> "RejectDraft":
        """With this text to the author, on one line, cut at the limit."""
        return replace(self, message=" ".join(message.splitlines())[:MESSAGE_MAX])

    def noting(self, note: str) -> "RejectDraft":
        """With this internal note, cut at the limit."""
        return replace(self, note=note[:NOTE_MAX])

    def with_phrase(self, phrase: str) -> "RejectDraft":
        """With a ready phrase appended to the message; unchanged when it does not fit or already stands there."""
        said = self.message.rstrip()
        if phrase in said:
            return self
        joined = f"{said}{'，' if said and said[-1] not in '，。；' else ''}{phrase}"
        return self if len(joined) > MESSAGE_MAX else replace(self, message=joined)

    def as_json(self) -> dict[str, Any]:
        """For the store."""
        return {"chosen": [list(pair) for pair in self.chosen], "message": self.message, "note": self.note}

    @staticmethod
    def from_json(facts: dict[str, Any], kind: Kind = Kind.WORK) -> "RejectDraft":
        """As it was kept, of a subject of this kind."""
        chosen = tuple((str(code), at_ms) for code, at_ms in facts["chosen"])
        return RejectDraft(chosen, facts["message"], facts["note"], kind)

    @property
    def problem(self) -> str | None:
        """Why it cannot be sent (codes of `contract.reasons.problem_with`), or None."""
        return problem_with(self.codes, self.message, self.kind)

    @property
    def needs_message(self) -> bool:
        """Whether a reason asks for words of one's own."""
        return any(reason(code).needs_message for code in self.codes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.chosen or self.message.strip() or self.note.strip())

    def sms(self, title: str) -> str:
        """The notice that would be sent; empty where rejections are only seen among one's own applications."""
        if self.kind is Kind.MEMBERSHIP:
            return ""
        notice = registration_notice if self.kind is Kind.REGISTRATION else work_notice
        return notice(title, Verdict.REJECT, self.codes, self.message)

    def sms_parts(self, title: str) -> int:
        """How many messages that notice is billed as."""
        return sms_parts(self.sms(title))


def code_of_digit(digit: int, kind: Kind = Kind.WORK) -> str | None:
    """The reason behind a digit key 1–9."""
    return next((one.code for one in REASONS[kind] if one.key == digit), None)
