-- Why: slots made from opening hours and plans, bookings of them, the waiting list, and the numbers of booking as data.
-- Locks: new objects only; one more policy on access.audit (a brief ACCESS EXCLUSIVE lock).

-- Numbers for the whole city, with validity and source; the newest line that has begun counts.
create table queue.booking_rules (
    valid_from               date     not null primary key,
    -- so many bookings not kept within so many days limit booking online (never by phone or at the desk) for so many days
    no_shows                 smallint not null check (no_shows >= 1),
    no_show_window_days      smallint not null check (no_show_window_days >= 1),
    no_show_limit_days       smallint not null check (no_show_limit_days >= 0),
    offer_minutes            smallint not null check (offer_minutes >= 1),
    -- no offer is made, and none holds, closer to the start than this
    offer_before_minutes     smallint not null check (offer_before_minutes >= 0),
    reminder_hours           smallint not null check (reminder_hours >= 1),
    wrong_tries              smallint not null check (wrong_tries >= 1),
    source                   text     not null
);

-- How places are given out: an item (or every item) at a place, in pieces of so many minutes within its opening hours.
create table queue.slot_plans (
    subdistrict_id   uuid        not null,
    id               uuid        not null,
    area_id          uuid        not null,
    place_id         uuid        not null,
    -- null: every item done there, except those with a plan of their own
    item_id          uuid,
    minutes          smallint    not null check (minutes between 5 and 480),
    capacity         smallint    not null check (capacity between 0 and 500),
    -- seats kept for elderly, disabled, pregnant and military (老残孕军) until so long before the start
    reserved         smallint    not null default 0 check (reserved between 0 and capacity),
    reserved_until_minutes smallint not null default 60 check (reserved_until_minutes >= 0),
    -- a day's slots open so many days ahead at this minute of the day
    days_ahead       smallint    not null check (days_ahead between 0 and 90),
    release_minute   smallint    not null check (release_minute between 0 and 1439),
    -- minutes of the day, begin, end, begin, end …: no slots then
    breaks           smallint[]  not null default '{}',
    open_per_person  smallint    not null default 1 check (open_per_person >= 1),
    day_per_person   smallint    not null default 2 check (day_per_person >= 1),
    change_until_minutes smallint not null default 30 check (change_until_minutes >= 0),
    valid_from       date        not null,
    valid_to         date        check (valid_to >= valid_from),
    source           text        not null,
    sample           boolean     not null default false,
    version          integer     not null default 1,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, place_id) references queue.places (subdistrict_id, id)
);
create unique index slot_plans_one on queue.slot_plans
    (subdistrict_id, place_id, coalesce(item_id, '00000000-0000-0000-0000-000000000000'::uuid), valid_from);
create index slot_plans_by_item on queue.slot_plans (item_id);

-- A day on which a plan gives out more, fewer or no seats. Closing the place itself is an exception of its opening hours.
create table queue.plan_exceptions (
    subdistrict_id uuid        not null,
    plan_id        uuid        not null,
    day            date        not null,
    area_id        uuid        not null,
    capacity       smallint    not null check (capacity between 0 and 500),
    reason         text        not null check (char_length(reason) between 1 and 200),
    entered_by     text        not null,
    entered_at     timestamptz not null,
    primary key (subdistrict_id, plan_id, day),
    foreign key (subdistrict_id, plan_id) references queue.slot_plans (subdistrict_id, id)
);

create table queue.slots (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    area_id        uuid        not null,
    place_id       uuid        not null,
    plan_id        uuid        not null,
    item_id        uuid,
    day            date        not null,
    starts_at      timestamptz not null,
    minutes        smallint    not null,
    opens_at       timestamptz not null,
    capacity       smallint    not null check (capacity >= 0),
    reserved       smallint    not null default 0 check (reserved >= 0),
    -- seats given: bookings that stand, and offers that still hold
    taken          smallint    not null default 0 check (taken >= 0),
    taken_priority smallint    not null default 0 check (taken_priority >= 0 and taken_priority <= taken),
    state          text        not null default 'OPEN' check (state in ('OPEN', 'REMOVED')),
    removed_why    text,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, plan_id, starts_at),
    foreign key (subdistrict_id, plan_id) references queue.slot_plans (subdistrict_id, id)
) with (fillfactor = 70);
create index slots_by_place on queue.slots (subdistrict_id, place_id, day);

