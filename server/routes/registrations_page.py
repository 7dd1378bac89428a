"""The page on which organizations register, for browsers: plain files with a strict policy of their own."""

import html
from pathlib import Path
from string import Template
from typing import Final

import orjson
from fastapi import APIRouter, Depends
from fastapi.responses import Response

from contract.campaign import CAMPAIGN_END_MS
from contract.problems import Code
from contract.registration import rules
from server.deps import Context
from server.errors import ProblemError
from server.policy import public

PAGES: Final = Path(__file__).parents[1] / "pages"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FILES: Final = {
    "register.css": "text/css; charset=utf-8",
    "form.js": "text/javascript; charset=utf-8",
    "register.js": "text/javascript; charset=utf-8",
    "status.js": "text/javascript; charset=utf-8",
}
router = APIRouter(prefix="/register", tags=["registrations"], dependencies=[Depends(public)], include_in_schema=False)


@router.get("")
def register(context: Context) -> Response:
    """The form."""
    return _page("register.html", context.now() >= CAMPAIGN_END_MS)


@router.get("/status")
def status(context: Context) -> Response:
    """Sign in, state, correction."""
    return _page("status.html", context.now() >= CAMPAIGN_END_MS)


@router.get("/terms")
def terms() -> Response:
    """Terms of use and privacy."""
    return _page("terms.html", False)


@router.get("/{name}")
def file(name: str) -> Response:
    """Style and scripts."""
    if name not in FILES:
        raise ProblemError(Code.NOT_FOUND, "There is no such page.")
    return Response((PAGES / name).read_bytes(), media_type=FILES[name], headers={"Cache-Control": "no-cache"})


def _page(name: str, over: bool) -> Response:
    """A page with the shared form and the rules of `contract.registration` filled in."""
    told = orjson.dumps(rules() | {"over": over}).decode()
    parts = {"rules": html.escape(told), "fields": (PAGES / "fields.html").read_text("utf-8")}
    text = Template((PAGES / name).read_text("utf-8")).safe_substitute(parts)
    return Response(text, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})
