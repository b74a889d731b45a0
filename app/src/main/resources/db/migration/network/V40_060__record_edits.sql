-- Why: upkeep by page and by sheet: who changed which field of a record from what to what; organisations get a version.
-- Locks: new objects, and a short exclusive lock on two tables to add columns with constant defaults.

alter table network.organisations add column version integer not null default 1;
alter table network.organisations add column closed_on date;
alter table network.rooms add column version integer not null default 1;
alter table network.rooms add column ended_on date;
alter table network.station_checks add column checked_on date;
alter table network.station_checks add column note text;
alter table network.plates add column ended_on date;
alter table network.facilities add column ended_on date;

create table network.record_edits (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    area_id        uuid        not null,
    record_type    text        not null check (record_type in ('STATION', 'ROOM', 'CHECK', 'PLATE', 'FACILITY', 'ORGANISATION')),
    record_id      uuid        not null,
    -- the station it belongs to, for one history per station; the record itself for organisations
    owner_id       uuid        not null,
    at             timestamptz not null,
    actor          text        not null,
    by_name        text        not null,
    -- empty when the record was made
    field          text        not null,
    was            text,
    now            text,
    primary key (subdistrict_id, id)
);
create index record_edits_of on network.record_edits (subdistrict_id, owner_id, at desc);

alter table network.record_edits enable row level security;
alter table network.record_edits force row level security;
create policy reading on network.record_edits for select using (platform.reads(area_id, subdistrict_id));
create policy adding on network.record_edits for insert with check (platform.writes(area_id, subdistrict_id));
revoke update, delete on network.record_edits from ${app};
create unique index rooms_by_position on network.rooms (subdistrict_id, station_id, position) where ended_on is null;
