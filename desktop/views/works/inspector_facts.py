"""Everything the inspector shows about one work, composed once when it comes on screen."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.regions import short_region
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.store.rows import WorkRow
from desktop.ui.painting import text_width
from desktop.ui.theme import load_theme
from desktop.views.works.facts import Check, Finding, checks, file_text, findings
from desktop.views.works.field_list import NAME_WIDTH
from desktop.views.works.particulars import HistoryText, history_line, organizations_text, theme_label
from desktop.views.works.words import moment_text

_NAMES: Final = (
    QT_TRANSLATE_NOOP("Inspector", "Organization"),
    QT_TRANSLATE_NOOP("Inspector", "Theme"),
    QT_TRANSLATE_NOOP("Inspector", "Sent"),
    QT_TRANSLATE_NOOP("Inspector", "File"),
    QT_TRANSLATE_NOOP("Inspector", "About"),
    QT_TRANSLATE_NOOP("Inspector", "Author"),
)


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


def names_width() -> int:
    """Room for the longest name of a field in the language of the screen, px before the user's text size."""
    names = [QCoreApplication.translate("Inspector", name) for name in _NAMES]
    font = load_theme("light").font()
    return max(NAME_WIDTH, *(round(text_width(font, name)) + 10 for name in names))


def inspect(work: WorkRow) -> InspectorFacts:
    """The facts of a work's row."""
    author = " · ".join(part for part in (work.author_name, work.author_occupation) if part)
    place = QCoreApplication.translate("Inspector", "{0} ({1})").format(
        organizations_text(work.organizations), short_region(work.region)
    )
    organization, theme, sent, file, about, by = (QCoreApplication.translate("Inspector", name) for name in _NAMES)
    fields = (
        (by, author),
        (organization, place),
        (theme, theme_label(work.theme)),
        (sent, moment_text(work.submitted_at)),
        (file, file_text(work)),
        (about, work.summary),
    )
    return InspectorFacts(
        round_text=QCoreApplication.translate("Inspector", "Submission {0}").format(work.round),
        findings=tuple(findings(work)),
        checks=tuple(checks(work)),
        phone=work.author_phone,
        fields=tuple(pair for pair in fields if pair[1] or pair[0] == by),
        history=tuple(
            history_line(line.at, line.kind, line.by, [(r.code, r.at_ms) for r in line.reasons], line.message)
            for line in sorted(work.history, key=lambda line: -line.at)
        ),
    )
