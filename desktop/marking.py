"""Qt's mark for texts that are translated where they are shown, with types (Qt's own stub answers `object`).

lupdate knows the mark by this name, so it must not be renamed.
The text comes out by QCoreApplication.translate(context, text).
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """`text` as it is; `context` is for lupdate alone."""
    return text
