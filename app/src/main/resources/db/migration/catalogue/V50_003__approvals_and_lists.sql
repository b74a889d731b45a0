-- Why: what may be handed down to stations, subdistricts and committees at all, and the positive lists.
-- Locks: new objects only.

-- The document is the approval as it stands; the columns beside it are for queries. The nil UUID stands for the city as
-- area and for places above a subdistrict as subdistrict.
create table catalogue.entry_approvals (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    code           text    not null,
    kind           text    not null check (kind in
        ('STATION_ITEM', 'SUBDISTRICT_TASK', 'COMMITTEE_TASK', 'CERTIFICATE', 'PLATE', 'APP', 'INSPECTION')),
    state          text    not null check (state in ('PROPOSED', 'APPROVED', 'TRIAL', 'REFUSED', 'REVIEWED', 'ENDED')),
    since          date    not null,
    due            date,
    item_slug      text,
    sample         boolean not null,
    document       jsonb   not null,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, area_id, code)
);
create index entry_approvals_due on catalogue.entry_approvals (due) where due is not null;

-- Versions of positive lists: the one that began last and covers the day counts, for a district before the
-- city.
create table catalogue.list_versions (
    subdistrict_id uuid    not null,
    id             uuid    not null,
    area_id        uuid    not null,
    list           text    not null check (list in ('assistance', 'seal', 'certificate-ban')),
    version        text    not null,
    valid_from     date    not null,
    valid_to       date,
    sample         boolean not null,
    document       jsonb   not null,
    primary key (subdistrict_id, id),
    unique (subdistrict_id, area_id, list, version)
);

do $$
declare t text;
begin
    foreach t in array array['entry_approvals', 'list_versions'] loop
        execute format('alter table catalogue.%I enable row level security', t);
        execute format('alter table catalogue.%I force row level security', t);
        execute format('create policy read on catalogue.%I for select using ((select platform.actor()) is not null)', t);
        execute format('create policy add on catalogue.%I for insert with check (platform.writes(area_id, subdistrict_id))', t);
        execute format('create policy change on catalogue.%I for update using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id))', t);
        execute format('create policy remove on catalogue.%I for delete using (platform.writes(area_id, subdistrict_id))', t);
    end loop;
end $$;
