-- Why: who applied for and who decided each entry approval (M-092), step by step, so that nobody decides on their own application.
-- Locks: new objects only.

create table catalogue.entry_steps (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    approval_id    uuid        not null,
    area_id        uuid        not null,
    at             timestamptz not null,
    actor          text        not null,
    by_name        text        not null,
    state          text        not null check (state in ('PROPOSED', 'APPROVED', 'TRIAL', 'REFUSED', 'REVIEWED', 'ENDED')),
    until          date,
    reason         text        not null,
    primary key (subdistrict_id, id),
    foreign key (subdistrict_id, approval_id) references catalogue.entry_approvals (subdistrict_id, id)
);
create index entry_steps_of on catalogue.entry_steps (subdistrict_id, approval_id, at);
alter table catalogue.entry_steps enable row level security;
alter table catalogue.entry_steps force row level security;
create policy read on catalogue.entry_steps for select using ((select platform.actor()) is not null);
create policy add on catalogue.entry_steps for insert with check (platform.writes(area_id, subdistrict_id));
revoke update, delete on catalogue.entry_steps from ${app};
