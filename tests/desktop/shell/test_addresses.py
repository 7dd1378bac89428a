"""What may be typed as a server's address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.addresses import BadAddressError, InsecureAddressError, server_url


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("desk.yunjiangshu.example", "https://desk.yunjiangshu.example"),
        ("  Desk.Example:8443/ ", "https://desk.example:8443"),
        ("https://desk.example", "https://desk.example"),
        ("127.0.0.1:8765", "http://127.0.0.1:8765"),
        ("localhost:80", "http://localhost:80"),
        ("http://[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_addresses_that_are_called(typed: str, url: str) -> None:
    assert server_url(typed) == url
    assert server_url(url) == url


@pytest.mark.parametrize("typed", ["http://desk.example", "http://10.0.0.5:8000", "http://127.0.0.1.example"])
def test_no_password_goes_in_the_clear(typed: str) -> None:
    with pytest.raises(InsecureAddressError):
        server_url(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ftp://a.example",
        "https://",
        "a b",
        "https://a.example/path",
        "https://u:p@a.example",
        "a.example:port",
        "[::1",
    ],
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(BadAddressError):
        server_url(typed)


@given(st.text(max_size=40))
def test_anything_typed_is_an_address_or_refused(typed: str) -> None:
    try:
        url = server_url(typed)
    except (BadAddressError, InsecureAddressError):
        return
    assert url.startswith(("https://", "http://"))
    assert server_url(url) == url
