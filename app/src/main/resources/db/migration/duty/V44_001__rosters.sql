-- Why: who is at a station in each of its open hours: workers, monthly rosters, absences, hand-over notes (M-080, M-081, M-033).
-- Locks: new objects only.

create schema duty;
grant usage on schema duty to ${app};
alter default privileges in schema duty grant select, insert, update, delete on tables to ${app};

-- Limits of a roster with validity and source; the newest that has begun counts.
create table duty.rules (
    valid_from            date    not null primary key,
    least_on_site         integer not null check (least_on_site between 1 and 2),
    most_minutes_per_day  integer not null check (most_minutes_per_day between 60 and 1440),
    least_rest_minutes    integer not null check (least_rest_minutes between 0 and 1440),
    most_days_in_a_row    integer not null check (most_days_in_a_row between 1 and 31),
    source                text    not null
);
alter table duty.rules enable row level security;
alter table duty.rules force row level security;
create policy rules_read on duty.rules for select using ((select platform.actor()) is not null);
create policy rules_write on duty.rules for all
    using (platform.writes_everywhere()) with check (platform.writes_everywhere());

-- Who may stand in a roster. The person is the one of the station's public board.
create table duty.workers (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    station_id     uuid    not null,
    staff_id       uuid,
    name           text    not null check (char_length(name) between 1 and 60),
    cross_trained  boolean not null,
    lead           boolean not null,
    sample         boolean not null,
    valid_from     date    not null,
    valid_to       date,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, station_id, staff_id)
);
create table duty.absences (
    subdistrict_id uuid not null,
    id             uuid not null,
    area_id        uuid not null,
    station_id     uuid not null,
    worker_id      uuid not null,
    kind           text not null check (kind in ('ILLNESS', 'LEAVE', 'WISH')),
    first_day      date not null,
    last_day       date not null check (last_day >= first_day),
    reported_by    text not null,
    reported_at    timestamptz not null,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, worker_id, kind, first_day, last_day),
    foreign key (subdistrict_id, worker_id) references duty.workers (subdistrict_id, id)
);
create index absences_by_station on duty.absences (subdistrict_id, station_id, last_day);

-- One row per station and month; gaps may only be published when somebody names himself for them.
create table duty.rosters (
    subdistrict_id    uuid    not null,
    id                uuid    not null,
    area_id           uuid    not null,
    station_id        uuid    not null,
    month             date    not null check (extract(day from month) = 1),
    version           integer not null default 1,
    state             text    not null check (state in ('DRAFT', 'PUBLISHED')),
    published_by      text,
    published_at      timestamptz,
    gaps_acknowledged integer not null default 0,
    sample            boolean not null,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, station_id, month),
    check ((state = 'PUBLISHED') = (published_at is not null))
);
-- One slot of the open hours: the person in the A role and the one who stands in (B role).
create table duty.shifts (
    subdistrict_id uuid     not null,
    id             uuid     not null,
    area_id        uuid     not null,
    roster_id      uuid     not null,
    station_id     uuid     not null,
    day            date     not null,
    opens_minute   smallint not null check (opens_minute >= 0),
    closes_minute  smallint not null check (closes_minute <= 1440 and closes_minute > opens_minute),
    shift          text     not null check (shift in ('normal', 'staggered', 'extended', 'duty')),
    a_worker       uuid,
    b_worker       uuid,
    primary key (subdistrict_id, id),
    check (a_worker <> b_worker),
    foreign key (subdistrict_id, roster_id) references duty.rosters (subdistrict_id, id),
    foreign key (subdistrict_id, a_worker) references duty.workers (subdistrict_id, id),
    foreign key (subdistrict_id, b_worker) references duty.workers (subdistrict_id, id)
);
create index shifts_by_day on duty.shifts (subdistrict_id, station_id, day);
create index shifts_by_roster on duty.shifts (subdistrict_id, roster_id);
-- The hand-over book (交接本): an open point is carried on until somebody closes it.
create table duty.notes (
    subdistrict_id  uuid        not null,
    id              uuid        not null,
    area_id         uuid        not null,
    station_id      uuid        not null,
    words           text        not null check (char_length(words) between 1 and 1000),
    written_by      text        not null,
    writer_name     text        not null,
    written_at      timestamptz not null,
    acknowledged_by text,
    reader_name     text,
    acknowledged_at timestamptz,
    closed_by       text,
    closed_at       timestamptz,
    primary key (subdistrict_id, id),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((closed_by is null) = (closed_at is null))
);
create index notes_by_station on duty.notes (subdistrict_id, station_id, written_at desc);
-- The solver's run for a roster, seen on every node and stopped from any.
create table duty.proposals (
    subdistrict_id uuid        not null,
    roster_id      uuid        not null,
    area_id        uuid        not null,
    run            uuid        not null,
    state          text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    started_by     text        not null,
    started_at     timestamptz not null,
    limit_seconds  integer     not null,
    broken         integer,
    primary key (subdistrict_id, roster_id),
    foreign key (subdistrict_id, roster_id) references duty.rosters (subdistrict_id, id)
);

do $$
declare name text;
begin
    foreach name in array array['workers', 'absences', 'rosters', 'shifts', 'notes', 'proposals'] loop
        execute format('alter table duty.%I enable row level security', name);
        execute format('alter table duty.%I force row level security', name);
        execute format('create policy %I on duty.%I for select using (platform.reads(area_id, subdistrict_id))',
            name || '_read', name);
        execute format('create policy %I on duty.%I for insert with check (platform.writes(area_id, subdistrict_id))',
            name || '_add', name);
        execute format('create policy %I on duty.%I for update using (platform.writes(area_id, subdistrict_id))'
            ' with check (platform.writes(area_id, subdistrict_id))', name || '_change', name);
        execute format('create policy %I on duty.%I for delete using (platform.writes(area_id, subdistrict_id))',
            name || '_remove', name);
    end loop;
end $$;
