-- Why: a second factor (RFC 6238) once per browser and N hours; PIN and card at a shared desk (M-022); which roles need it is data.
-- Locks: a moment on access.roles (18 rows) for two columns; otherwise new objects only.

-- Null until the shipped file has said; edits afterwards stay.
alter table access.roles add column second_factor boolean;
alter table access.roles add column administrator boolean;
grant update (second_factor, administrator) on access.roles to ${app};

-- What the program has ever shipped: a right taken from a role stays taken, a right new in the file is added.
create table access.shipped_rights (
    role        text not null references access.roles (code),
    right_code  text not null,
    primary key (role, right_code)
);
revoke update, delete on access.shipped_rights from ${app};
insert into access.shipped_rights (role, right_code) select role, right_code from access.role_rights;

-- The newest that has begun counts.
create table access.factor_rules (
    valid_from                date    not null primary key,
    browser_hours             integer not null check (browser_hours between 1 and 24),
    pin_failures_until_locked integer not null check (pin_failures_until_locked between 3 and 10),
    pin_locked_minutes        integer not null check (pin_locked_minutes > 0),
    restore_hours             integer not null check (restore_hours between 1 and 72),
    ending_soon_days          integer not null check (ending_soon_days > 0),
    source                    text    not null
);
revoke update, delete on access.factor_rules from ${app};

-- Secrets, hashes of PINs and card numbers are encrypted (SM4-GCM), cards are found by a keyed blind index: the keys are outside
-- the database. A used step of the clock is remembered, so that a code seen by somebody else is worth nothing.
create table access.factors (
    account_id       uuid        not null primary key references access.accounts (id),
    totp_secret      bytea,
    totp_set_at      timestamptz,
    totp_last_step   bigint      not null default 0,
    pin_hash         bytea,
    pin_set_at       timestamptz,
    pin_failures     integer     not null default 0,
    pin_locked_until timestamptz,
    card             bytea,
    card_index       bytea,
    card_set_at      timestamptz
);
create index factors_card on access.factors (card_index) where card_index is not null;
alter table access.factors enable row level security;
alter table access.factors force row level security;
create policy factors_own on access.factors for all
    using (account_id::text = (select platform.actor()) or (select platform.actor()) like 'system:%')
    with check (account_id::text = (select platform.actor()) or (select platform.actor()) like 'system:%');

-- A browser at which staff signed in in full; the cookie's hash, never the cookie. Wrong cards are counted here.
create table access.staff_browsers (
    id           uuid        not null primary key,
    token_hash   bytea       not null,
    made_at      timestamptz not null,
    failures     integer     not null default 0,
    locked_until timestamptz
);
create unique index staff_browsers_token on access.staff_browsers (token_hash);
alter table access.staff_browsers enable row level security;
alter table access.staff_browsers force row level security;
create policy staff_browsers_system on access.staff_browsers for all
    using ((select platform.actor()) like 'system:%') with check ((select platform.actor()) like 'system:%');

create table access.browser_sign_ins (
    account_id uuid        not null references access.accounts (id),
    browser_id uuid        not null references access.staff_browsers (id) on delete cascade,
    full_at    timestamptz not null,
    primary key (account_id, browser_id)
);
create index browser_sign_ins_browser on access.browser_sign_ins (browser_id);
alter table access.browser_sign_ins enable row level security;
alter table access.browser_sign_ins force row level security;
create policy browser_sign_ins_own on access.browser_sign_ins for all
    using (account_id::text = (select platform.actor()) or (select platform.actor()) like 'system:%')
    with check (account_id::text = (select platform.actor()) or (select platform.actor()) like 'system:%');
