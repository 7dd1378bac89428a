"""Typed settings in an INI file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from desktop import settings as keys
from desktop.settings import TEXT_SIZE, THEME, Key, Settings
from desktop.views.settings_page.rows import SettingChoice


def all_keys() -> list[Key[object]]:
    return [value for value in vars(keys).values() if isinstance(value, Key)]


def test_every_default_is_valid_and_names_are_unique(settings: Settings) -> None:
    assert len({key.name for key in all_keys()}) == len(all_keys()) > 10
    for key in all_keys():
        assert key.valid(key.default), key.name
        assert settings.get(key) == key.default


def test_values_survive_a_restart_with_their_type(qtbot: QtBot, tmp_path: Path) -> None:
    values: list[tuple[Key[object], object]] = [
        (keys.SPEED, 1.5), (keys.VOLUME, 35), (keys.AUTO_ADVANCE, False), (keys.LANGUAGE, "en"),
        (keys.SERVERS, ("https://a.example", "https://b.example")), (keys.LAST_PERSON, ("只有一个",)),
        (keys.for_role(keys.GEOMETRY, "moderator"), QByteArray(b"\x00\xffgeo")),
    ]  # fmt: skip
    first = Settings(tmp_path / "s.ini")
    for key, value in values:
        first.set(key, value)
    first.flush()
    second = Settings(tmp_path / "s.ini")
    for key, value in values:
        assert (second.get(key), type(second.get(key))) == (value, type(value)), key.name
    assert second.get(keys.for_role(keys.GEOMETRY, "platform_admin")) == QByteArray()


def test_a_damaged_value_counts_as_default(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    file.write_text("[playback]\nspeed=fast\nvolume=900\nauto_advance=perhaps\n[look]\nlanguage=xx\n", "utf-8")
    damaged = Settings(file)
    assert [damaged.get(key) for key in (keys.SPEED, keys.VOLUME, keys.AUTO_ADVANCE, keys.LANGUAGE)] == [
        1.0,
        80,
        True,
        "zh_CN",
    ]


def test_set_tells_once_and_refuses_the_impossible(qtbot: QtBot, settings: Settings) -> None:
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set(keys.VOLUME, 10)
    settings.set(keys.VOLUME, 10)
    assert told == [keys.VOLUME.name]
    with pytest.raises(ValueError, match="volume"):
        settings.set(keys.VOLUME, 101)
    assert settings.get(keys.VOLUME) == 10


def test_a_choice_follows_its_setting(qtbot: QtBot, settings: Settings) -> None:
    box = SettingChoice(settings, THEME, [("system", "S"), ("light", "L"), ("dark", "D")])
    qtbot.addWidget(box)
    assert box.currentText() == "S"
    settings.set(THEME, "dark")
    assert box.currentText() == "D"
    settings.set(TEXT_SIZE, 110)
    assert box.currentText() == "D"
    box.activated.emit(1)
    assert settings.get(THEME) == "light"
    assert box.currentText() == "L"
