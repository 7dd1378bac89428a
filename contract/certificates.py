"""Codes on certificates: fifteen random letters and one that checks them, in groups of four: 7KXM-..."""

import unicodedata
from enum import StrEnum
from typing import Final

from contract.ids import RandomBytes

ALPHABET: Final = "234679ACDEFHJKMNPRTVWXY"
"""23 that cannot be taken for one another (no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V); a prime number, so that the check
letter shows every single wrong letter and every two that changed places."""
_RANDOM: Final = 15
_TYPED: Final = 100
"""Longer input is not looked at."""


class CertificateState(StrEnum):
    """Of a certificate; a revoked one stays revoked."""

    VALID = "valid"
    REVOKED = "revoked"


def new_code(random_bytes: RandomBytes) -> str:
    """A code of 67 random bits, without dashes."""
    letters: list[str] = []
    fair = 256 - 256 % len(ALPHABET)
    while len(letters) < _RANDOM:
        letters += [ALPHABET[byte % len(ALPHABET)] for byte in random_bytes(_RANDOM) if byte < fair]
    text = "".join(letters[:_RANDOM])
    return text + _check(text)


def grouped(code: str) -> str:
    """As it is printed."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(typed: str) -> str | None:
    """The code that somebody typed: lower case, full width, spaces, dashes do not matter. None when it can be none."""
    if len(typed) > _TYPED:
        return None
    plain = "".join(one for one in unicodedata.normalize("NFKC", typed).upper() if not _between(one))
    right = len(plain) == _RANDOM + 1 and set(plain) <= set(ALPHABET) and _check(plain[:-1]) == plain[-1]
    return plain if right else None


def _between(one: str) -> bool:
    return unicodedata.category(one) in {"Zs", "Pd", "Cc", "Cf"} or one in "_−·ー"


def _check(text: str) -> str:
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(text, start=1))
    return ALPHABET[total % len(ALPHABET)]
