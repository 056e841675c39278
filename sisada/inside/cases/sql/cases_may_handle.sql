-- Whether this officer may handle this case: it is not about what he did himself. For whom it is not says who showed the check code that it names,
-- so of an objection that this very transaction wrote nothing is said: nobody may handle it yet. Never granted.
create or replace function cases_may_handle(asked cases_case, officer uuid)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select not cases_may_handle.officer = any (asked.not_for) and not (asked.kind = 'objection' and exists (
        select from cases_report as report
        where report."case" = asked.id and report.xact is not distinct from pg_current_xact_id_if_assigned()::text::bigint))
$$;
