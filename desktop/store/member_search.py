"""Full-text search over memberships: each character is a token, so that one or two Chinese characters are found too.

The index is contentless; its rowids are those of `membership`, which are never used twice (AUTOINCREMENT), and it is
written in the same transaction. Entries of rows that a sweep removed are left over: queries join them away.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final

from desktop.store.database import Database

KIND: Final = "membership"
INDEX: Final = (
    "CREATE VIRTUAL TABLE member_text USING fts5(words, initials, content='', contentless_delete=1,"
    " tokenize='unicode61')"
)
_ASK: Final = "SELECT rowid FROM membership WHERE id=?"


def forget(database: Database, ids: Sequence[str]) -> None:
    """Before rows are replaced or removed."""
    database.executemany(f"DELETE FROM member_text WHERE rowid=({_ASK})", [(id,) for id in ids])  # noqa: S608


def index(database: Database, rows: Sequence[Sequence[str]]) -> None:
    """After rows were written: (id, name, initials, reason, organization) of each."""
    entries = [
        (id, f"{_apart(name)} . {_apart(reason)} . {_apart(organization)}", initials)
        for id, name, initials, reason, organization in rows
    ]
    query = f"INSERT INTO member_text (rowid, words, initials) SELECT ({_ASK}), ?, ?"
    database.executemany(query, entries)


def match(text: str) -> str | None:
    """The full-text query of what somebody typed, all of its words wanted; None when nothing can be looked for."""
    terms = [_term(word) for word in unicodedata.normalize("NFKC", text).casefold().split()]
    found = [term for term in terms if term]
    return " AND ".join(found) or None


def _term(word: str) -> str:
    letters = [letter for letter in word if letter.isalnum()]
    if not letters:
        return ""
    phrase = f'words:"{" ".join(letters)}"'
    if all("a" <= letter <= "z" for letter in letters):
        return f"({phrase} OR initials:{''.join(letters)}*)"
    return phrase


def _apart(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFKC", text or "").casefold())
