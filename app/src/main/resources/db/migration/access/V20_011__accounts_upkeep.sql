-- Why: accounts are made, moved and ended in the browser, roles are granted with dates; the database repeats who may not.
-- Locks: a moment on access.accounts and access.grants for new columns without default; policies and triggers replaced.

alter table access.accounts add column created_by text;
alter table access.accounts add column wished_role text references access.roles (code);
alter table access.accounts add column left_at timestamptz;
alter table access.grants add column ended_at timestamptz;
alter table access.grants add column ended_by text;
create index accounts_by_name on access.accounts (name, id);
create index grants_by_role on access.grants (role) where ended_at is null;

-- A person may change their own password and nothing else of their account.
create or replace function access.guard_own_account() returns trigger language plpgsql as $$
begin
    if not platform.writes(old.area_id, old.subdistrict_id)
       and (new.id, new.login_name, new.name, new.state, new.demo, new.area_id, new.subdistrict_id, new.created_at,
            new.created_by, new.wished_role, new.left_at)
           is distinct from
           (old.id, old.login_name, old.name, old.state, old.demo, old.area_id, old.subdistrict_id, old.created_at,
            old.created_by, old.wished_role, old.left_at) then
        raise exception 'only the password of one''s own account may be changed' using errcode = '42501';
    end if;
    if (new.id, new.created_at, new.created_by, new.demo) is distinct from
       (old.id, old.created_at, old.created_by, old.demo) then
        raise exception 'who made an account and when cannot be changed' using errcode = '42501';
    end if;
    return new;
end $$;

-- Whoever keeps an account may see and end its grants elsewhere too: a leaver loses them all at once.
create policy grants_of_account_read on access.grants for select
    using (exists (select 1 from access.accounts a
        where a.id = account_id and platform.reads(a.area_id, a.subdistrict_id)));
create policy grants_of_account_end on access.grants for update
    using (exists (select 1 from access.accounts a
        where a.id = account_id and platform.writes(a.area_id, a.subdistrict_id)))
    with check (exists (select 1 from access.accounts a
        where a.id = account_id and platform.writes(a.area_id, a.subdistrict_id)));

-- Nobody grants to themselves; who made an account grants it no administrator role; the three administrators exclude each other on
-- one account (三员分立, GB/T 22239-2019 8.1.10). A grant is given and ended, never rewritten.
create function access.guard_grants() returns trigger language plpgsql as $$
declare
    is_administrator boolean;
begin
    if tg_op = 'UPDATE' then
        if (new.account_id, new.id, new.role, new.area_id, new.subdistrict_id, new.lines, new.valid_from, new.granted_by,
            new.granted_at) is distinct from
           (old.account_id, old.id, old.role, old.area_id, old.subdistrict_id, old.lines, old.valid_from, old.granted_by,
            old.granted_at)
           or old.ended_at is not null
           or coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity') then
            raise exception 'a grant can be ended, not rewritten' using errcode = '42501';
        end if;
        return new;
    end if;
    if new.account_id::text = platform.actor() then
        raise exception 'nobody grants to themselves' using errcode = '42501';
    end if;
    select coalesce(r.administrator, false) into is_administrator from access.roles r where r.code = new.role;
    if is_administrator then
        if exists (select 1 from access.accounts a where a.id = new.account_id and a.created_by = platform.actor()) then
            raise exception 'who made an account does not make it an administrator' using errcode = '42501';
        end if;
        if exists (select 1 from access.grants g join access.roles r on r.code = g.role
                   where g.account_id = new.account_id and r.administrator and g.role <> new.role and g.ended_at is null
                     and g.valid_from <= coalesce(new.valid_to, 'infinity')
                     and coalesce(g.valid_to, 'infinity') >= new.valid_from) then
            raise exception 'the three administrators exclude each other' using errcode = '42501';
        end if;
    end if;
    return new;
end $$;
create trigger grants_guard before insert or update on access.grants
    for each row execute function access.guard_grants();
