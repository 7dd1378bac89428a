"""The real server, but its captchas draw zeros: what every picture shows is known. Run as a module."""

import sys

from server.app import build_context
from server.schema import migrate
from server.serve import serve
from server.settings import from_environment
from tests.server.registration.applicants import captcha_draws
from tests.together.server import ServerProcess


class RegisterServer(ServerProcess):
    """In the autumn of 2024, while the campaign runs."""

    command = ("-m", "tests.together.register_server")
    more = {"YJS_NOW": "2024-10-15T09:00", "YJS_UNDO_WINDOW_S": "1"}


if __name__ == "__main__":
    context = build_context(from_environment(), random_bytes=captcha_draws)
    migrate(context)
    sys.exit(serve(context))
