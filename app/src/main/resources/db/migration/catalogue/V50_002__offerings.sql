-- Why: which item is offered where, as rules with exceptions by station, and the one effective list.
-- Locks: new objects only.

-- A rule says for an item what holds in the city, a district or a subdistrict, at one type of station or at every type, or
-- at a kind of centre. The nil UUID stands for the city as area and for places above a subdistrict as subdistrict.
create table catalogue.offering_rules (
    subdistrict_id  uuid    not null,
    id              uuid    not null,
    area_id         uuid    not null,
    level           text    not null check (level in ('CITY', 'DISTRICT', 'SUBDISTRICT')),
    item_id         uuid    not null references catalogue.items,
    station_type    text,
    centre_kind     text,
    readiness       text    not null check (readiness in ('AVAILABLE', 'NOT_TAKEN_ON')),
    ways            text[]  not null check (ways <@ array['station', 'video', 'online', 'behalf']),
    video_pattern   text,
    own_schedule_id uuid,
    reason_zh       text,
    reason_en       text,
    source          text    not null,
    valid_from      date    not null,
    valid_to        date,
    primary key (subdistrict_id, id),
    check (station_type is null or centre_kind is null),
    check (readiness = 'AVAILABLE' or reason_zh is not null),
    check ((level = 'SUBDISTRICT') = (subdistrict_id <> '00000000-0000-0000-0000-000000000000')),
    check ((level = 'CITY') = (area_id = '00000000-0000-0000-0000-000000000000'))
);
create index offering_rules_of_area on catalogue.offering_rules (area_id, station_type);
create index offering_rules_of_item on catalogue.offering_rules (item_id);

-- What one station does differently; it wins over every rule and carries its reason.
create table catalogue.offering_exceptions (
    subdistrict_id  uuid        not null,
    station_id      uuid        not null,
    item_id         uuid        not null references catalogue.items,
    area_id         uuid        not null,
    readiness       text        not null check (readiness in ('AVAILABLE', 'NOT_TAKEN_ON')),
    ways            text[]      not null check (ways <@ array['station', 'video', 'online', 'behalf']),
    video_pattern   text,
    own_schedule_id uuid,
    hours_note_zh   text,
    hours_note_en   text,
    reason_zh       text        not null check (btrim(reason_zh) <> ''),
    reason_en       text,
    sample          boolean     not null,
    valid_from      date        not null,
    valid_to        date,
    set_at          timestamptz not null,
    set_by          text        not null,
    primary key (subdistrict_id, station_id, item_id)
);
create index offering_exceptions_of_item on catalogue.offering_exceptions (item_id);

-- What was set and put back, for the history of a station; nothing here is changed afterwards.
create table catalogue.offering_steps (
    subdistrict_id uuid        not null,
    id             uuid        not null,
    station_id     uuid        not null,
    area_id        uuid        not null,
    item_id        uuid        not null references catalogue.items,
    at             timestamptz not null,
    by_name        text        not null,
    step           text        not null check (step in ('TAKEN_OFF', 'OTHER_WAYS', 'PUT_BACK')),
    ways           text[]      not null,
    hours_note     text,
    reason         text        not null,
    primary key (subdistrict_id, id)
);
create index offering_steps_of on catalogue.offering_steps (subdistrict_id, station_id, at desc);
revoke update, delete on catalogue.offering_steps from ${app};

do $$
declare t text;
begin
    foreach t in array array['offering_rules', 'offering_exceptions', 'offering_steps'] loop
        execute format('alter table catalogue.%I enable row level security', t);
        execute format('alter table catalogue.%I force row level security', t);
        execute format('create policy add on catalogue.%I for insert with check (platform.writes(area_id, subdistrict_id))', t);
        execute format('create policy change on catalogue.%I for update using (platform.writes(area_id, subdistrict_id)) with check (platform.writes(area_id, subdistrict_id))', t);
        execute format('create policy remove on catalogue.%I for delete using (platform.writes(area_id, subdistrict_id))', t);
    end loop;
end $$;
create policy read on catalogue.offering_rules for select using ((select platform.actor()) is not null);
create policy read on catalogue.offering_exceptions for select using ((select platform.actor()) is not null);
create policy read on catalogue.offering_steps for select using (platform.reads(area_id, subdistrict_id));

-- The one effective list: for each station and item, the most specific answer in force today. Precedence: the station's
-- exception, then subdistrict, district, city; among rules of one level a rule for the station's type before a rule for
-- every type, then the later first day, then the greater id. OfferingRules in Java is the same definition; a test
-- compares them.
create view catalogue.v_offerings with (security_invoker = true) as
select best.subdistrict_id, best.station_id, best.area_id, best.item_id, i.slug, i.name_zh, i.service_class,
       best.readiness, best.ways, best.video_pattern, best.own_schedule_id, best.hours_note_zh, best.hours_note_en,
       best.reason_zh, best.reason_en, best.origin, i.sample or best.sample as sample
from (
    select distinct on (subdistrict_id, station_id, item_id) *
    from (
        select s.subdistrict_id, s.station_id, s.area_id, e.item_id, e.readiness, e.ways, e.video_pattern,
               e.own_schedule_id, e.hours_note_zh, e.hours_note_en, e.reason_zh, e.reason_en, e.sample,
               'STATION_EXCEPTION' as origin, 3 as rank, true as typed, e.valid_from, e.station_id as tie
        from network.v_stations s
        join catalogue.offering_exceptions e on e.subdistrict_id = s.subdistrict_id and e.station_id = s.station_id
        where e.valid_from <= catalogue.today() and (e.valid_to is null or e.valid_to >= catalogue.today())
        union all
        select s.subdistrict_id, s.station_id, s.area_id, r.item_id, r.readiness, r.ways, r.video_pattern,
               r.own_schedule_id, null, null, r.reason_zh, r.reason_en, false,
               r.level || '_RULE', case r.level when 'SUBDISTRICT' then 2 when 'DISTRICT' then 1 else 0 end,
               r.station_type is not null, r.valid_from, r.id
        from network.v_stations s
        join catalogue.offering_rules r
          on r.area_id = any (array['00000000-0000-0000-0000-000000000000'::uuid, s.district_id, s.subdistrict_id])
         and (r.station_type is null or r.station_type = s.type)
        where r.centre_kind is null
          and r.valid_from <= catalogue.today() and (r.valid_to is null or r.valid_to >= catalogue.today())
    ) candidates
    order by subdistrict_id, station_id, item_id, rank desc, typed desc, valid_from desc, tie desc
) best
join catalogue.v_items i on i.item_id = best.item_id;

-- Which items are offered at a kind of centre, by the same precedence.
create view catalogue.v_centre_rules with (security_invoker = true) as
select r.area_id, r.centre_kind, r.item_id, r.level, r.readiness, r.ways, r.reason_zh, r.reason_en
from catalogue.offering_rules r
where r.centre_kind is not null
  and r.valid_from <= catalogue.today() and (r.valid_to is null or r.valid_to >= catalogue.today());
