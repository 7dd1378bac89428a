"""What every test gets: surroundings of its own, guards against what it leaves behind, services on demand."""

from tests.helpers.isolation import isolate

isolate()

pytest_plugins = [
    "pytester",
    "tests.helpers.guards",
    "tests.helpers.postgres",
    "tests.helpers.secret_service",
]
