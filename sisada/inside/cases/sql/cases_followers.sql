-- Who follows this case outside. Never granted to a face; the worker sends by it what the machine says.
create or replace function cases_followers(wanted uuid)
    returns table (thread uuid, reporter_key bytea)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select distinct on (report.thread) report.thread, report.reporter_key
    from cases_report as report join cases_case as of_report on of_report.id = report."case"
    where (of_report.id = wanted or of_report.merged_into = wanted) and report.thread is not null and report.reporter_key is not null
    order by report.thread, report.received_at
$$;
