"""The way to the server: one method for each endpoint, every failure with a stable code; no Qt."""

from desktop.api_client.client import ApiClient
from desktop.api_client.errors import (
    ApiError,
    CutBodyError,
    NotOurServerError,
    OfflineError,
    RefusedError,
    ServerTroubleError,
    SignedOutError,
    TlsError,
    TooOldError,
)
from desktop.api_client.tokens import Tokens, TokenStore

__all__ = [
    "ApiClient",
    "ApiError",
    "CutBodyError",
    "NotOurServerError",
    "OfflineError",
    "RefusedError",
    "ServerTroubleError",
    "SignedOutError",
    "TlsError",
    "TokenStore",
    "Tokens",
    "TooOldError",
]
