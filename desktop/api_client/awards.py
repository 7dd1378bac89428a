"""Awards and certificates: one method for each endpoint. Lists and certificates come by pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from contract.wire import awards as wire

if TYPE_CHECKING:
    from desktop.api_client.client import ApiClient

KEY = "Idempotency-Key"


class AwardsApi:
    """`ApiClient.awards`; the same `key` gives the same answer again. Raises ApiError."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def kinds(self) -> wire.AwardKinds:
        """`GET /awards/kinds`: all versions."""
        return self._client.get(wire.AwardKinds, "/awards/kinds")

    def set_kind(self, ask: wire.AwardKindAsk, key: str) -> wire.AwardKinds:
        """`POST /awards/kinds`."""
        return self._client.post(wire.AwardKinds, "/awards/kinds", ask, {KEY: key})

    def lists(self, kind: str, state: str, cursor: str) -> wire.AwardLists:
        """`GET /awards/lists`; "" is any kind, any state, the first page."""
        params = {"kind": kind, "cursor": cursor} | ({"state": state} if state else {})
        return self._client.get(wire.AwardLists, "/awards/lists", params)

    def list(self, list_id: str) -> wire.AwardListFacts:
        """`GET /awards/lists/{id}`."""
        return self._client.get(wire.AwardListFacts, f"/awards/lists/{quote(list_id)}")

    def propose(self, ask: wire.ProposalAsk, key: str) -> wire.AwardListFacts:
        """`POST /awards/lists`."""
        return self._client.post(wire.AwardListFacts, "/awards/lists", ask, {KEY: key})

    def entries(self, list_id: str, cursor: str) -> wire.Entries:
        """`GET /awards/lists/{id}/entries`."""
        return self._client.get(wire.Entries, f"/awards/lists/{quote(list_id)}/entries", {"cursor": cursor})

    def edit(self, list_id: str, ask: wire.EditAsk) -> wire.AwardListFacts:
        """`POST /awards/lists/{id}/edits`."""
        return self._client.post(wire.AwardListFacts, f"/awards/lists/{quote(list_id)}/edits", ask)

    def submit(self, list_id: str, ask: wire.VersionAsk) -> wire.AwardListFacts:
        """`POST /awards/lists/{id}/submit`."""
        return self._client.post(wire.AwardListFacts, f"/awards/lists/{quote(list_id)}/submit", ask)

    def withdraw(self, list_id: str, ask: wire.ReasonedAsk) -> wire.AwardListFacts:
        """`POST /awards/lists/{id}/withdraw`."""
        return self._client.post(wire.AwardListFacts, f"/awards/lists/{quote(list_id)}/withdraw", ask)

    def confirm(self, list_id: str, ask: wire.VersionAsk, key: str) -> wire.AwardListFacts:
        """`POST /awards/lists/{id}/confirm`."""
        return self._client.post(wire.AwardListFacts, f"/awards/lists/{quote(list_id)}/confirm", ask, {KEY: key})

    def certificates(self, list_id: str = "", state: str = "", number: str = "", cursor: str = "") -> wire.Certificates:
        """`GET /certificates`; "" is any list, any state, any number, the first page."""
        asked = {"list_id": list_id, "state": state, "number": number, "cursor": cursor, "limit": 200}
        return self._client.get(wire.Certificates, "/certificates", {name: one for name, one in asked.items() if one})

    def certificate(self, certificate_id: str) -> wire.CertificateDetail:
        """`GET /certificates/{id}`: with its history."""
        return self._client.get(wire.CertificateDetail, f"/certificates/{quote(certificate_id)}")

    def revoke(self, certificate_id: str, ask: wire.ReasonedAsk) -> wire.CertificateDetail:
        """`POST /certificates/{id}/revoke`."""
        return self._client.post(wire.CertificateDetail, f"/certificates/{quote(certificate_id)}/revoke", ask)

    def reissue(self, certificate_id: str, ask: wire.ReasonedAsk, key: str) -> wire.CertificateDetail:
        """`POST /certificates/{id}/reissue`: the new one."""
        path = f"/certificates/{quote(certificate_id)}/reissue"
        return self._client.post(wire.CertificateDetail, path, ask, {KEY: key})
