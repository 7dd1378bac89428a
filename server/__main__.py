"""`python -m server serve|migrate|seed|add-user|new-epoch`; settings come from the environment (docs/server.md)."""

import argparse
import getpass
import sys

from contract.roles import Role
from server import serve
from server.app import build_context
from server.context import ServerContext
from server.database import DatabaseError
from server.schema import migrate, new_epoch
from server.services.accounts import add_staff
from server.settings import SettingsError, from_environment, unknown_names


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m server", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="bring the database up to date and listen")
    commands.add_parser("migrate", help="bring the database up to date")
    commands.add_parser("new-epoch", help="after restoring a backup: every desk pulls anew and pushes again")
    commands.add_parser("seed", help="fill an empty database with sample data")
    user = commands.add_parser("add-user", help="add a member of the staff; the password is read from standard input")
    user.add_argument("account")
    user.add_argument("--name", required=True)
    user.add_argument("--label", required=True, help="what colleagues see, e.g. 审核员 0327")
    user.add_argument("--role", required=True, choices=[role.value for role in Role])
    user.add_argument("--region", help="GB/T 2260 province code")
    return parser


def _add_user(context: ServerContext, asked: argparse.Namespace) -> None:
    password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if len(password) < 8:
        raise SettingsError("the password needs at least 8 characters")
    with context.database.writing() as session:
        staff = add_staff(
            session, context, asked.account, asked.name, asked.label, Role(asked.role), password, asked.region
        )
    print(f"added {staff.account} ({staff.role})")


def main(arguments: list[str]) -> int:
    """Run one command; exit code 2 for settings or a database that cannot be used."""
    asked = _parser().parse_args(arguments)
    for name in unknown_names():
        print(f"server: {name} is not a setting", file=sys.stderr)
    try:
        context = build_context(from_environment())
        migrate(context)
        if asked.command == "serve":
            return serve.serve(context)
        if asked.command == "seed":
            from server.seed import seed  # brings PyAV and the sample videos

            seed(context)
        elif asked.command == "new-epoch":
            with context.database.writing() as session:
                print(f"epoch {new_epoch(session, context)}")
        elif asked.command == "add-user":
            _add_user(context, asked)
    except (SettingsError, DatabaseError) as error:
        print(f"server: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
