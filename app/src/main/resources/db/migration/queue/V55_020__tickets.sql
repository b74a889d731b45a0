-- Why: numbers, tickets, counters and calling: one visible, fair order per place and day (M-062, M-072, M-112).
-- Locks: new objects only.

-- The row that is locked by whoever gives out a number or calls: the order comes from its counters, never from a clock.
create table queue.days (
    subdistrict_id uuid    not null,
    place_id       uuid    not null,
    day            date    not null,
    area_id        uuid    not null,
    last_number    integer not null default 0,
    last_arrival   bigint  not null default 0,
    -- called since the last ticket in plain order of arrival
    due_taken      integer not null default 0,
    priority_taken integer not null default 0,
    primary key (subdistrict_id, place_id, day),
    foreign key (subdistrict_id, place_id) references queue.places (subdistrict_id, id)
);
alter table queue.days enable row level security;
alter table queue.days force row level security;
create policy days_read on queue.days for select using ((select platform.actor()) is not null);
create policy days_write on queue.days for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

create table queue.counters (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    place_id       uuid    not null,
    area_id        uuid    not null,
    number         integer not null check (number between 1 and 999),
    -- where in the house: people look for the room first
    room_zh        text,
    room_en        text,
    -- service classes it takes; empty for all
    classes        text[]  not null,
    closed_on      date,
    sample         boolean not null,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, place_id) references queue.places (subdistrict_id, id)
);
create unique index counters_numbered on queue.counters (subdistrict_id, place_id, number) where closed_on is null;
alter table queue.counters enable row level security;
alter table queue.counters force row level security;
create policy counters_read on queue.counters for select using ((select platform.actor()) is not null);
create policy counters_write on queue.counters for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

-- Who sits at which counter since when. A worker sits at one counter, a counter has one worker.
create table queue.sittings (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    place_id       uuid        not null,
    counter_id     uuid        not null,
    area_id        uuid        not null,
    account_id     uuid        not null,
    worker         text        not null,
    classes        text[]      not null,
    since          timestamptz not null,
    until          timestamptz,
    paused         boolean     not null default false,
    -- the silent button: a colleague is wanted here
    help_wanted    boolean     not null default false,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, counter_id) references queue.counters (subdistrict_id, id)
);
create unique index sittings_of_counter on queue.sittings (subdistrict_id, counter_id) where until is null;
create unique index sittings_of_worker on queue.sittings (subdistrict_id, account_id) where until is null;
create index sittings_at on queue.sittings (subdistrict_id, place_id) where until is null;
alter table queue.sittings enable row level security;
alter table queue.sittings force row level security;
create policy sittings_read on queue.sittings for select using ((select platform.actor()) is not null);
create policy sittings_write on queue.sittings for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

create table queue.tickets (
    subdistrict_id   uuid        not null,
    id               uuid        not null,
    place_id         uuid        not null,
    area_id          uuid        not null,
    day              date        not null,
    number           integer     not null check (number > 0),
    -- read from paper or a link; cannot be guessed from the number
    code             text        not null,
    state            text        not null check (state in
        ('EXPECTED', 'WAITING', 'CALLED', 'SERVING', 'HELD', 'PASSED', 'FINISHED', 'LEFT')),
    channel          text        not null check (channel in ('RECEPTION', 'GUIDE', 'KIOSK', 'PHONE', 'REMOTE', 'PAPER', 'MACHINE', 'BOOKING')),
    -- null until the person is there; order of arrival, from queue.days
    arrival          bigint,
    arrived_at       timestamptz,
    issued_at        timestamptz not null,
    issued_by        text        not null,
    priority         text        check (priority in ('ELDER', 'DISABLED', 'PREGNANT', 'MILITARY')),
    booking_id       uuid,
    due_at           timestamptz,
    person_id        uuid,
    companions       integer     not null default 0 check (companions between 0 and 20),
    items            text[]      not null,
    classes          text[]      not null,
    -- of a ticket drawn at another place for this one: where the person sits, and whether a worker there says they are in the room
    remote_place_id  uuid,
    remote_subdistrict_id uuid,
    present          boolean     not null default true,
    counter_id       uuid,
    -- only this counter may call it (after a transfer)
    for_counter_id   uuid,
    owner_id         uuid,
    owner            text,
    calls            integer     not null default 0,
    passed           integer     not null default 0,
    called_at        timestamptz,
    -- from arrival to the first call
    waited_minutes   integer,
    serving_at       timestamptz,
    ended_at         timestamptz,
    version          integer     not null default 1,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, place_id, day, number),
    unique (subdistrict_id, code),
    foreign key (subdistrict_id, place_id) references queue.places (subdistrict_id, id),
    check (state not in ('WAITING', 'CALLED', 'SERVING', 'HELD', 'PASSED') or arrival is not null),
    check (state not in ('CALLED', 'SERVING') or counter_id is not null)
);
create index tickets_open on queue.tickets (subdistrict_id, place_id, state)
    where state in ('EXPECTED', 'WAITING', 'CALLED', 'SERVING', 'HELD', 'PASSED');
create index tickets_of_day on queue.tickets (subdistrict_id, place_id, day);
create index tickets_by_code on queue.tickets (code);
create index tickets_drawn_at on queue.tickets (remote_subdistrict_id, remote_place_id, day) where remote_place_id is not null;
create unique index tickets_at_counter on queue.tickets (subdistrict_id, counter_id) where state in ('CALLED', 'SERVING');
alter table queue.tickets enable row level security;
alter table queue.tickets force row level security;
-- A ticket shows a number and what it is for, not who holds it: whoever is in the hall sees as much. The person is read from the
-- register, under its own rules.
create policy tickets_read on queue.tickets for select using ((select platform.actor()) is not null);
create policy tickets_write on queue.tickets for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

-- What happened to a ticket, never changed; waits and figures are read from here.
create table queue.ticket_events (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    ticket_id      uuid        not null,
    place_id       uuid        not null,
    area_id        uuid        not null,
    at             timestamptz not null,
    actor          text        not null,
    event          text        not null,
    counter_id     uuid,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, ticket_id) references queue.tickets (subdistrict_id, id)
);
create index ticket_events_of on queue.ticket_events (subdistrict_id, ticket_id, at);
create index ticket_events_at on queue.ticket_events (subdistrict_id, place_id, at);
alter table queue.ticket_events enable row level security;
alter table queue.ticket_events force row level security;
create policy ticket_events_read on queue.ticket_events for select using (platform.reads(area_id, subdistrict_id));
create policy ticket_events_add on queue.ticket_events for insert with check (platform.writes(area_id, subdistrict_id));
revoke update, delete on queue.ticket_events from ${app};

revoke delete on queue.days, queue.tickets, queue.sittings from ${app};
