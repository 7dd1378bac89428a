"""A large campaign in PostgreSQL, made by SQL in a few minutes; nothing here is measured.

Works, people and interactions are made up: a few works get most of what comes, every ninth like or favourite is one
taken back. The sums are made by statements of their own here, but for the last interactions and every thousandth work:
these are left to the server's `fold`, as it would find them.
"""

from typing import Final

import psycopg

from contract.boards import RULE_1
from contract.campaign import CAMPAIGN_START_MS, DAY_MS, WEEK_MS
from contract.regions import REGIONS

WEEK: Final = 11
NOW_MS: Final = CAMPAIGN_START_MS + (WEEK - 1) * WEEK_MS + 4 * DAY_MS
"""A Friday; nothing has happened after it."""
LEFT: Final = 20_000
"""Interactions that `fold` has yet to count."""
HEAT: Final = f"{RULE_1.likes}*{{0}}likes+{RULE_1.favourites}*{{0}}favourites+{RULE_1.shares}*{{0}}shares+{{0}}views"
ADDED: Final = "sum(likes), sum(favourites), sum(shares), sum(views)"
PEOPLE: Final = (
    "INSERT INTO worker (id, phone, name, occupation, password_hash, created_at, suspended_at)"
    " SELECT author_id(n), '1' || lpad(n::text, 10, '0'), '作者' || n, '', '', 0, CASE WHEN n % 97 = 0 THEN 1 END"
    " FROM generate_series(0, {authors} - 1) n",
    "INSERT INTO organization (id, number, version, name, name_key, region, introduction, created_at, suspended_at)"
    " SELECT organization_id(n), 'ORG-' || n, 1, '组织' || n, '', region_of(n), '', 0, CASE WHEN n % 89 = 0 THEN 1 END"
    " FROM generate_series(0, {organizations} - 1) n",
    "INSERT INTO membership (id, organization_id, worker_id, version, state, round, reason, applied_at)"
    " SELECT membership_id(n), organization_id(n % {organizations}), author_id(n), 1,"
    " CASE WHEN n % 4 = 0 THEN 'pending' ELSE 'approved' END, 1, '', 0"
    " FROM generate_series(0, {authors} - 1) n WHERE n % 5 < 3",
    "INSERT INTO work (id, number, author_id, version, state, round, title, summary, theme, region, submitted_at,"
    " published_at, lease_token, likes, views, favourites, shares, excluded)"
    " SELECT work_id(n), 'YJS-' || n, author_id(n % {authors}), 1, CASE WHEN n % 11 = 0 THEN 'pending' ELSE 'published'"
    " END, 1, '作品' || n, '', 'skill', region_of(n), 0, CASE WHEN n % 11 <> 0 THEN published(n) END, 0, 0, 0, 0, 0,"
    " n % 53 = 0 FROM generate_series(0, {works} - 1) n",
)
INTERACTIONS: Final = (
    "SELECT setseed(0.5)",
    "INSERT INTO interaction_event (work_id, kind, delta, at, folded)"
    " SELECT work_id(w), kind, CASE WHEN n % 9 = 0 AND kind IN ('like', 'favourite') THEN -1 ELSE 1 END,"
    " published(w) + floor(age * ({now} - published(w)))::bigint, n <= {events} - {left}"
    " FROM (SELECT n, k + k / 10 + 1 AS w, kind, age FROM (SELECT n, floor(({works} - 1) / 11 * 10 * random() ^ 3)::int"
    " AS k, (ARRAY['like','like','like','favourite','share','view','view','view','view','view'])[1 +"
    " floor(random() * 10)::int] AS kind, random() AS age FROM generate_series(1, {events}) n) drawn) placed",
    "INSERT INTO uncounted (kind, subject_id) SELECT 'work', id FROM work"
    " WHERE state = 'published' AND is_left(number)",
)
SUMS: Final = (
    "INSERT INTO work_day (work_id, day, likes, favourites, shares, views) SELECT work_id, (at - {start}) / {a_day},"
    " coalesce(sum(delta) FILTER (WHERE kind = 'like'), 0), coalesce(sum(delta) FILTER (WHERE kind = 'favourite'), 0),"
    " coalesce(sum(delta) FILTER (WHERE kind = 'share'), 0), coalesce(sum(delta) FILTER (WHERE kind = 'view'), 0)"
    " FROM interaction_event WHERE folded GROUP BY 1, 2",
    "INSERT INTO counted_work (work_id, published_at, region, author_id, organizations)"
    " SELECT w.id, w.published_at, w.region, w.author_id, coalesce((SELECT jsonb_agg(m.organization_id ORDER BY"
    " m.organization_id) FROM membership m WHERE m.worker_id = w.author_id AND m.state = 'approved'), '[]')"
    " FROM work w JOIN worker a ON a.id = w.author_id"
    " WHERE w.state = 'published' AND NOT w.excluded AND a.suspended_at IS NULL AND NOT is_left(w.number)",
    "CREATE TEMP TABLE gain AS SELECT c.work_id, c.region, c.author_id, c.organizations, g.* FROM counted_work c JOIN ("
    " SELECT work_id AS id, day / 7 + 1 AS week, 0 AS works, likes, favourites, shares, views FROM work_day UNION ALL"
    " SELECT work_id, (published_at - {start}) / {a_week} + 1, 1, 0, 0, 0, 0 FROM counted_work) g ON g.id = c.work_id",
    *(
        "INSERT INTO board_week (kind, subject_id, week, works, likes, favourites, shares, views, heat)"
        f" SELECT '{kind}', {subject}, week, sum(works), {ADDED}, sum({HEAT.format('')}) FROM gain{more} GROUP BY 2, 3"
        for kind, subject, more in (
            ("region", "region", ""), ("person", "author_id", ""), ("work", "work_id", ""),
            ("organization", "of.id", ", jsonb_array_elements_text(organizations) AS of (id)"),
        )
    ),
    f"INSERT INTO board_total (kind, subject_id, works, likes, favourites, shares, views, heat, since)"
    f" SELECT kind, subject_id, sum(works), {ADDED}, 0, 0 FROM board_week GROUP BY 1, 2",
    "UPDATE board_total SET since = coalesce((CASE kind WHEN 'work' THEN (SELECT published_at FROM counted_work WHERE"
    " work_id = subject_id) WHEN 'person' THEN (SELECT min(published_at) FROM counted_work WHERE"
    f" author_id = subject_id) END), 0), heat = {HEAT.format('')}",
    "INSERT INTO board_count SELECT kind, week, count(*) FROM board_week WHERE kind IN ('work', 'person')"
    " AND (works <> 0 OR likes <> 0 OR favourites <> 0 OR shares <> 0 OR views <> 0) GROUP BY 1, 2",
    "INSERT INTO board_count SELECT kind, 0, count(*) FROM board_total WHERE kind IN ('work', 'person') AND works > 0"
    " GROUP BY 1",
    "INSERT INTO participant (organization_id, author_id, works) SELECT of.id, author_id, count(*)"
    " FROM counted_work, jsonb_array_elements_text(organizations) AS of (id) GROUP BY 1, 2",
)  # fmt: skip
INDEXES: Final = (
    "SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE 'ix\\_%'"
    " AND tablename IN ('work', 'board_week', 'board_total')"
)
FUNCTIONS: Final = (
    "CREATE SCHEMA made",
    "SET search_path = public, made",
    *(
        f"CREATE FUNCTION made.{name}(n bigint) RETURNS {kind} IMMUTABLE LANGUAGE sql AS $$ SELECT {what} $$"
        for name, kind, what in (
            ("author_id", "text", "'a0000000-0000-7000-8000-' || lpad(n::text, 12, '0')"),
            ("work_id", "text", "'b0000000-0000-7000-8000-' || lpad(n::text, 12, '0')"),
            ("organization_id", "text", "'c0000000-0000-7000-8000-' || lpad(n::text, 12, '0')"),
            ("membership_id", "text", "'d0000000-0000-7000-8000-' || lpad(n::text, 12, '0')"),
            ("published", "bigint", "{start} + n * 2654435761 % ({now} - {start})"),
            ("region_of", "text", "(ARRAY[{regions}])[1 + n % {many}]"),
        )
    ),
    "CREATE FUNCTION made.is_left(number text) RETURNS boolean IMMUTABLE LANGUAGE sql AS"
    " $$ SELECT number LIKE '%007' $$",
)


def fill(url: str, works: int, events: int) -> None:
    """Into an empty, migrated database; foreign keys are not checked meanwhile, since all rows come from one hand."""
    values = {
        "works": works, "events": events, "left": LEFT, "authors": works // 5, "organizations": works // 500,
        "now": NOW_MS, "start": CAMPAIGN_START_MS, "a_day": DAY_MS, "a_week": WEEK_MS,
        "regions": ", ".join(f"'{region}'" for region in sorted(REGIONS)), "many": len(REGIONS),
    }  # fmt: skip
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("ALTER SYSTEM SET max_wal_size = '16GB'")  # else it writes all pages again and again
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("SET work_mem = '512MB'")
        indexes = connection.execute(INDEXES).fetchall()  # made when all is there, which is sooner
        drop = [f"DROP INDEX {name}" for name, _ in indexes]
        make = [definition for _, definition in indexes]
        for statement in (*drop, *FUNCTIONS, *PEOPLE, *INTERACTIONS, *SUMS, *make):
            connection.execute(statement.format(**values).encode())
        connection.execute("VACUUM ANALYZE")
