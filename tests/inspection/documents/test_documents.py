"""Documents open upright or are refused with their reason; hostile ones end within their limits."""

import random
from pathlib import Path

import pytest

from inspection.documents.looking import DocumentFacts, Picture, Refused, look, render
from inspection.documents.sniff import Kind, kind_of, problem_with
from inspection.limited import Limits
from tests.inspection.documents import hostile

DOCS = Path(__file__).parents[4] / "shared" / "media" / "docs"
MANIFEST = DOCS.parent / "MANIFEST.tsv"


def listed() -> list[tuple[str, str]]:
    """(name, ok or why not) of the shared documents."""
    if not MANIFEST.exists():
        return []
    lines = [line.split("\t") for line in MANIFEST.read_text("utf-8").splitlines()]
    expected = lines[0].index("expected")
    return [(line[0].removeprefix("docs/"), line[expected]) for line in lines if line[0].startswith("docs/")]


@pytest.mark.skipif(not listed(), reason="the shared documents are not here")
@pytest.mark.parametrize(("name", "expected"), listed())
def test_every_shared_document_opens_or_is_refused_with_its_reason(name: str, expected: str) -> None:
    file = DOCS / name
    facts = look(file)
    if expected == "needs_password":
        assert facts == render(file) == Refused("encrypted")
        return
    assert isinstance(facts, DocumentFacts)
    assert facts.kind == kind_of(file)
    entry = next((one.index for one in facts.entries if one.state == "preview"), None)
    for page in range(facts.pages):
        picture = render(file, page, entry, 400)
        assert isinstance(picture, Picture)
        assert len(set(picture.pixels[::30])) > 8  # something is on it


@pytest.mark.skipif(not listed(), reason="the shared documents are not here")
def test_pictures_stand_upright() -> None:
    wide, tall = look(DOCS / "jpg_exif_orientation_6.jpg"), look(DOCS / "jpg_exif_orientation_8.jpg")
    assert isinstance(wide, DocumentFacts)
    assert isinstance(tall, DocumentFacts)
    assert (wide.width, wide.height) == (1800, 1200)
    assert (tall.width, tall.height) == (1200, 1800)


