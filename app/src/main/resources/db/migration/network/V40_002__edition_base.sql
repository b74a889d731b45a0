-- Why: a proposed edition knows which state of the divisions its difference list was made against.
-- Locks: a short exclusive lock on a table of a few rows.

alter table network.division_editions add column base_stamp bigint not null default 0;
