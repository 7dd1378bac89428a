"""The text of an SMS, composed from the reasons; the desk shows exactly what the server will send."""

from contract.campaign import CAMPAIGN_END_MS, SHANGHAI, from_ms
from contract.reasons import reason
from contract.review import Verdict

SIGNATURE = "【云讲述】"


def work_notice(title: str, verdict: Verdict, codes: list[str], message: str) -> str:
    """The SMS about a work, in Chinese. `codes` in the order chosen; the first one leads."""
    if verdict is Verdict.APPROVE:
        return f"{SIGNATURE}您提交的作品《{title}》已通过审核并发布。感谢您的讲述。"
    return (
        f"{SIGNATURE}您提交的作品《{title}》未通过审核：{_why(codes, message)}{_again(codes, '本作品不能再次提交。')}"
    )


def registration_notice(name: str, verdict: Verdict, codes: list[str], message: str) -> str:
    """The SMS about an organization's registration, in Chinese."""
    if verdict is Verdict.APPROVE:
        return f"{SIGNATURE}“{name}”的组织注册已通过审核，请用注册手机号和密码登录工作台。"
    return f"{SIGNATURE}“{name}”的组织注册未通过审核：{_why(codes, message)}{_again(codes, '请勿重复注册。')}"


def membership_notice(organization: str) -> str:
    """The SMS to a worker who was passed as a member, in Chinese."""
    return f"{SIGNATURE}您已加入“{organization}”，您发布的作品将计入该组织。"


def _why(codes: list[str], message: str) -> str:
    sentences = "、".join(reason(code).sentence for code in codes)
    said = f"说明：{message.strip().rstrip('。')}。" if message.strip() else ""
    return f"{sentences}。{said}"


def _again(codes: list[str], never: str) -> str:
    if any(reason(code).final for code in codes):
        return never
    last_day = from_ms(CAMPAIGN_END_MS - 1).astimezone(SHANGHAI)
    return f"{last_day.month} 月 {last_day.day} 日前可修改后重新提交。"


def sms_parts(text: str) -> int:
    """How many messages the carrier bills: up to 70 UCS-2 units in one, else 67 in each part."""
    units = len(text.encode("utf-16-be")) // 2
    return 1 if units <= 70 else -(-units // 67)
