"""Services of a test session that end with it, however it ends."""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class ServiceError(RuntimeError):
    """A service did not start; says what it printed."""


@contextmanager
def lasting(script: str, *, user: str | None = None, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """Runs a shell script and yields its first line, which says that it is ready.

    The script must end when its standard input does: so it also ends when this process is killed.
    `user`: the account to run as, when this process is root's.
    """
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            ["sh", "-eu", "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd="/",
            env=env,
            text=True,
            start_new_session=True,
            **({"user": user, "group": user, "extra_groups": []} if user else {}),
        )
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                ready = process.stdout.readline().strip()
                if not ready:
                    process.wait()
                    errors.seek(0)
                    raise ServiceError(errors.read())
                yield ready
            finally:
                process.stdin.close()
                process.wait()
