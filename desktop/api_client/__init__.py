"""The way to the server: one method for each endpoint, every failure with a stable code; no Qt.

`ApiClient` itself is in `client`, which loads the network library (0.2 s): the first screen comes before it.
"""

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
