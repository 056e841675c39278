-- The case that a reporter's later letters belong to, locked: the newest of his thread, or the one it was merged into. No row: no letter of this
-- thread became a case here. Never granted.
create or replace function cases_of_thread(wanted uuid)
    returns setof cases_case
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select * from cases_case where id = (
        select coalesce(one.merged_into, one.id) from cases_report as report join cases_case as one on one.id = report."case"
        where report.thread = wanted order by one.received_at desc, one.id limit 1)
    for update
$$;
