"""The page on which anybody verifies a certificate: what its QR code leads to. It says the same of every address."""

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from server.policy import public
from server.routes.registrations_page import FILES, PAGES, POLICY

SCRIPT = "verify.js"
router = APIRouter(prefix="/verify", tags=["public"], dependencies=[Depends(public)], include_in_schema=False)


@router.get(f"/{SCRIPT}")
def script() -> Response:
    """What asks `/public/certificates/{code}`."""
    return Response((PAGES / SCRIPT).read_bytes(), media_type=FILES["form.js"], headers={"Cache-Control": "no-cache"})


@router.get("")
@router.get("/{code}")
def verify(code: str = "") -> Response:
    """The script reads the code from the address; nothing of it is in the page."""
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return Response((PAGES / "verify.html").read_bytes(), media_type="text/html; charset=utf-8", headers=headers)
