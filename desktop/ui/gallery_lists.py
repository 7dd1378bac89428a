"""Gallery pages: queue, table, palette, keys, viewer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.card import Panel
from desktop.ui.fields import SearchField
from desktop.ui.key_overlay import KeyGroup, KeyOverlay
from desktop.ui.palette import Command, CommandPalette
from desktop.ui.queue_delegate import MediaRow
from desktop.ui.queue_list import MediaList, MediaModel
from desktop.ui.segments import Segment, Segments
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Action, Cell, TableRow
from desktop.ui.timeline import Marker, Timeline
from desktop.ui.transport import Transport


def _picture(key: str) -> QPixmap | None:
    if key == "none":
        return None
    picture = QPixmap(320, 180)
    shade = QLinearGradient(0, 0, 320, 180)
    shade.setColorAt(0, QColor.fromHsv(hash(key) % 360, 120, 70))
    shade.setColorAt(1, QColor.fromHsv((hash(key) + 60) % 360, 160, 200))
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), shade)
    painter.end()
    return picture


def _row(
    place: str, title: str, line2: str, duration: str, notes: int, state: str, share: float | None = None
) -> MediaRow:
    return MediaRow(
        place,
        title,
        line2,
        duration,
        thumb="none" if place == "7" else place,
        note=f"{notes} 项提示" if notes else "预检无提示",
        note_icon="warn" if notes else "check",
        note_ink="warn" if notes else "text3",
        short_note=str(notes) if notes else "",
        state=state,
        state_icon="disk" if state == "已缓存" else "",
        progress=share,
        dimmed=state == "未缓存",
    )


_ROWS = (
    _row("1", "炉火映初心：我在转炉旁的二十年", "山东 · 鲁源钢铁二炼钢厂", "1:56", 3, "已缓存"),
    _row("2", "0.01 毫米的坚持", "河南 · 渭川精密机床三车间", "1:48", 0, "已缓存"),
    _row("3", "三尺讲台外的第一课", "山东 · 南屏中心小学", "1:59", 1, "已缓存"),
    _row("4", "高空之上看城市", "河南 · 中原建工七分公司", "1:29", 2, "62%", 0.62),
    _row("5", "分拣线上的新代码", "河南 · 湘中分拨中心", "1:51", 0, "排队中"),
    _row("6", "我与第 1000 列车", "河南 · 中州机务段运用车间", "1:37", 0, "未缓存"),
    _row("7", "把电送到最后一户", "山东 · 云岭县供电所", "1:52", 0, "已缓存"),
)


def _queue(compact: bool) -> QWidget:
    side = Panel()
    side.setFixedWidth(256 if compact else 304)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 12, 0, 0)
    head = QVBoxLayout()
    head.setContentsMargins(16, 0, 16, 0)
    head.addWidget(SearchField("搜索标题、组织"))
    head.addWidget(
        Segments((Segment("a", "待审", 14), Segment("b", "已决定", 5), Segment("c", "冲突", 1, "conflict", "conflict")))
    )
    column.addLayout(head)
    model = MediaModel()
    queue = MediaList(model, _picture)
    model.setParent(queue)
    model.set_rows(_ROWS)
    queue.set_compact(compact)
    queue.select("1")
    column.addWidget(queue)
    return side


def _table() -> TableView:
    columns = (
        Column("check", "", 40), Column("who", "申请人 · 组织", 120, flex=1), Column("state", "审核状态", 116),
        Column("bar", "进度", 140), Column("row", "行状态", 100, flex=0.5), Column("act", "操作", 132),
    )  # fmt: skip
    model = TableModel(columns)
    both = (Action("ok", "通过", "ok"), Action("no", "驳回…", "no"))
    rows = [
        ("刘*燕 · 制动系统分工会", ("pending", "待审核"), 0.62, "常态", False, both),
        ("陈*华 · 转向架分工会", ("pending", "待审核"), 1.0, "悬停", False, both),
        ("赵* · 检修中心分工会名字很长很长很长很长很长很长", ("pending", "待审核"), None, "当前行", False, both),
        ("王*霞 · 总装车间分工会", ("pending", "待审核"), None, "已勾选", True, both),
        ("黄*军 · 物流保障分工会", ("queued", "待同步"), None, "发件箱中", None, (Action("undo", "撤销"),)),
        ("吴*强 · 江城轨道装备", ("conflict", "冲突"), None, "冲突", None, (Action("see", "查看冲突"),)),
        ("孙*平 · 制动系统分工会", ("no", "已驳回"), None, "已决定", None, (Action("more", "详情"),)),
    ]
    model.set_rows([
        TableRow(name, (Cell(checked=check), Cell(name, strong=chip[0] == "pending"), Cell(chip[1], chip=chip[0]),
                        Cell("" if share is None else f"{share:.0%}", fraction=share, ink="text2", small=True),
                        Cell(state, ink="text2", small=True), Cell(actions=actions)))
        for name, chip, share, state, check, actions in rows
    ])  # fmt: skip
    view = TableView(model)
    model.setParent(view)
    view.setCurrentIndex(model.index(2, 0))
    view.hovered = 1
    return view


def lists_page() -> QWidget:
    """Queue rows in both sizes, a table, the palette over them."""
    page = Panel("window")
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 16, 0)
    row.setSpacing(16)
    row.addWidget(_queue(False))
    row.addWidget(_queue(True))
    column = QVBoxLayout()
    column.setContentsMargins(0, 16, 0, 16)
    column.addWidget(_table())
    below = QWidget()
    column.addWidget(below, 1)
    row.addLayout(column, 1)
    page.resize(1440, 900)
    below.resize(800, 480)
    palette = CommandPalette(below)
    group = "命令"
    palette.show_commands([
        Command("sync", "立即同步", group, "sync", "F5", lambda: None),
        Command("open", "打开同步中心", group, "sync", "Ctrl 6", lambda: None),
        Command("pause", "暂停全部下载", group, "pause", "", lambda: None),
        Command("offline", "保持离线", group, "cloudoff", "", lambda: None),
        Command("work", "我与第 1000 列车", "作品", "works", "", lambda: None, note="批次 1021-07"),
    ])  # fmt: skip
    return page


def viewer_page() -> QWidget:
    """Transport and timelines of one, two and three rows; an overlong video; the key sheet below."""
    page = Panel("well")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    transport = Transport()
    transport.set_times(47_120, 116_000)
    transport.set_playing(True)
    transport.set_volume(70, False)
    column.addWidget(transport)
    for rows, duration, at in ((3, 116_000, 47_120), (2, 98_400, 20_000), (1, 116_000, 60_000), (2, 125_300, 123_000)):
        line = Timeline()
        line.set_media(duration, (Marker(72_000),))
        line.set_rows(rows, compact=rows == 2)  # type: ignore[arg-type]
        line.set_position(at)
        line.set_loop(28_000, 44_000 if rows == 3 else None)
        column.addWidget(line)
    below = QWidget()
    column.addWidget(below, 1)
    page.resize(900, 1100)
    below.resize(900, 440)
    sheet = KeyOverlay(below)
    decide = (
        ("A", "通过"),
        ("R", "驳回"),
        ("S", "跳过"),
        ("Z", "撤销上一个（仍在发件箱时）"),
        ("N / P", "下一件、上一件"),
    )
    player = (
        ("Space", "播放或暂停"),
        ("J / K / L", "倒退、暂停、前进"),
        ("← / →", "1 秒"),
        ("Shift ← / Shift →", "5 秒"),
    )
    everywhere = (("Ctrl K", "命令面板"),)
    sheet.show_groups((KeyGroup("决定", decide), KeyGroup("播放", player), KeyGroup("各处", everywhere)))
    sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return page
