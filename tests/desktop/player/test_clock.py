"""The clock between libVLC's reports."""

from desktop.player.clock import PlayClock


class Wall:
    """Time that moves when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        """Let it pass."""
        self.now += seconds


def made() -> tuple[PlayClock, Wall]:
    wall = Wall()
    return PlayClock(wall), wall


def test_stands_until_it_runs() -> None:
    clock, wall = made()
    wall.wait(5)
    assert clock.position_ms == 0
    clock.run()
    wall.wait(1.5)
    assert clock.position_ms == 1500
    clock.hold()
    wall.wait(5)
    assert clock.position_ms == 1500


def test_runs_at_its_rate_from_the_change_on() -> None:
    clock, wall = made()
    clock.run()
    wall.wait(1)
    clock.set_rate(2)
    wall.wait(1)
    assert clock.position_ms == 3000


def test_believes_reports() -> None:
    clock, wall = made()
    clock.run()
    wall.wait(1)
    clock.report(900)
    wall.wait(0.1)
    assert clock.position_ms == 1000


def test_does_not_believe_reports_from_before_a_seek() -> None:
    clock, wall = made()
    clock.run()
    clock.seek(5000)
    wall.wait(0.1)
    clock.report(1250)
    assert clock.position_ms == 5100
    clock.report(5090)
    assert clock.position_ms == 5090
    clock.report(5200)
    assert clock.position_ms == 5200


def test_believes_them_again_when_the_seek_came_to_nothing() -> None:
    clock, wall = made()
    clock.run()
    clock.seek(5000)
    wall.wait(0.6)
    clock.report(1250)
    assert clock.position_ms == 1250


def test_ignores_reports_while_standing() -> None:
    clock, _ = made()
    clock.seek(2000)
    clock.report(1250)
    clock.move(33.4)
    clock.move(33.4)
    assert clock.position_ms == 2067