@pytest.mark.parametrize(("orientation", "red_at"), [(1, (0, 0.5)), (3, (1, 0.5)), (6, (0.5, 0)), (8, (0.5, 1))])
def test_each_turn_is_applied(tmp_path: Path, orientation: int, red_at: tuple[float, float]) -> None:
    picture = render(hostile.kept(tmp_path, hostile.jpeg(orientation=orientation)))
    assert isinstance(picture, Picture)
    x, y = round(red_at[0] * (picture.width - 9)) + 4, round(red_at[1] * (picture.height - 9)) + 4
    at = (y * picture.width + x) * 3
    red, green, _ = picture.pixels[at : at + 3]
    assert red > 200
    assert green < 60


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"hello", "type"),
        (hostile.jpeg()[:-400], "broken"),
        (hostile.png()[:-4000], "broken"),
        (hostile.huge_png(), "too-many-pixels"),
        (b"%PDF-1.7 nonsense", "broken"),
        (hostile.pdf(pages=0), "broken"),
        (b"PK\x03\x04" + bytes(500), "broken"),
        (hostile.archive({f"{n}.txt": b"" for n in range(10_000)}), "too-many-entries"),
        (hostile.archive({"a.jpg": bytes(50 * 1024**2)}), "bomb"),
        (hostile.archive({"/".join("a" * 30): b""}), "too-deep"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_code(tmp_path: Path, content: bytes, code: str) -> None:
    found = look(hostile.kept(tmp_path, content))
    assert isinstance(found, Refused)
    assert found.code == code
    assert isinstance(render(tmp_path / "document"), Refused)


def test_a_missing_file_is_no_exception(tmp_path: Path) -> None:
    assert look(tmp_path / "none") == render(tmp_path / "none") == Refused("missing")


@pytest.mark.parametrize("size", [(14_400, 14_400), (200_000, 3), (3, 200_000)])
def test_a_gigantic_page_is_drawn_small(tmp_path: Path, size: tuple[int, int]) -> None:
    picture = render(hostile.kept(tmp_path, hostile.pdf(*size)), max_side=800)
    assert isinstance(picture, Picture)
    assert max(picture.width, picture.height) <= 800


@pytest.mark.parametrize("name", ["../../evil.jpg", "/etc/evil.jpg", "C:\\evil.jpg", "a/..\\..\\evil.jpg"])
def test_names_that_leave_their_folder_are_listed_and_never_opened(tmp_path: Path, name: str) -> None:
    file = hostile.kept(tmp_path, hostile.archive({name: hostile.jpeg(), "good.jpg": hostile.jpeg()}))
    facts = look(file)
    assert isinstance(facts, DocumentFacts)
    assert [(entry.state, entry.problem) for entry in facts.entries] == [("blocked", "unsafe-name"), ("preview", "")]
    assert facts.problem == "unsafe-name"
    assert render(file, entry=0) == Refused("blocked")
    assert isinstance(render(file, entry=1), Picture)
    assert [path.name for path in tmp_path.iterdir()] == ["document"]


def test_archives_and_programs_inside_are_not_opened(tmp_path: Path) -> None:
    inner = hostile.archive({"a.jpg": hostile.jpeg()})
    parts = {"in.zip": inner, "photo.jpg": b"MZ\x90", "说明.docx": hostile.archive({"[Content_Types].xml": b""})}
    file = hostile.kept(tmp_path, hostile.archive(parts | {"run.bat": b"echo", "tail.exe": hostile.jpeg()}))
    facts = look(file)
    assert isinstance(facts, DocumentFacts)
    assert [(one.kind, one.state) for one in facts.entries] == [
        (Kind.ZIP, "listed"),
        (Kind.PROGRAM, "blocked"),
        (Kind.OFFICE, "listed"),
        (Kind.PROGRAM, "blocked"),
        (Kind.PROGRAM, "blocked"),
    ]
    assert {render(file, entry=one.index) for one in facts.entries} == {Refused("blocked")}
    assert isinstance(render(file, entry=99), Refused)


def test_a_file_that_lies_about_its_size_ends(tmp_path: Path) -> None:
    assert isinstance(render(hostile.kept(tmp_path, hostile.lying_archive()), entry=0), Refused)


def test_passwords_and_chinese_names(tmp_path: Path) -> None:
    locked = look(hostile.kept(tmp_path, hostile.locked_archive()))
    assert isinstance(locked, DocumentFacts)
    assert (locked.problem, locked.entries[0].state) == ("encrypted", "blocked")
    named = look(hostile.kept(tmp_path, hostile.gbk_archive("证明材料/营业执照.jpg")))
    assert isinstance(named, DocumentFacts)
    assert named.entries[0].name == "证明材料/营业执照.jpg"
    assert isinstance(render(tmp_path / "document", entry=0), Picture)


def test_limits_hold(tmp_path: Path) -> None:
    file = hostile.kept(tmp_path, hostile.png(2000, 2000))
    assert render(file, limits=Limits(wall_s=0.01)) == Refused("limit", "time")
    assert render(file, limits=Limits(answer=1000)).code == "limit"  # type: ignore[union-attr]


def test_mutations_never_do_more_than_be_refused(tmp_path: Path) -> None:
    chance = random.Random(7)
    inside = {"a.jpg": hostile.jpeg(), "b.pdf": hostile.pdf()}
    sources = [hostile.jpeg(), hostile.png(), hostile.pdf(pages=3), hostile.archive(inside)]
    if DOCS.exists():
        sources += [(DOCS / "pdf_4_pages_latex.pdf").read_bytes(), (DOCS / "zip_with_one_jpg.zip").read_bytes()]
    for number in range(100):
        content = bytearray(sources[number % len(sources)])
        for _ in range(chance.randrange(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file = hostile.kept(tmp_path, bytes(content[: chance.choice([len(content), chance.randrange(len(content))])]))
        found = look(file) if number % 2 else render(file, entry=chance.choice([None, 0]))
        assert isinstance(found, (DocumentFacts, Picture, Refused))


def test_limits_of_the_guide() -> None:
    mb = 1024**2
    assert kind_of(b"junk\n%PDF-1.4") is Kind.PDF
    assert problem_with(Kind.JPEG, 3 * mb, "logo") is None
    assert problem_with(Kind.PNG, 3 * mb + 1, "logo") == "too-large"
    assert problem_with(Kind.PDF, 1, "logo") == "type"
    assert problem_with(Kind.JPEG, 20 * mb, "proof") is None
    assert problem_with(Kind.ZIP, 3 * mb + 1, "proof") == "too-large"
    assert problem_with(Kind.PNG, 0, "proof") == "empty"
    assert problem_with(Kind.OFFICE, 1, "proof") == "type"
