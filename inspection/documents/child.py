"""The limited child: `python -m inspection.documents.child REQUEST`; answers as JSON, or as a JSON line and pixels."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from inspection.child import limit
from inspection.limited import OUT_OF_MEMORY, Limits


def main(request: str) -> int:
    """Set the limits, then load the decoders and look."""
    asked = json.loads(request)
    limit(Limits(**asked["limits"]))
    try:
        from inspection.documents import opening  # after the limits, and only here: it loads Pillow and PDFium

        head, pixels = _answer(opening, asked)
        sys.stdout.buffer.write(json.dumps(head).encode() + (b"\n" + pixels if pixels else b""))
        sys.stdout.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # whatever Python does on its way out would need memory
    return 0


def _answer(opening: Any, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Facts, or facts and pixels; decoders raise anything at all on hostile files."""
    try:
        file = Path(asked["file"])
        if asked["command"] == "look":
            return opening.facts(file), b""
        head, pixels = opening.picture(file, asked["page"], asked["entry"], asked["max_side"])
        return head, pixels
    except MemoryError:
        raise
    except opening.RefusedError as error:
        return {"refused": error.code, "detail": error.detail}, b""
    except Exception as error:
        return {"refused": "broken", "detail": type(error).__name__}, b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
