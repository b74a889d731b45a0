-- Why: the audit trail is sealed into blocks, each naming the one before it, so that an edited, deleted or added row shows.
-- Locks: access.audit for a moment, to add a column without a value; rows from before stand in the first block.

alter table access.audit add column transaction_id xid8;
alter table access.audit alter column transaction_id set default pg_current_xact_id();
create index audit_in_order on access.audit (transaction_id);
create index audit_by_actor on access.audit (actor, at desc);

-- A block covers the transactions from the last block's "through" up to its own; below the oldest one that was running
-- then, so that nothing can be added later. Times, ids and sums of its rows stand in one order.
create table access.audit_blocks (
    number      bigint      not null primary key,
    sealed_at   timestamptz not null,
    through     xid8        not null,
    row_times   timestamptz[] not null,
    row_ids     uuid[]      not null,
    row_sums    bytea[]     not null,
    hash        bytea       not null,
    signature   bytea       not null,
    check (cardinality(row_ids) = cardinality(row_times) and cardinality(row_ids) = cardinality(row_sums))
);
create index audit_blocks_by_time on access.audit_blocks (sealed_at);
revoke update, delete, truncate on access.audit_blocks from ${app};
alter table access.audit_blocks enable row level security;
alter table access.audit_blocks force row level security;
create policy audit_blocks_read on access.audit_blocks for select using (platform.reads(null, null));
create policy audit_blocks_add on access.audit_blocks for insert
    with check ((select platform.actor()) = 'system:access.audit-seal');

-- Only the owner may make tables, and only this one thing is done with its rights.
create function access.keep_audit_months(months_ahead integer) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    until_now timestamptz;
    made integer := 0;
begin
    select max(substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''\)')::timestamptz) into until_now
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'access.audit'::regclass;
    while until_now < now() + make_interval(months => least(months_ahead, 120)) loop
        execute format('create table access.audit_%s partition of access.audit for values from (%L) to (%L)',
            to_char(until_now + interval '15 days', 'YYYY_MM'), until_now, until_now + interval '1 month');
        execute format('revoke all on access.audit_%s from %I',
            to_char(until_now + interval '15 days', 'YYYY_MM'), '${app}');
        until_now := until_now + interval '1 month';
        made := made + 1;
    end loop;
    return made;
end $$;
revoke execute on function access.keep_audit_months(integer) from public;
grant execute on function access.keep_audit_months(integer) to ${app};
