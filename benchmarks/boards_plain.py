"""The boards as somebody would ask for them who keeps no sums: one GROUP BY over all interactions."""

from typing import Any, Final

import psycopg

from benchmarks.boards_data import NOW_MS, WEEK
from contract.boards import RULE_1, BoardKind, Measure, Numbers
from contract.campaign import CAMPAIGN_START_MS, WEEK_MS

Lines = dict[Measure, list[tuple[str, Numbers, Numbers]]]
"""By each measure: id, what it gained in the week, what it has in all; best first."""
SUMS: Final = (("l", "like"), ("f", "favourite"), ("s", "share"), ("v", "view"))
HEAT: Final = f"{RULE_1.likes}*{{0}}l + {RULE_1.favourites}*{{0}}f + {RULE_1.shares}*{{0}}s + {RULE_1.views}*{{0}}v"
SEEN: Final = (
    "SELECT work_id, "
    + ", ".join(f"sum(delta) FILTER (WHERE kind = '{kind}') AS {short}" for short, kind in SUMS)
    + ", "
    + ", ".join(f"sum(delta) FILTER (WHERE kind = '{kind}' AND at >= %(begin)s) AS g{short}" for short, kind in SUMS)
    + " FROM interaction_event WHERE at < %(until)s GROUP BY work_id"
)
COUNTED: Final = (
    "SELECT w.id, w.region, w.author_id, w.published_at, 1 AS w, (w.published_at >= %(begin)s)::int AS gw, "
    + ", ".join(f"coalesce({one}, 0) AS {one}" for one in ("l", "f", "s", "v", "gl", "gf", "gs", "gv"))
    + " FROM work w JOIN worker a ON a.id = w.author_id LEFT JOIN seen ON seen.work_id = w.id"
    " WHERE w.state = 'published' AND NOT w.excluded AND a.suspended_at IS NULL AND w.published_at < %(until)s"
)
ADDED: Final = ", ".join(f"sum({one}) AS {one}" for one in ("w", "gw", "l", "f", "s", "v", "gl", "gf", "gs", "gv"))
MEMBERS: Final = (
    "counted JOIN membership m ON m.worker_id = author_id JOIN organization o ON o.id = m.organization_id"
    " WHERE m.state = 'approved' AND o.suspended_at IS NULL GROUP BY 1"
)
SUMMED: Final = {
    BoardKind.REGION: f"SELECT region AS subject, 0 AS since, {ADDED} FROM counted GROUP BY 1",
    BoardKind.ORGANIZATION: f"SELECT m.organization_id AS subject, 0 AS since, {ADDED} FROM {MEMBERS}",
    BoardKind.WORK: "SELECT id AS subject, published_at AS since, counted.* FROM counted",
    BoardKind.PERSON: f"SELECT author_id AS subject, min(published_at) AS since, {ADDED} FROM counted GROUP BY 1",
}
GAINED: Final = "gw <> 0 OR gl <> 0 OR gf <> 0 OR gs <> 0 OR gv <> 0"
MEASURES: Final = {Measure.WORKS: "w", Measure.LIKES: "l", Measure.VIEWS: "v", Measure.HEAT: "h"}


def query(kind: BoardKind, whole: bool, top: int) -> str:
    """The SQL: its first row tells how many are ranked."""
    ranked = GAINED if kind in (BoardKind.WORK, BoardKind.PERSON) and not whole else "true"
    told = "subject, gw, gl, gf, gs, gv, gh, w, l, f, s, v, h"
    by = "" if whole else "g"
    tops = " UNION ALL ".join(
        f"(SELECT '{measure}', {told} FROM ranked ORDER BY {by}{short} DESC, {by}l DESC, since, subject LIMIT {top})"
        for measure, short in MEASURES.items()
    )
    return (
        f"WITH seen AS ({SEEN}), counted AS ({COUNTED}), summed AS ({SUMMED[kind]}), ranked AS MATERIALIZED"
        f" (SELECT *, {HEAT.format('')} AS h, {HEAT.format('g')} AS gh FROM summed WHERE {ranked})"
        f" SELECT '', count(*)::text, {', '.join(['0'] * 12)} FROM ranked UNION ALL {tops}"
    )


def board(connection: psycopg.Connection[Any], kind: BoardKind, whole: bool, top: int) -> tuple[int, Lines]:
    """How many are ranked, and the first by each measure."""
    times = {"begin": CAMPAIGN_START_MS + (WEEK - 1) * WEEK_MS, "until": NOW_MS}
    (_, ranked, *_nothing), *rows = connection.execute(query(kind, whole, top).encode(), times).fetchall()
    lines: Lines = {measure: [] for measure in Measure}
    for measure, id, *sums in rows:
        numbers = [int(value) for value in sums]
        lines[Measure(measure)].append((id, Numbers(*numbers[:6]), Numbers(*numbers[6:])))
    return int(ranked), lines
