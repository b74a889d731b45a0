-- Why: a paired device (kiosk, screen) writes only in tables that name it: elsewhere its write areas count for nothing.
-- Locks: replaces one function; no table is touched.

create or replace function platform.writes(area uuid, subdistrict uuid) returns boolean language sql stable parallel safe
    return (coalesce((select current_setting('jmk.write_areas', true) = '*'), false)
            or coalesce(area = any ((select platform.areas_of('jmk.write_areas'))::uuid[]), false)
            or coalesce(subdistrict = any ((select platform.areas_of('jmk.write_areas'))::uuid[]), false))
        and coalesce((select platform.actor() not like 'device:%'), true);

-- Whether a row of exactly this area may be written by the device that acts. A table that devices may write gets a policy of its
-- own with it, beside the one with platform.writes.
create function platform.writes_as_device(area uuid) returns boolean language sql stable parallel safe
    return coalesce((select platform.actor() like 'device:%'), false)
        and coalesce(area = any ((select platform.areas_of('jmk.write_areas'))::uuid[]), false);
