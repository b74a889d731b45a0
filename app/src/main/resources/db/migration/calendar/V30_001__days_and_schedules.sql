-- Why: kinds of days by year and edition, and opening schedules with exceptions and history.
-- Locks: new objects only.

create schema if not exists calendar;
grant usage on schema calendar to ${app};
alter default privileges in schema calendar grant select, insert, update, delete on tables to ${app};

-- Each edit of a year is a new edition; the newest counts, old ones are kept.
create table calendar.year_editions (
    year      integer     not null,
    edition   integer     not null,
    source    text        not null,
    edited_by text        not null,
    edited_at timestamptz not null,
    primary key (year, edition)
);
-- Only days that differ from their weekday: public holidays and make-up working days.
create table calendar.day_kinds (
    year    integer not null,
    edition integer not null,
    day     date    not null,
    kind    text    not null check (kind in ('workday', 'rest-day', 'public-holiday', 'make-up-workday')),
    name    text    not null,
    primary key (year, edition, day),
    foreign key (year, edition) references calendar.year_editions (year, edition)
);

create table calendar.schedules (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    version        integer not null default 1,
    primary key (subdistrict_id, id)
);
create index schedules_by_id on calendar.schedules (id);
create table calendar.opening_lines (
    subdistrict_id uuid     not null,
    schedule_id    uuid     not null,
    line           smallint not null,
    area_id        uuid     not null,
    day_kind       text     not null check (day_kind in ('workday', 'rest-day', 'public-holiday', 'make-up-workday')),
    -- bit 0 is Monday
    weekdays       smallint not null check (weekdays between 1 and 127),
    opens_minute   smallint not null check (opens_minute >= 0),
    closes_minute  smallint not null check (closes_minute <= 1440 and closes_minute > opens_minute),
    shift          text     not null check (shift in ('normal', 'staggered', 'extended', 'duty')),
    primary key (subdistrict_id, schedule_id, line),
    foreign key (subdistrict_id, schedule_id) references calendar.schedules (subdistrict_id, id)
);
create index opening_lines_by_schedule on calendar.opening_lines (schedule_id);
create table calendar.opening_exceptions (
    subdistrict_id uuid     not null,
    schedule_id    uuid     not null,
    id             uuid     not null,
    area_id        uuid     not null,
    first_day      date     not null,
    last_day       date     not null check (last_day >= first_day),
    -- opens, closes, opens, closes …; empty means closed
    spans          smallint[] not null,
    reason_zh      text     not null,
    reason_en      text,
    entered_at     timestamptz not null,
    primary key (subdistrict_id, schedule_id, id),
    foreign key (subdistrict_id, schedule_id) references calendar.schedules (subdistrict_id, id)
);
create index opening_exceptions_by_schedule on calendar.opening_exceptions (schedule_id);
-- What the hours were before each edit, in words people can read.
create table calendar.schedule_history (
    subdistrict_id uuid        not null,
    schedule_id    uuid        not null,
    version        integer     not null,
    area_id        uuid        not null,
    changed_by     text        not null,
    changed_at     timestamptz not null,
    before         text        not null,
    primary key (subdistrict_id, schedule_id, version),
    foreign key (subdistrict_id, schedule_id) references calendar.schedules (subdistrict_id, id)
);

do $$
declare name text;
begin
    foreach name in array array['year_editions', 'day_kinds'] loop
        execute format('alter table calendar.%I enable row level security', name);
        execute format('alter table calendar.%I force row level security', name);
        execute format('create policy %I on calendar.%I for select using ((select platform.actor()) is not null)',
            name || '_read', name);
        execute format('create policy %I on calendar.%I for all using (platform.writes_everywhere())'
            ' with check (platform.writes_everywhere())', name || '_write', name);
    end loop;
    foreach name in array array['schedules', 'opening_lines', 'opening_exceptions', 'schedule_history'] loop
        execute format('alter table calendar.%I enable row level security', name);
        execute format('alter table calendar.%I force row level security', name);
        execute format('create policy %I on calendar.%I for select using ((select platform.actor()) is not null)',
            name || '_read', name);
        execute format('create policy %I on calendar.%I for insert with check (platform.writes(area_id, subdistrict_id))',
            name || '_add', name);
        execute format('create policy %I on calendar.%I for update using (platform.writes(area_id, subdistrict_id))'
            ' with check (platform.writes(area_id, subdistrict_id))', name || '_change', name);
        execute format('create policy %I on calendar.%I for delete using (platform.writes(area_id, subdistrict_id))',
            name || '_remove', name);
    end loop;
end $$;
revoke update, delete on calendar.schedule_history, calendar.year_editions, calendar.day_kinds from ${app};
