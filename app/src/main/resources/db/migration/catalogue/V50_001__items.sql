-- Why: service items with their guides, one immutable document per version.
-- Locks: new objects only.

create schema catalogue;
grant usage on schema catalogue to ${app};
alter default privileges in schema catalogue grant select, insert, update, delete on tables to ${app};

create table catalogue.items (
    id   uuid not null primary key,
    slug text not null unique
);

-- The document is the whole content; the columns beside it are for queries and never differ from it.
create table catalogue.item_versions (
    item_id       uuid        not null references catalogue.items,
    version       integer     not null check (version > 0),
    name_zh       text        not null,
    service_class text        not null,
    line          text        not null,
    decided_by    text        not null,
    sample        boolean     not null,
    document      jsonb       not null,
    content_hash  text        not null,
    valid_from    date        not null,
    valid_to      date,
    review_by     date        not null,
    published_at  timestamptz not null,
    published_by  text        not null,
    ended_reason  text,
    primary key (item_id, version),
    check (valid_to is null or valid_to >= valid_from - 1)
);
-- A published version is never edited; only its end may still be set.
revoke update, delete on catalogue.item_versions from ${app};
grant update (valid_to, ended_reason) on catalogue.item_versions to ${app};

-- Which content files were loaded in which state, so that a start without news does nothing.
create table catalogue.loaded_files (
    path      text        not null primary key,
    hash      text        not null,
    loaded_at timestamptz not null
);

do $$
declare t text;
begin
    foreach t in array array['items', 'item_versions', 'loaded_files'] loop
        execute format('alter table catalogue.%I enable row level security', t);
        execute format('alter table catalogue.%I force row level security', t);
        execute format('create policy read on catalogue.%I for select using ((select platform.actor()) is not null)', t);
        execute format('create policy add on catalogue.%I for insert with check ((select platform.writes_everywhere()))', t);
        execute format('create policy change on catalogue.%I for update using ((select platform.writes_everywhere())) with check ((select platform.writes_everywhere()))', t);
        execute format('create policy remove on catalogue.%I for delete using ((select platform.writes_everywhere()))', t);
    end loop;
end $$;

-- The day in the city, whatever the server's own zone.
create function catalogue.today() returns date language sql stable parallel safe
    return (now() at time zone 'Asia/Shanghai')::date;

-- The version of each item in force today: the highest whose validity covers the day.
create view catalogue.v_items with (security_invoker = true) as
select distinct on (v.item_id)
       v.item_id, i.slug, v.version, v.name_zh, v.service_class, v.line, v.decided_by, v.sample,
       v.valid_from, v.valid_to, v.review_by
from catalogue.item_versions v
join catalogue.items i on i.id = v.item_id
where v.valid_from <= catalogue.today() and (v.valid_to is null or v.valid_to >= catalogue.today())
order by v.item_id, v.version desc;
