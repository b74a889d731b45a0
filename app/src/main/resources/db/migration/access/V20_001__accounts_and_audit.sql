-- Why: accounts, roles as data, grants with dates, the audit trail, and the session tables of Spring Session.
-- Locks: new objects only.

create schema if not exists access;
grant usage on schema access to ${app};
alter default privileges in schema access grant select, insert, update, delete on tables to ${app};

-- Roles and what they may do are data with a source; the codes of rights are those of access.Right.
create table access.roles (
    code       text not null primary key,
    name_zh    text not null,
    name_en    text not null,
    note_zh    text,
    source     text not null
);
create table access.role_rights (
    role        text not null references access.roles (code),
    right_code  text not null,
    primary key (role, right_code)
);

create table access.accounts (
    id                  uuid        not null primary key,
    login_name          text        not null unique,
    name                text        not null,
    password_hash       text        not null,
    password_changed_at timestamptz not null,
    must_change         boolean     not null default false,
    state               text        not null check (state in ('ACTIVE', 'LEFT')),
    demo                boolean     not null default false,
    area_id             uuid        not null,
    subdistrict_id      uuid,
    created_at          timestamptz not null
);
alter table access.accounts enable row level security;
alter table access.accounts force row level security;
create policy accounts_read on access.accounts for select
    using (platform.reads(area_id, subdistrict_id) or id::text = (select platform.actor()));
create policy accounts_add on access.accounts for insert with check (platform.writes(area_id, subdistrict_id));
create policy accounts_change on access.accounts for update
    using (platform.writes(area_id, subdistrict_id) or id::text = (select platform.actor()))
    with check (platform.writes(area_id, subdistrict_id) or id::text = (select platform.actor()));
-- A person may change their own password and nothing else of their account; who they are and where is an administrator's.
create function access.guard_own_account() returns trigger language plpgsql as $$
begin
    if not platform.writes(old.area_id, old.subdistrict_id)
       and (new.id, new.login_name, new.name, new.state, new.demo, new.area_id, new.subdistrict_id, new.created_at)
           is distinct from
           (old.id, old.login_name, old.name, old.state, old.demo, old.area_id, old.subdistrict_id, old.created_at) then
        raise exception 'only the password of one''s own account may be changed' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger accounts_guard_own before update on access.accounts
    for each row execute function access.guard_own_account();

-- role × area × functional line × dates; an empty list of lines means every line.
create table access.grants (
    account_id     uuid        not null references access.accounts (id),
    id             uuid        not null,
    role           text        not null references access.roles (code),
    area_id        uuid        not null,
    subdistrict_id uuid,
    lines          text[]      not null default '{}',
    valid_from     date        not null,
    valid_to       date,
    granted_by     text        not null,
    granted_at     timestamptz not null,
    primary key (account_id, id),
    check (valid_to is null or valid_to >= valid_from)
);
alter table access.grants enable row level security;
alter table access.grants force row level security;
create policy grants_read on access.grants for select
    using (platform.reads(area_id, subdistrict_id) or account_id::text = (select platform.actor()));
create policy grants_write on access.grants for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

-- Failures are counted by the name that was typed, whether or not an account has it, so that names cannot be probed.
create table access.sign_in_failures (
    login_name   text        not null primary key,
    failures     integer     not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
alter table access.sign_in_failures enable row level security;
alter table access.sign_in_failures force row level security;
create policy sign_in_failures_system on access.sign_in_failures for all
    using (platform.writes_everywhere()) with check (platform.writes_everywhere());

-- Rules of sign-in with validity and source (GB/T 22239-2019 practice); the newest that has begun counts.
create table access.sign_in_rules (
    valid_from               date    not null primary key,
    least_length             integer not null check (least_length >= 8),
    least_kinds              integer not null check (least_kinds between 1 and 4),
    password_valid_days      integer not null,
    failures_until_locked    integer not null,
    locked_minutes           integer not null,
    source                   text    not null
);

-- Ids and names of fields, never values. Rows are added and read, never changed.
create table access.audit (
    id             uuid        not null,
    at             timestamptz not null,
    actor          text        not null,
    action         text        not null,
    subject_type   text        not null,
    subject        text        not null,
    area_id        uuid,
    subdistrict_id uuid,
    fields         text[]      not null,
    primary key (at, id)
) partition by range (at);
create table access.audit_rest partition of access.audit default;
do $$
declare first date := date '2026-11-01'; month date;
begin
    for n in 0..25 loop
        month := (first + make_interval(months => n))::date;
        execute format('create table access.audit_%s partition of access.audit for values from (%L) to (%L)',
            to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date);
    end loop;
end $$;
create index audit_of_subject on access.audit (subject_type, subject, at desc);
revoke update, delete on all tables in schema access from ${app};
grant update on access.accounts, access.grants, access.sign_in_failures to ${app};
grant delete on access.sign_in_failures to ${app};
alter table access.audit enable row level security;
alter table access.audit force row level security;
create policy audit_read on access.audit for select using (platform.reads(area_id, subdistrict_id));
create policy audit_add on access.audit for insert with check (actor = (select platform.actor()));

-- Tables of libraries: no scope, listed as exceptions in db/tables.csv.
create schema if not exists library;
grant usage on schema library to ${app};
alter default privileges in schema library grant select, insert, update, delete on tables to ${app};
create table library.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on library.spring_session (expiry_time);
create index spring_session_principal on library.spring_session (principal_name);
create table library.spring_session_attributes (
    session_primary_id char(36)     not null references library.spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
