"""The limited child: `python -m inspection.child facts|poster FILE MEMORY CPU_S ANSWER`; writes to standard output."""

import json
import os
import resource
import sys
from pathlib import Path

OUT_OF_MEMORY = 75


def main(arguments: list[str]) -> int:
    """Set the limits, then load PyAV and look."""
    command, file, *given = arguments
    memory, cpu_s, answer = (int(text) for text in given)
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_FSIZE, answer),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))
    os.nice(5)
    try:
        from inspection import look  # after the limits, and only here: it loads PyAV

        if command == "facts":
            sys.stdout.write(json.dumps(look.facts(Path(file))))
        else:
            sys.stdout.buffer.write(look.still(Path(file)))
        sys.stdout.flush()
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
