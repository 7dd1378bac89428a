"""Who registers is a person with this phone: a picture captcha, then a code by SMS."""

import base64
import hashlib
import hmac
from typing import Final

from captcha.image import ImageCaptcha
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from contract.campaign import DAY_MS
from contract.masking import mask_phone
from contract.notices import SIGNATURE
from contract.problems import Code
from contract.registration import CAPTCHA_LENGTH
from contract.wire.registration import CaptchaShown, CodeAsk, CodeSent
from server.context import ServerContext
from server.database import one_at_a_time
from server.errors import ProblemError
from server.models import Captcha, SignInAttempt, SmsCode
from server.services import audit, notices
from server.services.accounts import WINDOW_MS

LETTERS: Final = "ACEFHJKMNPRTXY47"
"""Sixteen that cannot be taken for one another, so that a random byte chooses each with the same chance."""
CAPTCHA_MS: Final = 5 * 60_000
CODE_MS: Final = 10 * 60_000
CODE_TRIES: Final = 5
AGAIN_MS: Final = 60_000
"""Between two codes to one phone."""
PHONE_CODES: Final = (5, 60 * 60_000)
ADDRESS_CODES: Final = (30, 60 * 60_000)
PHONE_CODES_A_DAY: Final = (10, DAY_MS)


def count_call(context: ServerContext, what: str, address: str, limit: int) -> None:
    """Count a call that costs something; raises too-many-tries after `limit` in 15 minutes from one address.

    `what` has at most 8 letters.
    """
    now = context.now()
    with context.database.writing() as session:
        one_at_a_time(session, f"{what} from {address}")
        same = (SignInAttempt.audience == what, SignInAttempt.address == address, SignInAttempt.at > now - WINDOW_MS)
        count, oldest = session.execute(select(func.count(), func.min(SignInAttempt.at)).where(*same)).one()
        if count < limit:
            session.add(SignInAttempt(audience=what, account="", address=address, at=now))
            return
    raise _wait(oldest + WINDOW_MS - now)


def show(session: Session, context: ServerContext) -> CaptchaShown:
    """A new picture; its answer is kept as a digest."""
    text = "".join(LETTERS[byte % len(LETTERS)] for byte in context.random_bytes(CAPTCHA_LENGTH))
    row = Captcha(id=context.new_id(), answer="", expires_at=context.now() + CAPTCHA_MS)
    row.answer = _keyed(context, row.id, text)
    session.add(row)
    picture = ImageCaptcha(width=160, height=60).generate(text, format="png").getvalue()
    return CaptchaShown(id=row.id, image=base64.b64encode(picture).decode(), expires_in_s=CAPTCHA_MS // 1000)


def send_code(context: ServerContext, ask: CodeAsk, address: str, warn: bool) -> CodeSent:
    """Send a code to a phone; `warn` adds that it is registered already, which only its owner may know.

    Raises captcha-wrong, too-many-tries. The captcha is spent in every case.
    """
    with context.database.writing() as session:
        solved = _solve(session, context, ask.captcha_id, ask.captcha)
    if not solved:
        raise ProblemError(Code.CAPTCHA_WRONG, "Type what a new picture shows.")
    with context.database.writing() as session:
        refusal = _throttle(session, context, ask.phone, address)
        if refusal is None:
            _send(session, context, ask.phone, address, warn)
    if refusal:
        raise refusal
    return CodeSent(expires_in_s=CODE_MS // 1000, again_in_s=AGAIN_MS // 1000)


def wrong_code(session: Session, context: ServerContext, phone: str, code: str, *, spend: bool) -> ProblemError | None:
    """What is wrong with a code; only the newest of a phone is good. A wrong try is counted, so commit in any case."""
    newest = select(SmsCode).where(SmsCode.phone == phone).order_by(SmsCode.created_at.desc(), SmsCode.id.desc())
    row = session.scalars(newest.limit(1).with_for_update()).one_or_none()
    if row is None or row.spent_at is not None or row.expires_at <= context.now():
        return ProblemError(Code.CODE_WRONG, "Ask for a new code.", cause="expired")
    if row.tries >= CODE_TRIES:
        return ProblemError(Code.CODE_WRONG, "Too many wrong tries; ask for a new code.", cause="tries")
    if not hmac.compare_digest(row.code, _keyed(context, row.id, code)):
        row.tries += 1
        return ProblemError(Code.CODE_WRONG, "This is not the code.", cause="wrong", left=CODE_TRIES - row.tries)
    if spend:
        row.spent_at = context.now()
    return None


def _solve(session: Session, context: ServerContext, captcha_id: str, answer: str) -> bool:
    """Spend a captcha; of two tries at the same moment one finds it spent."""
    now = context.now()
    spend = update(Captcha).where(Captcha.id == captcha_id, Captcha.spent_at.is_(None), Captcha.expires_at > now)
    right = session.scalars(spend.values(spent_at=now).returning(Captcha.answer)).one_or_none()
    return right is not None and hmac.compare_digest(right, _keyed(context, captcha_id, answer.upper()))


def _throttle(session: Session, context: ServerContext, phone: str, address: str) -> ProblemError | None:
    now = context.now()
    one_at_a_time(session, f"code from {address}")
    one_at_a_time(session, f"code to {phone}")
    waits = [0]
    for column, value, (limit, window) in (
        (SmsCode.phone, phone, (1, AGAIN_MS)),
        (SmsCode.phone, phone, PHONE_CODES),
        (SmsCode.phone, phone, PHONE_CODES_A_DAY),
        (SmsCode.address, address, ADDRESS_CODES),
    ):
        same = column == value, SmsCode.created_at > now - window
        count, oldest = session.execute(select(func.count(), func.min(SmsCode.created_at)).where(*same)).one()
        if count >= limit:
            waits.append(oldest + window - now)
    return _wait(max(waits)) if max(waits) else None


def _wait(ms: int) -> ProblemError:
    return ProblemError(Code.TOO_MANY_TRIES, "Too many; wait.", retry_after=-(-ms // 1000))


def _send(session: Session, context: ServerContext, phone: str, address: str, warn: bool) -> None:
    now = context.now()
    code = f"{int.from_bytes(context.random_bytes(7), 'big') % 1_000_000:06}"
    row = SmsCode(id=context.new_id(), phone=phone, address=address, code="", created_at=now, expires_at=now + CODE_MS)
    row.code = _keyed(context, row.id, code)
    session.add(row)
    more = "此手机号已有注册或账号，请直接登录查看。" if warn else ""
    text = f"{SIGNATURE}验证码 {code}，{CODE_MS // 60_000} 分钟内有效，用于组织注册。{more}请勿告诉他人。"
    notices.code(session, context, phone, text)
    audit.record(session, context, None, "send-code", ("phone", mask_phone(phone)), address=address)


def _keyed(context: ServerContext, id: str, text: str) -> str:
    """A digest that cannot be searched without the server's key, short as the texts are."""
    return hmac.new(context.settings.signing_key(), f"{id}:{text}".encode(), hashlib.sha256).hexdigest()
