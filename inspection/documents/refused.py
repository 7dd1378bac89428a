"""Raised inside the child when a document cannot be shown."""


class RefusedError(Exception):
    """`code` as in `looking.Refused`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail
