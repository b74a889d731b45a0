-- Why: residents sign in with a code sent to their phone: accounts, consent, codes on their way, and the numbers of it as data.
-- Locks: new objects only; one more policy on access.audit (a brief ACCESS EXCLUSIVE lock).

-- The newest line that has begun counts.
create table access.phone_sign_in_rules (
    valid_from            date    not null primary key,
    code_minutes          integer not null check (code_minutes between 1 and 30),
    most_tries            integer not null check (most_tries between 1 and 10),
    pause_seconds         integer not null check (pause_seconds >= 0),
    most_per_phone_hour   integer not null,
    most_per_phone_day    integer not null,
    most_per_address_hour integer not null,
    session_minutes       integer not null,
    source                text    not null
);
-- Versions of the privacy notice that somebody consents to.
create table access.privacy_notices (
    version    text not null primary key,
    valid_from date not null,
    source     text not null
);

-- One account per name and phone; several people may share a phone. No area: a resident belongs to no office.
create table access.resident_accounts (
    id          uuid        not null primary key,
    name        text        not null check (char_length(name) between 1 and 40),
    phone       bytea       not null,
    phone_index bytea       not null,
    state       text        not null check (state in ('ACTIVE', 'CLOSED')),
    created_at  timestamptz not null,
    unique (phone_index, name)
);
alter table access.resident_accounts enable row level security;
alter table access.resident_accounts force row level security;
create policy resident_accounts_own on access.resident_accounts for select
    using (id::text = (select platform.actor()));
create policy resident_accounts_system on access.resident_accounts for all
    using ((select platform.actor()) like any (array['system:access.%', 'system:platform.key-rotation']))
    with check ((select platform.actor()) like any (array['system:access.%', 'system:platform.key-rotation']));

create table access.resident_consents (
    resident_id    uuid        not null references access.resident_accounts (id),
    notice_version text        not null references access.privacy_notices (version),
    at             timestamptz not null,
    primary key (resident_id, notice_version)
);
alter table access.resident_consents enable row level security;
alter table access.resident_consents force row level security;
create policy resident_consents_own on access.resident_consents for select
    using (resident_id::text = (select platform.actor()));
create policy resident_consents_system on access.resident_consents for all
    using ((select platform.actor()) like any (array['system:access.%', 'system:platform.key-rotation']))
    with check ((select platform.actor()) like any (array['system:access.%', 'system:platform.key-rotation']));

-- Codes on their way. Neither code, phone nor address stands here in clear; rows are deleted after two days.
create table access.phone_codes (
    id             uuid        not null primary key,
    token_hash     bytea       not null unique,
    phone          bytea       not null,
    phone_index    bytea       not null,
    address_index  bytea       not null,
    code_hash      bytea       not null,
    tries          integer     not null default 0,
    state          text        not null check (state in ('SENT', 'PROVEN', 'USED', 'SPOILT')),
    notice_version text        not null,
    asked_at       timestamptz not null,
    holds_until    timestamptz not null
);
create index phone_codes_by_phone on access.phone_codes (phone_index, asked_at);
create index phone_codes_by_address on access.phone_codes (address_index, asked_at);
create index phone_codes_by_age on access.phone_codes (asked_at);
alter table access.phone_codes enable row level security;
alter table access.phone_codes force row level security;
create policy phone_codes_system on access.phone_codes for all
    using ((select platform.actor()) like any (array['system:access.%', 'system:platform.key-rotation']))
    with check ((select platform.actor()) like any (array['system:access.%', 'system:platform.key-rotation']));

revoke update, delete on access.phone_sign_in_rules, access.privacy_notices, access.resident_consents from ${app};
revoke delete on access.resident_accounts from ${app};

-- A resident reads what was done with their own account, and nothing else of the trail.
create policy audit_read_of_resident on access.audit for select
    using (subject_type = 'resident' and subject = (select platform.actor()));
