"""What an organization's registration may say: lists to choose from, patterns, limits, and names made comparable."""

import re
import unicodedata
from typing import Final

MOBILE: Final = r"^1[3-9][0-9]{9}$"
LANDLINE: Final = r"^0[0-9]{2,3}-[1-9][0-9]{6,7}$"
"""区号-号码: 011-12345678 or 0571-87654321."""
NAME_MAX: Final = 80
ADDRESS_MAX: Final = 120
INTRODUCTION_MAX: Final = 500
CONTACT_MAX: Final = 20
DOCUMENTS_MAX: Final = 3
"""Files of proof; the guide asks for one, often a second page or a supplement comes with it."""

NATURES: Final[dict[str, str]] = {
    "enterprise": "企业",
    "institution": "事业单位",
    "authority": "机关",
    "union": "工会组织",
    "society": "社会团体",
    "other": "其他",
}
SIZES: Final[dict[str, str]] = {
    "under-100": "100 人以下",
    "100-499": "100–499 人",
    "500-999": "500–999 人",
    "1000-2999": "1000–2999 人",
    "from-3000": "3000 人及以上",
}
INDUSTRIES: Final[dict[str, str]] = {
    "manufacturing": "制造业",
    "equipment": "装备制造",
    "energy": "电力与能源",
    "mining": "采矿业",
    "construction": "建筑业",
    "transport": "交通运输与物流",
    "post-telecom": "邮政与信息通信",
    "finance": "金融业",
    "education": "教育",
    "health": "卫生健康",
    "agriculture": "农林水利",
    "services": "商贸与居民服务",
    "public": "公共管理",
    "culture": "文化、体育与传媒",
    "other": "其他",
}
LABELS: Final[dict[str, str]] = {
    "industrial": "产业工会",
    "local": "地方工会",
    "grassroots": "基层工会",
    "model-home": "模范之家",
    "new-forms": "新就业形态",
}
PUBLIC_FIELDS: Final = ("logo_id", "name", "introduction")
"""What everybody sees of an approved organization; the rest is for reviewers."""

_NOISE = re.compile(r"[\s·・.,，。、“”\"'‘’\-—–_()（）\[\]【】〔〕<>《》]+")
_COMPANY = re.compile(r"(股份)?有限(责任)?公司")


def name_key(name: str) -> str:
    """An organization's name made comparable: one width, no brackets or spaces, one word for all limited companies."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _NOISE.sub("", _COMPANY.sub("公司", _NOISE.sub("", plain)))
