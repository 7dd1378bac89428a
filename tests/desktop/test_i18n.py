"""Both languages are complete: every text is collected, translated and used as Qt can find it.

`scripts/translations update` collects new texts into resources/i18n; then fill in what is "unfinished".
"""

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import PySide6
import pytest

from desktop.appearance import compile_translation

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "desktop").rglob("*.py"))
I18N = ROOT / "resources" / "i18n"
MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP"}
PLACES = re.compile(r"%n|\{\w*\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
SAME_IN_CHINESE = {"{0} · {1}", "{0}–{1}", "{0} / {1}"}
"""Texts without words."""


@dataclass(frozen=True)
class Entry:
    """One message of a .ts file."""

    context: str
    source: str
    comment: str
    texts: tuple[str, ...]
    finished: bool
    numerus: bool

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def entries(file: Path) -> dict[tuple[str, str, str], Entry]:
    """All messages of a .ts file."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = tuple(forms or [translation.text or ""])
            kind = translation.get("type", "")
            entry = Entry(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                texts,
                not kind,
                message.get("numerus") == "yes",
            )
            found[entry.key] = entry
    return found


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Entry]:
    """What lupdate finds in the sources now."""
    target = tmp_path_factory.mktemp("i18n") / "zh_CN.ts"
    lupdate = Path(PySide6.__file__).parent / "lupdate"
    sources = [str(source) for source in SOURCES]
    command = [str(lupdate), "-silent", "-locations", "none", *sources, "-ts", str(target)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert not done.stderr.strip(), done.stderr
    return entries(target)


def calls(tree: ast.AST) -> list[tuple[ast.Call, str]]:
    """Calls of tr, translate and the mark, with the name called."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in MARKS:
                found.append((node, name))
    return found


def test_every_text_is_in_the_file_and_translated(collected: dict[tuple[str, str, str], Entry]) -> None:
    known = entries(I18N / "zh_CN.ts")
    missing = [key for key in collected if key not in known]
    assert not missing, f"run scripts/translations update; new texts: {missing}"
    unfinished = [entry.key for entry in known.values() if not entry.finished or not all(entry.texts)]
    assert not unfinished, f"without Chinese: {unfinished}"
    stale = [key for key in known if key not in collected]
    assert not stale, f"run scripts/translations update; no longer used: {stale}"


def test_chinese_texts_are_chinese_and_keep_their_places() -> None:
    for entry in entries(I18N / "zh_CN.ts").values():
        for text in entry.texts:
            assert sorted(PLACES.findall(text)) == sorted(PLACES.findall(entry.source)), entry
            words = re.search(r"[A-Za-z]{3}", PLACES.sub("", entry.source))
            assert not words or HAN.search(text) or entry.source in SAME_IN_CHINESE, entry


def test_english_plurals_are_complete() -> None:
    plurals = {key for key, entry in entries(I18N / "zh_CN.ts").items() if entry.numerus}
    english = entries(I18N / "en.ts")
    assert set(english) == plurals
    for entry in english.values():
        assert entry.finished, entry
        assert len(entry.texts) == 2, entry
        assert all(entry.texts), entry


def test_numbers_outside_of_tr_are_written_for_one_and_many() -> None:
    """lupdate knows plurals in `tr` alone; in `translate` English has to do with “finding(s)”."""
    plain = [entry for entry in entries(I18N / "zh_CN.ts").values() if "%n" in entry.source and not entry.numerus]
    assert not [entry.key for entry in plain if "(s)" not in entry.source]


def test_english_sources_hold_no_chinese() -> None:
    assert not [entry.key for entry in entries(I18N / "zh_CN.ts").values() if HAN.search(entry.source)]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_translations_compile_without_a_complaint(language: str, tmp_path: Path) -> None:
    source = tmp_path / f"{language}.ts"
    shutil.copy(I18N / source.name, source)
    compile_translation(source, source.with_suffix(".qm"))
    assert source.with_suffix(".qm").stat().st_size > 100


def test_texts_are_written_as_lupdate_and_qt_find_them() -> None:
    wrong = []
    for source in SOURCES:
        tree = ast.parse(source.read_text("utf-8"))
        for call, name in calls(tree):
            arguments = call.args[:1] if name == "tr" else call.args[:2]
            for argument in arguments:
                if isinstance(argument, ast.JoinedStr):
                    wrong.append(f"{source.name}:{call.lineno} f-string in {name}")
                elif name == "tr" and not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    wrong.append(f"{source.name}:{call.lineno} no literal in tr")
                elif isinstance(argument, ast.BinOp):
                    wrong.append(f"{source.name}:{call.lineno} text put together in {name}")
    assert not wrong, "\n".join(wrong)


def test_tr_is_only_asked_of_self() -> None:
    """lupdate takes the class around the call as context; `other.tr(…)` would look in another one."""
    wrong = []
    for source in SOURCES:
        for call, name in calls(ast.parse(source.read_text("utf-8"))):
            of = call.func.value if isinstance(call.func, ast.Attribute) else None
            if name == "tr" and not (isinstance(of, ast.Name) and of.id == "self"):
                wrong.append(f"{source.name}:{call.lineno}")
    assert not wrong, "\n".join(wrong)


def test_no_label_is_given_english_past_the_translator() -> None:
    """Texts given straight to widgets would stay English in Chinese."""
    takers = {"label", "Button", "setText", "setToolTip", "setAccessibleName", "setWindowTitle", "setPlaceholderText",
              "EmptyState", "Banner", "Card", "addAction", "page_header", "ElidedLabel", "FactRow"}  # fmt: skip
    wrong = []
    for source in SOURCES:
        if "gallery" in source.name:
            continue
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in takers:
                continue
            for argument in node.args[:2]:
                text = argument.value if isinstance(argument, ast.Constant) else ""
                if isinstance(text, str) and re.search(r"[A-Z]?[a-z]{2,} [a-z]{2,}|^[A-Z][a-z]{3,}$", text):
                    wrong.append(f"{source.name}:{node.lineno} {text!r}")
    assert not wrong, "\n".join(wrong)
