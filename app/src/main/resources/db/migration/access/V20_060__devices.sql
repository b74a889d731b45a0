-- Why: kiosks, hall screens and shared desks are paired by a short code and keep a token that can be taken back (ui.md section 7).
-- Locks: new objects only.

-- The newest line that has begun counts.
create table access.device_rules (
    valid_from                  date    not null primary key,
    code_minutes                integer not null check (code_minutes between 2 and 60),
    most_codes_per_address_hour integer not null check (most_codes_per_address_hour > 0),
    -- a token older than this is replaced at the next request
    rotate_hours                integer not null check (rotate_hours between 1 and 720),
    -- the one before holds so long after the new one was used, for requests on their way
    grace_seconds               integer not null check (grace_seconds between 5 and 600),
    -- last seen is written at most this often; a device not seen for so many minutes is shown as away
    seen_seconds                integer not null check (seen_seconds between 10 and 3600),
    away_minutes                integer not null check (away_minutes >= 1),
    source                      text    not null
);
revoke update, delete on access.device_rules from ${app};

-- Devices that show a code. The code is made from the device's token, which stands here as a hash only; rows are deleted after a day.
create table access.device_pairings (
    id            uuid        not null primary key,
    token_hash    bytea       not null unique,
    code_index    bytea       not null,
    address_index bytea       not null,
    state         text        not null check (state in ('OPEN', 'PAIRED')),
    asked_at      timestamptz not null,
    holds_until   timestamptz not null
);
create index device_pairings_by_code on access.device_pairings (code_index);
create index device_pairings_by_address on access.device_pairings (address_index, asked_at);
create index device_pairings_by_age on access.device_pairings (asked_at);
alter table access.device_pairings enable row level security;
alter table access.device_pairings force row level security;
create policy device_pairings_system on access.device_pairings for all
    using ((select platform.actor()) like 'system:access.%') with check ((select platform.actor()) like 'system:access.%');
-- Whoever exercises a right somewhere finishes the pairing in the transaction that makes the device.
create policy device_pairings_finish_read on access.device_pairings for select
    using ((select coalesce(current_setting('jmk.write_areas', true), '') not in ('', '{}'))
           and (select platform.actor() not like 'device:%'));
create policy device_pairings_finish on access.device_pairings for update
    using (state = 'OPEN' and (select coalesce(current_setting('jmk.write_areas', true), '') not in ('', '{}'))
           and (select platform.actor() not like 'device:%'))
    with check (state = 'PAIRED');

create table access.devices (
    id             uuid        not null primary key,
    -- on its sticker and in sheets
    code           text        not null unique check (code ~ '^[2-9A-HJ-NP-Z]{6}$'),
    kind           text        not null check (kind in ('KIOSK', 'SCREEN', 'DESK')),
    name           text        not null check (char_length(name) between 1 and 60),
    area_id        uuid        not null,
    subdistrict_id uuid        not null,
    -- public code of the station or centre it stands in; null: it belongs to the division
    station_code   text,
    state          text        not null check (state in ('ACTIVE', 'REVOKED')),
    token_hash     bytea       not null,
    -- null: to be replaced at the next request
    token_since    timestamptz,
    token_used_at  timestamptz,
    previous_hash  bytea,
    paired_at      timestamptz not null,
    paired_by      text        not null,
    revoked_at     timestamptz,
    revoked_by     text,
    last_seen_at   timestamptz,
    version        integer     not null default 1,
    check ((state = 'REVOKED') = (revoked_at is not null)),
    check ((revoked_at is null) = (revoked_by is null))
);
create unique index devices_by_token on access.devices (token_hash);
create index devices_by_previous on access.devices (previous_hash) where previous_hash is not null;
create index devices_at on access.devices (subdistrict_id);
alter table access.devices enable row level security;
alter table access.devices force row level security;
create policy devices_read on access.devices for select
    using (platform.reads(area_id, subdistrict_id) or platform.writes(area_id, subdistrict_id));
create policy devices_add on access.devices for insert with check (platform.writes(area_id, subdistrict_id));
create policy devices_change on access.devices for update
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));
revoke delete on access.devices from ${app};

-- A device comes from a pairing that is open, in the name of whoever acts; its token is the program's own affair; what was revoked
-- stays revoked.
create function access.guard_devices() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.paired_by <> platform.actor() or new.state <> 'ACTIVE' or new.token_since is not null
           or not exists (select 1 from access.device_pairings p where p.token_hash = new.token_hash
                          and p.state = 'OPEN' and p.holds_until > new.paired_at) then
            raise exception 'a device is made from an open pairing, in one''s own name' using errcode = '42501';
        end if;
        return new;
    end if;
    if old.state = 'REVOKED' then
        raise exception 'a revoked device stays as it is' using errcode = '42501';
    end if;
    if (new.id, new.code, new.paired_at, new.paired_by) is distinct from (old.id, old.code, old.paired_at, old.paired_by)
       or ((new.token_hash, new.token_since, new.token_used_at, new.previous_hash, new.last_seen_at)
           is distinct from (old.token_hash, old.token_since, old.token_used_at, old.previous_hash, old.last_seen_at)
           and platform.actor() <> 'system:access.devices')
       or (new.state = 'REVOKED' and new.revoked_by <> platform.actor()) then
        raise exception 'tokens are replaced by the program alone, and devices revoked in one''s own name' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger devices_guard before insert or update on access.devices
    for each row execute function access.guard_devices();
