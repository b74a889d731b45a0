-- Why: a lost password or authenticator is restored by two persons, neither of them the one who lost it.
-- Locks: new objects only.

create table access.restores (
    account_id     uuid        not null references access.accounts (id),
    id             uuid        not null,
    password       boolean     not null,
    totp           boolean     not null,
    reason         text        not null,
    asked_by       uuid        not null,
    asked_at       timestamptz not null,
    confirm_until  timestamptz not null,
    confirmed_by   uuid,
    confirmed_at   timestamptz,
    code_hash      text,
    use_until      timestamptz,
    used_at        timestamptz,
    cancelled_at   timestamptz,
    area_id        uuid        not null,
    subdistrict_id uuid,
    primary key (account_id, id),
    check (password or totp),
    check (asked_by <> account_id),
    check (confirmed_by is null or (confirmed_by <> asked_by and confirmed_by <> account_id)),
    check ((confirmed_by is null) = (code_hash is null)),
    check (used_at is null or confirmed_by is not null)
);
create index restores_open on access.restores (asked_at) where used_at is null and cancelled_at is null;
revoke delete on access.restores from ${app};
alter table access.restores enable row level security;
alter table access.restores force row level security;
create policy restores_read on access.restores for select using (platform.reads(area_id, subdistrict_id));
create policy restores_write on access.restores for all
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

-- Who asks and who confirms is whoever acts, and what was asked stays as it was.
create function access.guard_restores() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.asked_by::text <> platform.actor() or new.confirmed_by is not null then
            raise exception 'a restore is asked for in one''s own name' using errcode = '42501';
        end if;
        return new;
    end if;
    if (new.account_id, new.id, new.password, new.totp, new.reason, new.asked_by, new.asked_at, new.confirm_until)
       is distinct from
       (old.account_id, old.id, old.password, old.totp, old.reason, old.asked_by, old.asked_at, old.confirm_until)
       or (old.confirmed_by is not null and (new.confirmed_by, new.code_hash) is distinct from (old.confirmed_by, old.code_hash))
       or (old.confirmed_by is null and new.confirmed_by is not null and new.confirmed_by::text <> platform.actor()) then
        raise exception 'a restore is confirmed in one''s own name and not rewritten' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger restores_guard before insert or update on access.restores
    for each row execute function access.guard_restores();
