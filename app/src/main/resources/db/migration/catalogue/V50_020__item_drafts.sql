-- Why: what is being written on a guide before it is published, every saved state kept, so that two editors can be merged.
-- Locks: new objects only.

create table catalogue.item_drafts (
    slug     text        not null,
    revision integer     not null check (revision > 0),
    state    text        not null check (state in ('DRAFT', 'PUBLISHED')),
    name_zh  text        not null,
    line     text        not null,
    -- what was typed, field by field; a draft may be incomplete
    fields   jsonb       not null,
    -- the version of the item it was written over, 0 for a new item; once published, the version it became
    version  integer     not null,
    at       timestamptz not null,
    actor    text        not null,
    by_name  text        not null,
    primary key (slug, revision)
);
alter table catalogue.item_drafts enable row level security;
alter table catalogue.item_drafts force row level security;
create policy read on catalogue.item_drafts for select using ((select platform.actor()) is not null);
create policy add on catalogue.item_drafts for insert with check ((select platform.writes_everywhere()));
revoke update, delete on catalogue.item_drafts from ${app};
