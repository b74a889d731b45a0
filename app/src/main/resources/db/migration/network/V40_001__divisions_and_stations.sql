-- Why: divisions as versioned data, organisations, stations with their rooms, hours, posts and plates.
-- Locks: new objects only.

create schema network;
grant usage on schema network to ${app};
alter default privileges in schema network grant select, insert, update, delete on tables to ${app};

-- Which copy of which data a node holds: raised with each write of divisions or stations.
create table network.stamps (
    name  text   not null primary key,
    stamp bigint not null
);

-- Editions of the division list. Nothing of an edition counts before it is confirmed.
create table network.division_editions (
    id           uuid        not null primary key,
    name         text        not null unique,
    source       text        not null,
    as_of        date        not null,
    state        text        not null check (state in ('PROPOSED', 'CONFIRMED', 'DROPPED')),
    proposed_at  timestamptz not null,
    confirmed_at timestamptz
);

create table network.division_edition_rows (
    edition_id  uuid not null references network.division_editions (id) on delete cascade,
    code        text not null,
    kind        text not null,
    name        text not null,
    parent_code text,
    primary key (edition_id, code)
);

create table network.division_differences (
    id         uuid    not null primary key,
    edition_id uuid    not null references network.division_editions (id) on delete cascade,
    position   integer not null,
    kind       text    not null check (kind in ('ADDED', 'REMOVED', 'RENAMED', 'RECODED', 'SPLIT', 'MERGED')),
    old_codes  text[]  not null,
    new_codes  text[]  not null,
    old_names  text[]  not null,
    new_names  text[]  not null,
    inferred   boolean not null
);
create index division_differences_of on network.division_differences (edition_id, position);

create table network.divisions (
    id             uuid    not null primary key,
    kind           text    not null
        check (kind in ('CITY', 'DISTRICT', 'SUBDISTRICT', 'COMMITTEE', 'ESTATE', 'BLOCK', 'BUILDING_GROUP')),
    form           text    not null
        check (form in ('CITY', 'DISTRICT', 'STREET', 'TOWN', 'TOWNSHIP', 'ZONE', 'FARM', 'RESIDENTS', 'VILLAGERS', 'VIRTUAL', 'BELOW')),
    name_zh        text    not null,
    name_en        text,
    parent_id      uuid references network.divisions (id),
    subdistrict_id uuid,
    -- two characters of public codes; given once to a subdistrict and never to another
    code_prefix    text unique,
    area_types     text[]  not null,
    bilingual      boolean not null,
    sample         boolean not null,
    valid_from     date    not null,
    valid_to       date
);
create index divisions_below on network.divisions (parent_id);

create table network.division_codes (
    code        text not null,
    division_id uuid not null references network.divisions (id),
    edition_id  uuid references network.division_editions (id),
    valid_from  date not null,
    valid_to    date,
    primary key (code, valid_from)
);
create index division_codes_of on network.division_codes (division_id);

create table network.division_successions (
    from_id    uuid not null references network.divisions (id),
    to_id      uuid not null references network.divisions (id),
    edition_id uuid not null references network.division_editions (id),
    primary key (from_id, to_id)
);

create table network.division_former_names (
    division_id uuid not null references network.divisions (id),
    name_zh     text not null,
    until       date not null,
    primary key (division_id, until)
);

create table network.district_profiles (
    district_id         uuid not null primary key references network.divisions (id),
    brand_zh            text,
    brand_en            text,
    taxonomy            text not null,
    government_services boolean,
    source              text not null,
    as_of               date,
    note_zh             text,
    note_en             text
);

-- What a source says there is, never summed with what the platform counts.
create table network.declared_counts (
    id               uuid    not null primary key,
    district_code    text    not null,
    subdistrict_code text,
    unit             text    not null,
    station_type     text,
    count            integer not null,
    date             date,
    not_before       date,
    source           text    not null,
    place_inferred   boolean not null,
    note_zh          text,
    note_en          text
);

-- The nil UUID as subdistrict_id stands for the whole city. A parent may lie in another place, so parent_id has no key.
create table network.organisations (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    kind           text    not null check (kind in ('DEPARTMENT', 'CENTRE', 'OPERATOR', 'HUB', 'PARTY')),
    type           text    not null,
    name_zh        text    not null,
    name_en        text,
    parent_id      uuid,
    lines          text[]  not null,
    address_zh     text,
    address_en     text,
    longitude      double precision,
    latitude       double precision,
    schedule_id    uuid,
    phone          text,
    source         text,
    sample         boolean not null,
    primary key (subdistrict_id, id)
);
create index organisations_at on network.organisations (area_id, kind);
create index organisations_by_id on network.organisations (id);
create index organisations_below on network.organisations (parent_id);

