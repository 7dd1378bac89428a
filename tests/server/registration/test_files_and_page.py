"""What is uploaded is judged by its content; the page is served with a policy that lets nothing else in."""

import zipfile
from io import BytesIO

import pytest
import requests
from sqlalchemy import func, select

from contract.registration import LOGO_BYTES, PROOF_BYTES
from server.models import Media
from server.routes.registrations_page import FILES
from server.services.registrations_files import plain_name
from tests.server.registration.applicants import PDF, Make, picture
from tests.server.world import World


def archive(names: dict[str, bytes]) -> bytes:
    """A ZIP."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in names.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def database_url(sqlite_database: str) -> str:
    """Once is enough: files do not depend on the database."""
    return sqlite_database


def test_the_content_says_what_it_is(server: World, applicant: Make) -> None:
    one = applicant()
    assert one.send("logo", picture("red", kind="JPEG"), "logo.png").json()["kind"] == "jpeg"
    assert one.send("proof", picture("red"), "执照.pdf").json()["kind"] == "png"
    assert one.send("proof", PDF, "执照.jpg").json()["kind"] == "pdf"
    assert one.send("proof", archive({"a.txt": b"a"}), "材料").json()["kind"] == "zip"
    with server.context.database.reading() as session:
        kept = {media.file_name: media.content_type for media in session.scalars(select(Media))}
    assert kept == {
        "logo.png": "image/jpeg",
        "执照.pdf": "image/png",
        "执照.jpg": "application/pdf",
        "材料": "application/zip",
    }


REFUSED = {
    "empty": b"",
    "text": b"hello",
    "html": b"<html><script>alert(1)</script>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "gif": b"GIF89a" + bytes(40),
    "exe": b"MZ" + bytes(400),
    "almost-png": b"\x89PNG\r\n",
    "late-pdf": b"\n\n%PDF-1.4",
}


@pytest.mark.parametrize("what", REFUSED)
def test_other_content_is_refused(server: World, applicant: Make, what: str) -> None:
    one = applicant()
    for purpose in ("logo", "proof"):
        answer = one.send(purpose, REFUSED[what], "proof.pdf")
        assert (answer.status_code, answer.json()["code"]) == (422, "file-refused")
        expected = {"empty": "empty", "late-pdf": "broken"} if purpose == "proof" else {"empty": "empty"}
        assert answer.json()["problem"] == expected.get(what, "type")
    with server.context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Media)) == 0


def test_a_logo_is_a_picture(applicant: Make) -> None:
    one = applicant()
    assert one.send("logo", PDF).json()["problem"] == "type"
    assert one.send("logo", archive({"a": b"a"})).json()["problem"] == "type"


def bomb() -> bytes:
    """An archive that unpacks to 64 MB of nothing."""
    return archive({"a.jpg": bytes(64 * 1024 * 1024)})


def locked_pdf() -> bytes:
    """A PDF that says that it is encrypted."""
    return PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P -4>>/ID[(a)(a)]")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (picture()[:60], "broken"),
        (picture("red", (900, 900), "JPEG")[:2000], "broken"),
        (b"%PDF-1.7\nthis is no document", "broken"),
        (archive({"a.jpg": b"a"})[:-30], "broken"),
        (locked_pdf(), "encrypted"),
        (bomb(), "bomb"),
    ],
    ids=["cut-png", "cut-jpeg", "no-pdf", "cut-zip", "locked-pdf", "bomb"],
)
def test_what_no_reviewer_could_open_is_refused(applicant: Make, content: bytes, problem: str) -> None:
    answer = applicant().send("proof", content)
    assert (answer.status_code, answer.json()["problem"]) == (422, problem)


def test_limits(applicant: Make) -> None:
    """Exactly as large as allowed is allowed."""
    one = applicant()
    jpeg = picture(kind="JPEG")
    assert one.send("logo", jpeg.ljust(LOGO_BYTES, b"\0")).status_code == 201
    assert one.send("logo", jpeg.ljust(LOGO_BYTES + 1, b"\0")).status_code == 413
    assert one.send("proof", jpeg.ljust(PROOF_BYTES["jpeg"], b"\0")).status_code == 201
    assert one.send("proof", jpeg.ljust(PROOF_BYTES["jpeg"] + 1, b"\0")).status_code == 413
    assert one.send("proof", PDF.ljust(PROOF_BYTES["pdf"] + 1, b"\n")).json()["problem"] == "too-large"
    assert one.send("proof", PDF.ljust(PROOF_BYTES["pdf"], b"\n")).status_code == 201


def test_uploads_are_throttled_by_address(server: World, applicant: Make) -> None:
    one = applicant()
    statuses = [one.send("logo", b"no").status_code for _ in range(61)]
    assert statuses == [422] * 60 + [429]
    server.clock.forward(minutes=16)
    assert one.send("logo", picture()).status_code == 201


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\执照.pdf", "执照.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("line\nbreak\0.pdf", "linebreak.pdf"),
        ("/", ""),
        ("..", ".."),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_are_only_shown(sent: str, shown: str) -> None:
    assert plain_name(sent) == shown


def test_a_hostile_name_changes_no_path(server: World, applicant: Make) -> None:
    one = applicant()
    one.kept("proof", picture(), "../../../escape.png")
    with server.context.database.reading() as session:
        media = session.scalars(select(Media)).one()
    assert media.file_name == "escape.png"
    assert media.path == f"files/{media.id[-2:]}/{media.id}.png"


def test_the_page_lets_nothing_else_in(server: World) -> None:
    for path in ("", "/status", "/terms"):
        page = requests.get(f"{server.url}/register{path}", timeout=20)
        assert page.status_code == 200
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "$rules" not in page.text
        assert "$fields" not in page.text
        for inline in ("<style", " style=", " onclick", "javascript:", "//cdn"):
            assert inline not in page.text
        assert page.headers["X-Frame-Options"] == "DENY"
    for name, kind in FILES.items():
        file = requests.get(f"{server.url}/register/{name}", timeout=20)
        assert (file.status_code, file.headers["Content-Type"]) == (200, kind)
    for name in ("fields.html", "..%2fapp.py", "%2e%2e/app.py", "none.js"):
        assert requests.get(f"{server.url}/register/{name}", timeout=20).status_code == 404


def test_after_the_campaign_the_page_says_so(server: World) -> None:
    assert "&quot;over&quot;:false" in requests.get(server.url + "/register", timeout=20).text
    server.clock.forward(hours=24 * 60)
    assert "&quot;over&quot;:true" in requests.get(server.url + "/register", timeout=20).text
