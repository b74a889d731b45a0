-- Why: every account sees who looked at it or changed it, and what it did itself.
-- Locks: access.audit for a moment, to add a policy.

create policy audit_read_own on access.audit for select
    using (actor = (select platform.actor()) or (subject_type = 'account' and subject = (select platform.actor())));

create index audit_by_first_word on access.audit ((split_part(subject, ' ', 1)), at desc);