create table network.stations (
    subdistrict_id      uuid    not null,
    id                  uuid    not null,
    area_id             uuid    not null,
    code                text    not null,
    type                text    not null,
    size                text,
    template            text,
    point_kind          text,
    name_zh             text    not null,
    name_en             text,
    parent_id           uuid,
    address_zh          text,
    address_en          text,
    longitude           double precision,
    latitude            double precision,
    coordinate_system   text check (coordinate_system in ('WGS84', 'GCJ02', 'CGCS2000')),
    schedule_id         uuid,
    phone               text,
    step_free           boolean,
    operator_kind       text,
    operator_id         uuid,
    square_metres       integer,
    households          integer,
    households_source   text,
    households_date     date,
    premises_source     text,
    premises_contract   text,
    premises_until      date,
    responsible_post_id uuid,
    b_role_post_id      uuid,
    opens_short         boolean not null,
    opened_on           date,
    closed_on           date,
    sample              boolean not null,
    version             integer not null,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, code),
    foreign key (subdistrict_id, parent_id) references network.stations (subdistrict_id, id),
    check ((longitude is null) = (latitude is null) and (longitude is null) = (coordinate_system is null))
);
create index stations_of on network.stations (area_id);

-- A station may serve several committees, and a committee may be served by several stations.
create table network.station_committees (
    subdistrict_id uuid not null,
    station_id     uuid not null,
    committee_id   uuid not null,
    area_id        uuid not null,
    primary key (subdistrict_id, station_id, committee_id),
    foreign key (subdistrict_id, station_id) references network.stations (subdistrict_id, id) on delete cascade
);
create index station_committees_of on network.station_committees (committee_id);

create table network.rooms (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    station_id     uuid    not null,
    area_id        uuid    not null,
    position       integer not null,
    purpose        text    not null,
    unit           text,
    name_zh        text,
    name_en        text,
    square_metres  integer,
    resident_use   boolean not null,
    sample         boolean not null,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, station_id) references network.stations (subdistrict_id, id) on delete cascade
);
create index rooms_of on network.rooms (subdistrict_id, station_id);

-- Met null = nobody has looked yet.
create table network.station_checks (
    subdistrict_id uuid    not null,
    station_id     uuid    not null,
    code           text    not null,
    area_id        uuid    not null,
    met            boolean,
    sample         boolean not null,
    primary key (subdistrict_id, station_id, code),
    foreign key (subdistrict_id, station_id) references network.stations (subdistrict_id, id) on delete cascade
);

-- Each plate names the item it stands for. Its last delivery is not known until a module records deliveries.
create table network.plates (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    station_id     uuid    not null,
    area_id        uuid    not null,
    name_zh        text    not null,
    name_en        text,
    item_slug      text,
    sample         boolean not null,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, station_id) references network.stations (subdistrict_id, id) on delete cascade
);
create index plates_of on network.plates (subdistrict_id, station_id);

-- Terminals and other facilities; whether a terminal is online is not known until devices are paired.
create table network.facilities (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    station_id     uuid,
    type           text    not null,
    name_zh        text,
    name_en        text,
    longitude      double precision,
    latitude       double precision,
    terminal       boolean not null,
    sample         boolean not null,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, station_id) references network.stations (subdistrict_id, id) on delete cascade
);
create index facilities_of on network.facilities (subdistrict_id, station_id);

create table network.clusters (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    name_zh        text    not null,
    name_en        text,
    sample         boolean not null,
    primary key (subdistrict_id, id)
);

create table network.cluster_committees (
    subdistrict_id uuid not null,
    cluster_id     uuid not null,
    committee_id   uuid not null,
    area_id        uuid not null,
    primary key (subdistrict_id, cluster_id, committee_id),
    foreign key (subdistrict_id, cluster_id) references network.clusters (subdistrict_id, id) on delete cascade
);

-- A person who works here. Name and work phone are public by office while somebody's post is on a public board;
-- everything private stands in staff_private.
create table network.staff_members (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    name           text    not null,
    work_phone     text,
    on_board       boolean not null,
    account_id     uuid,
    sample         boolean not null,
    primary key (subdistrict_id, id)
);

