"""The page that the QR code leads to: the same for every address, with a policy that lets nothing else in."""

import requests

from tests.server.world import World

CODE = "7KXM-2RPV-4HND-9TCA"


def test_the_page_says_nothing_of_the_address_and_lets_nothing_else_in(server: World) -> None:
    pages = [
        requests.get(f"{server.url}/verify{path}", timeout=20)
        for path in ("", f"/{CODE}", "/%3Cscript%3Ealert(1)%3Cscript%3E", "/verify.html")
    ]
    assert {page.status_code for page in pages} == {200}
    assert len({page.text for page in pages}) == 1
    (page, *_) = pages
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    for inline in ("<style", " style=", " onclick", "javascript:", "//cdn"):
        assert inline not in page.text


def test_its_script_is_the_only_other_file(server: World) -> None:
    script = requests.get(f"{server.url}/verify/verify.js", timeout=20)
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "/api/v1/public/certificates/" in script.text
    for path in ("/verify/a/b", "/verify/..%2f..%2fapp.py", "/register/verify.js", "/register/verify.html"):
        assert requests.get(server.url + path, timeout=20).status_code == 404, path
