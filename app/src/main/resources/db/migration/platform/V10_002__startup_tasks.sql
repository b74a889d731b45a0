-- Why: what one build of the program has loaded into this database, so that its later starts need not look again.
-- Locks: new objects only.

create table platform.startup_tasks (
    task    text        not null primary key,
    build   text        not null,
    done_at timestamptz not null
);
alter table platform.startup_tasks enable row level security;
alter table platform.startup_tasks force row level security;
create policy startup_tasks_system on platform.startup_tasks for all
    using (platform.writes_everywhere()) with check (platform.writes_everywhere());
