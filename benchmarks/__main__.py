"""`python -m benchmarks [NAME…]`: each benchmark in a process of its own, one after the other."""

import subprocess
import sys

NAMES = ("startup", "next_work", "playback", "first_sync", "delta_sync", "members", "export", "ingest", "boards")


def main(asked: list[str]) -> int:
    """Run those asked for, else all; the number that failed."""
    unknown = [name for name in asked if name not in NAMES]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    failed = 0
    for name in asked or NAMES:
        print(f"== {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
