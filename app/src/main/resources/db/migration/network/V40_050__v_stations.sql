-- Why: catalogue and later modules join what they keep per station to where the station lies, in one query.
-- Locks: new object only.

create view network.v_stations with (security_invoker = true) as
select s.subdistrict_id, s.id as station_id, s.area_id, d.parent_id as district_id, s.code, s.type, s.sample
from network.stations s
join network.divisions d on d.id = s.subdistrict_id
where s.closed_on is null;
