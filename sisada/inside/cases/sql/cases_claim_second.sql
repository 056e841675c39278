-- Take a case to look at it a second time: by a superior who did not decide it. Somebody else may be looking, too; the first answer counts.
create or replace function cases_claim_second(wanted uuid, officer uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    claimed cases_case;
    held uuid;
begin
    perform cases_require_role(officer, array['atasan', 'kepala']);
    claimed := cases_lock(wanted);
    perform cases_require_state(claimed, array['awaiting_second']);
    if not cases_may_handle(claimed, officer) or exists (select from cases_undecided(wanted) as decision where decision.by = officer) then
        raise exception 'case.own-decision' using errcode = 'LK001';
    end if;
    select hold.id into held from cases_holds(wanted) as hold where hold.kind = 'second' and hold.officer = cases_claim_second.officer;
    return coalesce(held, cases_open_hold(claimed, officer, 'second', officer));
end $$;
