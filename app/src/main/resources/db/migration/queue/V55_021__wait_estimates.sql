-- Why: every wait that was told is kept, to be compared with the wait that happened, which the ticket has (claim 2 of peers.md, M-062).
-- Locks: new object only.

create table queue.estimates (
    subdistrict_id uuid        not null,
    ticket_id      uuid        not null,
    place_id       uuid        not null,
    area_id        uuid        not null,
    at             timestamptz not null,
    day            date        not null,
    waiting_before integer     not null,
    counters       integer     not null,
    low_minutes    integer     not null,
    high_minutes   integer     not null check (high_minutes >= low_minutes),
    primary key (subdistrict_id, ticket_id),
    foreign key (subdistrict_id, ticket_id) references queue.tickets (subdistrict_id, id)
);
create index estimates_of on queue.estimates (subdistrict_id, place_id, day);
alter table queue.estimates enable row level security;
alter table queue.estimates force row level security;
create policy estimates_read on queue.estimates for select using ((select platform.actor()) is not null);
create policy estimates_write on queue.estimates for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));
revoke delete on queue.estimates from ${app};
