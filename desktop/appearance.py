"""Language, theme and text size of the running desk."""

import logging
import sys
from pathlib import Path
from typing import Final, cast

import PySide6
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QProcess, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from desktop.paths import RESOURCES
from desktop.settings import LANGUAGE, TEXT_SIZE, TEXT_SIZES, THEME, Settings
from desktop.ui.theme import ThemeName, apply_theme, load_theme

I18N: Final = RESOURCES / "i18n"
LRELEASE_MS: Final = 30_000
log = logging.getLogger(__name__)


class Appearance(QObject):
    """Follows the settings; `screens_stale` tells the window to build its screens anew."""

    screens_stale = Signal()
    """Language or text size differ: texts and fixed heights are made when a screen is made."""

    def __init__(self, app: QApplication, settings: Settings, qm_folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._qm_folder = qm_folder
        self._translators: list[QTranslator] = []
        settings.changed.connect(self._setting_changed)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._install_language()
        self._apply_theme()

    @property
    def theme_name(self) -> ThemeName:
        """`light` or `dark`, as shown now."""
        chosen = self._settings.get(THEME)
        if chosen != "system":
            return cast(ThemeName, chosen)
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def step_text_size(self, steps: int) -> None:
        """One size up (1) or down (-1), or back to 100 % (0)."""
        if steps == 0:
            self._settings.set(TEXT_SIZE, 100)
            return
        now = self._settings.get(TEXT_SIZE)
        wanted = [size for size in TEXT_SIZES if (size > now if steps > 0 else size < now)]
        if wanted:
            self._settings.set(TEXT_SIZE, min(wanted) if steps > 0 else max(wanted))

    def leave(self) -> None:
        """Takes the translators off; another profile brings its own."""
        self._app.styleHints().colorSchemeChanged.disconnect(self._system_changed)
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []

    def _setting_changed(self, name: str) -> None:
        if name == LANGUAGE.name:
            self._install_language()
            self.screens_stale.emit()
        elif name == TEXT_SIZE.name:
            self._apply_theme()
            self.screens_stale.emit()
        elif name == THEME.name:
            self._apply_theme()

    def _system_changed(self) -> None:
        if self._settings.get(THEME) == "system":
            self._apply_theme()

    def _apply_theme(self) -> None:
        apply_theme(self._app, load_theme(self.theme_name), self._settings.get(TEXT_SIZE) / 100)

    def _install_language(self) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        language = self._settings.get(LANGUAGE)
        QLocale.setDefault(QLocale(language))
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        files = [qt_folder / f"qtbase_{language}.qm", built(language, self._qm_folder)]
        self._translators = [loaded for file in files if file and (loaded := _loaded(file))]
        for translator in self._translators:
            self._app.installTranslator(translator)


def built(language: str, folder: Path) -> Path | None:
    """The compiled translation: the one made at set-up, else compiled now into `folder`; None when that fails."""
    source = I18N / f"{language}.ts"
    for candidate in (source.with_suffix(".qm"), folder / f"{language}.qm"):
        if candidate.is_file() and candidate.stat().st_mtime >= source.stat().st_mtime:
            return candidate
    target = folder / f"{language}.qm"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        compile_translation(source, target)
    except OSError:
        log.exception("no translation for %s", language)
        return None
    return target


def compile_translation(source: Path, target: Path) -> None:
    """Makes `target` (.qm) from `source` (.ts) with Qt's lrelease; OSError when it cannot."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    process = QProcess()
    process.start(str(tool), ["-silent", str(source), "-qm", str(target)])
    if not process.waitForFinished(LRELEASE_MS) or process.exitCode():
        raise OSError(f"{tool.name}: {process.errorString()} {process.readAllStandardError().toStdString()}")


def _loaded(file: Path) -> QTranslator | None:
    translator = QTranslator()
    return translator if file.is_file() and translator.load(str(file)) else None
