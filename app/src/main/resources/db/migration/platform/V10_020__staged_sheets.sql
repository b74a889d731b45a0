-- Why: an uploaded sheet is checked whole and kept until its uploader confirms it; nothing of it counts before.
-- Locks: new objects only.

create table platform.staged_sheets (
    id            uuid        not null primary key,
    actor         text        not null,
    kind          text        not null,
    file_name     text        not null,
    -- the place of the first row that would be written, for the right to write it
    area_id       uuid,
    subdistrict_id uuid,
    content       bytea       not null,
    verdict       text        not null,
    stamp         text        not null,
    state         text        not null check (state in ('WRONG', 'READY', 'CONFIRMED')),
    uploaded_at   timestamptz not null,
    confirmed_at  timestamptz,
    erase_at      timestamptz not null
);
create index staged_sheets_to_erase on platform.staged_sheets (erase_at);

-- Only who uploaded a sheet sees it; the system erases it when its time has come.
alter table platform.staged_sheets enable row level security;
alter table platform.staged_sheets force row level security;
create policy own on platform.staged_sheets
    using (actor = (select platform.actor()) or platform.writes_everywhere())
    with check (actor = (select platform.actor()));
