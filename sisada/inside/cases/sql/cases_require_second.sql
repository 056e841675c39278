-- The decision that this officer may answer as the second pair of eyes: he holds the case so, and did not decide it. Never granted.
create or replace function cases_require_second(wanted uuid, officer uuid, seen integer)
    returns cases_decision
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    looked_at cases_case := cases_require_hold(wanted, officer, 'second', seen);
    decision cases_decision;
begin
    perform cases_require_state(looked_at, array['awaiting_second']);
    select * into decision from cases_undecided(wanted);
    if decision."by" = officer then
        raise exception 'case.own-decision' using errcode = 'LK001';
    end if;
    return decision;
end $$;
