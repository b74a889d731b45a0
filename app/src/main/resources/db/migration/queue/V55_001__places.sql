-- Why: the places people come to with a booking or a ticket, and the written rules of the queue as data (M-062, M-072).
-- Locks: new objects only.

create schema queue;
grant usage on schema queue to ${app};
alter default privileges in schema queue grant select, insert, update, delete on tables to ${app};

-- One row per place that serves people: a station, or a service centre. The id is that of the station or the organisation.
create table queue.places (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    kind           text    not null check (kind in ('STATION', 'CENTRE')),
    -- of a station its own code; a centre gets one of five characters
    code           text    not null,
    mode           text    not null check (mode in ('RECEPTION_LOG', 'BOOKED_ONLY', 'NUMBERS')),
    -- the hall has a number machine of its own, whose numbers enter through a port
    own_machine    boolean not null default false,
    version        integer not null default 1,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, code)
);
create index places_by_code on queue.places (code);
alter table queue.places enable row level security;
alter table queue.places force row level security;
create policy places_read on queue.places for select using ((select platform.actor()) is not null);
create policy places_write on queue.places for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

-- The written order, published on every hall's page. The newest line that has begun counts.
create table queue.order_rules (
    valid_from          date    not null primary key,
    -- a checked-in booking is due from so many minutes before its time to so many after
    due_before_minutes  integer not null check (due_before_minutes between 0 and 120),
    due_after_minutes   integer not null check (due_after_minutes between 0 and 120),
    -- so many of the first two kinds in a row, then the earliest arrival of all
    most_in_a_row       integer not null check (most_in_a_row between 1 and 50),
    -- called so often without an answer, a ticket is passed
    recalls             integer not null check (recalls between 1 and 10),
    -- whoever returns after being passed ranks by the time of return, this often
    returns             integer not null check (returns between 0 and 10),
    source              text    not null
);
alter table queue.order_rules enable row level security;
alter table queue.order_rules force row level security;
create policy order_rules_read on queue.order_rules for select using ((select platform.actor()) is not null);
create policy order_rules_write on queue.order_rules for all
    using (platform.writes_everywhere()) with check (platform.writes_everywhere());
revoke update, delete on queue.order_rules from ${app};
