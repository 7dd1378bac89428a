"""证明材料: tabs of files, the viewer, and below it what an archive contains."""

from typing import Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.context import AppContext
from desktop.operations import media
from desktop.store.registrations import ProofFile, RegistrationRow
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.document_view import DocumentView
from desktop.ui.tabs import Tab, Tabs
from desktop.views.organizations.archive_list import ArchiveList
from desktop.views.organizations.papers import Answer, Page, Papers, image_of
from desktop.views.organizations.refusals import archive_line, refusal
from inspection.documents.looking import MAX_SIDE, DocumentFacts, Picture, Refused

ICONS: Final = {"jpeg": "image", "png": "image", "pdf": "pdf", "zip": "zip"}


class Evidence(Panel):
    """Shows the papers of one registration. A file that is not here yet appears when its download ends."""

    full_wanted = Signal()

    def __init__(self, context: AppContext, papers: Papers, parent: QObject | None = None) -> None:
        super().__init__("well")
        self._context, self._papers = context, papers
        self._files: dict[str, ProofFile] = {}
        self._registration = ""
        self._page: Page | None = None
        self._missing = False
        self._said: tuple[str, ...] = ()
        self._compact = False
        self._listed = ""
        self.tabs = Tabs()
        self.view = DocumentView()
        self.archive = ArchiveList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.view, 1)
        column.addWidget(self.archive)
        self.setAccessibleName(self.tr("Proof"))
        self.tabs.changed.connect(self._open_file)
        self.archive.opened.connect(self._open_entry)
        self.view.page_wanted.connect(self._turn_to)
        self.view.sharper_wanted.connect(self._sharpen)
        self.view.full_wanted.connect(self.full_wanted)
        context.changes.changed.connect(self._on_changes)
        self.show_registration(None)

    def show_registration(self, row: RegistrationRow | None) -> None:
        """The papers of another one from the first; of the same one only what is new."""
        files = {file.id: file for file in row.documents} if row else {}
        same = row is not None and row.id == self._registration
        if same and files == self._files:
            return
        self._registration, self._files = row.id if row else "", files
        shown = self.tabs.current() if same else ""
        self.tabs.set_tabs(())
        self.tabs.set_tabs(tuple(Tab(file.id, file.name, ICONS[file.kind]) for file in files.values()))
        self.tabs.set_current(shown)
        self._listed = ""
        self.archive.hide()
        if files:
            self._open_file(self.tabs.current())
            self._list_archive()
        elif row is not None:
            self.view.show_message("page", self.tr("No proof was sent in"))
        else:
            self.view.show_message("page", self.tr("Choose a registration"))

    def set_compact(self, compact: bool) -> None:
        """In a small window the listing is there only while its archive is chosen."""
        self._compact = compact
        self._show_archive()

    def next_file(self) -> None:
        """Ctrl+Tab."""
        self.tabs.step(1)

    def _open_file(self, id: str) -> None:
        file = self._files[id]
        self._show_archive()
        if file.kind == "zip":
            self._page = None
            self.view.show_loading()
            self._papers.look(id, lambda facts: self._archive_looked_at(id, facts))
        else:
            self._open(Page(id))

    def _open_entry(self, index: int) -> None:
        self.tabs.set_current(self._listed)
        self._open(Page(self._listed, index))

    def _turn_to(self, number: int) -> None:
        if self._page is not None:
            self._open(self._page._replace(page=number))

    def _open(self, page: Page) -> None:
        self._page = page
        self.view.show_loading()
        self._papers.draw(page, lambda answer: self._show(page, answer))

    def _sharpen(self, side: int) -> None:
        page = self._page
        if page is not None:
            self._papers.draw_sharper(page, side, lambda answer: self._show_sharper(page, answer))

    def _show(self, page: Page, answer: Answer) -> None:
        if page != self._page:
            return
        if isinstance(answer, Refused):
            self._refuse(page.media_id, answer)
            return
        self._missing = False
        full = QSize(answer.full_width, answer.full_height)
        most = MAX_SIDE if self._grows(page) else min(MAX_SIDE, max(full.width(), full.height()))
        self.view.show_picture(image_of(answer), full, most, page.page, answer.pages)

    def _show_sharper(self, page: Page, answer: Answer) -> None:
        if page == self._page and isinstance(answer, Picture):
            self.view.show_sharper(image_of(answer))

    def _grows(self, page: Page) -> bool:
        """Pages of a PDF are drawn at any size, pictures only at theirs."""
        return self._files[page.media_id].kind == "pdf" or page.entry is not None

    def _refuse(self, id: str, refused: Refused) -> None:
        self._missing = refused.code == "missing"
        if self._missing:
            self._say_missing(id)
        else:
            self.view.show_message("warn", *refusal(refused.code))

    def _say_missing(self, id: str) -> None:
        """Not on this computer: why, and what happens about it."""
        state, network = self._context.media.state_of(id), self._context.sync.network
        percent = self._context.prefetch.percent(id)
        said = id, state, network.kind, str(percent)
        if said == self._said and self.view.message:
            return
        self._said = said
        if state == "failed":
            again = Button(self.tr("Try again"), icon="refresh")
            again.clicked.connect(lambda: media.retry(self._context, id))
            line = self.tr("It is tried again with the next sync as well.")
            self.view.show_message("warn", self.tr("The file could not be downloaded"), line, (again,))
        elif network.reachable:
            line = self.tr("{0} % are here").format(percent) if percent else self.tr("It appears by itself.")
            self.view.show_message("download", self.tr("The file is being downloaded"), line)
        else:
            line = self.tr("It is downloaded when there is a network again.")
            self.view.show_message("cloudoff", self.tr("Offline, and the file is not on this computer"), line)

    def _archive_looked_at(self, id: str, facts: DocumentFacts | Refused) -> None:
        if self.tabs.current() != id or self._page is not None:
            return
        if isinstance(facts, Refused):
            self._refuse(id, facts)
            return
        self._missing = False
        self._list(id, facts)
        self.view.show_message("zip", self._files[id].name, archive_line(facts.problem))

    def _list_archive(self) -> None:
        """The listing of the first archive stands below from the start."""
        first = next((file.id for file in self._files.values() if file.kind == "zip"), "")
        if first and not self._listed:
            wanted = self._registration
            self._papers.look(first, lambda facts: self._list(first, facts) if wanted == self._registration else None)

    def _list(self, id: str, facts: DocumentFacts | Refused) -> None:
        if isinstance(facts, DocumentFacts) and id in self._files:
            self._listed = id
            self.archive.show_archive(self._files[id].name, facts)
            self._show_archive()

    def _show_archive(self) -> None:
        current = self._files.get(self.tabs.current())
        chosen = current is not None and current.id == self._listed
        other = current is not None and current.kind == "zip" and not chosen
        self.archive.setVisible(bool(self._listed) and not other and (chosen or not self._compact))

    def _on_changes(self, topics: frozenset[str]) -> None:
        """What was missing may be here now, or its download further on."""
        if not topics & {"media", "network"}:
            return
        if self._missing and self.tabs.current() in self._files:
            id = self.tabs.current()
            if self._context.media.path_of(id) is not None:
                self._missing = False
                self._open_file(id)
            else:
                self._say_missing(id)
        if not self._listed:
            self._list_archive()