create table queue.bookings (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    area_id        uuid        not null,
    place_id       uuid        not null,
    slot_id        uuid        not null,
    item_id        uuid        not null,
    person_id      uuid        not null,
    code           text        not null check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
    -- a column of its own: an index on an expression is not used under row-level security
    short_code     text        not null generated always as (right(code, 4)) stored,
    state          text        not null
        check (state in ('BOOKED', 'CHECKED_IN', 'SERVED', 'CANCELLED', 'NO_SHOW', 'MOVED')),
    channel        text        not null check (channel in ('WEB', 'DESK', 'PHONE', 'KIOSK')),
    priority       text        not null check (priority in ('NONE', 'ELDER', 'DISABLED', 'PREGNANT', 'MILITARY')),
    day            date        not null,
    starts_at      timestamptz not null,
    minutes        smallint    not null,
    -- who typed it: a resident's account, a member of staff or a device
    made_by        text        not null,
    -- of the actor and the key of the form: the same request is the same booking
    request_key    uuid        not null,
    made_at        timestamptz not null,
    ended_at       timestamptz,
    ended_by       text,
    -- the booking it replaced
    moved_from     uuid,
    reminded_at    timestamptz,
    -- since when its slot is gone and the person has been told
    displaced_at   timestamptz,
    wrong_tries    smallint    not null default 0,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, code),
    unique (subdistrict_id, request_key)
    -- no foreign key to the slot: rows are made from the locked slot itself, and slots are never deleted
) with (fillfactor = 85);
-- The list of a day; the last four characters of a code are enough there on that day.
create unique index bookings_of_day on queue.bookings (subdistrict_id, place_id, day, short_code);
create index bookings_of_person on queue.bookings (person_id, day);
-- For what is due or over: days grow with the rows, so a summary of blocks is enough and costs nothing to write.
create index bookings_by_day on queue.bookings using brin (day) with (pages_per_range = 16, autosummarize = on);

create table queue.waiting_list (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    area_id        uuid        not null,
    place_id       uuid        not null,
    plan_id        uuid        not null,
    item_id        uuid        not null,
    day            date        not null,
    person_id      uuid        not null,
    priority       text        not null check (priority in ('NONE', 'ELDER', 'DISABLED', 'PREGNANT', 'MILITARY')),
    code           text        not null check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
    channel        text        not null check (channel in ('WEB', 'DESK', 'PHONE', 'KIOSK')),
    state          text        not null check (state in ('WAITING', 'OFFERED', 'TAKEN', 'EXPIRED', 'LEFT')),
    made_by        text        not null,
    request_key    uuid        not null,
    made_at        timestamptz not null,
    offered_slot   uuid,
    offered_until  timestamptz,
    booking_id     uuid,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, code),
    unique (subdistrict_id, made_by, request_key),
    foreign key (subdistrict_id, plan_id) references queue.slot_plans (subdistrict_id, id)
);
create unique index waiting_once on queue.waiting_list (subdistrict_id, person_id, plan_id, day)
    where state in ('WAITING', 'OFFERED');
create index waiting_in_order on queue.waiting_list (subdistrict_id, plan_id, day, made_at, id)
    where state in ('WAITING', 'OFFERED');

-- The scope of a system actor reaches everywhere: asked once per statement, not once per row.
do $$
declare name text;
declare everywhere text := '(select platform.writes_everywhere()) or platform.writes(area_id, subdistrict_id)';
declare seen text := '(select coalesce(current_setting(''jmk.areas'', true) = ''*'', false)) or platform.reads(area_id, subdistrict_id)';
begin
    foreach name in array array['slot_plans', 'plan_exceptions', 'slots', 'bookings', 'waiting_list'] loop
        execute format('alter table queue.%I enable row level security', name);
        execute format('alter table queue.%I force row level security', name);
        execute format('create policy %I on queue.%I for insert with check (%s)', name || '_add', name, everywhere);
        execute format('create policy %I on queue.%I for update using (%s) with check (%s)', name || '_change', name,
            everywhere, everywhere);
        execute format('create policy %I on queue.%I for select using (%s)', name || '_read', name,
            case when name in ('bookings', 'waiting_list') then seen else '(select platform.actor()) is not null' end);
    end loop;
end $$;
create policy plan_exceptions_remove on queue.plan_exceptions for delete
    using (platform.writes(area_id, subdistrict_id));
alter table queue.booking_rules enable row level security;
alter table queue.booking_rules force row level security;
create policy booking_rules_read on queue.booking_rules for select using ((select platform.actor()) is not null);
create policy booking_rules_write on queue.booking_rules for all
    using (platform.writes_everywhere()) with check (platform.writes_everywhere());
revoke delete on queue.slot_plans, queue.slots, queue.bookings, queue.waiting_list from ${app};

-- Many bookings are written in one transaction as system:queue.booking after each right was decided; each audit row still
-- names who typed it (architecture.md section 4, "a batch for several people").
create policy audit_add_bookings on access.audit for insert
    with check ((select platform.actor()) = 'system:queue.booking');
