"""What stands on a certificate, and what its file is called."""

import pytest

from contract.certificates import grouped
from desktop.certificates import words
from tests.desktop.certificates.given import SERVER, certificate, of_organization, of_work


def test_a_title_for_persons_a_prize_for_organizations() -> None:
    person, organization, work = (words.texts(one) for one in (certificate(), of_organization(), of_work()))
    assert person["text"] == "全国职工岗位“云讲述”活动\n“云讲述”达人称号，特发此证。"
    assert organization["text"] == "全国职工岗位“云讲述”活动\n“云讲述”优秀组织奖，特发此证。"
    assert work["text"] == "全国职工岗位“云讲述”活动\n“优秀作品”称号，特发此证。"
    assert words.award(certificate(award="岗位能手称号")).endswith("“岗位能手称号”，特发此证。")
    assert (person["work"], organization["work"], work["work"]) == ("", "", "作品《夜班的灯》")
    assert (person["holder"], organization["holder"]) == ("张三", "鲁源轨道装备公司工会")


def test_marks_inside_marks() -> None:
    assert words.work(of_work(title="重读《矿灯》“手记”")) == "作品《重读〈矿灯〉“手记”》"


def test_the_date_is_shanghais() -> None:
    """A moment at which it is still yesterday in UTC."""
    assert words.texts(certificate())["date"] == "2024年12月11日"
    assert words.date(certificate().issued_at - 1) == "2024年12月10日"


def test_the_address_holds_the_code_as_it_is_printed() -> None:
    one = certificate()
    printed = words.texts(one)["code"]
    assert printed == grouped(one.code)
    assert len(printed) == 19
    assert words.address(SERVER, one.code) == f"https://desk.example.org/verify/{printed}"
    assert words.address(f"{SERVER}/", one.code) == words.address(SERVER, one.code)


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("张三", "CERT-24-000001 张三.pdf"),
        ("𠮷野 龘", "CERT-24-000001 𠮷野 龘.pdf"),
        ('甲/乙\\丙:丁*戊?"己"<庚>|辛', "CERT-24-000001 甲 乙 丙 丁 戊 己 庚 辛.pdf"),
        ("../../etc/passwd", "CERT-24-000001 .. .. etc passwd.pdf"),
        ("某公司.. ", "CERT-24-000001 某公司.pdf"),
        ("一\n二\u202e\x00三", "CERT-24-000001 一 二 三.pdf"),
        ("", "CERT-24-000001.pdf"),
    ],
)
def test_names_of_files(holder: str, name: str) -> None:
    assert words.file_name(certificate(holder=holder)) == name


@pytest.mark.parametrize("letter", ["长", "𠮷", "x"])
def test_no_name_is_too_long_for_a_disk(letter: str) -> None:
    name = words.file_name(certificate(holder=letter * 120))
    assert len(name.encode()) < 220
    assert name.removeprefix("CERT-24-000001 ").removesuffix(".pdf").strip(letter) == ""
