"""The server's staff side: one method for each endpoint; those of awards are in `awards`."""

import threading
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar
from urllib.parse import quote

import requests
from pydantic import BaseModel, ValidationError

from contract.columns import PAGE_ROWS
from contract.wire import auth, boards, membership, registration, review, sync
from desktop.api_client.awards import AwardsApi
from desktop.api_client.errors import CutBodyError, NotOurServerError, SignedOutError
from desktop.api_client.tokens import TokenStore
from desktop.api_client.transport import READ_S, Transport, new_session
from desktop.clock import Clock

Answer = TypeVar("Answer", bound=BaseModel)
_RENEWABLE: Final = {"not-signed-in", "session-expired"}


class ApiClient:
    """Calls with the person's token; an expired one is renewed once, by one thread for all. Raises ApiError."""

    def __init__(
        self,
        server_url: str,
        clock: Clock,
        tokens: TokenStore,
        session_factory: Callable[[], requests.Session] = new_session,
    ) -> None:
        self.transport = Transport(server_url, session_factory)
        self.tokens = tokens
        self._clock = clock
        self._renewing = threading.Lock()
        self.awards = AwardsApi(self)

    def close(self) -> None:
        """Close the connections."""
        self.transport.close()

    def health(self) -> auth.Health:
        """`GET /public/health`."""
        return _shape(auth.Health, self.transport.call("GET", "/public/health", read_s=8))

    def sign_in(self, account: str, password: str, device: str = "") -> auth.Session:
        """`POST /auth/sign-in`; keeps the tokens."""
        ask = auth.SignIn(account=account, password=password, device=device)
        session = _shape(auth.Session, self.transport.call("POST", "/auth/sign-in", body=_body(ask)))
        self.tokens.keep(session, self._clock.now_ms())
        return session

    def refresh(self) -> auth.Session:
        """`POST /auth/refresh`; keeps the new tokens. Raises SignedOutError."""
        if self.tokens.tokens is None:
            raise SignedOutError("not-signed-in")
        ask = auth.Refresh(refresh_token=self.tokens.tokens.refresh)
        session = _shape(auth.Session, self.transport.call("POST", "/auth/refresh", body=_body(ask)))
        self.tokens.keep(session, self._clock.now_ms())
        return session

    def sign_out(self) -> None:
        """`POST /auth/sign-out`; forgets the tokens, whatever the server says."""
        try:
            if self.tokens.tokens is not None:
                self.transport.call("POST", "/auth/sign-out", token=self.tokens.tokens.access, read_s=5)
        finally:
            self.tokens.clear()

    def me(self) -> auth.Person:
        """`GET /auth/me`."""
        return self.get(auth.Person, "/auth/me")

    def changes(self, cursor: str, wait: int = 0, limit: int = PAGE_ROWS) -> dict[str, Any]:
        """`GET /sync/changes`: the page as it came, its `count` and `end` checked. Raises CutBodyError."""
        params = {"cursor": cursor, "limit": limit, "wait": wait}
        page = self._call("GET", "/sync/changes", params=params, read_s=READ_S + wait)
        if not isinstance(page, dict) or "ops" not in page:
            raise NotOurServerError("changes without ops")
        if not page.get("end") or page.get("count") != len(page["ops"]):
            raise CutBodyError("a page without its end")
        return page

    def push(self, ask: sync.Push) -> sync.PushAnswer:
        """`POST /sync/push`."""
        return self.post(sync.PushAnswer, "/sync/push", ask)

    def claim(self, ask: review.ClaimAsk, key: str) -> review.Claimed:
        """`POST /claims`; the same `key` gives the same claim again."""
        return self.post(review.Claimed, "/claims", ask, {"Idempotency-Key": key})

    def renew(self, ask: review.LeasesAsk) -> review.LeasesAnswer:
        """`POST /claims/renew`."""
        return self.post(review.LeasesAnswer, "/claims/renew", ask)

    def release(self, ask: review.LeasesAsk) -> review.LeasesAnswer:
        """`POST /claims/release`."""
        return self.post(review.LeasesAnswer, "/claims/release", ask)

    def works(self, **filters: str | int | None) -> review.WorkPage:
        """`GET /works`: a page of all works (platform admins); filters as in the OpenAPI, `after` goes on."""
        params = {name: value for name, value in filters.items() if value not in (None, "")}
        return self.get(review.WorkPage, "/works", params)

    def work(self, work_id: str) -> review.WorkDetail:
        """`GET /works/{id}`."""
        return self.get(review.WorkDetail, f"/works/{quote(work_id)}")

    def claim_work(self, work_id: str) -> review.Claimed:
        """`POST /works/{id}/claim`: this one, when it is free."""
        return self.post(review.Claimed, f"/works/{quote(work_id)}/claim", None)

    def take_over(self, work_id: str, ask: review.TakeOverAsk) -> review.Claimed:
        """`POST /works/{id}/take-over`."""
        return self.post(review.Claimed, f"/works/{quote(work_id)}/take-over", ask)

    def reveal_phone(self, work_id: str) -> review.Revealed:
        """`POST /works/{id}/reveal-phone`; audited."""
        return self.post(review.Revealed, f"/works/{quote(work_id)}/reveal-phone", None)

    def reveal_member(self, membership_id: str) -> registration.MemberRevealed:
        """`POST /memberships/{id}/reveal`; audited."""
        return self.post(registration.MemberRevealed, f"/memberships/{quote(membership_id)}/reveal", None)

    def reveal_registration(self, registration_id: str) -> registration.RegistrationRevealed:
        """`POST /registrations/{id}/reveal`; audited."""
        return self.post(registration.RegistrationRevealed, f"/registrations/{quote(registration_id)}/reveal", None)

    def media_urls(self, ids: list[str]) -> review.MediaUrls:
        """`POST /media/urls`."""
        return self.post(review.MediaUrls, "/media/urls", review.MediaUrlsAsk(ids=ids))

    def second_looks(self) -> review.SecondLooks:
        """`GET /second-looks`."""
        return self.get(review.SecondLooks, "/second-looks")

    def close_second_look(self, look_id: str, version: int) -> None:
        """`POST /second-looks/{id}/close`; `version` is the one that was on screen."""
        self._call("POST", f"/second-looks/{quote(look_id)}/close", params={"version": version})

    def preview_roster(self, ask: membership.RosterPreviewAsk) -> membership.RosterResults:
        """`POST /roster/preview`; changes nothing."""
        return self.post(membership.RosterResults, "/roster/preview", ask)

    def confirm_roster(self, ask: membership.RosterConfirmAsk, key: str) -> membership.RosterResults:
        """`POST /roster/confirm`; the same `key` gives the same results again."""
        return self.post(membership.RosterResults, "/roster/confirm", ask, {"Idempotency-Key": key})

    def live_board(
        self, kind: str, week: int | None, *, whole: bool, top: int, etag: str = ""
    ) -> tuple[bytes | None, str]:
        """`GET /boards/live/{kind}`: the file (contract.week_board) and its ETag; None when it is still that one."""
        params = {"whole": whole, "top": top} | ({"week": week} if week else {})
        found: tuple[bytes | None, str]
        found = self._renewing_call(self.transport.file, f"/boards/live/{quote(kind)}", params=params, etag=etag)
        return found

    def sealed_board(self, board_id: str) -> bytes:
        """`GET /boards/{id}`: the file, which never changes."""
        data: bytes = self._renewing_call(self.transport.file, f"/boards/{quote(board_id)}")[0]
        return data

    def seal(self, ask: boards.SealAsk, key: str) -> boards.SealFacts:
        """`POST /boards/seals`; the same `key` gives the same seal again."""
        return self.post(boards.SealFacts, "/boards/seals", ask, {"Idempotency-Key": key})

    def exclusions(self) -> boards.Exclusions:
        """`GET /boards/exclusions`."""
        return self.get(boards.Exclusions, "/boards/exclusions")

    def exclude(self, ask: boards.ExclusionAsk) -> boards.Exclusions:
        """`POST /boards/exclusions`."""
        return self.post(boards.Exclusions, "/boards/exclusions", ask)

    def heat_rules(self) -> boards.Rules:
        """`GET /boards/rules`."""
        return self.get(boards.Rules, "/boards/rules")

    def set_heat_rule(self, ask: boards.RuleAsk, key: str) -> boards.Rules:
        """`POST /boards/rules`; the same `key` sets it once."""
        return self.post(boards.Rules, "/boards/rules", ask, {"Idempotency-Key": key})

    def note_export(self, ask: boards.ExportNote | boards.CertificatesNote) -> boards.ExportNoted:
        """`POST /boards/exports`, for the audit."""
        return self.post(boards.ExportNoted, "/boards/exports", ask)

    def get(self, shape: type[Answer], path: str, params: Mapping[str, Any] | None = None) -> Answer:
        """Reads one thing."""
        return _shape(shape, self._call("GET", path, params=params))

    def post(
        self, shape: type[Answer], path: str, ask: BaseModel | None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Does something."""
        return _shape(shape, self._call("POST", path, body=_body(ask) if ask else None, headers=headers))

    def _call(self, method: str, path: str, **more: Any) -> Any:
        return self._renewing_call(self.transport.call, method, path, **more)

    def _renewing_call(self, call: Callable[..., Any], *where: str, **more: Any) -> Any:
        """With the access token; once more with a new one when it has expired."""
        tokens = self.tokens.tokens
        if tokens is None:
            raise SignedOutError("not-signed-in")
        try:
            return call(*where, token=tokens.access, **more)
        except SignedOutError as error:
            if error.code not in _RENEWABLE:
                raise
            return call(*where, token=self._renewed(tokens.access), **more)

    def _renewed(self, old: str) -> str:
        """A newer access token than `old`; only one thread asks the server."""
        with self._renewing:
            tokens = self.tokens.tokens
            if tokens is not None and tokens.access != old:
                return tokens.access
            return self.refresh().access_token


def _body(ask: BaseModel) -> bytes:
    return ask.model_dump_json(exclude_none=True).encode()


def _shape(shape: type[Answer], answer: Any) -> Answer:
    try:
        return shape.model_validate(answer)
    except ValidationError as error:
        raise NotOurServerError(f"not a {shape.__name__}") from error
