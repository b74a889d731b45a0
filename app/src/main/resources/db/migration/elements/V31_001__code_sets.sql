-- Why: code sets with source and validity; codes end, they are never deleted.
-- Locks: new objects only.

create schema if not exists elements;
grant usage on schema elements to ${app};
alter default privileges in schema elements grant select, insert, update, delete on tables to ${app};

create table elements.code_sets (
    code       text    not null primary key,
    position   integer not null,
    name_zh    text    not null,
    name_en    text,
    source     text    not null,
    valid_from date    not null,
    valid_to   date
);
create table elements.codes (
    set_code   text    not null references elements.code_sets (code),
    code       text    not null,
    position   integer not null,
    name_zh    text    not null,
    name_en    text,
    seal       text,
    parent     text,
    -- classes of service-class that a district's own class stands for
    maps_to    text[]  not null,
    -- what single sets add, values as text
    more       jsonb   not null,
    source     text    not null,
    valid_from date    not null,
    -- the day it was gone from the file
    valid_to   date,
    primary key (set_code, code)
);
-- Which state of a shipped file the tables hold.
create table elements.loaded_files (
    file      text        not null primary key,
    hash      text        not null,
    loaded_at timestamptz not null
);

do $$
declare name text;
begin
    foreach name in array array['code_sets', 'codes', 'loaded_files'] loop
        execute format('alter table elements.%I enable row level security', name);
        execute format('alter table elements.%I force row level security', name);
        execute format('create policy %I on elements.%I for select using ((select platform.actor()) is not null)',
            name || '_read', name);
        execute format('create policy %I on elements.%I for all using (platform.writes_everywhere())'
            ' with check (platform.writes_everywhere())', name || '_write', name);
    end loop;
end $$;
revoke delete on elements.code_sets, elements.codes from ${app};
