"""Numbers and moments as this screen writes them. Times in ms, sizes in bytes, moments in Asia/Shanghai."""

from contract.campaign import SHANGHAI, from_ms

MIB = 1024 * 1024


def clock_text(ms: int) -> str:
    """0:47, 2:00, 1:02:03."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def countdown_text(ms: int) -> str:
    """Time left with hours always shown: 1:42:18, 0:04:59."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def moment_text(ms: int) -> str:
    """10-21 09:14."""
    at = from_ms(ms).astimezone(SHANGHAI)  # strftime would import a module at each call, which Qt's hook makes slow
    return f"{at.month:02}-{at.day:02} {at.hour:02}:{at.minute:02}"


def hour_text(ms: int) -> str:
    """14:32."""
    return from_ms(ms).astimezone(SHANGHAI).strftime("%H:%M")


def size_text(size: int) -> str:
    """86.4 MB, 98 KB; the contest's MB are 1,048,576 bytes."""
    return f"{size / MIB:,.1f} MB" if size >= MIB // 10 else f"{size / 1024:,.0f} KB"
