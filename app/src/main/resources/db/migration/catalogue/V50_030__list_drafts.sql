-- Why: a new version of a positive list or of the ban list is written as a draft, every saved state kept, and published as a
-- whole; what was published is never edited.
-- Locks: new objects; the grants of list_versions for a moment.

create table catalogue.list_drafts (
    subdistrict_id uuid        not null,
    area_id        uuid        not null,
    list           text        not null check (list in ('assistance', 'seal', 'certificate-ban')),
    -- goes on from draft to draft
    revision       integer     not null check (revision > 0),
    state          text        not null check (state in ('DRAFT', 'PUBLISHED', 'DISCARDED')),
    -- the version it became
    version_id     uuid,
    entries        jsonb       not null,
    at             timestamptz not null,
    actor          text        not null,
    by_name        text        not null,
    primary key (subdistrict_id, area_id, list, revision),
    check ((state = 'PUBLISHED') = (version_id is not null))
);
alter table catalogue.list_drafts enable row level security;
alter table catalogue.list_drafts force row level security;
create policy read on catalogue.list_drafts for select using ((select platform.actor()) is not null);
create policy add on catalogue.list_drafts for insert with check (platform.writes(area_id, subdistrict_id));
revoke update, delete on catalogue.list_drafts from ${app};
revoke update, delete on catalogue.list_versions from ${app};
