"""What the roles are called on screen."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.marking import QT_TRANSLATE_NOOP

ROLE_NAMES: Final = {
    "moderator": QT_TRANSLATE_NOOP("roles", "Moderator"),
    "platform_admin": QT_TRANSLATE_NOOP("roles", "Platform administrator"),
    "org_admin": QT_TRANSLATE_NOOP("roles", "Organization administrator"),
    "union_staff": QT_TRANSLATE_NOOP("roles", "Union staff"),
}


def role_name(role: str) -> str:
    """The role in the language of the screen; an unknown one as it is."""
    return QCoreApplication.translate("roles", ROLE_NAMES[role]) if role in ROLE_NAMES else role
