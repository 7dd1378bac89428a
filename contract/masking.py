"""How personal data looks in lists: 138****1234, 周*明."""


def mask_phone(phone: str) -> str:
    """First three and last four digits; short or odd input is hidden whole."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 8 else "****"


def mask_name(name: str) -> str:
    """Family name, stars, and the last character of names of three or more (周*明, 赵*)."""
    if len(name) <= 1:
        return "*" * len(name)
    if len(name) == 2:
        return name[0] + "*"
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_landline(landline: str) -> str:
    """Area code and the last four digits: 027-****2210."""
    area, _, number = landline.partition("-")
    return f"{area}-****{number[-4:]}" if number else mask_phone(landline)
