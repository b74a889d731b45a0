-- Why: the scope functions that row-level security of every module calls, and the one log of changes.
-- Locks: new objects only.

create schema if not exists platform;
grant usage on schema platform to ${app};
alter default privileges in schema platform grant select, insert, update, delete on tables to ${app};
alter default privileges in schema platform grant usage, select on sequences to ${app};

-- The scope is set per transaction by Scoped; unset means no rows.
create function platform.actor() returns text language sql stable parallel safe
    return nullif(current_setting('jmk.actor', true), '');

create function platform.areas_of(setting text) returns uuid[] language sql stable parallel safe
    return case when current_setting(setting, true) in ('', '*') then '{}'::uuid[]
                else coalesce(current_setting(setting, true), '{}')::uuid[] end;

-- Whether a row of this area and subdistrict may be read by whoever acts (Areas.reaches in Java).
create function platform.reads(area uuid, subdistrict uuid) returns boolean language sql stable parallel safe
    return coalesce((select current_setting('jmk.areas', true) = '*'), false)
        or coalesce(area = any ((select platform.areas_of('jmk.areas'))::uuid[]), false)
        or coalesce(subdistrict = any ((select platform.areas_of('jmk.areas'))::uuid[]), false);

-- Whether a row of this area and subdistrict may be written by whoever acts, with the right they exercise.
create function platform.writes(area uuid, subdistrict uuid) returns boolean language sql stable parallel safe
    return coalesce((select current_setting('jmk.write_areas', true) = '*'), false)
        or coalesce(area = any ((select platform.areas_of('jmk.write_areas'))::uuid[]), false)
        or coalesce(subdistrict = any ((select platform.areas_of('jmk.write_areas'))::uuid[]), false);

-- Whether whoever acts may write everywhere (reference data of the city).
create function platform.writes_everywhere() returns boolean language sql stable parallel safe
    return coalesce((select current_setting('jmk.write_areas', true) = '*'), false);

-- The one log of what happened. Consumers read it in (transaction_id, row_number) order, only below the oldest
-- transaction still running; a shared counter would serialise commits.
create table platform.changes (
    id             uuid        not null primary key,
    transaction_id xid8        not null default pg_current_xact_id(),
    row_number     bigint      generated always as identity,
    module         text        not null,
    kind           text        not null,
    subject        text        not null,
    subdistrict_id uuid,
    actor          text        not null,
    at             timestamptz not null
);
create index changes_in_order on platform.changes (transaction_id, row_number);
revoke update, delete on platform.changes from ${app};

-- A write asked for twice is done once: the key comes with the form, the answer is where the first one led.
create table platform.idempotency_keys (
    actor      text        not null,
    key        text        not null,
    answer     text        not null,
    at         timestamptz not null,
    primary key (actor, key)
);
