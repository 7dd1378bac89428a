"""A server killed while it issues a thousand certificates: none are there, and the same call issues them all."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
import requests
from sqlalchemy import func, select

from server.models import Audit, AwardList, Certificate, CertificateEvent, IdempotencyKey, NumberSeries
from tests.server.awards.ceremony import certificates, confirm, line, submitted, union
from tests.server.world import SOON_S, World

ROOT = Path(__file__).parents[3]
WINNERS = 1_000
SERVER = """
import os, signal, sys
from pathlib import Path
from server.app import build_context
from tests.server.world import HandClock, running, settings_for

url, folder, now, when = sys.argv[1:]
codes = lines = 0

def random_bytes(count):
    global codes
    codes += count == 15
    if when == "codes" and codes == 500:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.urandom(count)

class Clock(HandClock):
    def __call__(self):
        global lines
        lines += codes >= 1_000
        if when == "history" and lines == 1_000:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.now

with running(build_context(settings_for(url, Path(folder)), Clock(int(now)), random_bytes)) as address:
    print(address, flush=True)
    sys.stdin.read()
"""


def counts(server: World) -> list[int]:
    """Certificates, lines of their histories, audit lines of them, keys, the last number."""
    tables = (
        select(func.count()).select_from(Certificate),
        select(func.count()).select_from(CertificateEvent),
        select(func.count()).where(Audit.action == "issue-certificate"),
        select(func.count()).where(IdempotencyKey.operation == "confirm-award"),
        select(NumberSeries.value).where(NumberSeries.prefix == "CERT-24"),
    )
    with server.context.database.reading() as session:
        return [session.scalar(query) or 0 for query in tables]


@pytest.mark.parametrize("when", ["codes", "history"])
def test_killed_while_confirming(server: World, when: str) -> None:
    """After half the codes were drawn, and after all certificates were written but not all lines of their histories."""
    made = submitted(server, [line(f"id{place}", place, 9_999 - place) for place in range(1, 1_100)], top=WINNERS)
    other = union(server)
    context = server.context
    folder = str(context.settings.data_dir)
    words = [sys.executable, "-c", SERVER, context.settings.database_url, folder, str(server.clock()), when]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(words, cwd=ROOT, env=dict(os.environ), **pipes) as child:
        assert child.stdout
        there = replace(other, url=child.stdout.readline().strip(), session=requests.Session())
        with there.session, pytest.raises(requests.ConnectionError):
            confirm(there, made, "confirm-0001")
        assert child.wait(SOON_S) == -signal.SIGKILL
    assert counts(server) == [0, 0, 0, 0, 0]
    with context.database.reading() as session:
        assert session.get_one(AwardList, made["id"]).state == "submitted"
    before = perf_counter()
    done = confirm(other, made, "confirm-0001")
    print(f"{WINNERS} certificates in {perf_counter() - before:.2f} s")
    assert (done["state"], done["certificates"]) == ("confirmed", WINNERS)
    assert confirm(other, made, "confirm-0001") == done
    assert counts(server) == [WINNERS, WINNERS, WINNERS, 1, WINNERS]
    found = certificates(other)
    assert [one["number"] for one in found] == [f"CERT-24-{number:06}" for number in range(1, WINNERS + 1)]
    assert len({one["code"] for one in found}) == WINNERS
