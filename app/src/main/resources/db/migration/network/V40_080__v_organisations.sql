-- Why: the open interfaces name the organisations behind the stations and who operates which station, in one query each.
-- Locks: new objects only.

create view network.v_organisations with (security_invoker = true) as
select o.subdistrict_id, o.id as organisation_id, o.area_id, o.kind, o.type, o.name_zh, o.name_en, o.parent_id, o.phone,
       o.sample
from network.organisations o;

create view network.v_station_operators with (security_invoker = true) as
select s.subdistrict_id, s.id as station_id, s.operator_id
from network.stations s
where s.closed_on is null and s.operator_id is not null;
