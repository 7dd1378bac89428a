"""What people type as the server's address, and the address that is called."""

import ipaddress
from urllib.parse import urlsplit


class BadAddressError(ValueError):
    """Not the address of a server."""

    code = "bad-address"


class InsecureAddressError(ValueError):
    """http beyond this computer would send the password in the clear."""

    code = "insecure-address"


def server_url(typed: str) -> str:
    """`https://host[:port]`; http only for this computer. BadAddressError, InsecureAddressError."""
    text = typed.strip()
    if "://" not in text:
        text = f"{'http' if is_this_computer(_host(f'//{text}')) else 'https'}://{text}"
    host = _host(text)
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not host or parts.path.strip("/") or parts.query or parts.username:
        raise BadAddressError(typed)
    if parts.scheme == "http" and not is_this_computer(host):
        raise InsecureAddressError(typed)
    return f"{parts.scheme}://{parts.netloc.lower().rstrip(':')}"


def is_this_computer(host: str) -> bool:
    """Whether `host` is a loopback name or address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise BadAddressError(url) from error
    host = parts.hostname or ""
    if any(not (letter.isalnum() or letter in "-._:") for letter in host):
        raise BadAddressError(url)
    return host
