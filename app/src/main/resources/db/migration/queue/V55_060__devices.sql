-- Why: a kiosk gives out numbers at its own place: these tables, and no others, name devices (access.Device#scope).
-- Locks: a brief ACCESS EXCLUSIVE lock on each of the four tables for one more policy.

do $$
declare name text;
begin
    foreach name in array array['days', 'tickets', 'ticket_events', 'estimates'] loop
        execute format('create policy %I on queue.%I for insert with check (platform.writes_as_device(area_id))',
            name || '_device_add', name);
        execute format('create policy %I on queue.%I for update using (platform.writes_as_device(area_id))'
            || ' with check (platform.writes_as_device(area_id))', name || '_device_change', name);
    end loop;
end $$;
