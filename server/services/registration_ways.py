"""How registrations are reviewed: approved, they become an organization with its administrator."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.review import ApplicationState, Event, Verdict, application_after, event_of
from contract.roles import Role
from contract.wire.sync import DecideArgs
from server.feed import PLATFORM, org_bucket, touch
from server.models import Decision, Membership, Organization, Registration, Review, Staff
from server.services import notices, registrations_alike, reviews
from server.services.acting import Act

REGISTRATION = "registration"
ORGANIZATION = "organization"


def locked(session: Session, ids: Sequence[str]) -> list[Registration]:
    """The registrations of these ids."""
    return reviews.locked(session, Registration, ids)


def hidden(_: Act, __: Registration) -> bool:
    """Platform administrators see all of them."""
    return False


def may_decide(_: Act, __: DecideArgs, ___: Registration) -> bool:
    """The role is enough."""
    return True


def lost(_: Act, __: DecideArgs, ___: Registration) -> str | None:
    """There is no lease."""
    return None


def refusal(act: Act, args: DecideArgs, registration: Registration) -> str | None:
    """Not approved when the account phone has become somebody else's staff account meanwhile."""
    if args.verdict is not Verdict.APPROVE:
        return None
    holder = select(Staff.organization_id).where(Staff.account == registration.account_phone)
    found = act.session.execute(holder).one_or_none()
    mine = found is None or (found[0] is not None and found[0] == registration.organization_id)
    return None if mine else "phone-taken"


def settle(act: Act, args: DecideArgs, registration: Registration, now: int) -> Review:
    """Approved, the organization and its administrator are there in the same transaction."""
    registration.state = application_after(ApplicationState(registration.state), event_of(args.verdict))
    registration.version += 1
    registration.decided_at = now
    if args.verdict is Verdict.APPROVE:
        _establish(act, registration, now)
    touch(act.session, PLATFORM, REGISTRATION, registration.id)
    registrations_alike.show_again(act.session, registration.look_alikes)
    return reviews.close_review(act.session, registration, now)


def tell(act: Act, registration: Registration, decision: Decision) -> None:
    """The applicant hears of it."""
    notices.about_registration(act.session, act.context, registration, decision)


def fixed(act: Act, registration: Registration, _: Decision) -> bool:
    """Whether the applicant has sent it again, or the organization has members or works on its own already."""
    if registration.organization_id is None:
        return False
    members = select(Membership.id).where(Membership.organization_id == registration.organization_id).limit(1)
    return act.session.scalars(members).first() is not None


def reopen(act: Act, registration: Registration, decision: Decision) -> None:
    """It waits again; organization and administrator stay suspended until it is approved again."""
    registration.state = application_after(ApplicationState(registration.state), Event.REOPEN)
    registration.version += 1
    registration.decided_at = None
    if decision.verdict == Verdict.APPROVE and registration.organization_id:
        _suspend(act, registration.organization_id, act.context.now())
    touch(act.session, PLATFORM, REGISTRATION, registration.id)
    registrations_alike.show_again(act.session, registration.look_alikes)


def _establish(act: Act, registration: Registration, now: int) -> None:
    """Make the organization and its administrator, or let those of an undone approval act again."""
    if registration.organization_id:
        organization = act.session.get_one(Organization, registration.organization_id)
        _suspend(act, organization.id, None)
        _name_again(act, registration)
    else:
        organization = Organization(
            id=act.context.new_id(), number=registration.number, created_at=now, region=registration.region
        )
        act.session.add(organization)
    organization.name, organization.name_key = registration.name, registration.name_key
    organization.region, organization.introduction = registration.region, registration.introduction
    organization.logo_id = registration.logo_id
    act.session.flush()
    if registration.organization_id is None:
        act.session.add(_administrator(act, registration, organization.id, now))
    registration.organization_id = organization.id
    touch(act.session, org_bucket(organization.id), ORGANIZATION, organization.id)


def _administrator(act: Act, registration: Registration, organization_id: str, now: int) -> Staff:
    """The account of the registration's phone; its UNIQUE constraint refuses a second one."""
    return Staff(
        id=act.context.new_id(),
        account=registration.account_phone,
        name=registration.contact_name,
        label=f"组织管理员 {registration.number.rpartition('-')[2]}",
        role=Role.ORG_ADMIN,
        organization_id=organization_id,
        password_hash=registration.password_hash,
        created_at=now,
    )


def _suspend(act: Act, organization_id: str, at: int | None) -> None:
    organization = act.session.get_one(Organization, organization_id)
    organization.suspended_at = at
    organization.version += 1
    for person in act.session.scalars(select(Staff).where(Staff.organization_id == organization_id)):
        person.suspended_at = at


def _name_again(act: Act, registration: Registration) -> None:
    """The contact may have been corrected between an undone approval and the next one."""
    account = select(Staff).where(Staff.account == registration.account_phone)
    for person in act.session.scalars(account):
        person.name = registration.contact_name
