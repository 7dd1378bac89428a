"""What everybody may see: is the server there, published works."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from contract import OLDEST_CLIENT, PROTOCOL, VERSION
from contract.campaign import Theme
from contract.problems import Code
from contract.wire.auth import Health
from contract.wire.review import Region
from contract.wire.sync import Id
from contract.wire.worker import PublicWork, PublicWorks
from server.deps import Context, Reading
from server.openapi import problems
from server.policy import public
from server.services import public_works
from server.services.cursors import seal, unseal

router = APIRouter(prefix="/public", tags=["public"], dependencies=[Depends(public)])
_PAGE = "public-works"


@router.get("/health", summary="Name, version and clock of this server")
def health(context: Context) -> Health:
    """Needs no database, so that it answers while one is away."""
    return Health(
        name="yunjiangshu",
        version=VERSION,
        oldest_client=OLDEST_CLIENT,
        protocol=PROTOCOL,
        server_time=context.now(),
        demo=context.settings.demo,
    )


@router.get("/works", summary="Published works, newest first", responses=problems(Code.CURSOR_INVALID))
def works(
    context: Context,
    session: Reading,
    region: Annotated[Region | None, Query()] = None,
    theme: Annotated[Theme | None, Query()] = None,
    after: Annotated[str | None, Query(max_length=400)] = None,
) -> PublicWorks:
    """A page of at most 50; `next` goes into `after`."""
    key = context.settings.signing_key()
    before = unseal(key, _PAGE, after) if after else None
    page, last = public_works.published_works(session, region, theme, tuple(before) if before else None)
    return page.model_copy(update={"next": seal(key, _PAGE, list(last)) if last else None})


@router.get("/works/{work_id}", summary="One published work", responses=problems(Code.NOT_FOUND))
def work(work_id: Annotated[Id, Path()], session: Reading) -> PublicWork:
    """Works that are not published are not found."""
    return public_works.published_work(session, work_id)
