-- Why: texts of messages as data, and the outbox from which messages leave, once, whichever node sends them.
-- Locks: new objects only.

create schema if not exists notices;
grant usage on schema notices to ${app};
alter default privileges in schema notices grant select, insert, update, delete on tables to ${app};

-- The newest text that has begun counts. {names} in braces are filled in when the message is written.
create table notices.templates (
    code           text    not null,
    lang           text    not null check (lang in ('zh', 'en')),
    valid_from     date    not null,
    body           text    not null check (char_length(body) between 1 and 500),
    useful_minutes integer check (useful_minutes > 0),
    keep_days      integer not null check (keep_days > 0),
    source         text    not null,
    primary key (code, lang, valid_from)
);
alter table notices.templates enable row level security;
alter table notices.templates force row level security;
create policy templates_read on notices.templates for select using ((select platform.actor()) is not null);
create policy templates_write on notices.templates for all
    using (platform.writes_everywhere()) with check (platform.writes_everywhere());

-- Recipient and text are encrypted. A row is claimed by a lease, so that a node that dies in the middle is taken over.
create table notices.outbox (
    id           uuid        not null primary key,
    template     text        not null,
    channel      text        not null check (channel in ('SMS')),
    recipient    bytea       not null,
    body         bytea       not null,
    state        text        not null check (state in ('WAITING', 'SENDING', 'DELIVERED', 'DEAD', 'TOO_LATE')),
    attempts     integer     not null default 0,
    made_at      timestamptz not null,
    next_at      timestamptz not null,
    leased_until timestamptz,
    useful_until timestamptz,
    finished_at  timestamptz,
    delete_after timestamptz not null,
    last_failure text,
    reference    text
);
create index outbox_due on notices.outbox (next_at) where state in ('WAITING', 'SENDING');
create index outbox_newest on notices.outbox (made_at desc);
create index outbox_old on notices.outbox (delete_after);
alter table notices.outbox enable row level security;
alter table notices.outbox force row level security;
-- Whoever acts for the system may put a message in; only this module reads, sends and clears them.
create policy outbox_add on notices.outbox for insert with check ((select platform.actor()) like 'system:%');
create policy outbox_own on notices.outbox for all
    using ((select platform.actor()) like any (array['system:notices.%', 'system:platform.key-rotation']))
    with check ((select platform.actor()) like any (array['system:notices.%', 'system:platform.key-rotation']));
