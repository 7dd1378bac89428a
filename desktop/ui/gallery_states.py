"""Gallery pages: empty, failed and offline states, and the shell of the window."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.card import Box, Card, Panel, Tile, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import FactRow, label
from desktop.ui.marks import Skeleton
from desktop.ui.rail import Tab, TabRail
from desktop.ui.status_bar import StatusBar, StatusItem
from desktop.ui.switch import Switch
from desktop.ui.toast import ToastHost


def _boxed(title: str, *widgets: QWidget, well: bool = False) -> Box:
    box = Box("well" if well else "surface", "well" if well else "line")
    column = QVBoxLayout(box)
    column.setContentsMargins(1, 8, 1, 8)
    column.setSpacing(0)
    name = label(title, "meta2", well=well)
    name.setContentsMargins(12, 0, 0, 8)
    column.addWidget(name)
    for widget in widgets:
        column.addWidget(widget)
    if not any(isinstance(widget, EmptyState) for widget in widgets):
        column.addStretch()
    return box


def _conflict() -> Box:
    actions = QWidget()
    row = QHBoxLayout(actions)
    row.addWidget(Button("申请复核", key="1", size="small"))
    row.addWidget(Button("接受现行结果", key="2", size="small"))
    row.addWidget(Button("并排比较", "ghost", size="small"))
    row.addStretch()
    return _boxed(
        "冲突提示（检视栏顶部，不遮挡）",
        Banner("conflict", "审核员 0219 已在 13:40 通过这件作品", "你的驳回和理由已保留，没有覆盖对方结果。"),
        actions,
        Banner(
            "offline",
            "提交没有送达：服务器暂时不可用（503）",
            "决定已存入发件箱，60 秒后自动重试。",
            icon="outbox",
            actions=(Button("现在重试", "ghost", size="small"),),
        ),
        Banner("slow", "网络较慢：先发送决定，暂停下载视频"),
    )


def states_page() -> QWidget:
    """Empty, failed and offline."""
    page = Panel("window")
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setSpacing(12)
    again = (Button("再领一批", "primary", key="C"), Button("查看发件箱"))
    grid.addWidget(
        _boxed("队列为空", EmptyState("okc", "这一批审完了", "20 件都已决定，其中 3 条待发送。", again)), 0, 0
    )
    clear = (Button("清除筛选"), Button("清空搜索", "ghost", key="Esc"))
    line = "已查标题、组织和编号；筛选“山东赛区”仍在生效。"
    grid.addWidget(_boxed("搜索无结果", EmptyState("search", "没有找到“转炉工”", line, clear)), 0, 1)
    grid.addWidget(_boxed("读取中（静态骨架，不闪动）", Skeleton()), 0, 2)
    stay = (Button("下一件可审的", "well", key="N"), Button("留在这里", "well_ghost"))
    line = "联网后排在第 1 个下载。另有 7 件可以现在审。"
    gap = EmptyState("cloudoff", "这件作品还没下载到本机", line, stay, well=True)
    grid.addWidget(_boxed("离线，视频未缓存", gap, well=True), 1, 0)
    retry = (Button("换软件解码", "well"), Button("重新下载", "well_ghost"), Button("驳回…", "well_ghost", key="R"))
    line = "播放位置和标记已保留，可换软件解码再试。"
    broken = EmptyState("warn", "视频在 0:38 之后无法解码", line, retry, well=True)
    grid.addWidget(_boxed("解码失败", broken, well=True), 1, 1)
    sign_in = (Button("重新登录", "primary"), Button("先离线工作"))
    line = "5 个决定仍在发件箱，登录后继续发送，不需要重做。"
    grid.addWidget(_boxed("登录已过期", EmptyState("lock", "登录已过期，请重新登录", line, sign_in)), 1, 2)
    grid.addWidget(_conflict(), 2, 0)
    facts = QWidget()
    rows = QVBoxLayout(facts)
    for name, value in (("作者", "周*明 · 转炉炼钢工"), ("组织", "鲁源钢铁二炼钢厂工会（山东赛区）"),
                        ("文件", "MP4 · 1920×1080 · 25 帧/秒")):  # fmt: skip
        rows.addWidget(FactRow(name, value))
    grid.addWidget(_boxed("作品资料", facts), 2, 1)
    full = (Button("清理已送达的视频", icon="trash"), Button("调大上限", "ghost"))
    line = "已缓存的 7 件不受影响，决定照常发送。"
    grid.addWidget(_boxed("缓存空间不足", EmptyState("disk", "缓存只剩 120 MB，暂停下载", line, full)), 2, 2)
    page.resize(1440, 900)
    return page


_TABS = (
    ("home", "工作台", "home", 0), ("works", "作品审核", "works", 14), ("orgs", "组织审核", "org", 37),
    ("members", "成员审核", "members", 136), ("boards", "排行榜", "rank", 1), ("sync", "同步中心", "sync", 6),
    ("settings", "设置", "settings", 0),
)  # fmt: skip


def _rail() -> TabRail:
    rail = TabRail()
    rail.set_tabs(tuple(Tab(tab_id, name, icon) for tab_id, name, icon, _count in _TABS))
    for tab_id, _name, _icon, count in _TABS:
        rail.set_count(tab_id, count)
    rail.set_current("sync")
    rail.set_person("审", "审核员 0327")
    return rail


def _status() -> StatusBar:
    bar = StatusBar()
    bar.set_item("network", StatusItem("网络慢", "wifi", "warn", "warnBg", strong=True))
    bar.set_item("synced", StatusItem("上次同步 14:32", "cloudok"))
    bar.set_item("outbox", StatusItem("发件箱 5", "outbox"))
    bar.set_item("conflicts", StatusItem("冲突 1", "conflict", "conflict"))
    bar.set_item("claim", StatusItem("领取批次 1:42:18 后到期", "pend"))
    bar.set_item("cache", StatusItem("缓存 1.1 / 4.0 GB", "disk", fraction=0.28))
    bar.set_item("commands", StatusItem("命令", cap="Ctrl K"))
    bar.set_item("keys", StatusItem("快捷键", cap="?"))
    return bar


def _tiles() -> QHBoxLayout:
    tiles = QHBoxLayout()
    tiles.setContentsMargins(16, 16, 16, 12)
    tiles.setSpacing(12)
    for icon, token, name, value, text in (
        ("wifi", "ok", "网络", "在线 · 较慢", "420 KB/s · 往返 310 毫秒"),
        ("outbox", "text2", "发件箱", "5 条待发送", "1 条发送中 · 1 条将重试"),
        ("conflict", "conflict", "冲突", "1 条待处理", "你的决定已保留，不会自动覆盖"),
        ("disk", "text2", "缓存", "1.1 / 4.0 GB", "可离线审 7 件 · 约 13 分钟"),
    ):
        tile = Tile(icon, name, icon_ink=token)
        tile.set_value(value, text)
        tiles.addWidget(tile)
    return tiles


def shell_page() -> QWidget:
    """Rail, page header, tiles, cards, toast and status bar."""
    page = Panel("window")
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    body = QHBoxLayout()
    body.setSpacing(0)
    body.addWidget(_rail())
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    keep = Switch("保持离线", label_first=True)
    actions = (keep, Button("全部暂停", icon="pause"), Button("立即同步", "primary", icon="sync", key="F5"))
    line = label("14:31 恢复连接，离线期间的 7 个决定正在发送，没有丢失", "meta2")
    column.addWidget(page_header("同步中心", line, actions=actions))
    column.addLayout(_tiles())
    retry = Button("重试失败项", icon="refresh", size="small")
    card = Card("发件箱", "按先后发送，未发送前可撤销", actions=(retry,), padding=16)
    frame = QHBoxLayout()
    frame.setContentsMargins(16, 0, 16, 16)
    frame.addWidget(card)
    column.addLayout(frame, 1)
    body.addWidget(content, 1)
    outer.addLayout(body, 1)
    outer.addWidget(_status())
    page.resize(1440, 900)
    host = ToastHost(content)
    host.show_toast("已通过《把电送到最后一户》，待同步", icon="okc", action="撤销", key="Z")
    return page