create table network.staff_private (
    subdistrict_id uuid  not null,
    staff_id       uuid  not null,
    area_id        uuid  not null,
    mobile_cipher  bytea,
    mobile_index   bytea,
    note           text,
    primary key (subdistrict_id, staff_id),
    foreign key (subdistrict_id, staff_id) references network.staff_members (subdistrict_id, id) on delete cascade
);

create table network.posts (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    staff_id       uuid    not null,
    station_id     uuid,
    title          text    not null,
    adviser_role   text,
    line           text,
    duties_zh      text,
    duties_en      text,
    on_board       boolean not null,
    position       integer not null,
    valid_from     date    not null,
    valid_to       date,
    sample         boolean not null,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, staff_id) references network.staff_members (subdistrict_id, id),
    foreign key (subdistrict_id, station_id) references network.stations (subdistrict_id, id) on delete cascade
);
create index posts_of on network.posts (subdistrict_id, station_id);
create index posts_of_staff on network.posts (subdistrict_id, staff_id);
create index posts_advising on network.posts (adviser_role, area_id) where adviser_role is not null;

alter table network.stations
    add foreign key (subdistrict_id, responsible_post_id) references network.posts (subdistrict_id, id)
        deferrable initially deferred,
    add foreign key (subdistrict_id, b_role_post_id) references network.posts (subdistrict_id, id)
        deferrable initially deferred;

-- What staff changed at a station, for its history; values of hours live in the calendar, names in posts.
create table network.station_edits (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    station_id     uuid        not null,
    area_id        uuid        not null,
    at             timestamptz not null,
    by_name        text        not null,
    what           text        not null check (what in ('HOURS', 'EXCEPTION', 'RESPONSIBLE')),
    detail         text,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, station_id) references network.stations (subdistrict_id, id) on delete cascade
);
create index station_edits_of on network.station_edits (subdistrict_id, station_id, at desc);

-- The public board "who does what": name, post and work phone, nothing else.
create view network.v_public_board with (security_invoker = true) as
select p.subdistrict_id, p.id as post_id, p.area_id, p.station_id, p.title, p.adviser_role, p.line, p.duties_zh,
       p.duties_en, p.position, p.sample, s.id as staff_id, s.name, s.work_phone
from network.posts p
join network.staff_members s on s.subdistrict_id = p.subdistrict_id and s.id = p.staff_id
where p.on_board and s.on_board and p.valid_to is null;

do $$
declare
    t text;
begin
    foreach t in array array['stamps', 'division_editions', 'division_edition_rows', 'division_differences',
        'divisions', 'division_codes', 'division_successions', 'division_former_names', 'district_profiles',
        'declared_counts']
    loop
        execute format('alter table network.%I enable row level security', t);
        execute format('alter table network.%I force row level security', t);
        execute format('create policy reading on network.%I for select using ((select platform.actor()) is not null)', t);
        execute format('create policy adding on network.%I for insert with check (platform.writes_everywhere())', t);
        execute format('create policy changing on network.%I for update using (platform.writes_everywhere()) with check (platform.writes_everywhere())', t);
        execute format('create policy removing on network.%I for delete using (platform.writes_everywhere())', t);
    end loop;
    foreach t in array array['organisations', 'stations', 'station_committees', 'rooms', 'station_checks', 'plates',
        'facilities', 'clusters', 'cluster_committees', 'staff_members', 'staff_private', 'posts', 'station_edits']
    loop
        execute format('alter table network.%I enable row level security', t);
        execute format('alter table network.%I force row level security', t);
        execute format('create policy adding on network.%I for insert with check (platform.writes(area_id, subdistrict_id))', t);
        execute format('create policy changing on network.%I for update using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id))', t);
        execute format('create policy removing on network.%I for delete using (platform.writes(area_id, subdistrict_id))', t);
    end loop;
    foreach t in array array['organisations', 'stations', 'station_committees', 'rooms', 'station_checks', 'plates',
        'facilities', 'clusters', 'cluster_committees']
    loop
        execute format('create policy reading on network.%I for select using ((select platform.actor()) is not null)', t);
    end loop;
end $$;

create policy reading on network.staff_members for select
    using ((on_board and (select platform.actor()) is not null) or platform.reads(area_id, subdistrict_id));
create policy reading on network.posts for select
    using ((on_board and (select platform.actor()) is not null) or platform.reads(area_id, subdistrict_id));
create policy reading on network.staff_private for select using (platform.reads(area_id, subdistrict_id));
create policy reading on network.station_edits for select using (platform.reads(area_id, subdistrict_id));
