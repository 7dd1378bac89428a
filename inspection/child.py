"""The limited child: `python -m inspection.child REQUEST`; answers on standard output, as JSON or as a JPEG."""

import json
import os
import signal
import sys
from pathlib import Path

from inspection.limited import OUT_OF_MEMORY, Limits

if sys.platform != "win32":
    import resource


def main(request: str) -> int:
    """Set the limits, then load PyAV and look."""
    asked = json.loads(request)
    limit(Limits(**asked["limits"]))
    file = Path(asked["file"])
    try:
        from inspection import look, still  # after the limits, and only here: they load PyAV

        if asked["command"] == "facts":
            sys.stdout.write(json.dumps(look.facts(file)))
        else:
            sys.stdout.buffer.write(still.jpeg(file))
        sys.stdout.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # whatever Python does on its way out would need memory
    return 0


def limit(limits: Limits) -> None:
    """Bind this process; Windows has only the parent's wall clock, macOS no limit on address space."""
    if sys.platform == "win32":
        return
    os.nice(5)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it, and goes on after a failed write
    bounds = {
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_CPU: (limits.cpu_s, limits.cpu_s + 1),
        resource.RLIMIT_FSIZE: (limits.answer, limits.answer),
    }
    if sys.platform == "linux":
        bounds[resource.RLIMIT_AS] = (limits.memory, limits.memory)
    for what, bound in bounds.items():
        resource.setrlimit(what, bound)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
