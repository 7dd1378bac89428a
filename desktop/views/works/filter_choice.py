"""Which works the queue shows, and in which order."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from contract.regions import REGIONS
from desktop.views.works.particulars import theme_label
from desktop.views.works.queue_rows import STATE_FILTERS, StateFilter


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen in the popup; None and "" mean all."""

    region: str | None = None
    theme: str | None = None
    state: StateFilter = ""
    sort: str = "oldest"

    @property
    def active(self) -> int:
        """How many filters are set; the order is not one."""
        return sum((self.region is not None, self.theme is not None, bool(self.state)))

    def words(self) -> str:
        """The set filters for “筛选“山东赛区”仍在生效”."""
        parts = []
        if self.region:
            parts.append(REGIONS.get(self.region, self.region))
        if self.theme:
            parts.append(theme_label(self.theme))
        if self.state:
            parts.append(QCoreApplication.translate("QueueRows", STATE_FILTERS[self.state]))
        return " · ".join(parts)
