-- Why: the first slice of the register: a person with name, phones and ID number, and who acts for whom (M-062, M-071).
-- Locks: new objects only.

create schema registry;
grant usage on schema registry to ${app};
alter default privileges in schema registry grant select, insert, update, delete on tables to ${app};

-- The area is where the person was first met; the household comes with the rest of the register. A person entered twice is
-- found by the duplicate search, not by a constraint.
create table registry.persons (
    id             uuid        not null primary key,
    subdistrict_id uuid        not null,
    area_id        uuid        not null,
    name           text        not null check (char_length(name) between 1 and 40),
    birth_year     integer     check (birth_year between 1890 and 2200),
    id_number      bytea,
    id_index       bytea,
    -- account of the resident who signs in by phone code
    resident_id    uuid,
    met_at         timestamptz not null,
    source         text        not null,
    sample         boolean     not null,
    check ((id_number is null) = (id_index is null))
);
create index persons_by_name on registry.persons (subdistrict_id, name);
create index persons_by_id_number on registry.persons (id_index) where id_index is not null;
create index persons_of_resident on registry.persons (resident_id) where resident_id is not null;
alter table registry.persons enable row level security;
alter table registry.persons force row level security;
create policy persons_read on registry.persons for select
    using (platform.reads(area_id, subdistrict_id) or resident_id::text = (select platform.actor()));
create policy persons_add on registry.persons for insert with check (platform.writes(area_id, subdistrict_id));
create policy persons_change on registry.persons for update
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

-- Several people may share a phone; a landline counts as much as a mobile.
create table registry.person_phones (
    person_id      uuid    not null references registry.persons (id),
    id             uuid    not null,
    subdistrict_id uuid    not null,
    area_id        uuid    not null,
    kind           text    not null check (kind in ('MOBILE', 'LANDLINE')),
    phone          bytea   not null,
    phone_index    bytea   not null,
    valid_from     date    not null,
    valid_to       date,
    primary key (person_id, id)
);
create index person_phones_by_number on registry.person_phones (phone_index);
alter table registry.person_phones enable row level security;
alter table registry.person_phones force row level security;
create policy person_phones_read on registry.person_phones for select
    using (platform.reads(area_id, subdistrict_id)
           or person_id in (select p.id from registry.persons p where p.resident_id::text = (select platform.actor())));
create policy person_phones_add on registry.person_phones for insert with check (platform.writes(area_id, subdistrict_id));
create policy person_phones_change on registry.person_phones for update
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

-- Who may do things for whom. The row belongs to the one who is acted for, who may end it.
create table registry.relations (
    person_id      uuid        not null references registry.persons (id),
    helper_id      uuid        not null,
    subdistrict_id uuid        not null,
    area_id        uuid        not null,
    kind           text        not null check (kind in ('CHILD', 'PARENT', 'SPOUSE', 'RELATIVE', 'NEIGHBOUR', 'CARER', 'OTHER')),
    told_by        text        not null,
    since          timestamptz not null,
    until          timestamptz,
    primary key (person_id, helper_id, since),
    check (person_id <> helper_id)
);
create index relations_of_helper on registry.relations (helper_id) where until is null;
alter table registry.relations enable row level security;
alter table registry.relations force row level security;
create policy relations_read on registry.relations for select
    using (platform.reads(area_id, subdistrict_id)
           or person_id in (select p.id from registry.persons p where p.resident_id::text = (select platform.actor()))
           or helper_id in (select p.id from registry.persons p where p.resident_id::text = (select platform.actor())));
create policy relations_add on registry.relations for insert with check (platform.writes(area_id, subdistrict_id));
create policy relations_change on registry.relations for update
    using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id));

revoke delete on registry.persons, registry.person_phones, registry.relations from ${app};
