"""What the bulletin says of a week."""

from dataclasses import replace

import pytest

from contract.boards import BoardKind, HeatRule, Measure, Ranks
from contract.campaign import CAMPAIGN_START_MS, WEEK_MS
from desktop.bulletin import words
from desktop.bulletin.content import Bulletin, Section, bulletin_of
from desktop.ui.one_line import one_line
from tests.desktop.bulletin.weeks import DIGEST, board_of, boards_of, only, revised, unsealed

NOON_OF_WEEK_11 = CAMPAIGN_START_MS + 10 * WEEK_MS + 3 * 86_400_000 + 52_320_000


def section(bulletin: Bulletin, kind: BoardKind) -> Section:
    """The board of a kind."""
    return next(one for one in bulletin.sections if one.kind is kind)


def test_ten_lines_of_each_board_in_its_order() -> None:
    bulletin = bulletin_of(11, boards_of())
    assert [one.kind for one in bulletin.sections] == list(BoardKind)
    for one in bulletin.sections:
        assert [line.place for line in one.lines] == list(range(1, 11))
    assert section(bulletin, BoardKind.REGION).lines[0].name == "山东"


def test_movement_is_against_the_week_before() -> None:
    moves = [line.movement for line in section(bulletin_of(11, boards_of()), BoardKind.REGION).lines]
    assert moves == ["–", "↑3", "↓1", "新", "–", "–", "↑12", "↓4", "新", "–"]


def test_figures_are_sums_of_all_regions_not_of_the_ten_shown() -> None:
    board = board_of(BoardKind.REGION)
    now = sum(row.gain.likes for row in board.rows)
    before = sum(row.last.likes for row in board.rows if row.last)
    likes = bulletin_of(11, boards_of()).figures[1]
    assert (likes.name, likes.week) == ("点赞", f"{now:,}")
    assert likes.change == f"较上周 {(now - before) / before:+.1%}"
    assert likes.total == f"累计 {sum(row.total.likes for row in board.rows):,}"


def test_the_first_week_compares_with_nothing() -> None:
    bulletin = bulletin_of(1, boards_of(1))
    assert [figure.change for figure in bulletin.figures] == ["首周"] * 3
    assert {line.last for line in section(bulletin, BoardKind.REGION).lines} == {None}


def test_names_of_people_are_masked_everywhere() -> None:
    told = repr(bulletin_of(11, boards_of()))
    assert "周*明" in told
    assert not [name for name in ("周晓明", "欧阳建国", "买买提", "赵磊", "孙工") if name in told]


def test_the_measure_orders_the_boards() -> None:
    board = board_of(BoardKind.REGION)
    turned = [row._replace(ranks=row.ranks._replace(views=12 - place)) for place, row in enumerate(board.rows, 1)]
    bulletin = bulletin_of(11, {BoardKind.REGION: replace(board, rows=turned)}, Measure.VIEWS)
    first = section(bulletin, BoardKind.REGION).lines[0]
    assert (first.place, first.name, first.week) == (1, "内蒙古", board.rows[-1].gain.views)
    assert section(bulletin, BoardKind.REGION).about == "按播放 · 共 31 个赛区"


def test_works_and_persons_fall_back_to_heat() -> None:
    board = board_of(BoardKind.WORK)
    rows = [row._replace(ranks=Ranks(0, 0, 0, row.ranks.heat)) for row in board.rows]
    bulletin = bulletin_of(11, {BoardKind.WORK: replace(board, rows=rows)}, Measure.WORKS)
    assert section(bulletin, BoardKind.WORK).about == "按热度 · 共 9,310 件作品"
    assert len(section(bulletin, BoardKind.WORK).lines) == 10


