-- An officer ends a discrepancy, with his ground: withdrawn (it is not so after all), or corrected (the Directorate changed it, and no machine can
-- see that: only for what no machine compares, after it was proposed).
create or replace function cases_end_discrepancy(wanted uuid, officer uuid, seen integer, ends text, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    ending cases_case := cases_require_hold(wanted, officer, 'handler', seen);
begin
    perform cases_require_words(why);
    update cases_discrepancy as different set state = case ends when 'withdrawn' then 'withdrawn' else 'closed' end, closed_at = clock_timestamp()
    where different."case" = wanted and (ends = 'withdrawn' and different.state in ('open', 'proposed')
        or ends = 'corrected' and different.state = 'proposed' and different.field = 'other');
    if not found then
        raise exception 'case.not-now' using errcode = 'LK001';
    end if;
    insert into cases_decision ("case", kind, ground, by) values (wanted, case ends when 'withdrawn' then 'not_fact' else 'fact' end, why, officer);
    perform cases_shut(wanted, officer, case ends when 'withdrawn' then 'not_fact' else 'fact' end);
end $$;
