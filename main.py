"""Starts the desk: `python main.py [--demo] [--reset] [--profile DIR] [--tour DIR]`; `main.py export` has no window."""

import argparse
import importlib
import sys
from pathlib import Path

from desktop.app import Options, run


def main() -> int:
    """Reads the command line and runs the desk, or one export."""
    if sys.argv[1:2] == ["export"]:
        command = importlib.import_module("desktop.export_command")  # what the first window must not wait for
        return int(command.main(sys.argv[2:]))
    parser = argparse.ArgumentParser(
        description="云讲述工作台", epilog="main.py export --help: 写出一周的榜单，不开窗口"
    )
    parser.add_argument("--demo", action="store_true", help="our own server with sample data, on this computer alone")
    parser.add_argument("--reset", action="store_true", help="with --demo: make the sample data anew")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="where settings and data are kept")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="with --demo: show everything, pictures go to DIR")
    asked = parser.parse_args()
    if (asked.reset or asked.tour) and not asked.demo:
        parser.error("--reset and --tour go with --demo")
    return run(Options(asked.demo, asked.reset, asked.profile, asked.tour))


if __name__ == "__main__":
    sys.exit(main())
