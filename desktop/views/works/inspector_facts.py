"""Everything the inspector shows about one work, composed once when it comes on screen."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from contract.regions import short_region
from desktop.store.rows import WorkRow
from desktop.views.works.facts import Check, Finding, checks, file_text, findings
from desktop.views.works.particulars import HistoryText, history_line, organizations_text, theme_label
from desktop.views.works.words import moment_text


@dataclass(frozen=True, slots=True)
class InspectorFacts:
    """`fields` and `decisions` are (name, value) in order; the phone stands apart."""

    round_text: str
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    phone: str
    fields: tuple[tuple[str, str], ...]
    history: tuple[HistoryText, ...]
    decisions: tuple[tuple[str, str], ...] = ()

    def hints(self) -> dict[str, str]:
        """Reason code → the finding that speaks for it (文件检查 1)."""
        said = QCoreApplication.translate("Inspector", "File check {0}")
        found = enumerate(self.findings, 1)
        return {finding.reason: said.format(number) for number, finding in found if finding.reason}


def inspect(work: WorkRow) -> InspectorFacts:
    """The facts of a work's row."""
    author = " · ".join(part for part in (work.author_name, work.author_occupation) if part)
    place = QCoreApplication.translate("Inspector", "{0} ({1})").format(
        organizations_text(work.organizations), short_region(work.region)
    )
    fields = (
        (QCoreApplication.translate("Inspector", "Organization"), place),
        (QCoreApplication.translate("Inspector", "Theme"), theme_label(work.theme)),
        (QCoreApplication.translate("Inspector", "Sent"), moment_text(work.submitted_at)),
        (QCoreApplication.translate("Inspector", "File"), file_text(work)),
        (QCoreApplication.translate("Inspector", "About"), work.summary),
    )
    return InspectorFacts(
        round_text=QCoreApplication.translate("Inspector", "Submission {0}").format(work.round),
        findings=tuple(findings(work)),
        checks=tuple(checks(work)),
        phone=work.author_phone,
        fields=((QCoreApplication.translate("Inspector", "Author"), author), *(pair for pair in fields if pair[1])),
        history=tuple(
            history_line(line.at, line.kind, line.by, [(r.code, r.at_ms) for r in line.reasons], line.message)
            for line in sorted(work.history, key=lambda line: -line.at)
        ),
    )