def test_one_region_is_named_with_its_place_and_its_own_figures() -> None:
    bulletin = bulletin_of(11, only(boards_of(), "51"))
    own = board_of(BoardKind.REGION).rows[4]
    assert bulletin.scope == "四川省赛区"
    assert bulletin.figures[2].week == f"{own.gain.views:,}"
    assert section(bulletin, BoardKind.REGION).about == "四川第 5 名 · 按热度 · 共 31 个赛区"
    assert [line.name for line in section(bulletin, BoardKind.REGION).lines if line.own] == ["四川"]
    assert [line.place for line in section(bulletin, BoardKind.ORGANIZATION).lines] == [4]
    assert "名次为全国名次" in "".join(bulletin.notes)


def test_a_revision_says_why_and_the_first_sealing_does_not() -> None:
    assert bulletin_of(11, boards_of()).revised == ""
    assert bulletin_of(11, revised(boards_of(), 2, "剔除重复\n计入")).revised == "修订 2：剔除重复 计入"


def test_an_open_week_is_as_of_when_it_was_counted() -> None:
    bulletin = bulletin_of(11, unsealed(boards_of(), NOON_OF_WEEK_11))
    assert bulletin.unsealed
    assert bulletin.as_of == "数据截至北京时间 10 月 17 日 14:32"
    assert not bulletin_of(11, boards_of()).unsealed
    assert bulletin_of(11, boards_of()).as_of == "数据截至北京时间 10 月 20 日 24:00"


def test_one_open_board_leaves_the_week_open() -> None:
    boards = boards_of()
    boards[BoardKind.WORK] = replace(boards[BoardKind.WORK], seal=None)
    assert bulletin_of(11, boards).unsealed


def test_notes_tell_the_rule_and_a_short_digest() -> None:
    notes = "".join(bulletin_of(11, boards_of()).notes)
    assert "热度 = 点赞×10 + 收藏×5 + 分享×5 + 播放×1（规则第 1 版）" in notes
    assert DIGEST[:12] in notes
    assert DIGEST[:13] not in notes


def test_nothing_at_all_and_an_empty_board_are_no_data() -> None:
    assert not any(one.lines for one in bulletin_of(3, {}).sections)
    assert not bulletin_of(3, {}).unsealed
    empty = replace(board_of(BoardKind.REGION), rows=[], ranked=0)
    assert bulletin_of(11, {BoardKind.REGION: empty}).figures == []


def test_the_last_week_ends_on_saturday() -> None:
    assert words.dates(17) == "2024 年 11 月 25 日（周一）至 30 日（周六）共 6 天"
    assert words.dates(1) == "2024 年 8 月 5 日（周一）至 11 日（周日）"
    assert words.dates(8) == "2024 年 9 月 23 日（周一）至 29 日（周日）"
    assert words.dates(9) == "2024 年 9 月 30 日（周一）至 10 月 6 日（周日）"
    assert bulletin_of(17, boards_of(17)).as_of == "数据截至北京时间 11 月 30 日 24:00"


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (107, 100, "较上周 +7.0%"),
        (981, 1000, "较上周 −1.9%"),
        (5, 5, "较上周 持平"),
        (5, 0, "上周 0"),
        (-3, -8, "上周 −8"),
        (5, None, "首周"),
    ],
)
def test_change_in_words(now: int, before: int | None, said: str) -> None:
    assert words.change(now, before) == said


def test_names_are_one_line_of_visible_letters() -> None:
    assert one_line("一\n二\u202e三\x00四\u2028五") == "一 二三 四 五"
    assert one_line("👨\u200d👩\u200d👧 𠮷野") == "👨\u200d👩\u200d👧 𠮷野"


def test_boards_that_belong_not_together_are_refused() -> None:
    boards = boards_of()
    with pytest.raises(ValueError, match="another week"):
        bulletin_of(10, boards)
    with pytest.raises(ValueError, match="several regions"):
        bulletin_of(11, boards | {BoardKind.WORK: boards[BoardKind.WORK].only("37")})
    with pytest.raises(ValueError, match="several regions"):
        bulletin_of(11, boards | {BoardKind.WORK: replace(boards[BoardKind.WORK], rule=HeatRule(2, 1, 1, 1, 1))})
    with pytest.raises(ValueError, match="week 18"):
        bulletin_of(18, {})
