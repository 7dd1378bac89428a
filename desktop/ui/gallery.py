"""Pictures of all components in both themes: python -m desktop.ui.gallery OUT_DIR."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFocusFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.button import Button, Kind
from desktop.ui.card import Panel
from desktop.ui.dialogs import ConfirmDialog
from desktop.ui.dropdown import Dropdown
from desktop.ui.fields import LabeledField, PasswordField, SearchField, TextField
from desktop.ui.gallery_lists import lists_page, viewer_page
from desktop.ui.gallery_states import shell_page, states_page
from desktop.ui.labels import Role, label
from desktop.ui.marks import HistoryBar, KeyCap, ProgressBar, Span, StatusChip
from desktop.ui.segments import Segment, Segments
from desktop.ui.switch import Switch
from desktop.ui.theme import ThemeName, apply_theme, load_theme
from desktop.ui.toast import Toast

_KINDS: tuple[tuple[Kind, str, str], ...] = (
    ("primary", "主要", "发布"),
    ("secondary", "次要", "导出"),
    ("ghost", "轻", "详情"),
    ("approve", "通过", "通过"),
    ("reject", "驳回", "驳回…"),
    ("reject_filled", "确认", "归还"),
)


def _row(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _buttons() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    for line, (kind, name, text) in enumerate(_KINDS):
        grid.addWidget(label(name, "meta2"), line, 0)
        for column, state in enumerate(("", "hover", "down", "focus", "off"), 1):
            button = Button(text, kind)
            button.setMinimumWidth(66)
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "hover")
            button.setDown(state == "down")
            button.setEnabled(state != "off")
            button.setProperty("ring", state == "focus")
            grid.addWidget(button, line, column)
    return grid


def _choices() -> QVBoxLayout:
    column = QVBoxLayout()
    off, on, mixed, radio = QCheckBox("未选"), QCheckBox("已选"), QCheckBox("部分"), QRadioButton("单选")
    on.setChecked(True)
    mixed.setTristate(True)
    mixed.setCheckState(Qt.CheckState.PartiallyChecked)
    radio.setChecked(True)
    switch = Switch("开")
    switch.setChecked(True)
    column.addLayout(_row(off, on, mixed, radio, switch, Switch("关"), spacing=16))
    column.addLayout(
        _row(Segments((Segment("all", "全部", 214), Segment("p", "待审核", 36), Segment("ok", "已通过", 165))))
    )
    drop = Dropdown(icon="server")
    drop.addItems(["desk.yunjiangshu.example"])
    quiet = Dropdown(quiet=True)
    quiet.addItems(["简体中文", "English"])
    column.addLayout(_row(drop, quiet))
    return column


def _fields() -> QGridLayout:
    grid = QGridLayout()
    focus, off, password = TextField(), TextField("停用"), PasswordField(large=True)
    focus.setText("输入中")
    focus.setProperty("ring", True)
    off.setEnabled(False)
    phone = TextField()
    phone.setText("138****00")
    wrong = LabeledField("手机号", phone)
    wrong.set_error("手机号少 2 位")
    password.setText("0123456789")
    grid.addWidget(SearchField("搜索"), 0, 0)
    grid.addWidget(focus, 0, 1)
    grid.addWidget(wrong, 1, 0)
    grid.addWidget(LabeledField("停用的输入", off), 1, 1, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(LabeledField("密码", password, aside=Button("忘记密码", "link", size="small")), 2, 0, 1, 2)
    return grid


def _chips() -> QVBoxLayout:
    column = QVBoxLayout()
    first = [("pending", "待审核"), ("ok", "已通过"), ("no", "已驳回"), ("conflict", "冲突"), ("offline", "离线")]
    second = [("queued", "待同步"), ("warn", "疑似水印"), ("info", "相似片段"), ("plain", "第 2 次提交")]
    column.addLayout(_row(*(StatusChip(kind, text) for kind, text in first), spacing=6))
    column.addLayout(_row(*(StatusChip(kind, text) for kind, text in second), spacing=6))
    return column


def _left() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for title, part in (
        ("按钮：常态 · 悬停 · 按下 · 焦点 · 停用", _buttons()),
        ("状态标记：底色 + 字形 + 文字", _chips()),
        ("输入与选择", _fields()),
    ):
        column.addWidget(label(title, "meta2"))
        column.addLayout(part)
    column.addLayout(_choices())
    busy, small = Button("立即同步", "primary", icon="sync", key="F5"), Button("再领一批", size="small", key="C")
    busy.set_busy(True, "正在同步…")
    column.addLayout(_row(Button("立即同步", "primary", icon="sync", key="F5"), busy, small))
    column.addLayout(_row(*(KeyCap(text) for text in ("A", "Ctrl", "K", "Enter"))))
    column.addStretch()
    return column


def _right() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(label("提示条", "meta2"))
    for text, icon, action, key in (
        ("已通过《把电送到最后一户》，待同步", "okc", "撤销", "Z"),
        ("网络断开，改为离线工作；已缓存 7 件", "cloudoff", "知道了", ""),
    ):
        column.addWidget(Toast(text, icon, action, None, key))
    column.addWidget(label("对话框：默认焦点在安全选项", "meta2"))
    text = "已作的 6 个决定会保留并照常发送。归还后，其他审核员可以领取这 14 件。"
    dialog = ConfirmDialog(None, "归还未审的 14 件？", text, "不归还", "归还 14 件", destructive=True)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.safe.setProperty("ring", True)
    column.addWidget(dialog)
    column.addWidget(label("决定", "meta2"))
    decide = QHBoxLayout()
    decide.addWidget(Button("通过", "approve", icon="check", key="A", size="decision"))
    decide.addWidget(Button("驳回…", "reject", icon="x", key="R", size="decision"))
    decide.addWidget(Button("确认驳回", "reject_filled", icon="x", key="Enter", size="decision"))
    column.addLayout(decide)
    column.addWidget(label("进度与网络", "meta2"))
    column.addWidget(ProgressBar(0.62, "running"))
    column.addWidget(ProgressBar(1, "done"))
    history = HistoryBar()
    spans = Span("online", 0.23), Span("offline", 0.31), Span("slow", 0.16), Span("online", 0.3)
    history.set_spans(spans, ("12:30", "13:10", "13:50", "14:32"))
    column.addWidget(history)
    roles: tuple[tuple[Role, str], ...] = (
        ("hero", "页面主标题"),
        ("page", "标签页标题"),
        ("title", "对象标题"),
        ("body", "正文与控件"),
        ("meta", "次要说明"),
    )
    for role, text in roles:
        column.addWidget(label(text, role))
    column.addStretch()
    return column


def components_page() -> QWidget:
    """Basic widgets."""
    page = Panel("window")
    row = QHBoxLayout(page)
    row.setContentsMargins(24, 24, 24, 24)
    row.setSpacing(32)
    row.addLayout(_left())
    row.addLayout(_right(), 1)
    page.resize(1000, 900)
    return page


_PAGES: dict[str, Callable[[], QWidget]] = {
    "components": components_page,
    "states": states_page,
    "shell": shell_page,
    "lists": lists_page,
    "viewer": viewer_page,
}


def _grab(build: Callable[[], QWidget], path: Path) -> None:
    page = build()
    page.show()
    QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        if widget.property("ring"):
            frame = QFocusFrame(widget.parentWidget())
            frame.setWidget(widget)
            frame.show()
    QApplication.processEvents()
    page.grab().save(str(path))
    page.close()
    page.deleteLater()


def main() -> int:
    """Write NAME-light.png and NAME-dark.png for each page; optional names choose pages."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    app = QApplication([])
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    names: tuple[ThemeName, ...] = ("light", "dark")
    for name in names:
        apply_theme(app, load_theme(name))
        for page, build in _PAGES.items():
            if page in sys.argv[2:] or not sys.argv[2:]:
                _grab(build, out / f"{page}-{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
