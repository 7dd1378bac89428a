"""Sentences about what was decided and how it ended."""

from PySide6.QtCore import QCoreApplication

from desktop.views.members.deciding import Done, Result
from desktop.views.sync_centre.words import cause
from desktop.views.works.last_decision import verdict_text

SHOWN = 3


def last_words(last: Done) -> str:
    """通过 周*明, or 通过 200 人."""
    said = verdict_text(last.verdict, False)
    if len(last.decided) == 1:
        return QCoreApplication.translate("Members", "{0} {1}").format(said, last.decided[0][2])
    return QCoreApplication.translate("Members", "{0} {1} people").format(said, f"{len(last.decided):,}")


def result_words(last: Done, result: Result) -> str:
    """待同步 40 条 · 已送达 157 条 · 未通过 3 条：陈*华（已被撤回）…."""
    translate = QCoreApplication.translate
    parts = []
    if result.waiting:
        parts.append(translate("Members", "{0} to be sent").format(f"{result.waiting:,}"))
    if result.passed:
        parts.append(translate("Members", "{0} confirmed").format(f"{result.passed:,}"))
    if result.failed:
        told = [f"{name}（{cause(code)}）" for _id, name, code in result.failed[:SHOWN]]
        more = "…" if len(result.failed) > SHOWN else ""
        said = translate("Members", "{0} not applied: {1}")
        parts.append(said.format(f"{len(result.failed):,}", "、".join(told) + more))
    return " · ".join(parts)
