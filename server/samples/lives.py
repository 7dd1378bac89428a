"""The lives of sample works: sent in, decided, corrected, liked; all through the services that requests use."""

import random
from dataclasses import dataclass

from contract.campaign import DAY_MS, Theme
from contract.reasons import WORK_REASONS
from contract.review import Verdict, WorkState
from contract.roles import Role
from contract.wire.review import ClaimAsk, Claimed, TakeOverAsk
from contract.wire.sync import DecideArgs, Mutation, Push, ReasonAt
from contract.wire.worker import CorrectAsk, SubmitAsk
from server.clock import Clock
from server.context import ServerContext
from server.models import Work
from server.samples.text import SampleWork
from server.services import claims, decisions, submissions
from server.services.tokens import StaffPerson, WorkerCaller

HOUR_MS = 3_600_000
MESSAGES = ("请换原始文件重传", "请在安静处重新录制", "片尾标识请去除", "请用普通话讲述", "")


@dataclass(frozen=True, slots=True)
class Author:
    """A worker who may send works."""

    id: str
    region: str
    trade: str


class SettableClock(Clock):
    """A clock with a time that can be set."""

    now: int


def send(context: ServerContext, author: Author, said: SampleWork, media_id: str) -> str:
    """A work is submitted now; its id."""
    ask = SubmitAsk(
        media_id=media_id, title=said.title, summary=said.summary, theme=Theme(said.theme), region=author.region
    )
    with context.database.writing() as session:
        return submissions.submit(session, context, _caller(author), ask).id
